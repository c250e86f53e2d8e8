"""Two or three maps side by side, as headings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PrintingError
from empathy_widgets.printing.document import Document, Part, Picture
from empathy_widgets.views.compare import LEAST, MOST, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.printing.work import Work


def side_by_side(works: Sequence[Work]) -> Document:
    """Maps side by side: what they share, and what sets them apart.

    Args:
        works: two or three maps; the first tells the language.

    Raises:
        PrintingError: when there are fewer or more, or a persona sheet is among them.
    """
    maps = [work.map for work in works if work.kind == "empathy_map"]
    if len(maps) < len(works) or not LEAST <= len(maps) <= MOST:
        message = (
            f"Side by side go two or three empathy maps; these are {_counted(works)}. "
            "Name the files of the maps, and with --step a step when a file holds several."
        )
        raise PrintingError(message)
    found = compare(*maps, lang=works[0].lang)
    words = strings(found.lang)
    columns = ("", *found.names)
    widths = (0.5, *(1.0 for _ in maps))
    return Document(
        title=words["map.compare"],
        lang=found.lang,
        lead=tuple(_about(name, work) for name, work in zip(found.names, works, strict=True)),
        pictures=tuple(
            Picture(name, face=each.face) for name, each in zip(found.names, maps, strict=True)
        ),
        parts=(
            Part(words["map.compare.shared"], (), columns, tuple(found.shared_rows()), widths,
                 empty=words["map.compare.none"]),
            Part(words["map.compare.apart"], (), columns, tuple(found.apart_rows()), widths),
        ),
        footer=words["print.credit"],
    )  # fmt: skip


def _about(name: str, work: Work) -> str:
    about = (work.map.role.strip(), work.map.situation.strip(), work.map.question.strip())
    return ": ".join(filter(None, (name, " · ".join(filter(None, about)))))


def _counted(works: Sequence[Work]) -> str:
    kinds = [work.kind for work in works]
    maps, sheets = kinds.count("empathy_map"), kinds.count("persona_sheet")
    return f"{maps} maps" + (f" and {sheets} persona sheets" if sheets else "")
