"""`sort`: put cards into boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries


class Box(Frozen):
    """A place to put cards."""

    id: Identifier
    title: Text


class Card(Frozen):
    """A card, the box it belongs in, and why."""

    id: Identifier
    text: Text
    box: Identifier
    feedback: Text


class SortStep(Step):
    """A step with boxes and cards; one entry per card says in which box it lies."""

    kind: Literal["sort"]
    prompt: Text
    boxes: Annotated[tuple[Box, ...], Field(min_length=2, max_length=8)]
    cards: Annotated[tuple[Card, ...], Field(min_length=2, max_length=40)]

    @model_validator(mode="after")
    def _every_card_has_a_box(self) -> Self:
        boxes = {box.id for box in self.boxes}
        for number, card in enumerate(self.cards):
            if card.box not in boxes:
                message = (
                    f'card "{card.id}" belongs in box "{card.box}", which is not among the boxes'
                )
                raise fault(message, "cards", number, "box")
        return self


class SortAnswer(Answer):
    """For each card that was placed the id of its box."""

    kind: ClassVar[str] = "sort"
    placed: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def read(cls, entries: Entries) -> Self:
        boxes = {
            card: entry.value.get("box")
            for card, entry in sorted(entries.items())
            if not entry.deleted and not card.startswith("~")
        }
        return cls(
            placed={card: box for card, box in boxes.items() if isinstance(box, str) and box}
        )

    def entries(self, client: str = "example") -> Entries:
        return {
            card: edit(None, client=client, value={"box": box}) for card, box in self.placed.items()
        }

    @property
    def is_empty(self) -> bool:
        return not self.placed
