"""Maps and sheets as CSV: one line for each note or field, for spreadsheets and other programs.

A spreadsheet takes a cell that begins with = + - or @ for a formula. So a text that begins with one of
these, with an apostrophe, a tab or a return gets one leading apostrophe, which `read_csv` takes off again.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import PERSON_FIELDS, QUESTION
from empathy_widgets.model.persona_sheet import JOURNEY, LINES, PHOTOS
from empathy_widgets.views.persona_sheet import field_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from empathy_widgets.printing.work import Work

COLUMNS = ("field", "text", "evidence", "source", "id")
"""What stands in each line; the names above the columns are in the language of the work."""

_RISKY = ("=", "+", "-", "@", "'", "\t", "\r")

Row = tuple[str, str, str, str, str]


def csv_of(work: Work) -> str:
    """A map or sheet as CSV (RFC 4180, with a mark for UTF-8 in front, as spreadsheets like it)."""
    words = strings(work.lang)
    rows = _map_rows(work, words) if work.kind == "empathy_map" else _sheet_rows(work, words)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(words[f"print.csv.{column}"] for column in COLUMNS)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return f"\ufeff{text.getvalue()}"


def read_csv(text: str) -> list[Row]:
    r"""The lines of such a CSV, without the names of the columns, each cell as it was written.

    >>> read_csv("field,text,evidence,source,id\r\nSees,'=1+1,assumed,,n-1\r\n")
    [('Sees', '=1+1', 'assumed', '', 'n-1')]
    """
    csv.field_size_limit(max(csv.field_size_limit(), 2 * len(text) + 1))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    return [_row(row) for row in rows[1:] if row]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("'t Is ver"), guarded("far")
    ("'=1+1", "''t Is ver", 'far')
    """
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def bare(cell: str) -> str:
    """A cell as it was written: the way back from `guarded`."""
    return cell.removeprefix("'")


def _row(cells: list[str]) -> Row:
    padded = [bare(cell) for cell in cells[: len(COLUMNS)]]
    field, text, evidence, source, name = [*padded, *[""] * (len(COLUMNS) - len(padded))]
    return field, text, evidence, source, name


def _map_rows(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.map
    for field in PERSON_FIELDS:
        if text := getattr(answer, field):
            yield words[f"map.person.{field}"], text, "", "", field
    if answer.question:
        yield words["map.question"], answer.question, "", "", QUESTION
    for note in answer.notes:
        known = words[f"map.evidence.{note.evidence}"]
        yield words[f"map.region.{note.region}"], note.text, known, note.source, note.id


def _sheet_rows(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.sheet
    for line in LINES:
        if text := getattr(answer, line):
            yield words[f"persona.field.{line}"], text, "", "", line
    for slot, photo in zip(PHOTOS, answer.photos, strict=False):
        yield words["persona.photo"].format(n=slot[-1]), photo.alt, "", "", slot
    for theme, found in answer.themes.items():
        known = words[f"map.evidence.{found.evidence}"]
        field = f"theme.{theme}"
        yield field_name(field, words), found.text, known, found.source, field
    for slider in answer.sliders:
        said = words["persona.slider.value"].format(
            value=slider.value, low=slider.low, high=slider.high
        )
        yield words["persona.sliders"], said, "", "", slider.id
    for fact, text in answer.demographics.items():
        yield words[f"persona.demographics.{fact}"], text, "", "", f"demographics.{fact}"
    yield from _rows_of_tables(work, words)


def _rows_of_tables(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.sheet
    for stop in answer.journey:
        for column in JOURNEY:
            if text := getattr(stop, column):
                yield (
                    f"{words['persona.journey']}: {words[f'persona.journey.{column}']}",
                    text,
                    "",
                    "",
                    stop.id,
                )
    for review in answer.reviews:
        by = " · ".join(t for t in (words[f"persona.group.{review.group}"], review.reviewer) if t)
        for question, text in review.answers.items():
            yield words[f"persona.question.{question}"], text, "", by, review.id
    for version in answer.versions:
        dated = words["persona.version"].format(version=version.version)
        yield dated, version.changed, "", version.date, version.id
