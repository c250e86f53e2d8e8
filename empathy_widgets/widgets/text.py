"""What the browser may know of a `text` step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.text import TextStep


def props(step: TextStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {**shared(step, item, lang), "starter": step.starter[lang] if step.starter else ""}
