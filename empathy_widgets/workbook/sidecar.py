"""The answers on disk, beside the workbook: `answers/<exercise>-<first 8 of document_id>.json`.

A write is whole or not at all: a temporary file, fsync, replace; the previous generation stays as
`….previous.json`. What somebody else wrote meanwhile (another kernel, another tab) is merged in,
under a file lock.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pydantic import ValidationError

from empathy_widgets.errors import SavingError
from empathy_widgets.model.answers import Answers, merge

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "answers"
LOCK_SECONDS = 5.0
MAX_BYTES = 50_000_000
"""A file larger than this is not ours; it is left alone."""


class Sidecar:
    """One document of answers on disk.

    Args:
        folder: the folder of the workbook; `answers/` is made in it with the first save.
        exercise: the id of the exercise.
        document_id: of the answers.
    """

    def __init__(self, folder: Path, exercise: str, document_id: str) -> None:
        name = f"{exercise}-{document_id[:8]}"
        self.document_id = document_id
        self.path = folder / FOLDER / f"{name}.json"
        self.previous = self.path.with_suffix(".previous.json")
        self._lock_path = self.path.with_suffix(".lock")
        self._last: tuple[object, Answers] | None = None

    def read(self) -> Answers | None:
        """What is on disk; None when there is nothing that can be read.

        When the newest file is broken (a full disk, a machine switched off), the one before it
        is read.
        """
        for path in (self.path, self.previous):
            found = read_answers(path)
            if found is not None and found.document_id == self.document_id:
                return found
        return None

    def save(self, answers: Answers) -> Answers:
        """Join the answers with what is on disk and write the result.

        Returns:
            The joined answers, as they now are on disk.

        Raises:
            SavingError: when they could not be written; what was on disk is still there.
        """
        from filelock import FileLock, Timeout

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._lock_path, timeout=LOCK_SECONDS):
                on_disk = self._unchanged() or self.read()
                joined = merge(answers, on_disk) if on_disk else answers
                if joined != on_disk:
                    self._write(joined)
                self._last = (_signature(self.path), joined)
        except Timeout as error:
            raise SavingError(self.path, "another program keeps the file locked") from error
        except OSError as error:
            raise SavingError(self.path, error.strerror or str(error)) from error
        return joined

    def _unchanged(self) -> Answers | None:
        """What we wrote last, when nobody wrote since; it saves reading the file again."""
        if self._last and self._last[0] == _signature(self.path) is not None:
            return self._last[1]
        return None

    def _write(self, answers: Answers) -> None:
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        text = answers.model_dump_json(indent=1)
        try:
            with temporary.open("w", encoding="utf-8") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
            if self.path.exists():
                self.path.replace(self.previous)
            temporary.replace(self.path)
        finally:
            temporary.unlink(missing_ok=True)


def read_answers(path: Path) -> Answers | None:
    """The answers in a file; None when it is missing, too large or not a document of answers."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        return Answers.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def sidecars(folder: Path, exercise: str) -> list[Answers]:
    """All answers to one exercise that lie beside a workbook, newest first."""
    found = (read_answers(path) for path in sidecar_paths(folder, exercise))
    return [answers for answers in found if answers and answers.exercise == exercise]


def sidecar_paths(folder: Path, exercise: str) -> list[Path]:
    """The files of answers to one exercise, newest first, whether they can be read or not."""
    paths = (folder / FOLDER).glob(f"{exercise}-????????.json")
    return sorted(paths, key=_saved_at, reverse=True)


def saved_at(folder: Path, answers: Answers) -> float:
    """When a document was last saved, in seconds since 1970; 0.0 when it never was."""
    return _saved_at(Sidecar(folder, answers.exercise, answers.document_id).path)


def _signature(path: Path) -> object:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _saved_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
