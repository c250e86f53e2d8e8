"""What a `data` step asks about its table: a number, rows, or a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from empathy_widgets.model.blanks import ShortIdentifier
from empathy_widgets.model.choose import Option
from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.measures import Condition, Measure, largest_first, meeting, top_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from empathy_widgets.model.measures import DataRow

NamedColumn = tuple[str, bool]
"""The id of a column that a question names, and whether it must hold numbers."""


def _columns_of(conditions: tuple[Condition, ...]) -> list[NamedColumn]:
    return [(condition.column, condition.exactly is None) for condition in conditions]


class DataQuestion(Frozen):
    """What all questions have in common.

    Attributes:
        id: its name.
        title: the question in a few words.
        ask: the whole question; the title alone when there is none.
    """

    id: ShortIdentifier
    title: Text
    ask: Text | None = None


class NumberQuestion(DataQuestion):
    """A question whose answer is a number, taken from the table or given.

    Attributes:
        measure: how the number is taken from the table; else `value` gives it.
        tolerance: how far an answer may lie from it and still be right, in the same unit.
        unit: what is counted, such as "%" or "customers"; stands behind the field.
        feedback: said when the answer is right, such as what it tells.
        question: what to think about when it is not; never the answer.
    """

    kind: Literal["number"]
    measure: Measure | None = None
    value: float | None = None
    tolerance: Annotated[float, Field(ge=0)]
    unit: Text | None = None
    feedback: Text
    question: Text

    @model_validator(mode="after")
    def _has_one_answer(self) -> Self:
        if (self.measure is None) == (self.value is None):
            message = f'question "{self.id}" needs either a "measure" or a "value"'
            raise fault(message, "kind")
        return self

    @property
    def named_columns(self) -> list[NamedColumn]:
        """The columns that it names."""
        if self.measure is None:
            return []
        numbers = [(name, True) for name in self.measure.numbers]
        return numbers + _columns_of(self.measure.where + self.measure.that)

    def expected(self, rows: Sequence[DataRow]) -> float:
        """The right number; never sent to a page."""
        return self.measure.of(rows) if self.measure else float(self.value or 0)

    def faults_with(self, rows: Sequence[DataRow]) -> Iterator[str]:
        """What cannot be right about it once the table is known."""
        try:
            self.expected(rows)
        except (LookupError, ZeroDivisionError) as error:
            yield f'question "{self.id}" cannot be answered from this table: {error}'


class Top(Frozen):
    """The largest rows: so many, or as many as make up a share of the total."""

    column: Identifier
    count: Annotated[int | None, Field(ge=1)] = None
    share: Annotated[float | None, Field(gt=0, le=100)] = None

    @model_validator(mode="after")
    def _has_one_end(self) -> Self:
        if (self.count is None) == (self.share is None):
            message = 'the largest rows need either a "count" or a "share"'
            raise fault(message, "column")
        return self


class PickQuestion(DataQuestion):
    """A question whose answer is a set of rows: those named, those that meet conditions, or the largest."""

    kind: Literal["pick"]
    rows: tuple[Identifier, ...] = ()
    where: tuple[Condition, ...] = ()
    top: Top | None = None
    feedback: Text
    question: Text

    @model_validator(mode="after")
    def _has_an_answer(self) -> Self:
        if bool(self.rows) == bool(self.where or self.top):
            message = f'question "{self.id}" needs either "rows", or "where" and "top"'
            raise fault(message, "kind")
        return self

    @property
    def named_columns(self) -> list[NamedColumn]:
        """The columns that it names."""
        return _columns_of(self.where) + ([(self.top.column, True)] if self.top else [])

    def expected(self, rows: Sequence[DataRow]) -> frozenset[str]:
        """The ids of the right rows; never sent to a page."""
        if self.rows:
            return frozenset(self.rows)
        found = meeting(rows, self.where)
        if self.top:
            count = self.top.count or top_count(found, self.top.column, self.top.share or 0)
            found = largest_first(found, self.top.column)[:count]
        return frozenset(row.id for row in found)

    def faults_with(self, rows: Sequence[DataRow]) -> Iterator[str]:
        """What cannot be right about it once the table is known."""
        known = {row.id for row in rows}
        expected = self.expected(rows)
        for row in sorted(expected - known):
            yield f'question "{self.id}" expects row "{row}", which is not in the table'
        if not expected:
            yield f'question "{self.id}" expects no row at all; no row meets its conditions'


class ChoiceQuestion(DataQuestion):
    """A question with options, of which one is right; each has its own feedback."""

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]

    @model_validator(mode="after")
    def _one_option_is_right(self) -> Self:
        if sum(option.right for option in self.options) != 1:
            message = "mark exactly one option `right: true`"
            raise fault(message, "options")
        return self

    @property
    def named_columns(self) -> list[NamedColumn]:
        """The columns that it names: none."""
        return []

    def faults_with(self, rows: Sequence[DataRow]) -> Iterator[str]:  # noqa: ARG002
        """What cannot be right about it once the table is known: nothing."""
        return iter(())
