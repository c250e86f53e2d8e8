"""A number with its tolerance, rows by their overlap, a choice by its feedback."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.model.data import DataAnswer
from empathy_widgets.model.data_questions import PickQuestion
from empathy_widgets.model.measures import Condition, DataRow, Measure
from empathy_widgets.scoring import check_step
from tests.figures import answers, data_step, figures

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.scoring.results import Finding, StepResult

LOADED = figures()


def checked(step: str, answer: DataAnswer, lang: Lang = "en") -> StepResult:
    return check_step(LOADED.exercise, {}, step, answers(**{step: answer}), lang=lang)


def of(result: StepResult, part: str) -> Finding:
    return next(finding for finding in result.findings if finding.part == part)


@cache
def core() -> tuple[str, ...]:
    step = data_step(LOADED, "core")
    pick = step.questions[2]
    assert isinstance(pick, PickQuestion)
    return tuple(sorted(pick.expected(step.rows)))


def test_a_cut_that_was_moved_is_no_answer() -> None:
    result = checked("core", DataAnswer(cut=12))

    assert ("empty", 0, ()) == (result.state, result.points_max, result.findings)


@pytest.mark.parametrize(
    ("typed", "lang"),
    [
        ("6.67", "en"),
        ("6,7", "en"),
        ("+6,7 %", "nl"),
        ("6.7%", "nl"),
        (" 6.5", "nl"),
        ("6,9", "en"),
    ],
)
def test_comma_point_sign_and_unit_are_read(typed: str, lang: Lang) -> None:
    result = checked("effect", DataAnswer(given={"satisfaction": typed}), lang)

    assert ("complete", 1) == (result.state, result.points_min)
    assert "Half a mark is 6.7%." == result.findings[0].message.en
    assert typed.strip() == result.findings[0].evidence.strip()


def test_the_word_of_the_unit_may_stand_behind_the_number() -> None:
    assert (
        "met"
        == of(checked("core", DataAnswer(given={"how-many": "12 klanten"})), "how-many").verdict
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a few", "could not be read as one number"),
        ("6 or 7", "could not be read as one number"),
        ("7.1", "very close"),
        ("8", "not far off"),
        ("17", "far from what the table says"),
        ("0.067", "digits look right"),
        ("-6.7", "goes the other way"),
    ],
)
def test_how_close_a_wrong_number_is_said_without_giving_the_right_one(
    typed: str, said: str
) -> None:
    result = checked("effect", DataAnswer(given={"satisfaction": typed}))
    finding = result.findings[0]

    assert ("not_met", 0) == (finding.verdict, result.points_max)
    assert said in finding.message.en
    assert finding.question
    assert not any(sign.isdigit() for sign in finding.message.en + finding.message.nl)


def test_rows_count_right_minus_wrong() -> None:
    exact = checked("core", DataAnswer(picked={"core": core()}))
    four = checked("core", DataAnswer(picked={"core": core()[:4]}))
    one_wrong = checked("core", DataAnswer(picked={"core": (*core()[:4], "c01")}))

    assert [1, 0.8, 0.6] == [exact.points_min, four.points_min, one_wrong.points_min]
    assert "met" == of(exact, "core").verdict
    assert (
        "Ticked: 5, 4 of them rightly. Not ticked yet: 1 of the 5"
        in of(one_wrong, "core").message.en
    )


@given(st.sets(st.sampled_from([row.id for row in data_step(LOADED, "core").rows]), min_size=1))
def test_ticking_more_never_pays_without_being_right(picked: set[str]) -> None:
    result = checked("core", DataAnswer(picked={"core": tuple(picked)}))
    wrong = len(picked - set(core()))

    assert 0 <= result.points_min <= max(0, 1 - wrong / 5)


def test_rows_that_the_table_does_not_have_are_passed_over() -> None:
    result = checked("core", DataAnswer(picked={"core": ("nobody",)}))

    assert "empty" == result.state


def test_a_choice_says_why() -> None:
    wrong = checked("core", DataAnswer(given={"next": "offer"}))
    right = checked("core", DataAnswer(given={"next": "visit"}))

    assert ("not_met", "You do not know yet what they need.") == (
        of(wrong, "next").verdict,
        of(wrong, "next").message.en,
    )
    assert (0, 1) == (wrong.points_min, right.points_min)
    assert "empty" == checked("core", DataAnswer(given={"next": "sleep"})).state


def test_what_is_still_open_is_told_once() -> None:
    result = checked("core", DataAnswer(given={"how-many": "12"}))

    assert "started" == result.state
    assert ["number", "unanswered"] == [finding.criterion for finding in result.findings]
    assert "Questions without an answer: 3 of 4." == result.findings[-1].message.en


def row(name: str, number: float, kind: str = "a") -> DataRow:
    return DataRow(name, {"x": number, "y": number + 1, "kind": kind})


TABLE = [row("one", 1), row("two", 2), row("five", 5, "b"), row("eight", 8, "b")]


@pytest.mark.parametrize(
    ("measure", "number"),
    [
        ({"take": "count"}, 4),
        ({"take": "count", "where": [{"column": "kind", "is": "b"}]}, 2),
        ({"take": "percent", "that": [{"column": "x", "at_least": 2}]}, 75),
        ({"take": "percent", "that": [{"column": "x", "at_least": 2, "at_most": 5}]}, 50),
        ({"take": "sum", "column": "x"}, 16),
        ({"take": "mean", "column": "x"}, 4),
        ({"take": "median", "column": "x"}, 3.5),
        ({"take": "top_share", "column": "x", "top": 1}, 50),
        ({"take": "top_count", "column": "x", "share": 80}, 2),
        ({"take": "change", "row": "two", "before": "x", "after": "y"}, 50),
    ],
)
def test_what_is_taken_from_a_table(measure: dict[str, object], number: float) -> None:
    assert number == Measure.model_validate(measure).of(TABLE)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=40), st.floats(0.1, 100))
def test_the_core_is_as_small_as_can_be(numbers: list[int], share: float) -> None:
    table = [row(f"r{at}", number) for at, number in enumerate(numbers)]
    count = Measure(take="top_count", column="x", share=share).of(table)
    largest = sorted(numbers, reverse=True)

    assert sum(largest[: int(count)]) >= share / 100 * sum(numbers) * (1 - 1e-9)
    assert sum(largest[: int(count) - 1]) < share / 100 * sum(numbers)


def test_a_condition_holds_only_where_it_says() -> None:
    between = Condition(column="x", at_least=2, at_most=5)

    assert ["two", "five"] == [found.id for found in TABLE if between.holds(found)]
