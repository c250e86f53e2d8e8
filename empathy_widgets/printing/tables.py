"""Maps and sheets as CSV: one line for each note or field, for spreadsheets and other programs.

A spreadsheet takes a cell that begins with = + - or @ for a formula. So a text that begins with one of
these, with an apostrophe, a tab or a return gets one leading apostrophe, which `read_csv` takes off again.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import FACT, GOAL, PERSON_FIELDS, QUESTION
from empathy_widgets.model.persona_sheet import DEMOGRAPHIC, JOURNEY, LINES, PHOTOS, THEME
from empathy_widgets.printing.map_words import comment_on
from empathy_widgets.views.persona_sheet import field_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer
    from empathy_widgets.printing.work import Work

COLUMNS = ("field", "text", "evidence", "source", "author", "theme", "id")
"""What stands in each line; the names above the columns are in the language of the work."""

_RISKY = ("=", "+", "-", "@", "'", "\t", "\r")

Row = tuple[str, str, str, str, str, str, str]


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

    >>> read_csv("field,text,evidence,source,author,theme,id\r\nSees,'=1+1,assumed,,,,n-1\r\n")
    [('Sees', '=1+1', 'assumed', '', '', '', 'n-1')]
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
    full = [*padded, *[""] * (len(COLUMNS) - len(padded))]
    field, text, evidence, source, author, theme, name = full
    return field, text, evidence, source, author, theme, name


def _line(
    field: str,
    text: str,
    name: str,
    *,
    known: str = "",
    source: str = "",
    author: str = "",
    theme: str = "",
) -> Row:
    return field, text, known, source, author, theme, name


def _map_rows(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.map
    for field in PERSON_FIELDS:
        if text := getattr(answer, field):
            yield _line(words[f"map.person.{field}"], text, field)
    for field in (QUESTION, GOAL):
        if text := getattr(answer, field):
            yield _line(words[f"map.{field}"], text, field)
    for fact, text in answer.facts.items():
        yield _line(words[f"map.fact.{fact}"], text, FACT + fact)
    themes = {theme.id: theme.text for theme in answer.themes}
    for note in answer.notes:
        yield _line(
            words[f"map.region.{note.tag or note.region}"],
            note.text,
            note.id,
            known=words[f"map.evidence.{note.evidence}"],
            source=note.source,
            author=note.author,
            theme=themes.get(note.theme, ""),
        )
    yield from _rows_beside(answer, words)


def _rows_beside(answer: EmpathyMapAnswer, words: Mapping[str, str]) -> Iterable[Row]:
    for theme in answer.themes:
        yield _line(words["map.theme"], theme.text, theme.id)
    for need in answer.needs:
        yield _line(words["map.needs"], need.text, need.id)
    for insight in answer.insights:
        yield _line(words["map.insights"], insight.text, insight.id)
    for comment in answer.comments:
        field = f"{words['map.comments.one']}: {comment_on(comment, answer, words)}"
        done = words["map.comments.resolved"] if comment.resolved else ""
        yield _line(field, comment.text, comment.id, known=done, author=comment.author)


def _sheet_rows(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.sheet
    for line in LINES:
        if text := getattr(answer, line):
            yield _line(words[f"persona.field.{line}"], text, line)
    for slot, photo in zip(PHOTOS, answer.photos, strict=False):
        yield _line(words["persona.photo"].format(n=slot[-1]), photo.alt, slot)
    for theme, found in answer.themes.items():
        known = words[f"map.evidence.{found.evidence}"]
        field = f"{THEME}{theme}"
        yield _line(field_name(field, words), found.text, field, known=known, source=found.source)
    for slider in answer.sliders:
        said = words["persona.slider.value"].format(
            value=slider.value, low=slider.low, high=slider.high
        )
        yield _line(words["persona.sliders"], said, slider.id)
    for fact, text in answer.demographics.items():
        yield _line(words[f"persona.demographics.{fact}"], text, f"{DEMOGRAPHIC}{fact}")
    yield from _rows_of_tables(work, words)


def _rows_of_tables(work: Work, words: Mapping[str, str]) -> Iterable[Row]:
    answer = work.sheet
    for stop in answer.journey:
        for column in JOURNEY:
            if text := getattr(stop, column):
                field = f"{words['persona.journey']}: {words[f'persona.journey.{column}']}"
                yield _line(field, text, stop.id)
    for review in answer.reviews:
        group = words[f"persona.group.{review.group}"]
        for question, text in review.answers.items():
            field = words[f"persona.question.{question}"]
            yield _line(field, text, review.id, source=group, author=review.reviewer)
    for version in answer.versions:
        field = words["persona.version"].format(version=version.version)
        yield _line(field, version.changed, version.id, source=version.date)
