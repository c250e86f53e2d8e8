"""What can be taken from a small table: which rows are meant, and what number comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from empathy_widgets.model.faults import fault
from empathy_widgets.model.language import Frozen, Identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | float


class DataRow(NamedTuple):
    """One row of a table: its id, and what its cells hold by column."""

    id: str
    cells: dict[str, Cell]

    def number(self, column: str) -> float:
        """What a column of numbers holds here."""
        return float(self.cells[column])


class Condition(Frozen):
    """What a row must hold in one column: exactly this, or a number between two bounds.

    >>> noor = DataRow("noor", {"sector": "care", "revenue": 900.0})
    >>> Condition.model_validate({"column": "sector", "is": "care"}).holds(noor)
    True
    >>> Condition(column="revenue", at_least=1000).holds(noor)
    False
    """

    column: Identifier
    exactly: str | None = Field(default=None, alias="is")
    at_least: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        bounded = self.at_least is not None or self.at_most is not None
        if bounded == (self.exactly is not None):
            message = f'a condition on "{self.column}" needs "is", or "at_least" and "at_most"'
            raise fault(message, "column")
        return self

    def holds(self, row: DataRow) -> bool:
        """Whether a row meets it."""
        if self.exactly is not None:
            return row.cells[self.column] == self.exactly
        number = row.number(self.column)
        return (self.at_least is None or number >= self.at_least) and (
            self.at_most is None or number <= self.at_most
        )


def meeting(rows: Iterable[DataRow], conditions: Iterable[Condition]) -> list[DataRow]:
    """The rows that meet all conditions, in their own order."""
    asked = tuple(conditions)
    return [row for row in rows if all(condition.holds(row) for condition in asked)]


def largest_first(rows: Iterable[DataRow], column: str) -> list[DataRow]:
    """The rows with the largest number in front; equal ones stay in their own order."""
    return sorted(rows, key=lambda row: -row.number(column))


def top_count(rows: Sequence[DataRow], column: str, share: float) -> int:
    """The fewest of the largest rows that together make up a share (0 to 100) of the total.

    >>> top_count([DataRow("a", {"x": 6}), DataRow("b", {"x": 3}), DataRow("c", {"x": 1})], "x", 80)
    2
    """
    wanted = share / 100 * sum(row.number(column) for row in rows)
    reached = 0.0
    for count, row in enumerate(largest_first(rows, column), start=1):
        reached += row.number(column)
        if reached >= wanted:
            return count
    return len(rows)


def median(numbers: Sequence[float]) -> float:
    """The number in the middle, or halfway between the two in the middle.

    >>> median([8, 1, 2]), median([8, 1, 2, 5])
    (2.0, 3.5)
    """
    ordered, half = sorted(numbers), len(numbers) // 2
    return (ordered[half] + ordered[-1 - half]) / 2


class Measure(Frozen):
    """How a number is taken from the table.

    Attributes:
        take: `count` rows; `percent` of the rows that also meet `that`; `sum`, `mean` or `median`
            of a column; `top_share`, the percentage of the total of a column that its `top`
            largest rows make up; `top_count`, the fewest of the largest rows that make up `share`
            per cent of it; `change`, by how many per cent `row` went from one column to another.
        where: only the rows that meet these conditions are looked at.
    """

    take: Literal["count", "percent", "sum", "mean", "median", "top_share", "top_count", "change"]
    where: tuple[Condition, ...] = ()
    that: tuple[Condition, ...] = ()
    column: Identifier | None = None
    top: Annotated[int, Field(ge=1)] | None = None
    share: Annotated[float, Field(gt=0, le=100)] | None = None
    row: Identifier | None = None
    before: Identifier | None = None
    after: Identifier | None = None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        needed = {
            "count": (),
            "percent": ("that",),
            "top_share": ("column", "top"),
            "top_count": ("column", "share"),
            "change": ("row", "before", "after"),
        }.get(self.take, ("column",))
        for name in ("that", "column", "top", "share", "row", "before", "after"):
            given = bool(getattr(self, name))
            if given != (name in needed):
                message = (
                    f'a measure that takes "{self.take}" {"has no" if given else "needs"} "{name}"'
                )
                raise fault(message, "take")
        return self

    @property
    def is_percentage(self) -> bool:
        """True when the number that comes out is a percentage."""
        return self.take in {"percent", "top_share", "change"}

    @property
    def numbers(self) -> list[str]:
        """The columns that must hold numbers."""
        return [name for name in (self.column, self.before, self.after) if name]

    def of(self, table: Iterable[DataRow]) -> float:
        """The number itself.

        Raises:
            LookupError: when the table has no rows to take it from.
        """
        rows = meeting(table, self.where)
        if not rows:
            message = "no row meets the conditions"
            raise LookupError(message)
        numbers = [row.number(self.column) for row in rows] if self.column else []
        match self.take:
            case "count":
                found: float = len(rows)
            case "percent":
                found = 100 * len(meeting(rows, self.that)) / len(rows)
            case "sum":
                found = sum(numbers)
            case "mean":
                found = sum(numbers) / len(numbers)
            case "median":
                found = median(numbers)
            case "top_share":
                found = 100 * sum(sorted(numbers)[-(self.top or 0) :]) / sum(numbers)
            case "top_count":
                found = top_count(rows, str(self.column), self.share or 0)
            case "change":
                found = self._change(rows)
        return found

    def _change(self, rows: list[DataRow]) -> float:
        for row in rows:
            if row.id == self.row:
                before, after = row.number(str(self.before)), row.number(str(self.after))
                return 100 * (after - before) / before
        message = f'there is no row "{self.row}"'
        raise LookupError(message)
