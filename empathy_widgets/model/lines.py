"""`lines`: write several short texts, such as three questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field

from empathy_widgets.model.answers import live
from empathy_widgets.model.entries import edit
from empathy_widgets.model.language import Text
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries


class LinesStep(Step):
    """A step with a few short text fields; the first `count` have the ids line-1, line-2 and so on."""

    kind: Literal["lines"]
    count: Annotated[int, Field(ge=1, le=20)] = 3
    starter: Text | None = None


class LinesAnswer(Answer):
    """The lines that were filled, from top to bottom."""

    kind: ClassVar[str] = "lines"
    lines: tuple[str, ...] = ()

    @classmethod
    def read(cls, entries: Entries) -> Self:
        texts = [entry.value.get("text") for _, entry in live(entries)]
        return cls(lines=tuple(text for text in texts if isinstance(text, str) and text.strip()))

    def entries(self, client: str = "example") -> Entries:
        made: Entries = {}
        rank = ""
        for number, text in enumerate(self.lines, start=1):
            rank = rank_between(rank, "")
            made[f"line-{number}"] = edit(None, client=client, value={"text": text}, rank=rank)
        return made

    @property
    def is_empty(self) -> bool:
        return not self.lines
