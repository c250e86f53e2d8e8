"""The answers of one open workbook: merged, saved, and told to whoever listens."""

from __future__ import annotations

import contextlib
import secrets
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING

from empathy_widgets.content.notebooks import read_mark
from empathy_widgets.errors import SavingError
from empathy_widgets.model.answers import Answers, Entries, merge
from empathy_widgets.model.entries import Entry, Value, edit
from empathy_widgets.workbook.sidecar import Sidecar, saved_at
from empathy_widgets.workbook.which_document import Choice, which_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Listener = Callable[[Mapping[str, Entries]], None]


class Document:
    """The live answers in one kernel.

    Messages of the browser may come on several threads, so everything happens under one lock.

    Args:
        folder: the folder of the notebook; the answers are saved beside it.
        exercise: the id of the exercise.
        notebook: the file name of the notebook, or "" when the host does not tell.
    """

    def __init__(self, folder: Path, exercise: str, notebook: str = "") -> None:
        self.folder = folder
        self.exercise = exercise
        self.notebook = notebook
        self.client = f"k{secrets.token_hex(4)}"
        self.trouble: SavingError | None = None
        self._answers: Answers
        self._adopted: bool
        self._lock = RLock()
        self._listeners: list[Listener] = []
        mark = read_mark(folder / notebook) if notebook else None
        carried = mark.answers if mark and not mark.is_hand_in else None
        self._go_on_with(which_document(folder, exercise, notebook, carried))

    @property
    def answers(self) -> Answers:
        """The answers as they are now."""
        return self._answers

    @property
    def among(self) -> tuple[Answers, ...]:
        """The documents among which the learner still has to choose; mostly none."""
        return self._choice.among

    @property
    def copied_from(self) -> str:
        """The notebook that this one is a duplicate of, or ""."""
        return self._choice.copied_from

    @property
    def saved_at(self) -> str:
        """When the answers were last on disk, as ISO time in UTC; "" when they never were."""
        seconds = saved_at(self.folder, self._answers)
        return iso(seconds) if seconds else ""

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the entries that changed, by step, after every change."""
        self._listeners.append(listener)

    def meet(self, document_id: str | None, notebook: str) -> None:
        """Hear from the browser which document its notebook carries.

        The notebook that is open knows better than the one on disk: it may hold an id that was
        never saved. Answers that were begun meanwhile are not left behind.
        """
        with self._lock:
            self.notebook = notebook or self.notebook
            if document_id in {None, self._answers.document_id} or self.copied_from:
                return
            if self._answers.is_empty or self.among or self._adopted:
                self.choose(str(document_id))

    def choose(self, document_id: str) -> None:
        """Go on with one document of this exercise; "new" starts with empty answers."""
        with self._lock:
            begun = self._answers if not self._adopted else None
            chosen = Answers.new(self.exercise)
            if document_id != "new":
                chosen = chosen.model_copy(update={"document_id": document_id})
            known = Sidecar(self.folder, self.exercise, chosen.document_id).read()
            self._go_on_with(Choice(known or chosen))
            for step, entries in (begun.steps if begun else {}).items():
                self._answers = self._answers.with_entries(step, entries)
            self._tell(self._answers.steps)

    def receive(self, step: str, entries: Mapping[str, Entry]) -> Entries:
        """Merge entries that the browser sent, save, and tell the listeners.

        Returns:
            The entries of this step that are now different from before.

        Raises:
            SavingError: when saving failed; the entries are kept in memory and saved with the
                next edit.
        """
        with self._lock:
            before = self._answers
            self._answers = before.with_entries(step, entries)
            try:
                self._save()
            finally:
                changed = _changed(before, self._answers)
                self._tell(changed)
            return changed.get(step, {})

    def record(self, step: str, name: str, value: Value) -> None:
        """Write an entry of the workbook itself, such as "~checked"."""
        with self._lock:
            entry = edit(self._answers.entries(step).get(name), client=self.client, value=value)
            self.receive(step, {name: entry})

    def try_again(self) -> None:
        """Save what could not be saved before, if anything; `trouble` tells how it went."""
        with self._lock:
            if self.trouble is not None:
                with contextlib.suppress(SavingError):
                    self._save()

    def _go_on_with(self, choice: Choice) -> None:
        self._choice = choice
        self._answers = choice.answers
        self._adopted = not choice.answers.is_empty and not choice.copied_from
        self._sidecar = Sidecar(self.folder, self.exercise, choice.answers.document_id)

    def _save(self) -> None:
        try:
            self._answers = merge(self._answers, self._sidecar.save(self._answers))
        except SavingError as error:
            self.trouble = error
            raise
        self.trouble = None
        self._adopted = False

    def _tell(self, changed: Mapping[str, Entries]) -> None:
        if changed:
            for listener in self._listeners:
                listener(changed)


def iso(seconds: float) -> str:
    """A moment as ISO time in UTC.

    >>> iso(0)
    '1970-01-01T00:00:00Z'
    """
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _changed(before: Answers, after: Answers) -> dict[str, Entries]:
    changed: dict[str, Entries] = {}
    for step, entries in after.steps.items():
        old = before.entries(step)
        new = {name: entry for name, entry in entries.items() if old.get(name) != entry}
        if new:
            changed[step] = new
    return changed
