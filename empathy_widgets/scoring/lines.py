"""Checking a `lines` step: all lines together are one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.scoring.free_text import findings
from empathy_widgets.scoring.results import State, StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.lines import LinesAnswer, LinesStep
    from empathy_widgets.model.rubric import RubricItem


def check(
    step: LinesStep,
    answer: LinesAnswer,
    *,
    item: RubricItem | None = None,
    previous: LinesAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """What the lines say together, criterion by criterion."""
    if answer.is_empty:
        return nothing_yet(step.id, step.points)
    found = findings(item, answer.lines, lang) if item else ()
    state: State = "complete" if len(answer.lines) >= step.count else "started"
    return add_up(step.id, state, step.points, found)
