"""The list of learners who should hand in, as a teacher exports it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from empathy_widgets.errors import RosterError
from empathy_widgets.grading.submission import tidy

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000


def read_roster(path: Path) -> list[str]:
    """The names or numbers on a list, each once, in its order.

    Args:
        path: a CSV file; the column "learner" is read, or else the first one. Comma, semicolon or
            tab; UTF-8, or what Excel makes of it.

    Raises:
        RosterError: when it cannot be read or holds nobody.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RosterError(path, error.strerror or str(error)) from error
    if len(data) > MAX_BYTES:
        raise RosterError(path, "it is too large")
    lines = _text(data).splitlines()
    rows = [row for row in csv.reader(lines, delimiter=_delimiter(lines)) if any(row)]
    heading = [cell.strip().casefold() for cell in rows[0]] if rows else []
    column = heading.index("learner") if "learner" in heading else 0
    names = [tidy(row[column]) for row in rows[1:] if len(row) > column]
    found = list(dict.fromkeys(name for name in names if name))
    if not found:
        raise RosterError(path, "it holds nobody below its heading")
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(lines: list[str]) -> str:
    heading = lines[0] if lines else ""
    return max(",;\t", key=heading.count)
