"""An exercise on the three tables of the course, one step for each kind of plot."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from empathy_widgets.content.exercises import LoadedExercise, read_exercise
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.data import DataAnswer, DataStep

HERE = Path(__file__).parent
COURSE = HERE.parents[1] / "exercises"


def put_figures(exercises: Path) -> Path:
    """The exercise as a folder among others, with the tables of the course."""
    folder = exercises / HERE.name
    (folder / "data").mkdir(parents=True)
    for table in COURSE.glob("*/data/*.csv"):
        shutil.copy(table, folder / "data")
    shutil.copy(HERE / "exercise.yaml", folder)
    return folder


def figures(
    more: dict[str, str] | None = None, change: tuple[str, str] = ("", "")
) -> LoadedExercise:
    """The exercise, read.

    Args:
        more: files to lay over it, by their path in the folder.
        change: a text in `exercise.yaml`, and what to put in its place.
    """
    with TemporaryDirectory() as made:
        folder = put_figures(Path(made))
        file = folder / "exercise.yaml"
        file.write_text(file.read_text("utf-8").replace(*change), encoding="utf-8")
        for name, content in (more or {}).items():
            (folder / name).write_bytes(content.encode())
        loaded = read_exercise(folder)
        assert loaded.content_hash  # taken while the folder is there
        return loaded


def data_step(loaded: LoadedExercise, name: str) -> DataStep:
    """A step of the exercise."""
    found = loaded.exercise.step(name)
    assert isinstance(found, DataStep)
    return found


def answers(**steps: DataAnswer) -> Answers:
    """A document with answers to some steps."""
    entries = {name: answer.entries() for name, answer in steps.items()}
    return Answers(document_id="0" * 32, exercise="figures", steps=entries)
