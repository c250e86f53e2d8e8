"""What a notebook of the course calls."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import AnswersError
from empathy_widgets.model.answers import HAND_IN, Answers
from empathy_widgets.model.language import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.workbook.live import Live
    from empathy_widgets.workbook.static import Static


class Workbook:
    """One workbook of the course.

    Without answers it is live: every step is a widget, and what you do is saved beside the
    notebook. With answers it shows them with their results, as plain HTML: no widget is loaded
    and no file is read or written.

    Args:
        exercise: the id of the exercise, such as "well".
        lang: "en" or "nl".
        answers: None to work; a document of answers (as JSON) to see what the checks say of it.

    Raises:
        UnknownExerciseError: when there is no exercise of that name.
        AuthoringError: when the files of the exercise hold faults.
        AnswersError: when the answers are not a document of this exercise.

    >>> book = Workbook("well", "nl", {"document_id": "0" * 32, "exercise": "well"})
    >>> book.exercise.title["nl"]
    'De waterput'
    """

    def __init__(
        self,
        exercise: str,
        lang: str = "en",
        answers: Answers | Mapping[str, Any] | None = None,
    ) -> None:
        self.lang = language(lang)
        folder = Path.cwd()
        self._loaded = load_exercise(exercise, [folder / "exercises"])
        self._live: Live | None = None
        self._static: Static | None = None
        if answers is not None:
            from empathy_widgets.workbook.static import Static

            self._static = Static(self._loaded, _document(answers, exercise), self.lang)
        else:
            from empathy_widgets.workbook.document import Document
            from empathy_widgets.workbook.live import Live

            self._live = Live(self._loaded, self.lang, Document(folder, exercise, _notebook()))

    @property
    def exercise(self) -> Exercise:
        """The exercise itself."""
        return self._loaded.exercise

    def step(self, name: str) -> None:
        """Show one step.

        Raises:
            UnknownStepError: when the exercise has no such step; it names the nearest.
        """
        self._loaded.exercise.step(name)
        self._show(name)

    def map(self, name: str) -> None:
        """Show a map that the author filled, to read.

        Raises:
            AuthoringError: when the exercise has no such map, or its file holds faults.
        """
        from IPython.display import display

        worked = self._loaded.worked_map(name)
        if self._live:
            from empathy_widgets.widgets.worked_map import worked_map

            display(worked_map(name, worked, self.lang))  # type: ignore[no-untyped-call]
        else:
            from empathy_widgets.views.worked_map import twin

            display(twin(worked, self.lang), raw=True)  # type: ignore[no-untyped-call]

    def check(self) -> None:
        """Show how far you are with every step."""
        self._show("check")

    def hand_in(self) -> None:
        """Show what is complete, and make the file to hand in."""
        self._show(HAND_IN)

    def _show(self, step: str) -> None:
        from IPython.display import display

        if self._live:
            display(self._live.widget(step))  # type: ignore[no-untyped-call]
        elif self._static:
            display(self._static.bundle(step), raw=True)  # type: ignore[no-untyped-call]


def _document(answers: Answers | Mapping[str, Any], exercise: str) -> Answers:
    from pydantic import ValidationError

    try:
        document = answers if isinstance(answers, Answers) else Answers.model_validate(answers)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"These are not answers that can be read: {where}: {first['msg']}."
        raise AnswersError(message) from error
    if document.exercise != exercise:
        message = (
            f'These are answers to "{document.exercise}", not to "{exercise}". '
            f'Open them with Workbook("{document.exercise}", …).'
        )
        raise AnswersError(message)
    return document


def _notebook() -> str:
    """The file name of the notebook this kernel was started for; "" when the host does not tell."""
    return Path(os.environ.get("JPY_SESSION_NAME", "")).name
