"""From an empathy map to a persona sheet: which note says something about which theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.empathy_map import EVIDENCE, Evidence, Region
from empathy_widgets.model.persona_sheet import THEMES, Theme, ThemeText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note

USUAL: Mapping[Region, Theme] = {
    "see": "day",
    "say_do": "day",
    "hear": "media",
    "think_feel": "drives",
    "pains": "fears",
    "gains": "goals",
}
"""Where the notes of a region mostly belong; a learner may choose otherwise, note by note."""


def themes_from_map(
    found: EmpathyMapAnswer, choice: Mapping[str, Theme | None] | None = None
) -> dict[Theme, ThemeText]:
    """The themes of a sheet, filled with the notes of a map.

    A theme is as well known as the best-known of its notes, so it rests on assumptions only when
    all of its notes do. It names the sources of its notes and remembers their ids.

    Args:
        found: the map.
        choice: for the id of a note the theme it goes to, or None to leave it out; all other
            notes go where notes of their region mostly belong.

    >>> from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
    >>> note = Note(id="n-1", text="Fear of being late", region="pains")
    >>> themes_from_map(EmpathyMapAnswer(notes=(note,)))["fears"].evidence
    'assumed'
    """
    by_theme: dict[Theme, list[Note]] = {theme: [] for theme in THEMES}
    for note in found.notes:
        theme = choice[note.id] if choice and note.id in choice else USUAL[note.region]
        if theme:
            by_theme[theme].append(note)
    return {theme: _together(notes) for theme, notes in by_theme.items() if notes}


def _together(notes: list[Note]) -> ThemeText:
    known = dict.fromkeys(note.source.strip() for note in notes if note.source.strip())
    return ThemeText(
        text="\n".join(note.text.strip() for note in notes),
        source="; ".join(known),
        evidence=_best(note.evidence for note in notes),
        notes=tuple(note.id for note in notes),
    )


def _best(states: Iterable[Evidence]) -> Evidence:
    return min(states, key=EVIDENCE.index)
