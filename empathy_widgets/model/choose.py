"""`choose`: pick one or more options; every option has its own feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries

CHOICE = "choice"


class Option(Frozen):
    """One option: what it says, whether it is right, and what to say of it when chosen."""

    id: Identifier
    text: Text
    right: bool = False
    feedback: Text


class ChooseStep(Step):
    """A step with options; `several` lets the learner pick more than one."""

    kind: Literal["choose"]
    prompt: Text
    several: bool = False
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=60)]

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        right = sum(option.right for option in self.options)
        if right == 0 or (right > 1 and not self.several):
            message = "mark exactly one option `right: true`, or set `several: true`"
            raise fault(message, "options")
        return self


class ChooseAnswer(Answer):
    """The ids of the options that were chosen, in the order of the step."""

    kind: ClassVar[str] = "choose"
    chosen: tuple[str, ...] = ()

    @classmethod
    def read(cls, entries: Entries) -> Self:
        entry = entries.get(CHOICE)
        chosen = entry.value.get("options") if entry and not entry.deleted else None
        return cls(chosen=tuple(chosen) if isinstance(chosen, list) else ())

    def entries(self, client: str = "example") -> Entries:
        if self.is_empty:
            return {}
        return {CHOICE: edit(None, client=client, value={"options": list(self.chosen)})}

    @property
    def is_empty(self) -> bool:
        return not self.chosen
