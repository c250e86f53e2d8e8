"""The two doors to checking: one step, and a whole exercise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import UnknownStepError
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.example import Example
from empathy_widgets.scoring import check_exercise, check_step

WELL = load_exercise("well")
NOTHING = Answers(document_id="0" * 32, exercise="well")


def test_an_exercise_is_checked_step_by_step_in_the_order_of_the_page() -> None:
    result = check_exercise(WELL.exercise, WELL.rubric, NOTHING)

    assert [step.id for step in WELL.exercise.steps] == [step.step for step in result.steps]
    assert (0, 0, 33) == (result.points_min, result.points_max, result.points_possible)


def test_an_unknown_step_names_the_nearest() -> None:
    with pytest.raises(UnknownStepError, match="Did you mean need"):
        check_step(WELL.exercise, WELL.rubric, "nead", NOTHING)


def test_a_step_without_points_is_complete_once_it_holds_something() -> None:
    example = Example(about="a", answers={"reflection": {"text": "I asked."}})
    result = check_step(WELL.exercise, WELL.rubric, "reflection", example.document(WELL.exercise))

    assert ("complete", 0, ()) == (result.state, result.points_possible, result.findings)


def test_too_few_lines_are_a_step_that_is_started() -> None:
    example = Example(about="a", answers={"ask": {"lines": ["What did you do yesterday?"]}})
    result = check_step(WELL.exercise, WELL.rubric, "ask", example.document(WELL.exercise))

    assert "started" == result.state


def test_what_is_good_because_it_is_not_there_is_not_seen_in_any_words() -> None:
    salesperson = load_exercise("salesperson")
    model = salesperson.example("model", "en").document(salesperson.exercise)
    result = check_step(salesperson.exercise, salesperson.rubric, "mail", model)

    seen = {found.criterion: (found.verdict, bool(found.evidence)) for found in result.findings}
    assert ("met", False) == seen["no_pressure"]
    assert ("met", True) == seen["about_customer"]


@pytest.mark.parametrize(
    ("text", "verdict", "told"),
    [
        (
            "We turn each tap until every room gets as warm as the next. It takes an hour.",
            "met",
            100,
        ),
        (
            "Hydraulically balanced low-temperature emission optimisation unburdens everybody.",
            "not_met",
            0,
        ),
    ],
)
def test_a_text_said_anew_is_told_how_easily_it_reads_and_earns_nothing_by_it(
    text: str, verdict: str, told: int
) -> None:
    blog = load_exercise("blog")
    example = Example(about="a", answers={"rewrite": {"text": text}})
    result = check_step(blog.exercise, blog.rubric, "rewrite", example.document(blog.exercise))

    [found] = result.findings
    assert (verdict, 0) == (found.verdict, result.points_possible)
    assert f"scores {told}" in found.message.en


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["need", "why", "job", "measure"]))
def test_no_text_breaks_a_check_or_leaves_the_range(text: str, step: str) -> None:
    example = Example(about="a", answers={step: {"text": text}})
    result = check_step(WELL.exercise, WELL.rubric, step, example.document(WELL.exercise))

    assert 0 <= result.points_min <= result.points_max <= result.points_possible
