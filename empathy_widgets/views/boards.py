"""Where the person and the regions of a map stand on a page or slide: one board for each layout.

A board is a grid of columns and rows. The same board is used on paper (`printing/pages/map.typ`), on slides
(`printing/map_slides.py`) and for the count of lines (`fits.py`), so that they never tell different things.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from empathy_widgets.model.map_layouts import Layout

PERSON, GOAL = "person", "goal"
"""The places of a board that hold no notes."""


@dataclass(frozen=True)
class Place:
    """One place on a board.

    Attributes:
        key: an area of the layout, or "person" or "goal".
        x: the column in which it begins, from 0.
        y: the row in which it begins, from 0.
        wide: how many columns it takes.
        high: how many rows it takes.
        columns: in how many columns its notes lie.
        letters: about as many letters fit in a line of a note.
    """

    key: str
    x: int
    y: int
    wide: int = 1
    high: int = 1
    columns: int = 1
    letters: int = 22


@dataclass(frozen=True)
class Board:
    """A grid with places in it.

    Attributes:
        widths: the columns, as shares of the width.
        heights: the rows, as shares of the room that nothing needs.
        places: in the order in which they are read.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    places: tuple[Place, ...]

    def width(self, place: Place, whole: float, gap: float) -> float:
        """How wide a place is when the board is that wide."""
        inside = whole - gap * (len(self.widths) - 1)
        share = sum(self.widths[place.x : place.x + place.wide]) / sum(self.widths)
        return inside * share + gap * (place.wide - 1)

    def left(self, place: Place, whole: float, gap: float) -> float:
        """How far a place is from the left edge."""
        before = replace(place, x=0, wide=place.x)
        return self.width(before, whole, gap) + gap if place.x else 0.0

    def rows(self, need: Callable[[Place], float], gap: float) -> list[float]:
        """How high each row must be, when each place needs some height."""
        rows = [0.0] * len(self.heights)
        for place in sorted(self.places, key=lambda place: place.high):
            there = range(place.y, place.y + place.high)
            missing = need(place) - sum(rows[y] for y in there) - gap * (place.high - 1)
            for y in there:
                rows[y] += max(0.0, missing) / place.high
        return rows


SIX = Board(
    widths=(38.5, 11.5, 11.5, 38.5),
    heights=(21, 37, 21, 21),
    places=(
        Place("think_feel", 0, 0, wide=4, columns=5),
        Place("hear", 0, 1, columns=2),
        Place(PERSON, 1, 1, wide=2, letters=28),
        Place("see", 3, 1, columns=2),
        Place("say_do", 0, 2, wide=4, columns=5),
        Place("pains", 0, 3, wide=2, columns=3),
        Place("gains", 2, 3, wide=2, columns=3),
    ),
)
"""The person in the middle, the regions round it."""

SEVEN = Board(
    widths=(1, 1, 1, 1),
    heights=(19, 30, 26, 18, 14),
    places=(
        Place(PERSON, 0, 0, wide=2, letters=50),
        Place(GOAL, 2, 0, wide=2, letters=60),
        Place("hear", 0, 1, high=2, letters=27),
        Place("think_feel", 1, 1, wide=2, columns=2),
        Place("see", 3, 1, letters=27),
        Place("pains", 1, 2, letters=27),
        Place("gains", 2, 2, letters=27),
        Place("say", 3, 2, letters=27),
        Place("do", 0, 3, wide=4, columns=5),
        Place("say_or_do", 0, 4, wide=4, columns=5),
    ),
)
"""Who and what for above; then what is round the head and what is in it, as on the canvas of 2017."""

_BOARDS: dict[Layout, Board] = {"six": SIX, "seven": SEVEN}


def board_for(layout: Layout, areas: Collection[str]) -> Board:
    """The board of a layout, without the rows of areas that are not shown.

    >>> len(board_for("seven", ["see"]).heights), len(board_for("six", []).heights)
    (4, 4)
    """
    board = _BOARDS[layout]
    if layout == "six" or "say_or_do" in areas:
        return board
    return replace(board, heights=board.heights[:-1], places=board.places[:-1])
