"""What the browser may know of a `choose` step: the options, never which is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.choose import ChooseStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem


def props(step: ChooseStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "several": step.several,
        "options": [{"id": option.id, "text": option.text[lang]} for option in step.options],
    }
