"""What the browser may know of an `order` step: the cards, shuffled, and nothing of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.order import OrderStep
    from empathy_widgets.model.rubric import RubricItem


def props(step: OrderStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "cards": [{"id": card.id, "text": card.text[lang]} for card in step.shuffled],
    }
