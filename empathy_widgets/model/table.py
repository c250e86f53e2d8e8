"""`table`: fill in a small grid with typed columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.blanks import (
    Blank,
    ForTrainer,
    ShortIdentifier,
    check_for_trainer,
    twice,
)
from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Text
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.answers import Entries

_OWN = "row-"
"""How the ids of rows begin that the learner fills from nothing."""


class Row(Frozen):
    """A row that the author gives.

    Attributes:
        id: its name.
        title: what stands in front of it.
        about: a sentence below the title.
        required: False when it may stay empty; then it earns nothing either.
        given: for some columns what already stands there; the learner cannot change it.
    """

    id: ShortIdentifier
    title: Text
    about: Text | None = None
    required: bool = True
    given: dict[str, Text] = Field(default_factory=dict)


class OwnRows(Frozen):
    """Rows that the learner makes.

    Attributes:
        name: what one such row is, such as "Touchpoint".
        at_least: so many stand ready, and count.
        at_most: more than this cannot be added.
    """

    name: Text
    at_least: Annotated[int, Field(ge=0, le=20)] = 1
    at_most: Annotated[int, Field(ge=1, le=40)] = 12


class TableStep(Step):
    """A step with a grid; one entry for each cell, so that two people can work in one row.

    A cell's entry is called `<row>.<column>`. The learner's own rows are `row-1`, `row-2`, … as
    far as they stand ready, and `row-<random>` after that; an added row has an entry of its own,
    which holds its place.

    Attributes:
        columns: what is filled in, in each row.
        rows: the rows that are given.
        rows_title: what stands above the titles of the rows.
        own_rows: the rows that the learner makes; None when there are only given ones.
        every_option: columns of type `choice` of which every option must be used at least once.
        different: columns in which no two rows may say the same.
        for_trainer: criteria that no program decides.
    """

    kind: Literal["table"]
    prompt: Text
    columns: Annotated[tuple[Blank, ...], Field(min_length=1, max_length=8)]
    rows: Annotated[tuple[Row, ...], Field(max_length=20)] = ()
    rows_title: Text | None = None
    own_rows: OwnRows | None = None
    every_option: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    for_trainer: Annotated[tuple[ForTrainer, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        for message, *place in (*self._faults_of_ids(), *self._faults_of_columns()):
            raise fault(str(message), *place)
        check_for_trainer(self.for_trainer, self.points, self.column_ids, "column")
        return self

    def _faults_of_ids(self) -> Iterator[tuple[int | str, ...]]:
        if not self.rows and not self.own_rows:
            yield (
                f'table "{self.id}" has no rows; add rows, or own_rows for the learner to make',
                "id",
            )
        for name, ids in (("columns", self.column_ids), ("rows", [row.id for row in self.rows])):
            again = twice(ids)
            if again is not None:
                yield (
                    f'two {name} are called "{ids[again]}"; give each its own id',
                    name,
                    again,
                    "id",
                )
        for number, row in enumerate(self.rows):
            if row.id.startswith(_OWN):
                message = f'row "{row.id}" begins like a row of the learner; choose another id'
                yield message, "rows", number, "id"

    def _faults_of_columns(self) -> Iterator[tuple[int | str, ...]]:
        written = {column.id for column in self.columns if column.is_written}
        choices = {column.id for column in self.columns if column.type == "choice"}
        for number, row in enumerate(self.rows):
            for column in row.given:
                if column not in written:
                    message = f'"{column}" is no column of type line or text here'
                    yield message, "rows", number, "given"
        for column in self.every_option:
            if column not in choices:
                yield f'"{column}" is no column of type choice here', "every_option"
        for column in self.different:
            if column not in self.column_ids:
                yield f'"{column}" is no column here', "different"

    @property
    def column_ids(self) -> list[str]:
        """The ids of the columns, from left to right."""
        return [column.id for column in self.columns]

    @property
    def own_name(self) -> Text:
        """What one row of the learner is."""
        return self.own_rows.name if self.own_rows else self.title

    def column(self, name: str) -> Blank:
        """The column of that id; raises `KeyError` when there is none."""
        return {column.id: column for column in self.columns}[name]

    def own_ids(self, answer: TableAnswer) -> list[str]:
        """The ids of the learner's rows from top to bottom: those that stand ready, then the added."""
        if self.own_rows is None:
            return []
        ready = [f"{_OWN}{number}" for number in range(1, self.own_rows.at_least + 1)]
        added = [row for row in answer.rows if row.startswith(_OWN) and row not in ready]
        return ready + added


class TableAnswer(Answer):
    """For each row what its cells hold, by column: text, a date as 2026-05-03, or an option's id."""

    kind: ClassVar[str] = "table"
    rows: dict[str, dict[str, str]] = Field(default_factory=dict)

    @classmethod
    def read(cls, entries: Entries) -> Self:
        """The cells that hold anything; a cell outlives its row when somebody was filling it."""
        rows: dict[str, dict[str, str]] = {}
        for name, entry in sorted(entries.items()):
            row, dot, column = name.partition(".")
            text = entry.value.get("text")
            if dot and not entry.deleted and isinstance(text, str) and text.strip():
                rows.setdefault(row, {})[column] = text
        ranks = {row: entries[row].rank if row in entries else "" for row in rows}
        return cls(rows={row: rows[row] for row in sorted(rows, key=lambda row: (ranks[row], row))})

    def entries(self, client: str = "example") -> Entries:
        made: Entries = {}
        rank = ""
        for row, cells in self.rows.items():
            rank = rank_between(rank, "")
            made[row] = edit(None, client=client, rank=rank)
            for column, text in cells.items():
                made[f"{row}.{column}"] = edit(None, client=client, value={"text": text})
        return made

    @property
    def is_empty(self) -> bool:
        return not self.rows
