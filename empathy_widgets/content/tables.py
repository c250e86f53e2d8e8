"""The small tables of an exercise: `data/<name>.csv`, read with a fault for every line that is wrong.

The first line names the columns; `id` is the name of a row, which learners do not see. Numbers are
written with a decimal point and without anything else.
"""

from __future__ import annotations

import csv
import io
import math
import re
from typing import TYPE_CHECKING

from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.measures import DataRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from empathy_widgets.model.data import Column
    from empathy_widgets.model.measures import Cell

FOLDER = "data"
_ID = "id"
_ROW_ID = re.compile(r"[a-z][a-z0-9-]{0,49}")
_MOST_ROWS = 200
"""A table to look at; and no entry of an answer holds more ids than this."""


def table_path(folder: Path, name: str) -> Path:
    """Where a table of an exercise lies."""
    return folder / FOLDER / f"{name}.csv"


def read_table(path: Path, columns: Sequence[Column]) -> list[DataRow]:
    """The rows of a table, as far as the columns of a step show them.

    Args:
        path: the CSV file.
        columns: the columns of the step; the file may hold more.

    Raises:
        AuthoringError: with one line for every fault in the file.
    """
    lines = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    faults: list[str] = []
    rows: dict[str, DataRow] = {}
    try:
        header = next(lines, [])
        faults += [f"{path}:1: {fault}" for fault in _faults_of_header(header, columns)]
        for cells in lines if not faults else ():
            here = f"{path}:{lines.line_num}"
            if len(cells) != len(header):
                faults.append(
                    f"{here}: this line has {len(cells)} cells and the first line {len(header)}; "
                    "a cell that holds a comma needs quotes around it"
                )
                continue
            written = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            faults += [f"{here}: {fault}" for fault in _faults_of_row(written, columns, rows)]
            if not faults:
                rows[written[_ID]] = DataRow(written[_ID], _cells(written, columns))
    except csv.Error as error:
        faults.append(f"{path}:{lines.line_num}: this is not CSV ({error}); look at the quotes")
    if not faults and not 1 <= len(rows) <= _MOST_ROWS:
        faults.append(f"{path}:1: a table has 1 to {_MOST_ROWS} rows; this one has {len(rows)}")
    if faults:
        raise AuthoringError(faults)
    return list(rows.values())


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        fault = f"{path}:1: this table is missing; make it"
    except UnicodeDecodeError:
        fault = f"{path}:1: this is not text in UTF-8; save the file as CSV in UTF-8"
    raise AuthoringError([fault])


def _faults_of_header(header: Sequence[str], columns: Sequence[Column]) -> Iterator[str]:
    if len(header) == 1 and ";" in header[0]:
        yield "the columns are parted by semicolons; save the file with commas"
        return
    for name in (_ID, *(column.id for column in columns)):
        if name not in header:
            yield f'there is no column "{name}"; the first line names all columns'
    for name in sorted({name for name in header if header.count(name) > 1}):
        yield f'two columns are called "{name}"; give each its own name'


def _faults_of_row(
    written: Mapping[str, str], columns: Sequence[Column], rows: Mapping[str, DataRow]
) -> Iterator[str]:
    name = written[_ID]
    if not _ROW_ID.fullmatch(name):
        yield f'the id cannot be "{name}"; use small letters, digits and hyphens, and begin with a letter'
    elif name in rows:
        yield f'two rows have the id "{name}"; give each its own'
    for column in columns:
        cell = written[column.id]
        if not cell:
            yield f'"{column.id}" is empty; write something there'
        elif column.is_number and _number(cell) is None:
            yield f'"{column.id}" is "{cell}"; write a number, with a point for decimals and nothing else'
        elif column.type == "choice" and cell not in column.values:
            yield f'"{column.id}" is "{cell}", which is not among the values of that column in exercise.yaml'


def _cells(written: Mapping[str, str], columns: Sequence[Column]) -> dict[str, Cell]:
    return {
        column.id: (_number(written[column.id]) or 0.0) if column.is_number else written[column.id]
        for column in columns
    }


def _number(cell: str) -> float | None:
    if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell):
        return None
    number = float(cell)
    return number if math.isfinite(number) else None
