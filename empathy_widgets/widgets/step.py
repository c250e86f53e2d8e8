"""What the browser may know of any step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.model.step import prompt_of

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.step import Step


def shared(step: Step, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """Title, prompt and points; and whether there is a hint, but not what it says."""
    return {
        "title": step.title[lang],
        "prompt": prompt_of(step, item)[lang],
        "points": step.points,
        "hint": step.hint is not None,
    }
