"""A workbook with its answers and results, as plain outputs: for papermill, GitHub and print."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.notebooks import RESULT_MIME
from empathy_widgets.model.answers import HAND_IN, Answers
from empathy_widgets.workbook.openable import whole_twin
from empathy_widgets.workbook.results import exercise_json, step_json

if TYPE_CHECKING:
    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.scoring.results import ExerciseResult


class Static:
    """The outputs of a workbook with answers; everything is checked once, when first asked for.

    Args:
        loaded: the exercise.
        answers: a document of answers to it.
        lang: the language of the workbook.
    """

    def __init__(self, loaded: LoadedExercise, answers: Answers, lang: Lang) -> None:
        self._loaded = loaded
        self._answers = answers
        self._lang = lang

    @cached_property
    def _result(self) -> ExerciseResult:
        from empathy_widgets.scoring import check_exercise

        loaded = self._loaded
        return check_exercise(loaded.exercise, loaded.rubric, self._answers, lang=self._lang)

    def bundle(self, step: str) -> dict[str, Any]:
        """One step, or one panel, as a MIME bundle: the answer, what the check says, and both as data."""
        from empathy_widgets.views import feedback, panel_twin, summary

        exercise, rubric = self._loaded.exercise, self._loaded.rubric
        if step == HAND_IN:
            return dict(panel_twin(exercise, rubric, "handed_in", self._answers, self._lang))
        if step == "check":
            return {
                **summary(exercise, self._result, self._lang),
                RESULT_MIME: exercise_json(self._loaded, self._result, self._answers, self._lang),
            }
        checked = next(one for one in self._result.steps if one.step == step)
        shown = whole_twin(self._loaded, step, self._answers, self._lang)
        said = feedback(checked, self._lang)
        return {
            "text/html": shown["text/html"] + said["text/html"],
            "text/plain": f"{shown['text/plain']}\n\n{said['text/plain']}",
            RESULT_MIME: step_json(checked, self._lang),
        }
