"""`empathy check`: a learner's own check of a hand-in, a workbook or a file of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from pydantic import ValidationError

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import AnswersError, EmpathyError
from empathy_widgets.grading.json_reader import read_json
from empathy_widgets.grading.submission import read_submission
from empathy_widgets.model.answers import Answers
from empathy_widgets.scoring import check_exercise
from empathy_widgets.views import feedback, summary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from empathy_widgets.model.language import Lang

_ANSWERS_END = ".json"


def check_file(
    path: Path, output: TextIO, *, lang: Lang | None = None, exercises: Iterable[Path] = ()
) -> int:
    """Say for every step what is good and what to think about.

    Args:
        path: a hand-in or workbook (`.ipynb`), or a file of answers (`.json`).
        output: where to write.
        lang: the language to answer in; None takes that of the workbook.
        exercises: folders to look for the exercise in, before the package.

    Returns:
        0 when every step is complete, 1 when something is still to be done.

    Raises:
        AnswersError: when the file holds no answers that can be used.
        UnknownExerciseError: when the exercise it answers is not there.
    """
    answers, found = _read(path)
    lang = lang or found
    loaded = load_exercise(answers.exercise, exercises)
    result = check_exercise(loaded.exercise, loaded.rubric, answers, lang=lang)
    for step in result.steps:
        title = loaded.exercise.step(step.step).title[lang]
        said = feedback(step, lang)["text/plain"]
        output.write(f"{title}\n{'-' * len(title)}\n{said}\n\n")
    output.write(summary(loaded.exercise, result, lang)["text/plain"] + "\n")
    return 0 if all(step.state == "complete" for step in result.steps) else 1


def _read(path: Path) -> tuple[Answers, Lang]:
    """The answers in a file, and the language they were given in as far as it is known."""
    try:
        data = path.read_bytes()
        if path.suffix == _ANSWERS_END:
            return Answers.model_validate(read_json(data)), "en"
        submission = read_submission(path.name, data)
    except OSError as error:
        raise _cannot_check(path, error.strerror or str(error)) from error
    except EmpathyError as error:
        raise _cannot_check(path, str(error)) from error
    except ValidationError as error:
        raise _cannot_check(path, "it holds no answers of this course") from error
    if submission.answers is None:
        raise _cannot_check(path, submission.reason)
    return submission.answers, submission.lang or "en"


def _cannot_check(path: Path, reason: str) -> AnswersError:
    return AnswersError(
        f"{path} cannot be checked: {reason}. "
        "Give the file that you downloaded under Hand in, your workbook, or a file in the folder answers/."
    )
