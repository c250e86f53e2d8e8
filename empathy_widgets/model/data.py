"""`data`: work with a small table and a plot, then give numbers, pick rows or choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from empathy_widgets.model.answers import live
from empathy_widgets.model.blanks import twice
from empathy_widgets.model.data_questions import ChoiceQuestion, NumberQuestion, PickQuestion
from empathy_widgets.model.entries import edit
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Filled, Frozen, Identifier, Text
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.measures import DataRow

CUT = "cut"
ANSWER = "answer-"
"""How the entry of an answer begins; the id of its question follows."""

ColumnType = Literal["text", "number", "money", "percent", "choice"]
Fault = tuple[str, tuple[int | str, ...]]
"""What is wrong, and where in the step."""


class Column(Frozen):
    """A column of the table, by the name that it has in the first line of the file.

    Attributes:
        id: that name.
        title: what stands above it.
        type: `text`, `choice` (one of `values`), or a `number`, an amount of `money` in whole
            euros or a `percent`; this also says how it is shown.
        values: for what stands in the file what learners read; for a choice all of them, in order.
    """

    id: Identifier
    title: Text
    type: ColumnType = "text"
    values: dict[Filled, Text] = Field(default_factory=dict)

    @property
    def is_number(self) -> bool:
        """True when its cells are numbers."""
        return self.type in {"number", "money", "percent"}

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.is_number and self.values:
            message = f'"{self.id}" is of type {self.type}; only a text or a choice has "values"'
            raise fault(message, "values")
        if self.type == "choice" and len(self.values) < 2:  # noqa: PLR2004 - one is no choice
            message = f'"{self.id}" is a choice; give it at least two values'
            raise fault(message, "values")
        return self


class Cut(Frozen):
    """What the learner moves: a number between two bounds."""

    title: Text | None = None
    start: float
    at_least: float = 0
    at_most: float = 100
    step: Annotated[float, Field(gt=0)] = 1

    @model_validator(mode="after")
    def _starts_between_its_bounds(self) -> Self:
        if not self.at_least <= self.start <= self.at_most:
            message = (
                f"the cut starts at {self.start:g}, outside {self.at_least:g} to {self.at_most:g}"
            )
            raise fault(message, "start")
        return self


class Pareto(Frozen):
    """The rows from large to small, with a line that adds them up; the cut says how many count."""

    kind: Literal["pareto"]
    value: Identifier
    cut: Cut


class Bars(Frozen):
    """For each column which part of the rows reaches the cut; per group of rows when `by` is given."""

    kind: Literal["bars"]
    columns: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=12)]
    by: Identifier | None = None
    cut: Cut


class BeforeAfter(Frozen):
    """Two bars for each row, with before as 100; the cut says which change in per cent counts."""

    kind: Literal["before_after"]
    label: Identifier
    before: Identifier
    after: Identifier
    cut: Cut


Plot = Annotated[Pareto | Bars | BeforeAfter, Field(discriminator="kind")]
Question = Annotated[NumberQuestion | PickQuestion | ChoiceQuestion, Field(discriminator="kind")]


class DataStep(Step):
    """A step on the table in `data/<table>.csv`, which is put in when the exercise is read.

    Attributes:
        table: the name of the file, without `.csv`.
        rows_name: what the rows are, in the plural, such as "customers".
        columns: the columns that are shown, from left to right.
        plot: what is drawn; None for a table alone.
        questions: what is asked about it; the points are shared out evenly over them.
    """

    kind: Literal["data"]
    prompt: Text
    table: Identifier
    rows_name: Text
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=12)]
    plot: Plot | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=8)]
    _rows: tuple[DataRow, ...] = PrivateAttr(default=())

    @property
    def rows(self) -> tuple[DataRow, ...]:
        """The table itself; empty as long as the file has not been read."""
        return self._rows

    def with_rows(self, rows: Sequence[DataRow]) -> Self:
        """The same step with its table."""
        made = self.model_copy()
        made._rows = tuple(rows)  # noqa: SLF001 - a copy of our own, not yet seen by anybody
        return made

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest that the cut can be."""
        if isinstance(self.plot, Pareto):
            return 1, max(1, len(self.rows))
        cut = self.plot.cut if self.plot else Cut(start=0)
        return cut.at_least, cut.at_most

    def column(self, name: str) -> Column:
        """The column of that id; raises `KeyError` when there is none."""
        for column in self.columns:
            if column.id == name:
                return column
        raise KeyError(name)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        for message, place in (*self._faults_of_ids(), *self._faults_of_columns()):
            raise fault(message, *place)
        return self

    def _faults_of_ids(self) -> Iterator[Fault]:
        for name, parts in (("columns", self.columns), ("questions", self.questions)):
            ids = [part.id for part in parts]
            again = twice(ids)
            if again is not None:
                message = f'two {name} are called "{ids[again]}"; give each its own id'
                yield message, (name, again, "id")

    def _faults_of_columns(self) -> Iterator[Fault]:
        """Columns that are named but not there, or hold no numbers where numbers are needed."""
        known = {column.id: column for column in self.columns}
        for name, numbers, place in self._named_columns():
            if name not in known:
                yield f'"{name}" is no column here', place
            elif numbers and not known[name].is_number:
                yield f'column "{name}" holds no numbers; choose one that does', place
        by = self.plot.by if isinstance(self.plot, Bars) else None
        if by in known and known[str(by)].type != "choice":
            yield f'column "{by}" is no choice; only a choice makes groups', ("plot", "by")

    def _named_columns(self) -> Iterator[tuple[str, bool, tuple[int | str, ...]]]:
        match self.plot:
            case Pareto(value=value):
                yield value, True, ("plot", "value")
            case Bars(columns=columns, by=by):
                for number, name in enumerate(columns):
                    yield name, True, ("plot", "columns", number)
                if by:
                    yield by, False, ("plot", "by")
            case BeforeAfter(label=label, before=before, after=after):
                yield label, False, ("plot", "label")
                yield before, True, ("plot", "before")
                yield after, True, ("plot", "after")
        for number, question in enumerate(self.questions):
            for name, numbers in question.named_columns:
                yield name, numbers, ("questions", number)

    def faults_with(self, rows: Sequence[DataRow]) -> Iterator[Fault]:
        """What cannot be right about this step once its table is known."""
        for number, question in enumerate(self.questions):
            for message in question.faults_with(rows):
                yield message, ("questions", number)
        match self.plot:
            case Pareto(value=value) if min(row.number(value) for row in rows) <= 0:
                yield f'a Pareto plot adds up; column "{value}" holds 0 or less', ("plot", "value")
            case BeforeAfter(before=before) if min(row.number(before) for row in rows) <= 0:
                yield (
                    f'column "{before}" holds 0 or less; no change can be taken from that',
                    (
                        "plot",
                        "before",
                    ),
                )


class DataAnswer(Answer):
    """Where the cut stands, and for each question what was given: a text, or the ids of rows.

    Attributes:
        cut: the cut as the learner left it; None when it was never moved.
        given: for number questions what was typed, for choices the id of the option.
        picked: for questions that ask for rows the ids of those rows.
    """

    kind: ClassVar[str] = "data"
    cut: float | None = None
    given: dict[str, str] = Field(default_factory=dict)
    picked: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @classmethod
    def read(cls, entries: Entries) -> Self:
        given: dict[str, str] = {}
        picked: dict[str, tuple[str, ...]] = {}
        for name, entry in live(entries):
            question = name.removeprefix(ANSWER)
            text, rows = entry.value.get("text"), entry.value.get("rows")
            if not name.startswith(ANSWER):
                continue
            if isinstance(rows, list) and rows:
                picked[question] = tuple(rows)
            elif isinstance(text, str) and text.strip():
                given[question] = text
        moved = entries.get(CUT)
        value = moved.value.get("value") if moved and not moved.deleted else None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return cls(cut=value if is_number else None, given=given, picked=picked)

    def entries(self, client: str = "example") -> Entries:
        made = {
            ANSWER + question: edit(None, client=client, value={"text": text})
            for question, text in self.given.items()
        }
        for question, rows in self.picked.items():
            made[ANSWER + question] = edit(None, client=client, value={"rows": list(rows)})
        if self.cut is not None:
            whole = int(self.cut) if self.cut.is_integer() else self.cut  # as a browser writes it
            made[CUT] = edit(None, client=client, value={"value": whole})
        return made

    @property
    def is_empty(self) -> bool:
        """True as long as no question has an answer; a cut that was moved is none."""
        return not self.given and not self.picked
