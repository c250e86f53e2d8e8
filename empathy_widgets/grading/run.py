"""Showing a learner's answers to our own workbook: papermill runs it, nothing else is run.

The workbook is built from the exercise when it is first needed. What travels into it are two
parameters, `lang` and `answers`; what comes back is the executed notebook and its marks.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, Self

from empathy_widgets.content.exercises import LoadedExercise, load_exercise
from empathy_widgets.errors import RunError
from empathy_widgets.grading.marks import Marks, read_marks
from empathy_widgets.model.answers import HAND_IN, Answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from nbformat import NotebookNode

    from empathy_widgets.model.language import Lang

Engine = Literal["auto", "fork", "warm", "plain"]
ENGINES: tuple[Engine, ...] = ("auto", "fork", "warm", "plain")

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Executed:
    """A workbook that was run on one learner's answers, and the marks it shows."""

    notebook: Notebook
    marks: Marks


class Runner:
    """Runs workbooks; a context manager, because engines may hold processes.

    Args:
        engine: "fork", "warm" or "plain"; "auto" takes fork where the system can.
        exercises: a folder of exercises to look in before the package.
        time_limit: seconds that one hand-in may take; None takes the engine's own.
    """

    def __init__(
        self,
        engine: Engine = "auto",
        exercises: Path | None = None,
        time_limit: float | None = None,
    ) -> None:
        self.engine = engine if engine != "auto" else "fork" if hasattr(os, "fork") else "warm"
        self._options = {} if time_limit is None else {"time_limit": time_limit}
        self._exercises = [exercises.resolve()] if exercises else []
        self._loaded: dict[str, LoadedExercise] = {}
        self._workbooks: dict[tuple[str, Lang], NotebookNode] = {}

    def __enter__(self) -> Self:
        self._temporary = TemporaryDirectory(prefix="empathy-grade-")
        # The notebook runs here: no answers lie beside it, and only the exercises we were given.
        self._folder = Path(self._temporary.name)
        for exercises in self._exercises:
            _link(exercises, self._folder / "exercises")
        _register_engines()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.engine == "warm":
            from empathy_widgets.grading.engines.warm import WarmEngine

            WarmEngine.close()
        self._temporary.cleanup()

    def exercise(self, name: str) -> LoadedExercise:
        """An exercise by its id.

        Raises:
            UnknownExerciseError: when there is none of that name.
            AuthoringError: when its files hold faults.
        """
        if name not in self._loaded:
            self._loaded[name] = load_exercise(name, self._exercises)
        return self._loaded[name]

    def run(self, exercise: str, lang: Lang, answers: Mapping[str, Any]) -> Executed:
        """Run the workbook of an exercise on a document of answers.

        Args:
            exercise: its id.
            lang: in which language.
            answers: the JSON form of an `Answers` document that was checked before.

        Raises:
            TimedOutError: when it took too long.
            RunError: when it failed in another way.
        """
        workbook = self._workbook(exercise, lang)
        notebook = execute(
            workbook,
            {"lang": lang, "answers": dict(answers)},
            engine=self.engine,
            folder=self._folder,
            **self._options,
        )
        return Executed(notebook, read_marks(notebook, exercise))

    def _workbook(self, exercise: str, lang: Lang) -> NotebookNode:
        if (exercise, lang) not in self._workbooks:
            from nbformat import from_dict

            from empathy_widgets.build.workbooks import notebook

            loaded = self.exercise(exercise)
            self._workbooks[exercise, lang] = from_dict(notebook(loaded, lang))  # type: ignore[no-untyped-call]
            if self.engine == "fork":
                with _inside(self._folder):
                    _get_ready(loaded, lang)
        return self._workbooks[exercise, lang]


def execute(
    workbook: NotebookNode,
    parameters: Mapping[str, Any],
    *,
    engine: str,
    folder: Path,
    **options: float,
) -> Notebook:
    """Let papermill run a notebook of ours with parameters.

    Args:
        workbook: the notebook, as a `NotebookNode`; it stays as it is.
        parameters: what is injected; JSON values only.
        engine: "fork", "warm" or "plain".
        folder: where it runs.
        options: for the engine, such as `time_limit` in seconds.

    Returns:
        The executed notebook, without what papermill notes of its own.

    Raises:
        TimedOutError: when it took too long.
        RunError: when a cell failed, or the process that ran it.
    """
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    try:
        executed = execute_notebook(
            workbook,
            None,
            parameters=dict(parameters),
            engine_name=f"empathy-{engine}",
            request_save_on_cell_execute=False,
            progress_bar=False,
            cwd=folder,
            **options,
        )
    except PapermillExecutionError as error:
        message = (
            f"cell {error.cell_index + 1} of the workbook failed: {error.ename}: {error.evalue}"
        )
        raise RunError(message) from error
    return _tidied(executed, workbook)


def _tidied(executed: NotebookNode, workbook: NotebookNode) -> Notebook:
    """Without papermill's notes, which hold all answers once more; the injected cell hidden."""
    executed.metadata = workbook.metadata
    for cell in executed.cells:
        cell.metadata.pop("papermill", None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.id = "answers"
            cell.metadata["jupyter"] = {"source_hidden": True}
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
    notebook: Notebook = executed
    return notebook


def _register_engines() -> None:
    """Tell papermill of our engines; it is told nowhere else, so that it stays light for others."""
    from papermill.engines import papermill_engines

    from empathy_widgets.grading.engines.plain import PlainEngine
    from empathy_widgets.grading.engines.warm import WarmEngine

    papermill_engines.register("empathy-plain", PlainEngine)
    papermill_engines.register("empathy-warm", WarmEngine)
    if hasattr(os, "fork"):
        from empathy_widgets.grading.engines.fork import ForkEngine

        papermill_engines.register("empathy-fork", ForkEngine)


def _get_ready(loaded: LoadedExercise, lang: Lang) -> None:
    """Load here, once, what every forked child would otherwise load again."""
    from empathy_widgets.grading.engines.fork import get_ready
    from empathy_widgets.workbook.static import Static
    from empathy_widgets.workbook.workbook import Workbook

    answers = Answers(document_id="0" * 32, exercise=loaded.exercise.id)
    if "model" in loaded.examples:
        answers = loaded.example("model", lang).document(loaded.exercise)
    Workbook(loaded.exercise.id, lang, answers)
    shown = Static(loaded, answers, lang)
    for step in (*(step.id for step in loaded.exercise.steps), "check", HAND_IN):
        shown.bundle(step)
    get_ready()


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _link(folder: Path, place: Path) -> None:
    try:
        place.symlink_to(folder, target_is_directory=True)
    except OSError:  # Windows lets only some people make links
        shutil.copytree(folder, place)
