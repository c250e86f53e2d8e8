"""What the checks say, in the form in which it travels: in messages and in notebook outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.model.answers import CHECKED, HAND_IN, HANDED_IN, Answers
from empathy_widgets.workbook.hand_in import hand_in_name

if TYPE_CHECKING:
    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.scoring.results import ExerciseResult, Finding, StepResult


def result_json(
    loaded: LoadedExercise, step: str, answers: Answers, lang: Lang
) -> dict[str, Any] | None:
    """What the check says of a step; None before the learner first asked for it."""
    if CHECKED not in answers.entries(step):
        return None
    from empathy_widgets.scoring import check_step

    return step_json(check_step(loaded.exercise, loaded.rubric, step, answers, lang=lang), lang)


def step_json(result: StepResult, lang: Lang) -> dict[str, Any]:
    """One step's result in one language."""
    findings = [_finding_json(finding, lang) for finding in result.findings]
    return {
        "step": result.step,
        "state": result.state,
        "points_min": result.points_min,
        "points_max": result.points_max,
        "points_possible": result.points_possible,
        "findings": findings,
        "self_check": [finding for finding in findings if finding["verdict"] == "open"],
    }


def exercise_json(
    loaded: LoadedExercise, result: ExerciseResult, answers: Answers, lang: Lang
) -> dict[str, Any]:
    """The result of the whole exercise in one language; what grading reads back."""
    return {
        "exercise": loaded.exercise.id,
        "content": loaded.content_hash,
        "learner": answers.learner,
        "points_min": result.points_min,
        "points_max": result.points_max,
        "points_possible": result.points_possible,
        "passed": result.passed(loaded.exercise.pass_mark),
        "steps": [step_json(step, lang) for step in result.steps],
    }


def summary_json(loaded: LoadedExercise, answers: Answers, lang: Lang) -> dict[str, Any]:
    """The state of every step for the panels.

    Points are told only for steps that were checked, so that the panel gives no answer away.
    """
    from empathy_widgets.scoring import check_exercise

    result = check_exercise(loaded.exercise, loaded.rubric, answers, lang=lang)
    steps = []
    for step in result.steps:
        checked = CHECKED in answers.entries(step.step)
        steps.append(
            {
                "step": step.step,
                "title": loaded.exercise.step(step.step).title[lang],
                "state": step.state,
                "checked": checked,
                "points_min": step.points_min if checked else None,
                "points_max": step.points_max if checked else None,
                "points_possible": step.points_possible,
            }
        )
    checked_steps = [step for step in steps if step["checked"]]
    return {
        "steps": steps,
        "points_min": sum(step["points_min"] for step in checked_steps),
        "points_max": sum(step["points_max"] for step in checked_steps),
        "points_checked": sum(step["points_possible"] for step in checked_steps),
        "points_possible": result.points_possible,
        "pass_mark": loaded.exercise.pass_mark,
        "learner": answers.learner,
        "handed_in": HANDED_IN in answers.entries(HAND_IN),
        "missing": [step["title"] for step in steps if step["state"] == "empty"],
        "file_name": hand_in_name(answers),
    }


def _finding_json(finding: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "criterion": finding.criterion,
        "verdict": finding.verdict,
        "points": finding.points,
        "title": finding.title[lang],
        "message": finding.message[lang],
        "evidence": finding.evidence,
        "question": finding.question[lang] if finding.question else "",
        "part": finding.part,
    }
