"""Checking an `empathy_map` step: the map as a whole, and every note on it.

The points of the step are shared evenly between the things that are looked at; which those are
depends on the exercise (`_looks`). A guess is as good as a fact here, as long as it is called a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.scoring.map_notes import NOTE_CRITERIA, notes
from empathy_widgets.scoring.map_whole import evidence, mirrored, person, regions, tension
from empathy_widgets.scoring.results import State, StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, EmpathyMapStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.results import Finding


def check(
    step: EmpathyMapStep,
    answer: EmpathyMapAnswer,
    *,
    item: RubricItem | None = None,
    previous: EmpathyMapAnswer | None = None,
    lang: Lang = "en",
) -> StepResult:
    """Person, regions, notes, evidence, tension, and pains that are more than gains turned round.

    Args:
        step: the step.
        answer: the map.
        item: what a note is judged on.
        previous: the map that this one follows; it may have named the person already.
        lang: the language of the workbook.
    """
    if answer.is_empty:
        return nothing_yet(step.id, step.points)
    share = step.points / _looks(step, item)
    found: list[Finding] = []
    if step.follows is None:
        found += person(answer, share)
    found += regions(answer, step.rules, share)
    if item:
        found += notes(step, answer, item, lang, share)
    found += mirrored(answer, share)
    if step.rules.not_assumed:
        found += evidence(answer, step.rules, share)
    if step.follows:
        found += tension(answer, share)
    return add_up(step.id, _state(step, answer, previous), step.points, found)


def _looks(step: EmpathyMapStep, item: RubricItem | None) -> int:
    """How many things are looked at: regions and mirrored gains always, the others when asked."""
    return (
        2
        + (step.follows is None)
        + (len(NOTE_CRITERIA) if item else 0)
        + bool(step.rules.not_assumed)
        + (step.follows is not None)
    )


def _state(
    step: EmpathyMapStep, answer: EmpathyMapAnswer, previous: EmpathyMapAnswer | None
) -> State:
    from empathy_widgets.model.empathy_map import REGIONS

    named = answer.name.strip() or (previous and previous.name.strip())
    asked = step.rules.notes_per_region
    filled = all(len(answer.in_region(region)) >= asked for region in REGIONS)
    return "complete" if named and filled else "started"
