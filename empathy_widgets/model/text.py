"""`text`: write freely; the rubric's item of the same name says what is asked and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Self

from empathy_widgets.model.answers import text_of
from empathy_widgets.model.entries import edit
from empathy_widgets.model.language import Text
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries

TEXT = "text"


class TextStep(Step):
    """A step with one text field."""

    kind: Literal["text"]
    starter: Text | None = None
    """The beginning of a sentence, shown in the empty field; never part of the answer."""
    rewrites: Text | None = None
    """The text that the answer says anew; after Check stands how easily both read."""


class TextAnswer(Answer):
    """What was written."""

    kind: ClassVar[str] = "text"
    text: str = ""

    @classmethod
    def read(cls, entries: Entries) -> Self:
        return cls(text=text_of(entries, TEXT))

    def entries(self, client: str = "example") -> Entries:
        return {} if self.is_empty else {TEXT: edit(None, client=client, value={"text": self.text})}

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()
