"""A workbook with its answers and results, as plain outputs: for papermill, GitHub and print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.notebooks import RESULT_MIME
from empathy_widgets.model.answers import HAND_IN, Answers
from empathy_widgets.workbook.results import exercise_json, step_json

if TYPE_CHECKING:
    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang


def bundle(loaded: LoadedExercise, step: str, answers: Answers, lang: Lang) -> dict[str, Any]:
    """One step, or one panel, as a MIME bundle: the answer, what the check says, and both as data."""
    from empathy_widgets.scoring import check_exercise, check_step
    from empathy_widgets.views import feedback, panel_twin, summary, twin

    exercise, rubric = loaded.exercise, loaded.rubric
    if step == HAND_IN:
        return dict(panel_twin(exercise, rubric, "hand_in", answers, lang))
    if step == "check":
        result = check_exercise(exercise, rubric, answers, lang=lang)
        return {
            **summary(exercise, result, lang),
            RESULT_MIME: exercise_json(loaded, answers, lang),
        }
    checked = check_step(exercise, rubric, step, answers, lang=lang)
    shown = twin(exercise, rubric, step, answers, lang)
    said = feedback(checked, lang)
    return {
        "text/html": shown["text/html"] + said["text/html"],
        "text/plain": f"{shown['text/plain']}\n\n{said['text/plain']}",
        RESULT_MIME: step_json(checked, lang),
    }
