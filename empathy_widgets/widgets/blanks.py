"""What the browser may know of one blank of a form or a table: what to fill in, not what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from empathy_widgets.model.blanks import Blank
    from empathy_widgets.model.language import Lang


def blank_props(blank: Blank, lang: Lang) -> dict[str, Any]:
    """A field or a column in one language."""
    return {
        "id": blank.id,
        "title": blank.title[lang],
        "type": blank.type,
        "optional": not blank.required,
        "options": [{"id": option.id, "text": option.text[lang]} for option in blank.options],
        "unit": blank.unit[lang] if blank.unit else "",
        "example": blank.example[lang] if blank.example else "",
    }
