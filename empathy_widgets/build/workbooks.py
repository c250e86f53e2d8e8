"""From an exercise to its workbook: the same notebook, to the letter, every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.exercises import LoadedExercise, read_exercise
from empathy_widgets.content.strings import strings
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.exercise import Prose
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.model.worked_map import CELL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from empathy_widgets.model.step import Step

Cell = dict[str, Any]
Notebook = dict[str, Any]

_PARAMETERS = (
    'lang = "{lang}"  # "en" or "nl"\nanswers = None  # None to learn; an Answers document to grade'
)
_CONTENTS = 'lang = "{lang}"  # "en" or "nl"'
_BOOK = 'from empathy_widgets import Workbook\n\nbook = Workbook("{exercise}", lang, answers)'


def build(exercises: Path, workbooks: Path) -> list[Path]:
    """Write the workbooks of all exercises in a folder; those that were right are left alone.

    Args:
        exercises: a folder of exercise folders.
        workbooks: the folder to write `en/` and `nl/` in.

    Returns:
        The files that were written or removed.

    Raises:
        AuthoringError: when an exercise holds faults.
    """
    expected = texts(exercises)
    changed = []
    for name, text in expected.items():
        path = workbooks / name
        if _read(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    for path in _stray(workbooks, set(expected)):
        path.unlink()
        changed.append(path)
    return changed


def differences(exercises: Path, workbooks: Path) -> list[str]:
    """Which workbooks do not follow from their exercises, each as a sentence with what to do.

    Raises:
        AuthoringError: when an exercise holds faults.
    """
    expected = texts(exercises)
    found = []
    for name, text in expected.items():
        there = _read(workbooks / name)
        if there is None:
            found.append(f"{workbooks / name} is missing; run `empathy build`")
        elif there != text:
            found.append(f"{workbooks / name} is not what its exercise says; run `empathy build`")
    found += [
        f"{path} belongs to no exercise; run `empathy build` to take it away"
        for path in _stray(workbooks, set(expected))
    ]
    return found


def texts(exercises: Path) -> dict[str, str]:
    """For each workbook its path below `workbooks/` and its text.

    Raises:
        AuthoringError: with the faults of all exercises together.
    """
    course: list[LoadedExercise] = []
    faults: list[str] = []
    for path in sorted(exercises.glob("*/exercise.yaml")):
        try:
            course.append(read_exercise(path.parent, [exercises]))
        except AuthoringError as error:
            faults += error.faults
    if faults:
        raise AuthoringError(faults)
    made = {
        file_name(one, lang): as_text(notebook(one, lang)) for one in course for lang in LANGUAGES
    }
    contents = {contents_name(lang): as_text(contents_notebook(course, lang)) for lang in LANGUAGES}
    return {**contents, **made} if course else {}


def file_name(loaded: LoadedExercise, lang: Lang) -> str:
    """Where a workbook lies below `workbooks/`, such as `en/01-well.ipynb`."""
    return f"{lang}/{loaded.exercise.number:02d}-{loaded.exercise.id}.ipynb"


def contents_name(lang: Lang) -> str:
    """Where the contents lie below `workbooks/`: they sort before every workbook."""
    return f"{lang}/00-{strings(lang)['contents.file']}.ipynb"


def as_text(made: Notebook) -> str:
    """A notebook as the text of its file, written the way Jupyter writes it."""
    return json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def notebook(loaded: LoadedExercise, lang: Lang) -> Notebook:
    """The workbook of an exercise in one language, as the JSON of a notebook (format 4.5)."""
    mark = {"exercise": loaded.exercise.id, "content": loaded.content_hash}
    return _notebook(list(_cells(loaded, lang)), lang, **mark)


def contents_notebook(course: Iterable[LoadedExercise], lang: Lang) -> Notebook:
    """The contents of the course in one language: the workbooks, and how far a learner is."""
    from empathy_widgets.model.progress import Progress
    from empathy_widgets.views.contents import contents

    words = strings(lang)
    to_do = [
        Progress(one.exercise, notebook=file_name(one, lang).removeprefix(f"{lang}/"))
        for one in sorted(course, key=lambda one: (one.exercise.number, one.exercise.id))
    ]
    page = _code("contents", "from empathy_widgets import Contents\n\nContents(lang)")
    page["metadata"]["empathy_widgets"] = {
        "step": "contents",
        "twin": contents(to_do, lang)["text/html"],
    }
    cells = [
        _markdown("title", f"# {words['contents.title']}\n\n{words['contents.intro']}"),
        _code("parameters", _CONTENTS.format(lang=lang), "parameters"),
        page,
    ]
    return _notebook(cells, lang)


def _notebook(cells: list[Cell], lang: Lang, **mark: str) -> Notebook:
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {
                "name": "python",
                "file_extension": ".py",
                "mimetype": "text/x-python",
            },
            "empathy_widgets": {"format_version": 1, "lang": lang, **mark},
        },
        "cells": cells,
    }


def _cells(loaded: LoadedExercise, lang: Lang) -> Iterator[Cell]:
    words = strings(lang)
    yield _markdown("title", _title(loaded, lang))
    yield _code("parameters", _PARAMETERS.format(lang=lang), "parameters")
    yield _code("book", _BOOK.format(exercise=loaded.exercise.id))
    for part in loaded.exercise.page:
        if isinstance(part, Prose):
            yield _markdown(f"prose-{part.prose}", loaded.prose(part.prose, lang))
            if part.map:
                yield _map(loaded, part.map, lang)
        else:
            yield _step(loaded, part, lang)
    yield _markdown(
        "about-check", f"## {words['workbook.round_off']}\n\n{words['workbook.check.how']}"
    )
    yield _panel("check", "book.check()")
    yield _markdown("about-hand-in", words["workbook.hand_in.how"])
    yield _panel("hand-in", "book.hand_in()")


def _title(loaded: LoadedExercise, lang: Lang) -> str:
    exercise, words = loaded.exercise, strings(lang)
    able = "\n".join(f"- {able[lang]}" for able in exercise.able)
    return (
        f"# {exercise.title[lang]}\n\n{exercise.summary[lang]}\n\n"
        f"**{words['workbook.able']}**\n\n{able}\n\n{words['workbook.start']}"
    )


def _step(loaded: LoadedExercise, step: Step, lang: Lang) -> Cell:
    from empathy_widgets.views import twin

    nothing = Answers(document_id="0" * 32, exercise=loaded.exercise.id)
    empty = twin(loaded.exercise, loaded.rubric, step.id, nothing, lang)["text/html"]
    cell = _code(f"step-{step.id}", f'book.step("{step.id}")', "step")
    cell["metadata"]["empathy_widgets"] = {"step": step.id, "twin": empty}
    return cell


def _map(loaded: LoadedExercise, name: str, lang: Lang) -> Cell:
    from empathy_widgets.views.worked_map import twin

    shown = twin(loaded.worked_map(name), lang)["text/html"]
    cell = _code(f"map-{name}", f'book.map("{name}")')
    cell["metadata"]["empathy_widgets"] = {"step": f"{CELL}{name}", "twin": shown}
    return cell


def _panel(name: str, call: str) -> Cell:
    cell = _code(name, call)
    cell["metadata"]["empathy_widgets"] = {"step": name}
    return cell


def _markdown(name: str, text: str) -> Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(text)}


def _code(name: str, text: str, *tags: str) -> Cell:
    metadata: dict[str, Any] = {"jupyter": {"source_hidden": True}}
    if tags:
        metadata["tags"] = list(tags)
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "execution_count": None,
        "outputs": [],
        "source": _lines(text),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def _stray(workbooks: Path, expected: set[str]) -> list[Path]:
    found = (path for lang in LANGUAGES for path in sorted((workbooks / lang).glob("*.ipynb")))
    return [path for path in found if path.relative_to(workbooks).as_posix() not in expected]
