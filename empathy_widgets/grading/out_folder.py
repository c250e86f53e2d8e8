"""The folder of the results: the old ones stay until the new ones are whole.

New results are made in `.new` inside it. When they are whole, the old ones move to `.previous`,
the new ones take their place, and `.previous` goes. What else lies in the folder is left alone.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from empathy_widgets.errors import OutFolderError
from empathy_widgets.grading.gradebook import FILE, is_gradebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW = ".new"
PREVIOUS = ".previous"
LOCK = ".lock"


@contextmanager
def new_results(folder: Path) -> Iterator[Path]:
    """Make new results for a folder.

    Yields:
        An empty folder to write them in; they take their place when the block ends well.

    Raises:
        OutFolderError: when the folder is not ours, cannot be written, or is in use.
    """
    _check(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK, timeout=0):
            _mend(folder)
            made = folder / NEW
            made.mkdir()
            try:
                yield made
                _put_in_place(folder)
            finally:
                shutil.rmtree(made, ignore_errors=True)
    except Timeout:
        raise OutFolderError(
            folder, "another run is writing there; wait until it is done."
        ) from None
    except PermissionError as error:
        reason = f"it cannot be written ({error.strerror}); choose another folder."
        raise OutFolderError(folder, reason) from error


def _check(folder: Path) -> None:
    if folder.is_dir():
        there = [path.name for path in folder.iterdir() if path.name not in {LOCK, NEW}]
        is_ours = any(is_gradebook(folder / place / FILE) for place in (".", NEW, PREVIOUS))
        if there and not is_ours:
            raise OutFolderError(folder, "it holds other files; choose a new or an empty folder.")
    elif folder.exists():
        raise OutFolderError(folder, "it is a file, not a folder.")


def _mend(folder: Path) -> None:
    """Finish what a run that was cut off left: the old results come back."""
    shutil.rmtree(folder / NEW, ignore_errors=True)
    if (folder / PREVIOUS).is_dir():
        _move(folder / PREVIOUS, folder)
        shutil.rmtree(folder / PREVIOUS)


def _put_in_place(folder: Path) -> None:
    new, previous = folder / NEW, folder / PREVIOUS
    previous.mkdir()
    for path in new.iterdir():
        if (folder / path.name).exists():
            (folder / path.name).rename(previous / path.name)
    _move(new, folder)
    shutil.rmtree(previous)


def _move(source: Path, target: Path) -> None:
    """Move all there is, over what is there; the gradebook comes last, as the sign that all is well."""
    for path in sorted(source.iterdir(), key=lambda path: path.name == FILE):
        there = target / path.name
        if there.is_dir():
            shutil.rmtree(there)
        path.replace(there)
