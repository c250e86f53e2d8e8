"""How much fits on one page: a count that needs no page to be set.

The count is in lines, as a page is. It is simple enough for a browser to do the same sum while somebody
is typing (`tests/printing/fits_vectors.json` would hold it to it): a text takes a line for every so many
letters; notes and themes stand in rows, of which the longest counts. Up to the limit a page holds it all;
beyond it a print flows to a second page, and nothing is ever cut off.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from empathy_widgets.model.map_layouts import areas
from empathy_widgets.printing.boards import GOAL, PERSON, board_for
from empathy_widgets.printing.written import lines_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
    from empathy_widgets.model.map_layouts import Layout
    from empathy_widgets.model.persona_sheet import PersonaSheetAnswer
    from empathy_widgets.printing.boards import Place

MAP_LINES = 42
"""As many lines of an empathy map fit on one page."""

SHEET_LINES = 90
"""As many lines of a persona sheet fit on one page."""

NOTE_SPAN = 140
THEME_SPAN = 420
"""From this many letters on, a note or theme is laid out over one more column."""

_HEAD_LETTERS = 90
_THEME_LETTERS = 38
_BAND = 2
"""The title of a region, and the space round its notes."""

_FACE, _FACE_BESIDE = 7, 5
"""The drawn face above the words about the person, or beside them."""


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


def sheet_lines(answer: PersonaSheetAnswer, asked: Iterable[str] = ()) -> int:
    """How many lines of a page the first page of a sheet takes; up to `SHEET_LINES` fit on one."""
    empty = [name for name in asked if name not in answer.themes]
    themes = [
        (
            width_of(t.text + t.source) // THEME_SPAN,
            3 + _lines(t.text, _THEME_LETTERS) + _lines(t.source, _THEME_LETTERS),
        )
        for t in answer.themes.values()
    ]
    rows = _rows([(1 + more, lines) for more, lines in themes] + [(1, 4)] * len(empty), 2)
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
