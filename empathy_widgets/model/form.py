"""`form`: fill in named fields, such as the facts of a buyer or a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.answers import live
from empathy_widgets.model.blanks import Blank, ForTrainer, check_for_trainer, twice
from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Text
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries


class FormField(Blank):
    """A field of a form."""

    help: Text | None = None
    """A sentence below the title, such as where to find the answer."""


class FormStep(Step):
    """A step with named fields; one entry for each field, with what was filled in as its text."""

    kind: Literal["form"]
    prompt: Text
    fields: Annotated[tuple[FormField, ...], Field(min_length=1, max_length=30)]
    for_trainer: Annotated[tuple[ForTrainer, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        ids = [field.id for field in self.fields]
        again = twice(ids)
        if again is not None:
            message = f'two fields are called "{ids[again]}"; give each its own id'
            raise fault(message, "fields", again, "id")
        check_for_trainer(self.for_trainer, self.points, ids, "field")
        return self


class FormAnswer(Answer):
    """For each field that was filled what it holds: text, a date as 2026-05-03, or an option's id."""

    kind: ClassVar[str] = "form"
    fields: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def read(cls, entries: Entries) -> Self:
        texts = {name: entry.value.get("text") for name, entry in live(entries)}
        return cls(
            fields={
                name: text for name, text in texts.items() if isinstance(text, str) and text.strip()
            }
        )

    def entries(self, client: str = "example") -> Entries:
        return {
            name: edit(None, client=client, value={"text": text})
            for name, text in self.fields.items()
        }

    @property
    def is_empty(self) -> bool:
        return not self.fields
