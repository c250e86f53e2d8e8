"""What a check says: findings, and the points they add up to.

Points are a range. What is decided counts at both ends; what is `open`, for the trainer or for
the learner's own judgement, counts only at the top.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.language import Text

Verdict = Literal["met", "not_met", "open"]
State = Literal["empty", "started", "complete"]
Passed = Literal["yes", "no", "open"]

_CENTS = 2
"""Points are rounded to hundredths, so that shares of a step add up to what people expect."""


@dataclass(frozen=True)
class Finding:
    """One thing a check saw.

    Attributes:
        criterion: what was looked at, such as "togetherness", "card" or "regions".
        verdict: "met", "not_met", or "open" when that is not for a program to decide.
        points: what is at stake here; earned when met, still possible when open.
        title: the criterion in a few words.
        message: one sentence on what was seen.
        evidence: the learner's own words that it rests on.
        question: what to think about next; never the answer.
        part: the option, card, line, note or region that it is about, when it is not the whole.
    """

    criterion: str
    verdict: Verdict
    points: float
    title: Text
    message: Text
    evidence: str = ""
    question: Text | None = None
    part: str = ""


@dataclass(frozen=True)
class StepResult:
    """What the check of one step found.

    Attributes:
        step: the id of the step.
        state: "empty", "started" (something is still missing) or "complete".
        points_min: points that are certain.
        points_max: points if everything open turns out well.
        points_possible: points the step is worth.
        findings: in the order in which to read them.
    """

    step: str
    state: State
    points_min: float
    points_max: float
    points_possible: float
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class ExerciseResult:
    """What the checks of all steps found."""

    exercise: str
    steps: tuple[StepResult, ...]

    @property
    def state(self) -> State:
        """Empty or complete when every step is; started in between."""
        states = {step.state for step in self.steps}
        return states.pop() if len(states) == 1 else "started"

    @property
    def points_min(self) -> float:
        """Points that are certain."""
        return round(sum(step.points_min for step in self.steps), _CENTS)

    @property
    def points_max(self) -> float:
        """Points if everything open turns out well."""
        return round(sum(step.points_max for step in self.steps), _CENTS)

    @property
    def points_possible(self) -> float:
        """Points that can be earned."""
        return sum(step.points_possible for step in self.steps)

    def passed(self, pass_mark: float) -> Passed:
        """Whether the points reach a share (0 to 1) of what is possible; "open" when that depends.

        >>> ExerciseResult("well", (StepResult("need", "complete", 1, 2, 2),)).passed(0.6)
        'open'
        """
        needed = round(pass_mark * self.points_possible, _CENTS)
        if self.points_min >= needed:
            return "yes"
        return "open" if self.points_max >= needed else "no"


def nothing_yet(step: str, points: float) -> StepResult:
    """The result of a step that holds no answer."""
    return StepResult(step, "empty", 0, 0, points)


def add_up(step: str, state: State, points: float, findings: Iterable[Finding]) -> StepResult:
    """The result of a step whose findings each carry their own points."""
    found = tuple(findings)
    low = sum(finding.points for finding in found if finding.verdict == "met")
    high = low + sum(finding.points for finding in found if finding.verdict == "open")
    return StepResult(
        step, state, round(low, _CENTS), round(min(high, points), _CENTS), points, found
    )


def right_minus_wrong(points: float, right: int, wrong: int, possible: int) -> float:
    """Partial credit that does not reward guessing: wrong ones take away what right ones earn.

    >>> right_minus_wrong(4, right=6, wrong=2, possible=8)
    2.0
    >>> right_minus_wrong(4, right=1, wrong=3, possible=8)
    0.0
    """
    return round(points * max(0, right - wrong) / possible, _CENTS)
