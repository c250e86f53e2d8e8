"""What a form or a table asks to fill in: one blank, of one type."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Lang, Text

BlankType = Literal["line", "text", "number", "date", "choice", "tick"]
TICKED = "yes"
"""What a ticked box holds; every blank holds text, so that all of them merge in the same way."""

TICK = "✓"
"""How a ticked box reads."""

ShortIdentifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=38)]
"""Two of these and a dot make the name of a cell, which may be 80 characters long."""


class Pick(Frozen):
    """One thing to pick in a blank of type `choice`."""

    id: Identifier
    text: Text


class Blank(Frozen):
    """One thing to fill in: a field of a form, or a column of a table.

    Attributes:
        id: its name.
        title: what stands beside it or above it.
        type: `line` (a few words), `text` (more), `number`, `date`, `choice` (one of `options`)
            or `tick` (yes, or nothing).
        required: False when it may stay empty; then it earns nothing either.
        min_words: the fewest words that count as an answer; for `line` and `text`.
        options: what to pick from; for `choice`.
        unit: what a number counts, such as "years"; for `number`.
        at_least: the lowest number that can be meant; for `number`.
        at_most: the highest; for `number`.
        example: shown in the empty field; a copy of it is no answer.
        question: what to think about when it is not filled well; never the answer.
    """

    id: ShortIdentifier
    title: Text
    type: BlankType = "line"
    required: bool = True
    min_words: Annotated[int, Field(ge=1, le=200)] = 1
    options: Annotated[tuple[Pick, ...], Field(max_length=40)] = ()
    unit: Text | None = None
    at_least: float | None = None
    at_most: float | None = None
    example: Text | None = None
    question: Text | None = None

    @property
    def is_written(self) -> bool:
        """True when it holds words of the learner's own."""
        return self.type in {"line", "text"}

    def in_words(self, text: str, lang: Lang) -> str:
        """What a blank of this type holds, as a learner reads it.

        >>> years = Text(en="years", nl="jaar")
        >>> Blank(id="age", title=Text(en="Age", nl="Leeftijd"), type="number", unit=years).in_words("41", "nl")
        '41 jaar'
        """
        if self.type == "choice":
            return next((option.text[lang] for option in self.options if option.id == text), "")
        if self.type == "tick":
            return TICK if text else ""
        return f"{text} {self.unit[lang]}" if self.unit and text else text

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.type == "choice" and len(self.options) < 2:  # noqa: PLR2004 - one is no choice
            message = f'"{self.id}" is a choice; give it at least two options'
            raise fault(message, "options")
        given = {
            "options": (self.options, "choice"),
            "unit": (self.unit, "number"),
            "at_least": (self.at_least is not None, "number"),
            "at_most": (self.at_most is not None, "number"),
        }
        for name, (value, type_) in given.items():
            if value and self.type != type_:
                message = f'"{self.id}" is of type {self.type}; only a {type_} has "{name}"'
                raise fault(message, name)
        if self.min_words > 1 and not self.is_written:
            message = f'"{self.id}" is of type {self.type}; only a line or a text has "min_words"'
            raise fault(message, "min_words")
        return self


class ForTrainer(Frozen):
    """A criterion that no program decides: the trainer does, or the learner as a self-check.

    Attributes:
        id: its name.
        title: the criterion in a few words.
        about: what a good answer does, in one sentence.
        question: what learners ask themselves, in place of `about`, when they judge it alone.
        points: what it is worth, of the points of the step.
        part: the field or column it is about; empty for the whole.
    """

    id: Identifier
    title: Text
    about: Text
    question: Text | None = None
    points: Annotated[int, Field(ge=0, le=100)] = 1
    part: Identifier | None = None


def twice(ids: list[str]) -> int | None:
    """The place of the first id that stood in the list before, or None.

    >>> twice(["name", "role", "name"])
    2
    """
    return next((at for at, name in enumerate(ids) if name in ids[:at]), None)


def check_for_trainer(
    criteria: tuple[ForTrainer, ...], points: int, parts: list[str], kind: str
) -> None:
    """Raise a fault when the criteria for the trainer do not fit the step they stand in."""
    if sum(criterion.points for criterion in criteria) > points:
        message = f"the trainer's criteria are worth more than the step, which has {points} points"
        raise fault(message, "for_trainer")
    for number, criterion in enumerate(criteria):
        if criterion.part and criterion.part not in parts:
            message = f'"{criterion.id}" is about "{criterion.part}", which is no {kind} here'
            raise fault(message, "for_trainer", number, "part")
