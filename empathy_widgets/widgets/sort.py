"""What the browser may know of a `sort` step: boxes and cards, never which belongs where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.sort import SortStep


def props(step: SortStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "boxes": [{"id": box.id, "title": box.title[lang]} for box in step.boxes],
        "cards": [{"id": card.id, "text": card.text[lang]} for card in step.cards],
    }
