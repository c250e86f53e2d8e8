"""Points as a range, and whether a range passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.results import (
    ExerciseResult,
    Finding,
    StepResult,
    Verdict,
    add_up,
)

SAID = Text(en="said", nl="gezegd")


def finding(verdict: Verdict, points: float) -> Finding:
    return Finding("some", verdict, points, SAID, SAID)


def test_what_is_open_counts_only_at_the_top() -> None:
    result = add_up(
        "s", "complete", 3, [finding("met", 1), finding("open", 1), finding("not_met", 1)]
    )

    assert (1, 2, 3) == (result.points_min, result.points_max, result.points_possible)


def test_thirds_add_up_to_a_whole() -> None:
    result = add_up("s", "complete", 1, [finding("met", 1 / 3)] * 3)

    assert 1 == result.points_min


@pytest.mark.parametrize(
    ("low", "high", "passed"), [(6, 6, "yes"), (6, 10, "yes"), (5.99, 6, "open"), (0, 5.99, "no")]
)
def test_a_range_passes_when_its_bottom_does_and_is_open_when_only_its_top_does(
    low: float, high: float, passed: str
) -> None:
    result = ExerciseResult("e", (StepResult("s", "complete", low, high, 10),))

    assert passed == result.passed(0.6)


@given(
    st.lists(st.tuples(st.sampled_from(["met", "not_met", "open"]), st.floats(0, 5)), max_size=8)
)
def test_the_top_is_never_below_the_bottom(found: list[tuple[Verdict, float]]) -> None:
    findings = [finding(verdict, points) for verdict, points in found]
    result = add_up("s", "complete", sum(points for _, points in found), findings)

    assert result.points_min <= result.points_max + 0.01
