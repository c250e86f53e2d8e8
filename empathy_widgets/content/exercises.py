"""Finding an exercise folder and reading all of it.

An exercise is a folder: `exercise.yaml`, `rubric.yaml` when it has free-text steps, prose in
`<name>.en.md` and `<name>.nl.md`, worked maps in `maps/`, `examples/`, and for trainers `guide.en.md`
and `guide.nl.md`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from empathy_widgets.content.places import EXERCISES
from empathy_widgets.content.reading import Positions, read_model
from empathy_widgets.content.rubrics import find_rubric_item, read_rubric
from empathy_widgets.content.tables import FOLDER as TABLES
from empathy_widgets.content.tables import read_table, table_path
from empathy_widgets.content.worked_maps import MAPS, map_faults, read_map, shown_on
from empathy_widgets.errors import AuthoringError, UnknownExerciseError
from empathy_widgets.model.data import DataStep
from empathy_widgets.model.empathy_map import EmpathyMapStep
from empathy_widgets.model.exercise import Exercise, Prose
from empathy_widgets.model.language import LANGUAGES, Lang, Text
from empathy_widgets.model.lines import LinesStep
from empathy_widgets.model.text import TextStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from empathy_widgets.model.example import Example
    from empathy_widgets.model.guide import Guide
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.worked_map import WorkedMap

    Rubric = Mapping[str, RubricItem]

_ID = re.compile(r"[a-z][a-z0-9-]*")
_FILE = "exercise.yaml"
_RUBRIC = "rubric.yaml"
GUIDE = "guide"
"""How the files of a guide are called: `guide.en.md` and `guide.nl.md`. No page of a learner may show them."""

NOTE_ITEM = "map.note"
"""The item that every note on every empathy map is judged on."""

STORY = "story"
"""The prose that tells the case of an exercise; a note that repeats it earns nothing."""

LEARNERS_FILES = ("*.yaml", "*.md", f"{TABLES}/*.csv", f"{MAPS}/*.yaml")
"""What a learner reads or is judged on; the guide, which is among them, is for trainers."""


@dataclass(frozen=True)
class LoadedExercise:
    """An exercise with everything that belongs to it.

    Attributes:
        exercise: what `exercise.yaml` says.
        folder: where it lies.
        folders: places with other exercises, to look in before the package.
    """

    exercise: Exercise
    folder: Path
    folders: tuple[Path, ...] = ()

    @cached_property
    def rubric(self) -> Rubric:
        """For each free-text step, and each map, the item it is judged on; read when first needed.

        Raises:
            AuthoringError: when `rubric.yaml` holds faults; it lists them all.
        """
        notes = _note_items(self.folder, self.exercise, self.folders)
        return {**_own_rubric(self.folder), **notes}

    def prose(self, name: str, lang: Lang) -> str:
        """One piece of prose in one language, as Markdown."""
        return prose_file(self.folder, name, lang).read_text(encoding="utf-8").strip()

    def worked_map(self, name: str) -> WorkedMap:
        """One map that the author filled, from `maps/`.

        Raises:
            AuthoringError: when the file is missing or holds faults; it lists them all.
        """
        return read_map(self.folder, name)

    def example(self, name: str, lang: Lang) -> Example:
        """One worked-out set of answers, such as `model` or `empty`.

        Raises:
            FileNotFoundError: when there is none of that name.
            pydantic.ValidationError: when the file is not an example.
        """
        from empathy_widgets.model.example import Example

        path = self.folder / "examples" / f"{name}.{lang}.json"
        return Example.model_validate_json(path.read_text(encoding="utf-8"))

    def guide(self, lang: Lang) -> Guide | None:
        """The trainer's guide in one language; None when the exercise has none.

        Raises:
            AuthoringError: when it holds faults; it lists them all.
        """
        from empathy_widgets.content.guides import read_guide

        return read_guide(self.folder, self.exercise, lang)

    @cached_property
    def examples(self) -> list[str]:
        """The names of all examples, `model` and `empty` among them."""
        found = (path.name.split(".")[0] for path in (self.folder / "examples").glob("*.json"))
        return sorted(set(found))

    @cached_property
    def content_hash(self) -> str:
        """Sixteen hexadecimal digits that change with anything a learner reads or is judged on."""
        digest = hashlib.sha256()
        files = (self.folder.glob(name) for name in LEARNERS_FILES)
        read = (path for found in files for path in found if not path.match(f"{GUIDE}.*.md"))
        for path in sorted(read):
            text = path.read_text(encoding="utf-8")
            digest.update(json.dumps([path.name, text]).encode())
        return digest.hexdigest()[:16]


def find_exercise(name: str, folders: Iterable[Path] = ()) -> Path:
    """The folder of an exercise, sought in `folders` and then in the package.

    Raises:
        UnknownExerciseError: when no folder has it; it names the nearest.
    """
    places = [*folders, *EXERCISES]
    if _ID.fullmatch(name):
        for place in places:
            if (place / name / _FILE).is_file():
                return place / name
    raise UnknownExerciseError(name, exercise_names(folders), [p for p in places if p.is_dir()])


def exercise_names(folders: Iterable[Path] = ()) -> list[str]:
    """The ids of all exercises in `folders` and in the package, sorted."""
    return sorted(
        {path.parent.name for place in (*folders, *EXERCISES) for path in place.glob(f"*/{_FILE}")}
    )


def load_exercise(name: str, folders: Iterable[Path] = ()) -> LoadedExercise:
    """An exercise by its id. What stands in its other files is read when it is needed.

    Args:
        name: the id, which is the name of its folder.
        folders: places to look in before the package, each holding exercise folders.

    Raises:
        UnknownExerciseError: when there is none of that name.
        AuthoringError: when `exercise.yaml` or a table holds faults; it lists them all.

    >>> load_exercise("well").exercise.title["en"]
    'The well'
    """
    folders = tuple(folders)
    folder = find_exercise(name, folders)
    return LoadedExercise(_own_exercise(folder), folder, folders)


def read_exercise(folder: Path, folders: Iterable[Path] = ()) -> LoadedExercise:
    """The exercise that lies in a folder, with all its files checked; for authors.

    Raises:
        AuthoringError: when its files hold faults; it lists them all.
    """
    faults: list[str] = []
    rubric: Rubric = {}
    try:
        exercise = _own_exercise(folder)
    except AuthoringError as error:
        faults += error.faults
    try:
        rubric = _own_rubric(folder)
    except AuthoringError as error:
        faults += error.faults
    if not faults:
        faults += _faults_between(folder, exercise, rubric)
        from empathy_widgets.content.guides import guide_faults

        faults += map_faults(folder / _FILE, exercise)
        faults += guide_faults(folder, exercise)
    if faults:
        raise AuthoringError(faults)
    folders = tuple(folders)
    _note_items(folder, exercise, folders)  # an author hears here of faults in another rubric too
    return LoadedExercise(exercise, folder, folders)


def _own_exercise(folder: Path) -> Exercise:
    return with_tables(read_model(folder / _FILE, Exercise), folder)


def _own_rubric(folder: Path) -> Rubric:
    path = folder / _RUBRIC
    return read_rubric(path) if path.is_file() else {}


def with_tables(exercise: Exercise, folder: Path) -> Exercise:
    """The exercise with the tables of its data steps, which lie in `data/` in its folder.

    Raises:
        AuthoringError: when a table cannot be used, or a question cannot be answered from it.
    """
    page, faults = list(exercise.page), []
    for number, step in enumerate(page):
        if not isinstance(step, DataStep):
            continue
        try:
            rows = read_table(table_path(folder, step.table), step.columns)
        except AuthoringError as error:
            faults += error.faults
            continue
        for message, place in step.faults_with(rows):
            line = Positions(folder / _FILE).line("page", number, *place)
            faults.append(f"{folder / _FILE}:{line}: {message}")
        page[number] = step.with_rows(rows)
    if faults:
        raise AuthoringError(faults)
    return exercise.model_copy(update={"page": tuple(page)})


def _note_items(folder: Path, exercise: Exercise, folders: Iterable[Path]) -> Rubric:
    """For each map what its notes are judged on, together with the story they may not repeat."""
    maps = [step.id for step in exercise.steps if isinstance(step, EmpathyMapStep)]
    if not maps:
        return {}
    item = find_rubric_item(NOTE_ITEM, folders)
    if any(isinstance(part, Prose) and part.prose == STORY for part in exercise.page):
        told = {
            lang: prose_file(folder, STORY, lang).read_text(encoding="utf-8") for lang in LANGUAGES
        }
        item = item.model_copy(update={"facts": Text(en=told["en"], nl=told["nl"])})
    return dict.fromkeys(maps, item)


def prose_file(folder: Path, name: str, lang: Lang) -> Path:
    """Where one piece of prose lies."""
    return folder / f"{name}.{lang}.md"


def _faults_between(folder: Path, exercise: Exercise, rubric: Rubric) -> list[str]:
    """What is wrong between files that are each right by themselves."""
    found = [
        *_faults_of_the_name(folder, exercise),
        *_faults_of_prose(folder, exercise),
        *_faults_of_free_text(exercise, rubric),
        *_items_without_step(exercise, rubric),
    ]
    if not found:
        return []
    files = {
        name: Positions(folder / name) for name in (_FILE, _RUBRIC) if (folder / name).is_file()
    }
    return [f"{folder / file}:{files[file].line(*place)}: {what}" for file, place, what in found]


Fault = tuple[str, tuple[int | str, ...], str]
"""A file, the place in it and what is wrong there."""


def _faults_of_the_name(folder: Path, exercise: Exercise) -> Iterator[Fault]:
    if exercise.id != folder.name:
        yield (
            _FILE,
            ("id",),
            f'the id is "{exercise.id}" but the folder is called "{folder.name}"; make them the same',
        )


def _faults_of_prose(folder: Path, exercise: Exercise) -> Iterator[Fault]:
    for number, shown in shown_on(exercise):
        if shown.prose == GUIDE:
            yield (
                _FILE,
                ("page", number),
                f'"{GUIDE}" is for trainers and never stands on a page; give this prose another name',
            )
            continue
        for lang in LANGUAGES if shown.prose else ():
            path = prose_file(folder, str(shown.prose), lang)
            if not path.is_file():
                yield (
                    _FILE,
                    ("page", number),
                    f'the file "{path.name}" is missing; write it beside this file',
                )
            elif re.search(r"^# ", path.read_text(encoding="utf-8"), re.MULTILINE):
                yield (
                    _FILE,
                    ("page", number),
                    f'"{path.name}" holds a heading with one "#", which is for the title; begin its headings with "##"',
                )


def _faults_of_free_text(exercise: Exercise, rubric: Rubric) -> Iterator[Fault]:
    for number, step in enumerate(exercise.page):
        if not isinstance(step, TextStep | LinesStep):
            continue
        item, here = rubric.get(step.id), ("page", number)
        if item is None and step.prompt is None:
            yield (
                _FILE,
                here,
                f'step "{step.id}" asks nothing; add a prompt, or an item "{step.id}" to rubric.yaml',
            )
        elif item is None and step.points:
            yield (
                _FILE,
                (*here, "points"),
                (
                    f'nothing says what step "{step.id}" is judged on; make it worth 0 points, '
                    f'or add an item "{step.id}" to rubric.yaml'
                ),
            )
        elif item and step.prompt:
            yield (
                _FILE,
                (*here, "prompt"),
                f'step "{step.id}" is asked in rubric.yaml too; take one of the two out',
            )
        if item and item.points != step.points:
            yield (
                _FILE,
                (*here, "points"),
                f'step "{step.id}" is worth {step.points} here and {item.points} in rubric.yaml; make them the same',
            )
        if item and isinstance(step, LinesStep) and item.parts != step.count:
            yield (
                _FILE,
                (*here, "count"),
                f'step "{step.id}" has {step.count} lines here and {item.parts} parts in rubric.yaml; make them the same',
            )


def _items_without_step(exercise: Exercise, rubric: Rubric) -> Iterator[Fault]:
    free = [step.id for step in exercise.steps if isinstance(step, TextStep | LinesStep)]
    for name in rubric:
        if name not in free:
            yield (
                _RUBRIC,
                ("items", name),
                f'there is no text or lines step "{name}" in exercise.yaml; add one, or take this item out',
            )
