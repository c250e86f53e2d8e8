"""Checking a `table` step: what is filled in counts; whether it is good is for the trainer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from empathy_widgets.model.language import LANGUAGES, Text
from empathy_widgets.scoring.blanks import EMPTY, for_trainer, lacking, question_of
from empathy_widgets.scoring.likeness import says_the_same
from empathy_widgets.scoring.results import Finding, State, StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from empathy_widgets.model.blanks import Blank
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.table import TableAnswer, TableStep

_FILLED = Text(en="Filled in", nl="Ingevuld")
_FILLED_MESSAGE = Text(
    en="{n} of the {all} cells that are asked are filled in.",
    nl="{n} van de {all} gevraagde cellen zijn ingevuld.",
)
_ALL_FILLED = Text(
    en="Everything that is asked is filled in.", nl="Alles wat gevraagd wordt, is ingevuld."
)
_EMPTY_ROW = Text(en="This row is still empty.", nl="Deze rij is nog leeg.")
_EMPTY_CELLS = Text(en="Still empty: {columns}.", nl="Nog leeg: {columns}.")
_MORE_ROWS = Text(en="More rows", nl="Meer rijen")
_MORE_ROWS_MESSAGE = Text(
    en="{n} of the {all} rows that are asked hold something.",
    nl="In {n} van de {all} gevraagde rijen staat iets.",
)
_MORE_ROWS_QUESTION = Text(
    en="What comes before the first, between two of them, or after the last?",
    nl="Wat komt er vóór de eerste, tussen twee in, of na de laatste?",
)
_USED = Text(en="Everything there is to choose is used.", nl="Alle keuzes zijn gebruikt.")
_UNUSED = Text(en="Not used yet: {options}.", nl="Nog niet gebruikt: {options}.")
_UNUSED_QUESTION = Text(
    en="Which row deserves a second look?", nl="Naar welke rij zou je nog eens kijken?"
)
_APART = Text(en="Each row says something of its own.", nl="Elke rij zegt iets eigens.")
_SAME = Text(en="“{text}” stands in more than one row.", nl="‘{text}’ staat in meer dan één rij.")
_SAME_QUESTION = Text(en="What sets these rows apart?", nl="Waarin verschillen deze rijen?")


@dataclass(frozen=True)
class _Row:
    """One row as it stands: what its cells hold, what is lacking in which, and how many are asked."""

    id: str
    title: Text
    cells: Mapping[str, str]
    lacks: Mapping[str, Text]
    asked: int

    @property
    def filled(self) -> int:
        """How many of the cells that are asked are filled well."""
        return self.asked - len(self.lacks)


def check(
    step: TableStep,
    answer: TableAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: TableAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """Each row that lacks something, the rules over the whole table, and what is left to the trainer.

    The points that are not the trainer's are shared out evenly over the rows that are asked and
    the rules; in a row each cell that is asked weighs the same. Of the learner's own rows the
    fullest count.
    """
    given = list(_given_rows(step, answer, lang))
    own = list(_own_rows(step, answer, lang))
    started = [row for row in (*given, *own) if row.cells]
    if not started:
        return nothing_yet(step.id, step.points)
    ready = step.own_rows.at_least if step.own_rows else 0
    fullest = sorted((row for row in own if row.cells), key=lambda row: -row.filled)[:ready]
    required = {row.id for row in step.rows if row.required}
    counting = [row for row in given if row.id in required and row.asked] + fullest
    rules = len(step.every_option) + len(step.different)
    counted = step.points - sum(criterion.points for criterion in step.for_trainer)
    point = counted / max(len(counting) + ready - len(fullest) + rules, 1)
    rows = [row for row in (*given, *own) if row.cells or row in counting]
    findings = [
        *_findings_of_cells(step, counting, ready - len(fullest), point),
        *(_finding_of_row(step, row, point, counting) for row in rows if row.lacks),
        *_finding_of_missing_rows(ready, len(fullest), point),
        *(_finding_of_options(step, column, started, point) for column in step.every_option),
        *(_finding_of_copies(step, column, started, point) for column in step.different),
        *_findings_for_trainer(step, started, lang),
    ]
    whole = len(fullest) == ready and not any(EMPTY in row.lacks.values() for row in counting)
    state: State = "complete" if whole else "started"
    return add_up(step.id, state, step.points, findings)


def _given_rows(step: TableStep, answer: TableAnswer, lang: Lang) -> Iterator[_Row]:
    for row in step.rows:
        columns = [column for column in step.columns if column.id not in row.given]
        held = answer.rows.get(row.id, {})
        about = (row.about,) if row.about else ()
        asked = (step.prompt, row.title, *about, *row.given.values())
        yield _row(row.id, row.title, columns, held, asked=asked, lang=lang)


def _own_rows(step: TableStep, answer: TableAnswer, lang: Lang) -> Iterator[_Row]:
    for number, row in enumerate(step.own_ids(answer), start=1):
        title = Text(en=f"{step.own_name.en} {number}", nl=f"{step.own_name.nl} {number}")
        yield _row(
            row, title, step.columns, answer.rows.get(row, {}), asked=(step.prompt,), lang=lang
        )


def _row(
    name: str,
    title: Text,
    columns: Iterable[Blank],
    held: Mapping[str, str],
    *,
    asked: tuple[Text, ...],
    lang: Lang,
) -> _Row:
    cells = {column.id: held[column.id] for column in columns if held.get(column.id)}
    lacks = {
        column.id: lack
        for column in columns
        if (column.required or column.id in cells)
        and (lack := lacking(column, cells.get(column.id, ""), lang, asked=asked))
    }
    return _Row(name, title, cells, lacks, sum(column.required for column in columns))


def _findings_of_cells(
    step: TableStep, counting: list[_Row], missing: int, point: float
) -> Iterator[Finding]:
    """How much of what is asked is there."""
    width = sum(column.required for column in step.columns)
    filled = sum(row.filled for row in counting)
    asked = sum(row.asked for row in counting) + missing * width
    if filled:
        points = sum(point * row.filled / row.asked for row in counting)
        said = _ALL_FILLED if filled == asked else _FILLED_MESSAGE.format(n=filled, all=asked)
        yield Finding("filled", "met", points, _FILLED, said)


def _finding_of_row(step: TableStep, row: _Row, point: float, counting: list[_Row]) -> Finding:
    """What is lacking in one row, and the question that belongs to the first cell that lacks it."""
    lacking_in = [column for column in step.columns if column.id in row.lacks]
    empty = [column for column in lacking_in if row.lacks[column.id] is EMPTY]
    others = [column for column in lacking_in if column not in empty]
    said = [_EMPTY_ROW] if not row.cells else []
    if empty and row.cells:
        en, nl = (", ".join(c.title.quoted()[lang] for c in empty) for lang in LANGUAGES)
        said.append(
            Text(en=_EMPTY_CELLS.en.format(columns=en), nl=_EMPTY_CELLS.nl.format(columns=nl))
        )
    said += [_in_column(column, row.lacks[column.id]) for column in others]
    points = point * len(row.lacks) / row.asked if row in counting else 0
    return Finding(
        "row",
        "not_met",
        points,
        row.title,
        Text(en=" ".join(text.en for text in said), nl=" ".join(text.nl for text in said)),
        question=question_of(lacking_in[0]),
        part=row.id,
    )


def _in_column(column: Blank, lack: Text) -> Text:
    return Text(en=f"{column.title.en}: {lack.en}", nl=f"{column.title.nl}: {lack.nl}")


def _finding_of_missing_rows(asked: int, there: int, point: float) -> Iterator[Finding]:
    if there < asked:
        said = _MORE_ROWS_MESSAGE.format(n=there, all=asked)
        yield Finding(
            "rows",
            "not_met",
            point * (asked - there),
            _MORE_ROWS,
            said,
            question=_MORE_ROWS_QUESTION,
        )


def _finding_of_options(step: TableStep, name: str, rows: list[_Row], point: float) -> Finding:
    """Whether every option of a column is used at least once."""
    column = step.column(name)
    used = {row.cells.get(name) for row in rows}
    unused = [option.text for option in column.options if option.id not in used]
    if not unused:
        return Finding("every_option", "met", point, column.title, _USED, part=name)
    said = Text(
        en=_UNUSED.en.format(options=", ".join(text.en for text in unused)),
        nl=_UNUSED.nl.format(options=", ".join(text.nl for text in unused)),
    )
    return Finding(
        "every_option",
        "not_met",
        point,
        column.title,
        said,
        question=_UNUSED_QUESTION,
        part=name,
    )


def _finding_of_copies(step: TableStep, name: str, rows: list[_Row], point: float) -> Finding:
    """Whether no two rows say the same in a column."""
    column = step.column(name)
    texts = [row.cells[name] for row in rows if name in row.cells]
    again = next((one for one, other in combinations(texts, 2) if says_the_same(one, other)), None)
    if again is None:
        return Finding("different", "met", point, column.title, _APART, part=name)
    said = Text(
        en=_SAME.en.format(text=column.in_words(again, "en")),
        nl=_SAME.nl.format(text=column.in_words(again, "nl")),
    )
    return Finding(
        "different", "not_met", point, column.title, said, question=_SAME_QUESTION, part=name
    )


def _findings_for_trainer(step: TableStep, rows: list[_Row], lang: Lang) -> Iterator[Finding]:
    columns = {
        column.id: [
            column.in_words(row.cells[column.id], lang) for row in rows if column.id in row.cells
        ]
        for column in step.columns
    }
    said = {name: " · ".join(words) for name, words in columns.items()}
    return for_trainer(step.for_trainer, said, " · ".join(filter(None, said.values())))
