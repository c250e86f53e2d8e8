"""What every step of an exercise has in common, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field

from empathy_widgets.model.language import Frozen, Identifier, Text

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.rubric import RubricItem

Release = Literal["after_attempt", "after_hand_in", "never"]


class Reveal(Frozen):
    """A piece of prose that stays closed until it is due, such as what the women said."""

    title: Text
    prose: Identifier
    """The name of the prose files: `<prose>.en.md` and `<prose>.nl.md`."""
    release: Release = "after_attempt"


class Step(Frozen):
    """One thing to do. `kind` says which; the fields of a kind stand in its own module."""

    id: Identifier
    title: Text
    points: Annotated[int, Field(ge=0, le=100)]
    prompt: Text | None = None
    """What is asked; a free-text step takes it from the rubric instead."""
    hint: Text | None = None
    """A question that helps on; opened by the learner."""
    release: Release | None = None
    """When the model answer may be opened; None follows the exercise."""
    reveal: Reveal | None = None
    trainer: Text | None = None
    """A note for the trainer; never shown to a learner."""


def prompt_of(step: Step, item: RubricItem | None) -> Text:
    """What a step asks: its own prompt, or else that of its item in the rubric.

    Raises:
        ValueError: when neither says anything; reading an exercise never lets that through.
    """
    if step.prompt is not None:
        return step.prompt
    if item is None:
        message = f'step "{step.id}" asks nothing: it has no prompt and no item in the rubric'
        raise ValueError(message)
    return item.prompt


class Answer(Frozen):
    """What a learner answered at one step, in the plain form that checks and views read.

    Every kind has its own. `read` takes it out of the entries; `entries` is the way back, used
    for examples. Both are pure, and `read(answer.entries())` gives the same answer.
    """

    kind: ClassVar[str]

    @classmethod
    def read(cls, entries: Entries) -> Self:
        """The plain answer that some entries hold; unknown entries are passed over."""
        raise NotImplementedError

    def entries(self, client: str = "example") -> Entries:
        """The answer as entries, all written by one client."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """True when the learner has put nothing here yet."""
        raise NotImplementedError
