"""Which answers a workbook goes on with when it is opened.

- The notebook carries an id: those answers, unless the notebook is a duplicate of one that still
  lies beside it; a duplicate gets a new id and its own copy of the answers.
- It carries none: the only answers beside it that belong to no other notebook; with several the
  learner is asked; with none a new document, which is written with the first edit.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.content.notebooks import Mark, read_mark
from empathy_widgets.model.answers import Answers, merge
from empathy_widgets.workbook.sidecar import Sidecar, sidecars

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Choice:
    """The answers to go on with, or those among which the learner must choose."""

    answers: Answers
    among: tuple[Answers, ...] = ()
    copied_from: str = ""
    """The name of the notebook that this one is a duplicate of."""


def which_document(folder: Path, exercise: str, notebook: str, carried: Answers | None) -> Choice:
    """Choose the answers for a notebook.

    Args:
        folder: where the notebook lies.
        exercise: its exercise.
        notebook: its file name; "" when the host does not tell.
        carried: the answers in its metadata, if any.
    """
    if carried is not None and carried.exercise == exercise:
        known = Sidecar(folder, exercise, carried.document_id).read()
        joined = merge(carried, known) if known else carried
        original = _original(folder, notebook, carried.document_id)
        if original:
            return Choice(_copy(carried), copied_from=original)
        return Choice(joined)
    unclaimed = _unclaimed(folder, exercise)
    if not unclaimed:
        return Choice(Answers.new(exercise))
    if len(unclaimed) == 1:
        return Choice(unclaimed[0])
    return Choice(Answers.new(exercise), among=tuple(unclaimed))


def _original(folder: Path, notebook: str, document_id: str) -> str:
    """The notebook of which this one is a duplicate, or "".

    Both carry the same answers; the one whose mark bears its own name is the original. (A renamed
    notebook bears another name too, but then no notebook of that name is left.)
    """
    own = read_mark(folder / notebook) if notebook else None
    if own is None or own.notebook == notebook or not _carries(own, document_id):
        return ""
    other = read_mark(folder / own.notebook) if _is_plain_name(own.notebook) else None
    return own.notebook if other and _carries(other, document_id) else ""


def _carries(mark: Mark, document_id: str) -> bool:
    return mark.answers is not None and mark.answers.document_id == document_id


def _unclaimed(folder: Path, exercise: str) -> list[Answers]:
    claimed = {
        mark.answers.document_id
        for mark in map(read_mark, sorted(folder.glob("*.ipynb")))
        if mark and mark.answers
    }
    return [found for found in sidecars(folder, exercise) if found.document_id not in claimed]


def _copy(answers: Answers) -> Answers:
    return answers.model_copy(update={"document_id": secrets.token_hex(16)})


def _is_plain_name(name: str) -> bool:
    return bool(name) and "/" not in name and "\\" not in name and name not in {".", ".."}
