"""What the browser may know of a `lines` step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.lines import LinesStep
    from empathy_widgets.model.rubric import RubricItem


def props(step: LinesStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "starter": step.starter[lang] if step.starter else "",
        "count": step.count,
    }
