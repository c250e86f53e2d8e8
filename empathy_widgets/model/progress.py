"""How far a learner is with the course: one line for each workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.exercise import Exercise

WorkbookState = Literal["done", "started", "to_do"]


@dataclass(frozen=True)
class Points:
    """Points of the steps that were checked: a range, of what those steps are worth."""

    low: float
    high: float
    possible: float


@dataclass(frozen=True)
class Progress:
    """How far one workbook is.

    Attributes:
        exercise: its exercise.
        notebook: the file that opens it; "" when there is none in the folder.
        done: how many steps are complete.
        begun: whether any step holds an answer.
        points: of the steps that were checked; None when none was.
        next_step: the first step that is not complete, by its id; "" when all are.
        handed_in: whether a file to hand in was made.
        saved: when the answers were last saved, in seconds since 1970; 0 when there are none.
        others: how many more sets of answers there are.
        damaged: files of answers that cannot be read, by their name.
    """

    exercise: Exercise
    notebook: str = ""
    done: int = 0
    begun: bool = False
    points: Points | None = None
    next_step: str = ""
    handed_in: bool = False
    saved: float = 0.0
    others: int = 0
    damaged: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return len(self.exercise.steps)

    @property
    def state(self) -> WorkbookState:
        """Done when every step is complete, or when it was handed in."""
        if self.handed_in or self.done == self.steps:
            return "done"
        return "started" if self.begun else "to_do"


def go_on_with(course: Sequence[Progress]) -> Progress | None:
    """What to do next: what was worked on last, or else the first that is still to do.

    Returns:
        None when everything is done.
    """
    started = [workbook for workbook in course if workbook.state == "started"]
    if started:
        return max(started, key=lambda workbook: workbook.saved)
    return next((workbook for workbook in course if workbook.state == "to_do"), None)
