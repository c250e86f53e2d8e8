"""What can be printed: one empathy map or one persona sheet, out of any file that holds it.

The JSON of `--to json` carries everything, in this form::

    {"format_version": 1, "kind": "empathy_map", "lang": "en", "exercise": "well", "step": "map",
     "title": "Your guess", "question": "…", "group": "", "entries": {…}}

`entries` are those of `model/entries.py`, rivals and all, so that nothing is lost on the way back.
A file with `answer` (the plain form, as `model_dump` gives it) in place of `entries` is read too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter, ValidationError

from empathy_widgets.errors import (
    EmpathyError,
    NothingToPrintError,
    TooNewError,
    UnknownStepError,
)
from empathy_widgets.model.answers import Answers, Entries
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, EmpathyMapStep
from empathy_widgets.model.language import Lang  # noqa: TC001 - read when Work is validated
from empathy_widgets.model.map_layouts import Layout  # noqa: TC001 - as well
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, PersonaSheetStep, Theme
from empathy_widgets.views.on_paper import as_printed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


Kind = Literal["empathy_map", "persona_sheet"]
FORMAT_VERSION = 1
MAX_BYTES = 20_000_000
"""A file larger than this is not read."""

_ANSWERS: dict[Kind, type[EmpathyMapAnswer | PersonaSheetAnswer]] = {
    "empathy_map": EmpathyMapAnswer,
    "persona_sheet": PersonaSheetAnswer,
}
_ALONE: dict[str, Kind] = {"empathy-map": "empathy_map", "persona-sheet": "persona_sheet"}
"""What a widget that stands alone in a notebook calls the exercise in the file it saves."""

_ENTRIES: TypeAdapter[Entries] = TypeAdapter(Entries)


@dataclass(frozen=True)
class Work:
    """One map or one sheet, with what is needed to show it.

    Attributes:
        kind: "empathy_map" or "persona_sheet".
        entries: everything that was written, as it is stored.
        lang: the language it is shown in.
        exercise: the id of the exercise it was made in, or "".
        step: the id of the step, or "".
        title: what the step is called, or "".
        question: the question of the map, when the exercise gives it.
        group: the target group of the sheet, when the exercise gives it.
        asked: the themes of a sheet that are shown even when they are empty.
        earlier: for a map that follows another, the entries of that one: it names the person,
            and behind the map stands what has changed since.
        layout: of a map, "six" or "seven".
    """

    kind: Kind
    entries: Entries = field(default_factory=dict)
    lang: Lang = "en"
    exercise: str = ""
    step: str = ""
    title: str = ""
    question: str = ""
    group: str = ""
    asked: tuple[Theme, ...] = ()
    earlier: Entries = field(default_factory=dict)
    layout: Layout = "six"

    @property
    def map(self) -> EmpathyMapAnswer:
        """The map; the person comes from the earlier map where this one leaves it out."""
        before = EmpathyMapAnswer.read(self.earlier)
        return as_printed(EmpathyMapAnswer.read(self.entries), before, self.question)

    @property
    def sheet(self) -> PersonaSheetAnswer:
        """The persona sheet."""
        return PersonaSheetAnswer.read(self.entries)

    def to_json(self) -> str:
        """Everything, as JSON that `read_work` reads back without loss."""
        content: dict[str, Any] = {
            "format_version": FORMAT_VERSION,
            "kind": self.kind,
            "lang": self.lang,
            "exercise": self.exercise,
            "step": self.step,
            "title": self.title,
            "question": self.question,
            "group": self.group,
            "asked": list(self.asked),
            "entries": _ENTRIES.dump_python(self.entries, mode="json"),
            "layout": self.layout,
            "earlier": _ENTRIES.dump_python(self.earlier, mode="json"),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


_WORK: TypeAdapter[Work] = TypeAdapter(Work)


def read_work(
    path: Path, *, lang: Lang | None = None, step: str | None = None, exercises: Iterable[Path] = ()
) -> list[Work]:
    """The maps and sheets in a file, in the order of the page.

    Args:
        path: a hand-in or workbook (.ipynb), a file from the folder `answers`, or a saved map or sheet.
        lang: the language to show them in; None takes that of the work, or else English.
        step: only the step of this id.
        exercises: folders with exercises of one's own.

    Raises:
        NothingToPrintError: when the file cannot be read, or holds nothing of the kind.
        UnknownStepError: when it holds maps or sheets, but none at that step.
        UnknownExerciseError: when the exercise it belongs to is not here.
        TooNewError: when it was written by a newer version.
    """
    found = _found_in(path, lang, exercises)
    if not found:
        raise NothingToPrintError(path)
    chosen = [work for work in found if step in {None, work.step}]
    if not chosen:
        raise UnknownStepError(found[0].exercise, str(step), [work.step for work in found])
    return chosen


def since(before: Path, works: list[Work]) -> list[Work]:
    """The same maps, each with an earlier version, so that what has changed can be told.

    Args:
        before: a file with the one earlier map.
        works: the maps as they are now.

    Raises:
        NothingToPrintError: when the file cannot be read, or holds no map.
    """
    earlier = next((w for w in read_work(before) if w.kind == "empathy_map"), None)
    if earlier is None:
        raise NothingToPrintError(before, "it holds no empathy map")
    return [
        replace(work, earlier=earlier.entries) if work.kind == "empathy_map" else work
        for work in works
    ]


def _found_in(path: Path, lang: Lang | None, exercises: Iterable[Path]) -> list[Work]:
    from empathy_widgets.grading.json_reader import read_json
    from empathy_widgets.grading.submission import read_submission

    data = _bytes_of(path)
    try:
        content = read_json(data)
    except EmpathyError as error:
        raise NothingToPrintError(path, str(error)) from error
    if isinstance(content, dict) and content.get("kind") in _ANSWERS:
        return [_saved(path, content, lang)]
    if isinstance(content, dict) and "document_id" in content:
        return _of_answers(_document(path, content), lang or "en", exercises)
    hand_in = read_submission(path.name, data)
    if hand_in.answers is None:
        raise NothingToPrintError(path, hand_in.reason)
    return _of_answers(hand_in.answers, lang or hand_in.lang or "en", exercises)


def _document(path: Path, content: object) -> Answers:
    try:
        return Answers.model_validate_json(json.dumps(content))
    except ValidationError as error:
        raise NothingToPrintError(path, "the answers in it are damaged") from error


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NothingToPrintError(path, f"it is larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NothingToPrintError(path, f"it cannot be read ({reason})") from error


def _saved(path: Path, content: dict[str, Any], lang: Lang | None) -> Work:
    """A map or sheet that was saved by itself."""
    version = content.get("format_version", FORMAT_VERSION)
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise TooNewError(version, FORMAT_VERSION)
    plain = content.pop("answer", None)
    try:
        if plain is not None:
            answer = _ANSWERS[content["kind"]].model_validate_json(json.dumps(plain))
            content["entries"] = _ENTRIES.dump_python(answer.entries(), mode="json")
        work = _WORK.validate_json(json.dumps(_known(content)))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise NothingToPrintError(path, f'"{where}" in it is damaged ({first["msg"]})') from error
    return replace(work, lang=lang) if lang else work


def _known(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name in Work.__dataclass_fields__}


def _of_answers(answers: Answers, lang: Lang, exercises: Iterable[Path]) -> list[Work]:
    """The maps and sheets in a document of answers that hold anything."""
    from empathy_widgets.content.exercises import load_exercise

    alone = _ALONE.get(answers.exercise)
    if alone:
        entries = next(iter(answers.steps.values()), {})
        return [] if _is_empty(alone, entries) else [Work(alone, entries, lang)]
    exercise = load_exercise(answers.exercise, exercises).exercise
    found = []
    for step in exercise.steps:
        entries = answers.entries(step.id)
        if not isinstance(step, EmpathyMapStep | PersonaSheetStep) or _is_empty(step.kind, entries):
            continue
        work = Work(step.kind, entries, lang, exercise.id, step.id, step.title[lang])
        if isinstance(step, EmpathyMapStep):
            question = step.question[lang] if step.question else ""
            earlier = answers.entries(step.follows) if step.follows else {}
            work = replace(work, question=question, earlier=earlier)
        else:
            group = step.group[lang] if step.group else ""
            work = replace(work, group=group, asked=step.rules.themes)
        found.append(work)
    return found


def _is_empty(kind: Kind, entries: Entries) -> bool:
    return _ANSWERS[kind].read(entries).is_empty
