"""`order`: put cards in sequence."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.answers import live
from empathy_widgets.model.blanks import twice
from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Entries


class OrderCard(Frozen):
    """A card, why it stands where it does, and what to ask whoever puts it elsewhere."""

    id: Identifier
    text: Text
    feedback: Text
    """Why it stands here; said when it does."""
    question: Text
    """Said when it stands elsewhere; never the place itself."""


class OrderStep(Step):
    """A step with cards, written in the right order; one entry per placed card, in order of rank."""

    kind: Literal["order"]
    prompt: Text
    cards: Annotated[tuple[OrderCard, ...], Field(min_length=3, max_length=20)]

    @model_validator(mode="after")
    def _every_card_is_one_of_a_kind(self) -> Self:
        again = twice([card.id for card in self.cards])
        if again is not None:
            message = f'two cards are called "{self.cards[again].id}"; give each its own id'
            raise fault(message, "cards", again, "id")
        return self

    @property
    def shuffled(self) -> tuple[OrderCard, ...]:
        """The cards as they lie on the table at first: the same for everybody, and never in order."""

        def by_lot(card: OrderCard) -> str:
            return sha256(f"{self.id} {card.id}".encode()).hexdigest()

        shuffled = tuple(sorted(self.cards, key=by_lot))
        return shuffled if shuffled != self.cards else self.cards[::-1]


class OrderAnswer(Answer):
    """The ids of the cards that were placed, from first to last."""

    kind: ClassVar[str] = "order"
    order: tuple[str, ...] = ()

    @classmethod
    def read(cls, entries: Entries) -> Self:
        return cls(order=tuple(name for name, entry in live(entries) if entry.rank))

    def entries(self, client: str = "example") -> Entries:
        made: Entries = {}
        rank = ""
        for card in self.order:
            rank = rank_between(rank, "")
            made[card] = edit(None, client=client, rank=rank)
        return made

    @property
    def is_empty(self) -> bool:
        return not self.order
