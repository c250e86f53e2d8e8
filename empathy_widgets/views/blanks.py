"""How what was filled in reads: a date as people say it, an option by its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings

if TYPE_CHECKING:
    from empathy_widgets.model.blanks import Blank
    from empathy_widgets.model.language import Lang


def in_words(blank: Blank, text: str, lang: Lang) -> str:
    """What one blank holds, as a learner reads it; an empty one gives an empty text.

    >>> from empathy_widgets.model.blanks import Blank
    >>> from empathy_widgets.model.language import Text
    >>> in_words(Blank(id="day", title=Text(en="On", nl="Op"), type="date"), "2026-05-03", "nl")
    '3 mei 2026'
    """
    return _day(text, lang) if blank.type == "date" else blank.in_words(text, lang)


def _day(text: str, lang: Lang) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {strings(lang)[f'twin.month.{day.month}']} {day.year}"
