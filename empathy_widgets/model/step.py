"""What every step of an exercise has in common, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Text

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.rubric import RubricItem

Release = Literal["after_attempt", "after_hand_in", "never"]


class Reveal(Frozen):
    """Prose, a worked map or both, closed until it is due: such as what the women said."""

    title: Text
    prose: Identifier | None = None
    """The name of the prose files: `<prose>.en.md` and `<prose>.nl.md`."""
    map: Identifier | None = None
    """The name of the worked map: `maps/<map>.yaml`."""
    release: Release = "after_attempt"

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.prose or self.map):
            message = 'this reveal shows nothing; add "prose: …", "map: …" or both'
            raise fault(message)
        return self


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
    compare: tuple[Identifier, ...] = ()
    """Earlier maps that are laid side by side here; on a map they stand beside that map."""
    trainer: Text | None = None
    """A note for the trainer; never shown to a learner."""

    @property
    def compared(self) -> tuple[str, ...]:
        """The ids of all maps that stand side by side here, two or three; none when nothing does."""
        return self.compare


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
