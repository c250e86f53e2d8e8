"""Everything that can go wrong, in one tree.

    EmpathyError
    ├── ExerciseError            an exercise folder cannot be used
    │   ├── UnknownExerciseError   no exercise of that name
    │   ├── UnknownStepError       the exercise has no such step
    │   └── AuthoringError         its files hold faults (all of them, with file and line)
    ├── UnknownItemError         no free-text item of that name
    ├── AnswersError             a document of answers cannot be used
    │   ├── DifferentDocumentsError   two documents that are not the same work
    │   ├── TooOldError            written in a format that is no longer read
    │   ├── TooNewError            written by a newer version of the package
    │   ├── UnreadableFileError    a hand-in is no notebook, or damaged
    │   ├── RefusedFileError       a hand-in breaks the rules of its format
    │   ├── NoAnswersError         a hand-in holds no answers
    │   └── NotOurFileError        a file to load holds something else
    ├── SavingError              the answers could not be written to disk
    │   └── NotSavedError          a file that you asked for could not be written
    ├── CompareError             the maps cannot be put side by side
    ├── UnknownNameError         a widget was given a name that it does not know
    ├── GradingError             grading could not begin
    │   ├── NothingToGradeError    there are no hand-ins at that place
    │   ├── OutFolderError         the results cannot go into that folder
    │   └── RosterError            the list of learners cannot be read
    ├── RunError                 the workbook could not show one learner's answers
    │   └── TimedOutError          it took longer than the time limit
    ├── PrintingError            it could not be printed
    │   └── NothingToPrintError    the file holds no map and no persona sheet
    ├── PhotoError               a photo cannot be used
    ├── NoDictionaryError        the spelling cannot be checked on this machine
    └── MissingExtraError        a part of the package that was not installed is needed

Every message says what happened, where, and what to do next.
The facts behind a message stay on the exception as attributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class EmpathyError(Exception):
    """The root: catch this to catch everything that empathy_widgets raises on purpose."""


class ExerciseError(EmpathyError):
    """An exercise folder cannot be used."""


class UnknownExerciseError(ExerciseError):
    """No exercise of that name was found in the places that were searched."""

    def __init__(self, name: str, known: Iterable[str], places: Iterable[Path] = ()) -> None:
        self.name = name
        self.known = sorted(known)
        self.places = list(places)
        where = ", ".join(str(place) for place in self.places) or "the package"
        super().__init__(f'There is no exercise "{name}" in {where}. {_nearest(name, self.known)}')


class UnknownStepError(ExerciseError):
    """The exercise has no step of that name."""

    def __init__(self, exercise: str, step: str, known: Iterable[str]) -> None:
        self.exercise = exercise
        self.step = step
        self.known = list(known)
        super().__init__(
            f'Exercise "{exercise}" has no step "{step}". {_nearest(step, self.known)}'
        )


class AuthoringError(ExerciseError):
    """The files of an exercise hold faults; each fault is one line, `file:line: what, and what to do`."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = list(faults)
        count = len(self.faults)
        super().__init__(
            "\n".join([f"{count} fault{'s' if count != 1 else ''} to mend:", *self.faults])
        )


class UnknownItemError(EmpathyError):
    """No free-text item of that name; an item is called `<exercise>.<step>`."""

    def __init__(self, item: str, known: Iterable[str]) -> None:
        self.item = item
        self.known = sorted(known)
        super().__init__(f'There is no free-text item "{item}". {_nearest(item, self.known)}')


class AnswersError(EmpathyError):
    """A document of answers cannot be used."""


class DifferentDocumentsError(AnswersError):
    """Two documents that are not the same piece of work cannot be merged."""

    def __init__(self, first: str, second: str) -> None:
        self.first = first
        self.second = second
        super().__init__(
            f"These are answers of two different documents ({first[:8]} and {second[:8]}). "
            "Only copies of one document can be merged; open them apart."
        )


class TooOldError(AnswersError):
    """The answers are in a format that this version no longer reads."""

    def __init__(self, found: int, oldest: int) -> None:
        self.found = found
        self.oldest = oldest
        super().__init__(
            f"These answers are in format {found}; the oldest format that can be read is {oldest}. "
            "Open and save them once with the version of empathy_widgets that made them."
        )


class TooNewError(AnswersError):
    """The answers come from a newer version of the package."""

    def __init__(self, found: int, newest: int) -> None:
        self.found = found
        self.newest = newest
        super().__init__(
            f"These answers are in format {found}; this version reads up to format {newest}. "
            "Install a newer empathy_widgets and try again."
        )


class SavingError(EmpathyError):
    """The answers could not be written to disk."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"The answers could not be saved in {path}: {reason}. "
            "Nothing is lost yet: download a copy, then free some room or move the folder."
        )


class NotSavedError(SavingError):
    """A file that you asked for could not be written; what it held before is still there."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        Exception.__init__(
            self, f"{path} could not be written: {reason}. Choose another name or folder."
        )


class CompareError(EmpathyError, ValueError):
    """Only two or three maps can be put side by side."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(
            f"compare takes two or three maps, and was given {count}. Choose those that differ most."
        )


class UnknownNameError(EmpathyError, TypeError):
    """A widget was given a name that it does not know, such as that of a keyword or a region."""

    def __init__(self, what: str, name: object, known: Iterable[str]) -> None:
        self.name = str(name)
        self.known = list(known)
        super().__init__(f'There is no {what} "{name}". {_nearest(self.name, self.known)}')


class UnreadableFileError(AnswersError):
    """A hand-in is no notebook, or damaged; the message is the end of a sentence."""


class RefusedFileError(AnswersError):
    """A hand-in breaks the rules of its format; the message is the end of a sentence."""


class NoAnswersError(AnswersError):
    """A hand-in holds no answers; the message is the end of a sentence."""


class NotOurFileError(AnswersError):
    """A file that `load` was given cannot be read, or holds something else."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(f"{path} {reason}")


class GradingError(EmpathyError):
    """Grading could not begin, so nothing was written."""


class NothingToGradeError(GradingError):
    """There are no hand-ins at that place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"There are no hand-ins in {path}. "
            "Give a notebook (.ipynb), a folder with notebooks, or a zip as it came from the learning platform."
        )


class OutFolderError(GradingError):
    """The results cannot go into that folder."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        super().__init__(f"The results cannot go into {folder}: {reason}")


class RosterError(GradingError):
    """The list of learners cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"The list of learners {path} cannot be read: {reason}. "
            'It should be a CSV file with a column "learner", or with the names or numbers in its first column.'
        )


class RunError(EmpathyError):
    """The workbook could not show one learner's answers; the others are not touched by it."""


class TimedOutError(RunError):
    """The workbook took longer than the time limit and was stopped."""

    def __init__(self, seconds: float, cell: int | None = None) -> None:
        self.seconds = seconds
        self.cell = cell
        where = f" in cell {cell + 1}" if cell is not None else ""
        super().__init__(f"the workbook was stopped{where} after {seconds:g} seconds")


class PrintingError(EmpathyError):
    """It could not be printed."""


class NothingToPrintError(PrintingError):
    """The file holds no map and no persona sheet that anything stands on."""

    def __init__(
        self, path: Path, why: str = "there is no empathy map and no persona sheet in it"
    ) -> None:
        self.path = path
        super().__init__(
            f"Nothing to print in {path}: {why}. Give a hand-in (.ipynb), a file from the folder "
            "answers, or a map or sheet that was saved as JSON."
        )


class PhotoError(EmpathyError):
    """A photo cannot be used.

    `reason` is "too_large", "no_picture", "too_many_pixels" or "full"; what it means stands in both
    languages in `strings.json` under `persona.photo.problem.<reason>`.
    """

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


class NoDictionaryError(EmpathyError):
    """The spelling cannot be checked on this machine: hunspell or a dictionary is missing."""

    def __init__(self, lang: str, reason: str) -> None:
        self.lang = lang
        self.reason = reason
        super().__init__(
            f"The spelling cannot be checked here: {reason}. "
            "On Debian or Ubuntu: sudo apt install hunspell hunspell-en-gb hunspell-nl"
        )


class MissingExtraError(EmpathyError):
    """A part of the package that was not installed is needed."""

    def __init__(self, extra: str, package: str) -> None:
        self.extra = extra
        self.package = package
        super().__init__(
            f'This needs "{package}", which is not installed. '
            f'Install it with: pip install "empathy_widgets[{extra}]"'
        )


def _nearest(name: str, known: Sequence[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"There are: {', '.join(known)}." if known else "There are none."
