"""What the checks said of one hand-in, read back from the outputs of the executed workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.notebooks import RESULT_MIME
from empathy_widgets.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Finding:
    """One thing a check saw, in the learner's language."""

    criterion: str
    verdict: str
    points: float
    title: str
    message: str
    evidence: str
    question: str
    part: str


@dataclass(frozen=True)
class StepMarks:
    """What the checks say of one step. Points are a range until a trainer has looked."""

    step: str
    state: str
    points_min: float
    points_max: float
    points_possible: float
    findings: tuple[Finding, ...]

    @property
    def waiting(self) -> int:
        """How many findings wait for the trainer; those that cannot change the points do not."""
        if self.points_min == self.points_max:
            return 0
        return sum(finding.verdict == "open" for finding in self.findings)


@dataclass(frozen=True)
class Marks:
    """What the checks say of a whole hand-in; `passed` is "yes", "no" or "open"."""

    exercise: str
    content: str
    points_min: float
    points_max: float
    points_possible: float
    passed: str
    steps: tuple[StepMarks, ...]

    @property
    def waiting(self) -> int:
        """How many findings wait for the trainer."""
        return sum(step.waiting for step in self.steps)


def read_marks(notebook: Mapping[str, Any], exercise: str) -> Marks:
    """The marks that an executed workbook shows.

    Args:
        notebook: its JSON.
        exercise: whose results are wanted.

    Raises:
        RunError: when it shows none; that is a fault of the workbook, not of the learner.
    """
    for found in _results(notebook):
        if found.get("exercise") == exercise:
            return _marks(found)
    message = "the workbook ran, but showed no result"
    raise RunError(message)


def _results(notebook: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            found = output.get("data", {}).get(RESULT_MIME)
            if found is not None:
                yield found


def _marks(found: Mapping[str, Any]) -> Marks:
    return Marks(
        exercise=found["exercise"],
        content=found["content"],
        points_min=found["points_min"],
        points_max=found["points_max"],
        points_possible=found["points_possible"],
        passed=found["passed"],
        steps=tuple(_step(step) for step in found["steps"]),
    )


def _step(found: Mapping[str, Any]) -> StepMarks:
    names = Finding.__dataclass_fields__
    return StepMarks(
        step=found["step"],
        state=found["state"],
        points_min=found["points_min"],
        points_max=found["points_max"],
        points_possible=found["points_possible"],
        findings=tuple(Finding(**{name: one[name] for name in names}) for one in found["findings"]),
    )
