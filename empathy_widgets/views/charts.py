"""What a plot of a `data` step shows: its bars, and the same in words.

The browser draws the same plots; `tests/views/chart_vectors.json` holds both to the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from empathy_widgets.model.data import Bars, BeforeAfter, Pareto
from empathy_widgets.model.measures import largest_first
from empathy_widgets.views.quantities import quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from empathy_widgets.model.data import DataStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.measures import DataRow


@dataclass(frozen=True)
class Bar:
    """One bar: what it stands for, its length (0 to 1), the number behind it, and its colour."""

    name: str
    length: float
    text: str
    colour: int


@dataclass(frozen=True)
class Group:
    """Bars below one title."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """A whole plot.

    Attributes:
        words: what it shows, in a few sentences.
        groups: for bars, from top to bottom.
        mark: where the cut stands among the bars (0 to 1), where it does.
        heights: for a Pareto plot how high each row stands (0 to 1), from large to small.
        sums: and how high the line stands there (0 to 1).
        count: and how many of them the cut takes.
    """

    words: str
    groups: tuple[Group, ...] = ()
    mark: float | None = None
    heights: tuple[float, ...] = ()
    sums: tuple[float, ...] = ()
    count: int = 0


def chart(step: DataStep, cut: float, lang: Lang, words: Mapping[str, str]) -> Chart | None:
    """What the plot of a step shows at a cut; None for a step without a plot or a table.

    Args:
        step: the step, with its table.
        cut: where the cut stands; bounds are kept.
        lang: the language of the page.
        words: the words of the user interface, in that language.
    """
    if not step.rows:
        return None
    low, high = step.bounds
    cut = min(max(cut, low), high)
    match step.plot:
        case None:
            return None
        case Pareto():
            return _pareto(step, step.plot, cut, lang, words)
        case Bars():
            return _bars(step, step.plot, cut, lang, words)
        case BeforeAfter():
            return _before_after(step, step.plot, cut, lang, words)
        case _:
            assert_never(step.plot)


def _pareto(
    step: DataStep, plot: Pareto, cut: float, lang: Lang, words: Mapping[str, str]
) -> Chart:
    numbers = [row.number(plot.value) for row in largest_first(step.rows, plot.value)]
    total, count, so_far = sum(numbers), round(cut), 0.0
    sums = tuple((so_far := so_far + number) / total for number in numbers)
    sentence = words["data.alt.pareto.one" if count == 1 else "data.alt.pareto"]
    said = sentence.format(
        value=step.column(plot.value).title[lang],
        n=count,
        all=len(numbers),
        rows=step.rows_name[lang],
        share=quantity(100 * count / len(numbers), "percent", lang),
        part=quantity(100 * sums[count - 1], "percent", lang),
    )
    heights = tuple(number / numbers[0] for number in numbers)
    return Chart(said, heights=heights, sums=sums, count=count)


def _bars(step: DataStep, plot: Bars, cut: float, lang: Lang, words: Mapping[str, str]) -> Chart:
    parts = list(_parts(step, plot, lang))
    groups = tuple(
        Group(
            step.column(column).title[lang],
            tuple(
                Bar(title, part, quantity(100 * part, "percent", lang), colour)
                for colour, (title, rows) in enumerate(parts)
                for part in (_reaching(rows, column, cut),)
            ),
        )
        for column in plot.columns
    )
    said = words["data.alt.bars"].format(
        cut=quantity(cut, "number", lang),
        all=len(step.rows),
        rows=step.rows_name[lang],
        list=_in_words(groups),
    )
    return Chart(said, groups)


def _parts(step: DataStep, plot: Bars, lang: Lang) -> Iterator[tuple[str, Sequence[DataRow]]]:
    """The rows by group, each with the name of its group; one group without a name if there is no `by`."""
    if plot.by is None:
        yield "", step.rows
        return
    for value, title in step.column(plot.by).values.items():
        rows = [row for row in step.rows if row.cells[plot.by] == value]
        if rows:
            yield title[lang], rows


def _reaching(rows: Sequence[DataRow], column: str, cut: float) -> float:
    """Which part of the rows reaches the cut."""
    return sum(row.number(column) >= cut for row in rows) / len(rows)


def _before_after(
    step: DataStep, plot: BeforeAfter, cut: float, lang: Lang, words: Mapping[str, str]
) -> Chart:
    pairs = [(row, row.number(plot.before), row.number(plot.after)) for row in step.rows]
    changes = [100 * (after - before) / before for _, before, after in pairs]
    longest = 100 + max(step.bounds[1], *changes)
    groups = tuple(
        Group(
            shown(step, plot.label, row, lang),
            (
                Bar(words["data.before"], 100 / longest, _cell(step, plot.before, before, lang), 2),
                Bar(
                    words["data.after"],
                    max(0, 100 + change) / longest,
                    f"{_cell(step, plot.after, after, lang)} ({_change(change, lang)})",
                    0 if abs(change) >= cut else 2,
                ),
            ),
        )
        for (row, before, after), change in zip(pairs, changes, strict=True)
    )
    said = words["data.alt.before_after"].format(
        list=_in_words(groups),
        cut=quantity(cut, "number", lang),
        n=sum(abs(change) >= cut for change in changes),
        all=len(changes),
    )
    return Chart(said, groups, mark=(100 + cut) / longest)


def _cell(step: DataStep, column: str, number: float, lang: Lang) -> str:
    return quantity(number, step.column(column).type, lang)


def _change(change: float, lang: Lang) -> str:
    return f"{'+' if change > 0 else ''}{quantity(change, 'percent', lang)}"


def _in_words(groups: Sequence[Group]) -> str:
    return "; ".join(
        f"{group.title}: "
        + ", ".join(f"{bar.name} {bar.text}" if bar.name else bar.text for bar in group.bars)
        for group in groups
    )


def shown(step: DataStep, column: str, row: DataRow, lang: Lang) -> str:
    """A cell of the table as learners read it."""
    cell, described = row.cells[column], step.column(column)
    if described.is_number:
        return quantity(float(cell), described.type, lang)
    words = described.values.get(str(cell))
    return words[lang] if words else str(cell)
