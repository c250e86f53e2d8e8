"""The contents of the course in a notebook: how far you are with every workbook in this folder.

It looks at the answers that lie beside the workbooks and never writes anything.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_widgets.content.exercises import exercise_names, load_exercise
from empathy_widgets.content.notebooks import read_mark
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.exercise import ANSWERS
from empathy_widgets.model.language import language
from empathy_widgets.model.progress import Points, Progress
from empathy_widgets.workbook.results import summary_json
from empathy_widgets.workbook.sidecar import read_answers, saved_at, sidecar_paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.content.notebooks import Mark
    from empathy_widgets.model.answers import Answers

EXERCISES = "exercises"
"""The folder beside the notebooks with exercises of one's own."""


class Contents:
    """What to go on with, and every workbook with how far you are, as it is when it is shown.

    In JupyterLab a button looks again, and so does coming back to the page (`labextension/`).

    Args:
        lang: "en" or "nl".

    Raises:
        ValueError: when there is no course in that language.
    """

    def __init__(self, lang: str = "en") -> None:
        self.lang = language(lang)
        self.folder = Path.cwd()

    def look(self) -> dict[str, str]:
        """The page as it is now, as a MIME bundle of HTML and plain text."""
        from empathy_widgets.views.contents import contents

        course, unusable = progress(self.folder)
        return contents(course, self.lang, unusable=unusable, looked=time.strftime("%H:%M"))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return self.look()


def progress(folder: Path) -> tuple[list[Progress], list[str]]:
    """How far every workbook is, in the order of the course.

    Args:
        folder: where the notebooks lie, with `answers/` beside them.

    Returns:
        The workbooks, and the names of exercises that hold faults.
    """
    marks = {path.name: read_mark(path) for path in sorted(folder.glob("*.ipynb"))}
    course, unusable = [], []
    for name in exercise_names([folder / EXERCISES]):
        try:
            loaded = load_exercise(name, [folder / EXERCISES])
            course.append(_progress(folder, loaded, marks))
        except AuthoringError:
            unusable.append(name)
    return sorted(course, key=lambda one: (one.exercise.number, one.exercise.id)), unusable


def _progress(folder: Path, loaded: LoadedExercise, marks: Mapping[str, Mark | None]) -> Progress:
    exercise = loaded.exercise
    documents, damaged = _documents(folder, loaded)
    if not documents:
        return Progress(
            exercise, notebook=_notebook(loaded, marks, None), next_step="", damaged=damaged
        )
    answers = documents[0]
    summary = summary_json(loaded, answers, "en")
    left = [step["step"] for step in summary["steps"] if step["state"] != "complete"]
    points = Points(summary["points_min"], summary["points_max"], summary["points_checked"])
    return Progress(
        exercise,
        notebook=_notebook(loaded, marks, answers),
        done=len(exercise.steps) - len(left),
        begun=True,
        points=points if points.possible else None,
        next_step=left[0] if left else "",
        handed_in=summary["handed_in"],
        saved=saved_at(folder, answers),
        others=len(documents) - 1,
        damaged=damaged,
    )


def _documents(folder: Path, loaded: LoadedExercise) -> tuple[list[Answers], tuple[str, ...]]:
    """All answers to an exercise that say anything, newest first; and files that are damaged."""
    found, damaged = [], []
    for path in sidecar_paths(folder, loaded.exercise.id):
        answers = read_answers(path)
        if answers is None:
            damaged.append(path.name)
            answers = read_answers(path.with_suffix(".previous.json"))
        if answers and answers.exercise == loaded.exercise.id and not _is_blank(loaded, answers):
            found.append(answers)
    return found, tuple(damaged)


def _is_blank(loaded: LoadedExercise, answers: Answers) -> bool:
    return all(
        ANSWERS[step.kind].read(answers.entries(step.id)).is_empty for step in loaded.exercise.steps
    )


def _notebook(
    loaded: LoadedExercise, marks: Mapping[str, Mark | None], answers: Answers | None
) -> str:
    """The notebook that carries these answers, or else the one of the course; "" for none."""
    ours = {
        name: mark
        for name, mark in marks.items()
        if mark and mark.exercise == loaded.exercise.id and not mark.is_hand_in
    }
    for name, mark in ours.items():
        if answers and mark.answers and mark.answers.document_id == answers.document_id:
            return name
    usual = f"{loaded.exercise.number:02d}-{loaded.exercise.id}.ipynb"
    return usual if usual in ours else next(iter(ours), "")
