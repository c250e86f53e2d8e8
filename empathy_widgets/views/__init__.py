"""Everything as static HTML and as plain text, for wherever no widget can be.

One module for each kind of step, with `render` (HTML) and `plain` (text); here the doors to them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.results import ExerciseResult, StepResult


def twin(
    exercise: Exercise, rubric: Mapping[str, RubricItem], step: str, answers: Answers, lang: Lang
) -> dict[str, str]:
    """One step with what was answered, as a MIME bundle of HTML and plain text.

    Args:
        exercise: the exercise.
        rubric: for each free-text step the item it is judged on.
        step: the id of the step.
        answers: the learner's work; may be empty.
        lang: the language of the page.

    Raises:
        UnknownStepError: when the exercise has no such step.
    """
    from empathy_widgets.content.strings import strings
    from empathy_widgets.model.exercise import ANSWERS

    asked = exercise.step(step)
    kind = import_module(f"empathy_widgets.views.{asked.kind}")
    read = ANSWERS[asked.kind].read
    before = getattr(asked, "follows", None)
    given: dict[str, Any] = {
        "lang": lang,
        "strings": strings(lang),
        "item": rubric.get(step),
        "previous": read(answers.entries(before)) if before else None,
    }
    answer = read(answers.entries(step))
    html, plain = kind.render(asked, answer, **given), kind.plain(asked, answer, **given)
    if asked.compared:
        from empathy_widgets.views.compare import compared

        beside = compared(exercise, step, answers, lang)
        if beside and beside.can_be_read:
            html, plain = html + beside.to_html(), f"{plain}\n\n{beside.plain()}"
    return {"text/html": html, "text/plain": plain}


def feedback(result: StepResult, lang: Lang) -> dict[str, str]:
    """What the check of one step found, as a MIME bundle."""
    from empathy_widgets.views import results

    return {
        "text/html": results.feedback(result, lang),
        "text/plain": results.feedback_plain(result, lang),
    }


def summary(exercise: Exercise, result: ExerciseResult, lang: Lang) -> dict[str, str]:
    """Every step with its points, the total and whether that passes, as a MIME bundle."""
    from empathy_widgets.views import results

    return {
        "text/html": results.summary(exercise, result, lang),
        "text/plain": results.summary_plain(exercise, result, lang),
    }


def panel_twin(
    exercise: Exercise,
    rubric: Mapping[str, RubricItem],  # noqa: ARG001 - called like `twin`
    panel: str,
    answers: Answers,
    lang: Lang,
) -> dict[str, str]:
    """The panel "check" or "hand_in" as a MIME bundle: which steps hold an answer, and whose work it is.

    It tells no points: those stand in `summary`, for when the answers are there to be graded.
    """
    from empathy_widgets.views import panels

    return panels.twin(exercise, panel, answers, lang)


__all__ = ["feedback", "panel_twin", "summary", "twin"]
