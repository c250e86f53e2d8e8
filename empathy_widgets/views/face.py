"""The drawn face of a person, as SVG and as a picture that shows in any notebook.

The shapes live in `face_parts.json`, which the browser reads too; this module only puts them together.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import Face


def face_svg(face: Face | None) -> str:
    """The face as one SVG document.

    Args:
        face: the chosen parts; None draws a plain figure without features.

    >>> face_svg(None).startswith("<svg")
    True
    """
    parts = face_parts()
    chosen = face.model_dump() if face else {}
    layers = parts["layers"] if face else parts["unknown"]
    shapes = [
        _shape(shape, chosen)
        for layer in layers
        if all(chosen.get(choice) == value for choice, value in layer.get("when", {}).items())
        for shape in layer["shapes"]
    ]
    size = parts["size"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'width="{size}" height="{size}">{"".join(shapes)}</svg>'
    )


def face_img(face: Face | None, alt: str, size: int = 96) -> Markup:
    """The face as an HTML picture that needs no file, also in a notebook that is not trusted.

    Args:
        face: the chosen parts; None draws a plain figure without features.
        alt: what a screen reader says; empty for a picture that adds nothing.
        size: width and height in CSS pixels.
    """
    data = base64.b64encode(face_svg(face).encode()).decode("ascii")
    picture = '<img src="data:image/svg+xml;base64,{}" alt="{}" width="{}" height="{}">'
    return Markup(picture).format(data, alt, size, size)  # noqa: S704 - a constant; format escapes


@cache
def face_parts() -> dict[str, Any]:
    """The shapes, slots and colours of which every face is put together; the browser gets them too."""
    file = resources.files("empathy_widgets.views") / "face_parts.json"
    parts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return parts


def _shape(shape: dict[str, Any], chosen: dict[str, str]) -> str:
    if "circle" in shape:
        x, y, r = shape["circle"]
        form = f'circle cx="{x}" cy="{y}" r="{r}"'
    else:
        form = f'path d="{shape["d"]}"'
    drawn = f'{form} fill="{_colour(shape.get("fill"), chosen)}"'
    if "rule" in shape:
        drawn += f' fill-rule="{shape["rule"]}"'
    if "stroke" in shape:
        drawn += f' stroke="{_colour(shape["stroke"], chosen)}" stroke-width="{shape["width"]}" stroke-linecap="round"'
    return f"<{drawn}/>"


def _colour(slot: str | None, chosen: dict[str, str]) -> str:
    if slot is None:
        return "none"
    found = face_parts()["slots"][slot]
    return str(found[chosen[found["by"]]] if isinstance(found, dict) else found)
