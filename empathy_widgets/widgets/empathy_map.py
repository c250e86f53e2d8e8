"""What the browser may know of an `empathy_map` step.

The words of the regions come along in the strings; `previous` (the entries of the map that this
one follows) is added by the workbook, which has the answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem


def props(step: EmpathyMapStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "question": step.question[lang] if step.question else "",
        "follows": step.follows is not None,
        "previous": None,
    }
