"""Checking a `text` step: every criterion of its item, as far as a program can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.scoring.free_text import findings
from empathy_widgets.scoring.results import StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.text import TextAnswer, TextStep


def check(
    step: TextStep,
    answer: TextAnswer,
    *,
    item: RubricItem | None = None,
    previous: TextAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """What the text says, criterion by criterion; a step without an item is only complete or not."""
    if answer.is_empty:
        return nothing_yet(step.id, step.points)
    found = findings(item, answer.text, lang) if item else ()
    return add_up(step.id, "complete", step.points, found)
