"""What is good: one module for each kind of step, and the judging of free text.

Nothing here reads a file or draws anything: exercise and answers in, results out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.results import ExerciseResult, StepResult

__all__ = ["check_exercise", "check_step"]


def check_step(
    exercise: Exercise,
    rubric: Mapping[str, RubricItem],
    step: str,
    answers: Answers,
    *,
    lang: Lang = "en",
) -> StepResult:
    """What is good in one step, what to think about, and the points as far as they are certain.

    Args:
        exercise: the exercise.
        rubric: for each free-text step, and each map, the item it is judged on.
        step: the id of the step.
        answers: the learner's work.
        lang: the language of the workbook; an answer in the other language is understood too.

    Raises:
        UnknownStepError: when the exercise has no such step.
    """
    from empathy_widgets.model.exercise import ANSWERS

    asked = exercise.step(step)
    kind = import_module(f"empathy_widgets.scoring.{asked.kind}")
    read = ANSWERS[asked.kind].read
    before = getattr(asked, "follows", None)
    result: StepResult = kind.check(
        asked,
        read(answers.entries(step)),
        item=rubric.get(step),
        previous=read(answers.entries(before)) if before else None,
        lang=lang,
    )
    return result


def check_exercise(
    exercise: Exercise, rubric: Mapping[str, RubricItem], answers: Answers, *, lang: Lang = "en"
) -> ExerciseResult:
    """The results of all steps of an exercise, in the order of the page."""
    from empathy_widgets.scoring.results import ExerciseResult

    steps = (check_step(exercise, rubric, step.id, answers, lang=lang) for step in exercise.steps)
    return ExerciseResult(exercise.id, tuple(steps))
