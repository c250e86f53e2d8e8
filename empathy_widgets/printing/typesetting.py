"""Pages by Typst: PDF, PNG and SVG from plain data.

What a learner wrote travels as JSON, which the page reads; it is never spliced into markup. Only the
fonts beside this module are used, so that a page looks the same everywhere and a character that
they do not have is a visible box.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from empathy_widgets.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.empathy_map import Face

PageFormat = Literal["pdf", "png", "svg"]

FONTS = Path(__file__).with_name("fonts")
_PAGES = Path(__file__).with_name("pages")
PIXELS_PER_INCH = 144
"""How fine a PNG is."""


def typeset(
    page: str, data: Mapping[str, Any], to: PageFormat, *, ppi: float = PIXELS_PER_INCH
) -> list[bytes]:
    """A page filled with data.

    Args:
        page: the name of a template in `pages/`, such as "map".
        data: what the template reads, as JSON.
        to: "pdf" gives one file; "png" and "svg" give one for each page.
        ppi: how many pixels a PNG has for each inch of paper.

    Raises:
        MissingExtraError: when the `print` extra is not installed.
    """
    made = _compiler(page).compile(
        format=to,
        ppi=ppi if to == "png" else None,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=0,
    )
    return [made] if isinstance(made, bytes) else list(made or ())


def face_png(face: Face | None) -> bytes:
    """The drawn face as a picture of 360 pixels square, on nothing."""
    from empathy_widgets.views.face import face_svg

    (made,) = typeset("face", {"svg": face_svg(face)}, "png")
    return made


@cache
def _compiler(page: str) -> Any:  # noqa: ANN401 - typst has no types
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError(extra="print", package="typst") from error
    return typst.Compiler(
        input=str(_PAGES / f"{page}.typ"),
        root=str(_PAGES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )
