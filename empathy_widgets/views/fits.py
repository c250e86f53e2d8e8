"""How much fits on one page: a count that needs no page to be set.

The count is in lines, as a page is: a text takes a line for every so many letters; notes and themes
stand in rows, of which the longest counts. Up to the limit a page surely holds it all; beyond a second
limit surely not, and between the two it depends on the words. A print that is too long flows to a second
page, and nothing is ever cut off. The widgets say so while somebody is typing (`on_paper.py`).
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from empathy_widgets.model.map_layouts import areas
from empathy_widgets.model.persona_sheet import THEMES
from empathy_widgets.views.boards import GOAL, PERSON, Place, board_for
from empathy_widgets.views.written import lines_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
    from empathy_widgets.model.map_layouts import Layout
    from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, ThemeText

MAP_LINES = 42
"""As many lines of an empathy map fit on one page."""

MAP_TOO_MUCH = 60
"""So many lines of an empathy map never fit on one page."""

SHEET_LINES = 90
"""As many lines of a persona sheet fit on one page."""

SHEET_TOO_MUCH = 145
"""So many lines of a persona sheet never fit on one page."""

NOTE_SPAN = 140
THEME_SPAN = 420
"""From this many letters on, a note or theme is laid out over one more column."""

_HEAD_LETTERS = 90
_THEME_LETTERS = 38
_BAND = 2
"""The title of a region, and the space round its notes."""

_FACE, _FACE_BESIDE = 7, 5
"""The drawn face above the words about the person, or beside them."""

_FLOWING = Place("", 0, 0, columns=4, letters=33)
_MAP_FLOWS, _SHEET_FLOWS = 42, 70
"""As many lines stand on the first page of a print that goes on to a second; it is not made smaller."""


def map_lines(answer: EmpathyMapAnswer, layout: Layout = "six") -> int:
    """How many lines of a page a map takes; up to `MAP_LINES` fit on one.

    >>> from empathy_widgets.model.empathy_map import EmpathyMapAnswer
    >>> map_lines(EmpathyMapAnswer(name="Fatima")) <= MAP_LINES
    True
    """
    notes = {area.key: found for area, found in areas(layout, answer)}
    board = board_for(layout, notes)

    def lines(place: Place) -> float:
        if place.key == GOAL:
            return _BAND + _lines(answer.goal, place.letters)
        if place.key == PERSON:
            said = _lines(answer.name, place.letters) + _who(answer, place.letters)
            return _FACE + said if layout == "six" else _BAND + max(_FACE_BESIDE, said)
        return _BAND + _notes(notes[place.key], place)

    above = _lines(answer.question, _HEAD_LETTERS)
    if layout == "six" and answer.goal.strip():
        above += _lines(answer.goal, _HEAD_LETTERS) + 1
    return above + ceil(sum(board.rows(lines, gap=0)))


def map_goes_on_at(answer: EmpathyMapAnswer, layout: Layout = "six") -> str:
    """The area with which a map that is too long for one page goes on to a second, as near as a count can tell."""
    taken = 2 + _lines(answer.question, _HEAD_LETTERS) + max(_FACE_BESIDE, 1 + _who(answer, 100))
    if layout == "seven" and answer.goal.strip():
        taken += _BAND + _lines(answer.goal, _FLOWING.letters * 4)
    found = areas(layout, answer)
    for area, notes in found:
        taken += _BAND + 1 + max(1, _notes(notes, _FLOWING))
        if taken > _MAP_FLOWS:
            return area.key
    return found[-1][0].key


def sheet_goes_on_at(answer: PersonaSheetAnswer, asked: Iterable[str] = ()) -> str:
    """The theme, "sliders" or "demographics" with which a sheet goes on to a second page."""
    taken, shown, asked = 5 + 2 * _lines(answer.quote, 45), [], set(asked)
    for name in THEMES:
        if name in answer.themes or name in asked:
            shown.append(_theme(answer.themes.get(name)))
            if taken + _rows(shown, 2) > _SHEET_FLOWS:
                return name
    taken += _rows(shown, 2) + 3 * len(answer.sliders)
    return "sliders" if answer.sliders and taken > _SHEET_FLOWS else "demographics"


def sheet_lines(answer: PersonaSheetAnswer, asked: Iterable[str] = ()) -> int:
    """How many lines of a page the first page of a sheet takes; up to `SHEET_LINES` fit on one."""
    empty = [name for name in asked if name not in answer.themes]
    themes = [_theme(theme) for theme in answer.themes.values()]
    rows = _rows(themes + [_theme(None)] * len(empty), 2)
    side = 9 * max(1, len(answer.photos)) + _lines(answer.name, 18) + _lines(answer.who, 18)
    below = 3 * len(answer.sliders) + sum(
        2 * _lines(text, _THEME_LETTERS) for text in answer.demographics.values()
    )
    quote = 2 * _lines(answer.quote, 45)
    return 5 + max(side, quote + rows) + below


def _who(answer: EmpathyMapAnswer, letters: int) -> int:
    facts = "".join(f"{key}: {said} · " for key, said in answer.facts.items())
    return _lines(f"{answer.role}\n{answer.situation}\n{facts}", letters)


def _notes(notes: Sequence[Note], place: Place) -> int:
    cards = []
    for note in notes:
        below = f"{note.source} {note.author}"
        span = min(place.columns, 1 + width_of(note.text + note.source + note.author) // NOTE_SPAN)
        lines = _lines(note.text, place.letters * span) + _lines(below, place.letters)
        cards.append((span, 2 + lines))
    return _rows(cards, place.columns)


def _theme(theme: ThemeText | None) -> tuple[int, int]:
    """How wide a theme is, in columns, and how long, in lines; an empty one shows what to ask."""
    if theme is None:
        return (1, 4)
    said, source = _lines(theme.text, _THEME_LETTERS), _lines(theme.source, _THEME_LETTERS)
    return (1 + width_of(theme.text + theme.source) // THEME_SPAN, 3 + said + source)


def _rows(parts: Sequence[tuple[int, int]], columns: int) -> int:
    """The lines of parts in rows: each part has a width in columns and a length in lines."""
    total = highest = taken = 0
    for span, lines in parts:
        width = min(span, columns)
        if taken + width > columns:
            total, highest, taken = total + highest, 0, 0
        highest, taken = max(highest, lines), taken + width
    return total + highest


def _lines(text: str, letters: int) -> int:
    return sum(-(-width_of(line) // letters) for line in lines_of(text))
