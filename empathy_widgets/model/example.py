"""A worked-out set of answers to an exercise, and what the checks must say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from empathy_widgets.model.answers import Answers
from empathy_widgets.model.exercise import ANSWERS
from empathy_widgets.model.language import Filled, Frozen, Identifier

if TYPE_CHECKING:
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.step import Answer

Verdict = Literal["met", "not_met", "open"]


class Example(Frozen):
    """What `examples/<name>.<lang>.json` holds.

    Attributes:
        about: what this example shows, in one sentence.
        answers: for each step that is answered the plain answer, in the form of its kind.
        expect: for each step the verdicts that are promised, by criterion or by the part (option,
            card, note, region) that a finding is about. Everything not named must not be `not_met`.
    """

    about: Filled
    answers: dict[Identifier, dict[str, Any]] = Field(default_factory=dict)
    expect: dict[Identifier, Annotated[dict[str, Verdict], Field(min_length=1)]] = Field(
        default_factory=dict
    )

    def plain(self, exercise: Exercise, step: str) -> Answer:
        """The answer to one step; an empty one when the example leaves it out.

        Raises:
            UnknownStepError: when the exercise has no such step.
            pydantic.ValidationError: when the answer does not have the form of its kind.
        """
        kind = ANSWERS[exercise.step(step).kind]
        return kind.model_validate(self.answers.get(step, {}))

    def document(self, exercise: Exercise) -> Answers:
        """The whole example as a document of answers with a fixed id."""
        steps = {step: self.plain(exercise, step).entries() for step in self.answers}
        return Answers(document_id="0" * 32, exercise=exercise.id, steps=steps)
