"""A worked map: an empathy map that an author filled, in both languages, for learners to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from empathy_widgets.model.empathy_map import (
    NOTE,
    EmpathyMapAnswer,
    Evidence,
    Face,
    Note,
    Region,
    Tag,
)
from empathy_widgets.model.language import Frozen, Text

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

CELL = "map."
"""How the cell of a worked map is called among the steps; no step has a point in its id."""


class WorkedNote(Text):
    """One note in both languages, and how it is known."""

    evidence: Evidence = "assumed"
    source: Text | None = None
    tag: Tag = ""
    """Whether it is said or done; shown where says and does are two regions."""


class WorkedMap(Frozen):
    """Everything in `maps/<name>.yaml`.

    Attributes:
        title: the heading above the map.
        name: of the person.
        role: of the person in the situation.
        situation: that the person is in.
        face: drawn in the middle.
        question: what the map is about.
        goal: what the person needs to do.
        notes: by region, each in the order in which they stand.
    """

    title: Text
    name: Text
    role: Text | None = None
    situation: Text | None = None
    face: Face | None = None
    question: Text
    goal: Text | None = None
    notes: Annotated[dict[Region, tuple[WorkedNote, ...]], Field(min_length=1)]

    def answer(self, lang: Lang) -> EmpathyMapAnswer:
        """The map in one language, as if somebody had filled it in.

        >>> given = {"en": "a note", "nl": "een briefje"}
        >>> made = WorkedMap(title=given, name=given, question=given, notes={"see": [given]})
        >>> [(note.region, note.text) for note in made.answer("nl").notes]
        [('see', 'een briefje')]
        """

        def said(text: Text | None) -> str:
            return text[lang] if text else ""

        return EmpathyMapAnswer(
            name=self.name[lang],
            role=said(self.role),
            situation=said(self.situation),
            face=self.face,
            question=self.question[lang],
            goal=said(self.goal),
            notes=tuple(
                Note(
                    id=f"{NOTE}{region}-{number}",
                    text=note[lang],
                    region=region,
                    evidence=note.evidence,
                    source=said(note.source),
                    tag=note.tag,
                )
                for region, notes in self.notes.items()
                for number, note in enumerate(notes, start=1)
            ),
        )
