"""From a pile of hand-ins to a gradebook, a page for every learner and a summary."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from empathy_widgets.errors import (
    EmpathyError,
    ExerciseError,
    GradingError,
    NothingToGradeError,
    TimedOutError,
    UnknownExerciseError,
)
from empathy_widgets.grading.collect import Found, collect
from empathy_widgets.grading.gradebook import FILE, Gradebook, Pending, who
from empathy_widgets.grading.out_folder import new_results
from empathy_widgets.grading.roster import read_roster
from empathy_widgets.grading.run import Engine, Executed, Runner
from empathy_widgets.grading.submission import Submission, read_submission
from empathy_widgets.grading.summary import Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Tick = Callable[[], None]

DONE, NEEDS_ATTENTION, WRONG_USE = 0, 1, 2
"""Exit codes."""

_SECONDS_BETWEEN_DRAWINGS = 0.1


def grade(
    path: Path,
    out: Path,
    *,
    expected: str | None = None,
    roster: Path | None = None,
    engine: Engine = "auto",
    exercises: Path | None = None,
    progress: bool = True,
) -> int:
    """Grade hand-ins, and say in words what came of it.

    Args:
        path: a hand-in, a folder of them, or a zip.
        out: the folder for the results; new, empty, or one with earlier results.
        expected: the id of the exercise that should have been handed in; None takes any.
        roster: a CSV file with everybody who should hand in.
        engine: "auto", "fork", "warm" or "plain".
        exercises: a folder of exercises to look in before the package.
        progress: whether to draw a progress bar.

    Returns:
        0 when all is done, 1 when something needs a look, 2 when grading could not begin.
    """
    from rich.console import Console

    try:
        summary = grade_into(
            path,
            out,
            expected=expected,
            roster=roster,
            engine=engine,
            exercises=exercises,
            progress=progress,
        )
    except (GradingError, ExerciseError) as error:
        Console(stderr=True).print(str(error), markup=False, highlight=False, soft_wrap=True)
        return WRONG_USE
    Console().print(summary.text, markup=False, highlight=False, soft_wrap=True)
    return NEEDS_ATTENTION if summary.needs_attention else DONE


def grade_into(
    path: Path,
    out: Path,
    *,
    expected: str | None = None,
    roster: Path | None = None,
    engine: Engine = "auto",
    exercises: Path | None = None,
    progress: bool = False,
    time_limit: float | None = None,
) -> Summary:
    """The same for programs: returns the summary and raises what went wrong.

    Args:
        path: as in `grade`, like the others.
        out: where the results go.
        expected: the exercise.
        roster: who should hand in.
        engine: how the workbook is run.
        exercises: exercises of your own.
        progress: whether to draw a progress bar.
        time_limit: seconds that one hand-in may take.

    Raises:
        GradingError: when there is nothing to grade, or the results cannot go there.
        ExerciseError: when the expected exercise is not there, or an exercise has faults.
    """
    names = read_roster(roster) if roster else []
    if next(collect(path, out), None) is None:
        raise NothingToGradeError(path)
    with Runner(engine, exercises, time_limit) as runner:
        if expected is not None:
            runner.exercise(expected)
        with new_results(out) as made:
            with Gradebook(made / FILE) as book:
                grading = _Grading(made, book, runner, expected)
                with _bar("Reading", show=progress) as begin:
                    grading.read(collect(path, out), begin(None))
                grading.compare_with(names)
                with _bar("Grading", show=progress) as begin:
                    grading.grade(begin)
                book.write_csv(made / "gradebook.csv")
                summary = summarise(book.rows(), out)
            (made / "summary.txt").write_text(f"{summary.text}\n", encoding="utf-8")
    return summary


class _Grading:
    """One run, from the first file to the last page."""

    def __init__(self, made: Path, book: Gradebook, runner: Runner, expected: str | None) -> None:
        self._pages, self._notebooks = made / "feedback", made / "notebooks"
        self._pages.mkdir()
        self._notebooks.mkdir()
        self._book = book
        self._runner = runner
        self._expected = expected
        self._names: set[str] = set()

    def read(self, files: Iterable[Found], tick: Tick) -> None:
        """Note every file, and decide which of them are to be graded."""
        for found in files:
            self._book.add(self._of_this_course(_submission(found)))
            tick()
        self._book.number_attempts()
        for number, remark in [*self._book.doubtful()]:
            self._book.remark(number, remark)

    def compare_with(self, roster: list[str]) -> None:
        """Note who is missing, and who is not on the list."""
        if not roster:
            return
        there, listed = self._book.handed_in_by(), {who(name) for name in roster}
        for number, learner in [*self._book.named()]:
            if who(learner) not in listed:
                self._book.remark(number, "not on the list of learners")
        exercises = self._book.exercises()
        exercise = self._expected or (exercises[0] if len(exercises) == 1 else "")
        for name in roster:
            if who(name) not in there:
                self._book.add_missing(name, exercise)

    def grade(self, begin: Callable[[int | None], Tick]) -> None:
        """Run the workbook on every hand-in that has answers, and keep what comes of it."""
        numbers = self._book.to_grade()
        tick = begin(len(numbers))
        for number in numbers:
            self._grade(self._book.pending(number))
            tick()

    def _grade(self, work: Pending) -> None:
        try:
            executed = self._runner.run(work.exercise, work.lang, work.answers)
        except TimedOutError as error:
            self._book.settle(work.id, "timed_out", str(error))
        except ExerciseError:
            raise
        except EmpathyError as error:
            self._book.settle(work.id, "failed", str(error))
        except Exception as error:  # noqa: BLE001 - one hand-in never ends the run of all others
            self._book.settle(work.id, "failed", f"{type(error).__name__}: {error}")
        else:
            self._keep(work, executed)

    def _keep(self, work: Pending, executed: Executed) -> None:
        from empathy_widgets.build.workbooks import as_text
        from empathy_widgets.grading.feedback import feedback_page

        exercise, marks = self._runner.exercise(work.exercise).exercise, executed.marks
        other_version = work.content not in {"", marks.content}
        if other_version:
            self._book.remark(work.id, "made from another version of the exercise")
        name = self._name(work)
        page = feedback_page(exercise, work, marks, other_version=other_version)
        (self._pages / f"{name}.html").write_text(page, encoding="utf-8")
        (self._notebooks / f"{name}.ipynb").write_text(as_text(executed.notebook), encoding="utf-8")
        self._book.grade(work.id, marks, name)

    def _name(self, work: Pending) -> str:
        """A file name of our own, that looks like that of the hand-in: never what a learner wrote."""
        name = first = f"{work.exercise}-{work.document_id[:8]}"
        count = 1
        while name in self._names:
            count += 1
            name = f"{first}-{count}"
        self._names.add(name)
        return name

    def _of_this_course(self, found: Submission) -> Submission:
        """The same, turned away when it is not the exercise that is graded here."""
        if found.state:
            return found
        if self._expected is not None and found.exercise != self._expected:
            reason = f'it is "{found.exercise}", not "{self._expected}"'
            return found.turned_away("wrong_exercise", reason)
        try:
            self._runner.exercise(found.exercise)
        except UnknownExerciseError:
            reason = f'there is no exercise "{found.exercise}" here'
            return found.turned_away("wrong_exercise", reason)
        return found


def _submission(found: Found) -> Submission:
    if found.trouble:
        return Submission(found.name, found.name, state=found.trouble, reason=found.reason)
    return read_submission(found.name, found.data)


@contextmanager
def _bar(what: str, *, show: bool) -> Iterator[Callable[[int | None], Tick]]:
    """A progress bar that draws itself only when it is told to: no thread, so forking stays safe."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=Console(stderr=True), auto_refresh=False, disable=not show
    ) as bar:
        drawn = 0.0

        def begin(total: int | None) -> Tick:
            task = bar.add_task(what, total=total)

            def tick() -> None:
                nonlocal drawn
                bar.advance(task)
                if time.monotonic() - drawn > _SECONDS_BETWEEN_DRAWINGS:
                    bar.refresh()
                    drawn = time.monotonic()

            return tick

        yield begin
        for task in bar.tasks:
            bar.update(task.id, total=task.completed)
        bar.refresh()
