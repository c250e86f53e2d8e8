"""The static form of a `table` step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.blanks import in_words
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang, Text
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.table import TableAnswer, TableStep
    from empathy_widgets.views.blocks import Block


@dataclass(frozen=True)
class _Row:
    title: str
    cells: list[str]
    about: str = ""


def render(
    step: TableStep,
    answer: TableAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: TableAnswer | None = None,  # noqa: ARG001
) -> str:
    """The grid with what was filled in, as HTML."""
    return fragment(
        "table.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        rows_title=_rows_title(step, lang),
        columns=[column.title[lang] for column in step.columns],
        rows=_rows(step, answer, lang),
        words=strings,
    )


def plain(
    step: TableStep,
    answer: TableAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: TableAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text, row by row."""
    rows = [
        "\n".join([f"{row.title}:", *(_filled(step, row, lang) or [strings["twin.empty"]])])
        for row in _rows(step, answer, lang)
    ]
    return "\n\n".join([f"{step.title[lang]}\n{prompt_of(step, item)[lang]}", *rows])


def blocks(step: TableStep, answer: TableAnswer, lang: Lang) -> list[Block]:
    """Each row that holds anything, with its cells below its title."""
    rows = [(row.title, _filled(step, row, lang)) for row in _rows(step, answer, lang)]
    return [block for title, cells in rows if cells for block in ({"h": title}, {"ul": cells})]


def _filled(step: TableStep, row: _Row, lang: Lang) -> list[str]:
    """The cells of a row that hold anything, each behind the title of its column."""
    return [
        f"{column.title[lang]}: {text}"
        for column, text in zip(step.columns, row.cells, strict=True)
        if text
    ]


def _rows(step: TableStep, answer: TableAnswer, lang: Lang) -> list[_Row]:
    """The rows that are given, then those of the learner."""
    given = [
        _Row(
            row.title[lang],
            _cells(step, answer.rows.get(row.id, {}), row.given, lang),
            row.about[lang] if row.about else "",
        )
        for row in step.rows
    ]
    own = [
        _Row(f"{step.own_name[lang]} {number}", _cells(step, answer.rows.get(row, {}), {}, lang))
        for number, row in enumerate(step.own_ids(answer), start=1)
    ]
    return given + own


def _cells(
    step: TableStep, held: Mapping[str, str], given: Mapping[str, Text], lang: Lang
) -> list[str]:
    return [
        given[column.id][lang]
        if column.id in given
        else in_words(column, held.get(column.id, ""), lang)
        for column in step.columns
    ]


def _rows_title(step: TableStep, lang: Lang) -> str:
    if step.rows_title:
        return step.rows_title[lang]
    return step.own_name[lang] if step.own_rows and not step.rows else ""
