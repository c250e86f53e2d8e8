"""Finding hand-ins: in a file, a folder or a zip, nothing unpacked and nothing followed.

A file comes with its bytes, or with the reason why they were not read. A name is only for people
to read; nothing on our disk is ever called after it.
"""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Literal

from empathy_widgets.errors import NothingToGradeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 5_000_000
"""The largest hand-in; ours are always smaller."""

MAX_IN_ZIP = 20_000
"""The most files that one zip may hold."""

MAX_UNPACKED = 2_000_000_000
"""The most bytes that are read out of one zip, all files together."""

MAX_NAME = 200
NOT_LOOKED_INTO = {"__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__"}

Trouble = Literal["unreadable", "too_large", "refused"]


@dataclass(frozen=True)
class Found:
    """One file: what is in it, or why it was not read.

    Attributes:
        name: its place below what was graded; short and without signs that cannot be seen.
        data: its bytes; empty when there is trouble.
        trouble: "" or what is wrong.
        reason: the end of a sentence that says it.
    """

    name: str
    data: bytes = b""
    trouble: Trouble | Literal[""] = ""
    reason: str = ""


def collect(path: Path, leave_out: Path | None = None) -> Iterator[Found]:
    """The hand-ins at a place, in the order of their names.

    Args:
        path: a notebook, a zip, or a folder with notebooks and zips, also in folders below it.
        leave_out: a folder that is not looked into, such as the one the results go to.

    Raises:
        NothingToGradeError: when there is nothing at that place.
    """
    if path.is_dir():
        yield from _in_folder(path, leave_out.resolve() if leave_out else None)
    elif path.is_file():
        yield from _one(path.resolve(), path.name)
    else:
        raise NothingToGradeError(path)


def _in_folder(folder: Path, leave_out: Path | None) -> Iterator[Found]:
    for place, folders, files in os.walk(folder):
        here = folder.__class__(place)
        folders[:] = sorted(
            name
            for name in folders
            if name not in NOT_LOOKED_INTO
            and (leave_out is None or (here / name).resolve() != leave_out)
        )
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() in {".ipynb", ".zip"} and not name.startswith("._"):
                yield from _one(path, path.relative_to(folder).as_posix())


def _one(path: Path, name: str) -> Iterator[Found]:
    shown = readable(name)
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            yield Found(shown, trouble="refused", reason="it is a link or a device, not a file")
        elif path.suffix.lower() == ".zip":
            yield from _in_zip(path, shown)
        elif about.st_size > MAX_BYTES:
            yield _too_large(shown)
        else:
            with path.open("rb") as file:
                yield _read(file, shown)
    except OSError as error:
        reason = f"the file cannot be opened: {error.strerror or error}"
        yield Found(shown, trouble="unreadable", reason=reason)


def _in_zip(path: Path, shown: str) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_IN_ZIP:
                reason = f"the zip holds more than {MAX_IN_ZIP} files"
                yield Found(shown, trouble="refused", reason=reason)
                return
            yield from _entries(archive, entries, shown)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        yield Found(shown, trouble="unreadable", reason="the zip is damaged")


def _entries(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], shown: str
) -> Iterator[Found]:
    left = MAX_UNPACKED
    for entry in sorted(entries, key=lambda entry: entry.filename):
        *folders, name = entry.filename.replace("\\", "/").split("/")
        if NOT_LOOKED_INTO & {*folders} or name.startswith("._"):
            continue
        label = readable(f"{shown}/{entry.filename}")
        if name.lower().endswith(".zip"):
            yield Found(
                label, trouble="refused", reason="it is a zip within a zip; unpack it first"
            )
        elif name.lower().endswith(".ipynb"):
            found = _entry(archive, entry, label) if left > 0 else _too_much(label)
            left -= len(found.data)
            yield found


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, label: str) -> Found:
    if entry.file_size > MAX_BYTES:
        return _too_large(label)
    try:
        with archive.open(entry) as file:
            return _read(file, label)
    except RuntimeError:
        return Found(label, trouble="unreadable", reason="it is locked with a password")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        return Found(label, trouble="unreadable", reason="the zip is damaged at this file")


def _read(file: IO[bytes], shown: str) -> Found:
    # What a file says about its own size may be a lie.
    data = file.read(MAX_BYTES + 1)
    return Found(shown, data) if len(data) <= MAX_BYTES else _too_large(shown)


def _too_large(shown: str) -> Found:
    return Found(
        shown, trouble="too_large", reason=f"the file is larger than {MAX_BYTES // 1_000_000} MB"
    )


def _too_much(shown: str) -> Found:
    return Found(shown, trouble="refused", reason="the zip unpacks to too much; unpack it first")


def readable(name: str) -> str:
    r"""A file name that can be shown: no signs that cannot be seen, its middle left out when long.

    >>> readable("a\nb.ipynb")
    'a?b.ipynb'
    """
    signs = (sign if not unicodedata.category(sign).startswith("C") else "?" for sign in name)
    seen = "".join(signs)
    half = MAX_NAME // 2
    return seen if len(seen) <= MAX_NAME else f"{seen[:half]}…{seen[-half:]}"
