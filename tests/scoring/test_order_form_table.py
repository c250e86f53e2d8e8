"""Sequences earn by pairs; forms and tables by what is filled in, and never by how good it sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from empathy_widgets.model.exercise import Part
from empathy_widgets.model.form import FormAnswer
from empathy_widgets.model.order import OrderAnswer
from empathy_widgets.model.table import TableAnswer
from empathy_widgets.scoring import form, order, table
from empathy_widgets.scoring.numbers import read_number

if TYPE_CHECKING:
    from empathy_widgets.scoring.results import Finding, StepResult

PART: TypeAdapter[Any] = TypeAdapter(Part)


def both(text: str) -> dict[str, str]:
    return {"en": text, "nl": f"{text} (nl)"}


def step(kind: str, points: int, **more: object) -> Any:  # noqa: ANN401
    shared = {"kind": kind, "id": "it", "title": both("It"), "prompt": both("Fill in the plan")}
    return PART.validate_python({**shared, "points": points, **more})


def said(result: StepResult) -> dict[str, str]:
    """The verdict of each finding, by its part or else its criterion."""
    return {finding.part or finding.criterion: finding.verdict for finding in result.findings}


def about(result: StepResult, name: str) -> Finding:
    return next(f for f in result.findings if name in {f.part, f.criterion})


FIVE = step(
    "order",
    10,
    cards=[
        {
            "id": name,
            "text": both(name),
            "feedback": both(f"why {name}"),
            "question": both("What has to be there first?"),
        }
        for name in "abcde"
    ],
)


@pytest.mark.parametrize(
    ("sequence", "points"),
    [("abcde", 10), ("edcba", 0), ("bacde", 8), ("eabcd", 2), ("abc", 3), ("a", 0), ("ba", 0)],
)
def test_a_sequence_earns_its_right_pairs_minus_its_wrong_ones(
    sequence: str, points: float
) -> None:
    result = order.check(FIVE, OrderAnswer(order=tuple(sequence)))

    assert (points, points) == (result.points_min, result.points_max)


def test_one_card_that_was_moved_is_named_and_not_those_it_passed() -> None:
    result = order.check(FIVE, OrderAnswer(order=tuple("bcdea")))

    assert {"a": "not_met", "b": "met", "c": "met", "d": "met", "e": "met"} == said(result)
    assert "What has to be there first?" == about(result, "a").question["en"]  # type: ignore[index]
    assert "why b (nl)" == about(result, "b").message["nl"]


def test_in_a_sequence_upside_down_no_card_is_called_right() -> None:
    assert {"not_met"} == set(said(order.check(FIVE, OrderAnswer(order=tuple("edcba")))).values())


def test_a_card_out_of_place_is_not_told_why_it_stands_where_it_does() -> None:
    result = order.check(FIVE, OrderAnswer(order=tuple("bcdea")))

    assert "why a" not in about(result, "a").message["en"]


def test_cards_that_are_left_are_counted_and_a_single_card_is_not_judged() -> None:
    result = order.check(FIVE, OrderAnswer(order=("c",)))

    assert "started" == result.state
    assert {"loose": "not_met"} == said(result)
    assert "4 of the 5" in about(result, "loose").message["en"]


def test_cards_that_are_not_there_are_passed_over() -> None:
    assert "empty" == order.check(FIVE, OrderAnswer(order=("z",))).state
    assert 10 == order.check(FIVE, OrderAnswer(order=("z", *"abcde", "a"))).points_min


@given(st.lists(st.sampled_from("abcdez"), max_size=12))
def test_a_sequence_never_earns_less_than_nothing_or_more_than_there_is(cards: list[str]) -> None:
    result = order.check(FIVE, OrderAnswer(order=tuple(cards)))

    assert 0 <= result.points_min <= result.points_max <= result.points_possible
    assert (result.points_min == 10) == ("".join(dict.fromkeys(cards)).replace("z", "") == "abcde")


PLAN = step(
    "form",
    5,
    fields=[
        {
            "id": "first",
            "title": both("Smallest first step"),
            "type": "text",
            "min_words": 3,
            "question": both("What could you do today?"),
            "example": both("such as: call Noor and ask"),
        },
        {"id": "who", "title": both("Sponsor")},
        {"id": "day", "title": both("On"), "type": "date"},
        {"id": "minutes", "title": both("Takes"), "type": "number", "at_least": 1, "at_most": 60},
        {"id": "remark", "title": both("Remark"), "required": False},
    ],
    for_trainer=[
        {"id": "small", "title": both("Small"), "about": both("It fits a day."), "part": "first"}
    ],
)
GOOD = {"first": "Ask Noor about Monday", "who": "Ben", "day": "2026-05-03", "minutes": "10"}


def test_a_filled_form_earns_what_is_counted_and_leaves_the_rest_to_the_trainer() -> None:
    result = form.check(PLAN, FormAnswer(fields=GOOD))

    assert ("complete", 4, 5) == (result.state, result.points_min, result.points_max)
    assert {"filled": "met", "first": "open"} == said(result)
    assert "Ask Noor about Monday" == about(result, "small").evidence


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("who", "", "Nothing is filled in"),
        ("who", "   ", "Nothing is filled in"),
        ("first", "Ask Noor", "3 words or more"),
        ("first", "such as: call Noor and ask", "not yet your own"),
        ("first", "Fill in the plan", "not yet your own"),
        ("who", "Sponsor", "not yet your own"),
        ("day", "soon", "does not read as a date"),
        ("minutes", "a while", "does not read as a number"),
        ("minutes", "0,5", "lower than 1"),
        ("minutes", "1.000", "higher than 60"),
    ],
)
def test_a_field_that_is_not_filled_well_is_named_and_costs_its_share(
    field: str, text: str, words: str
) -> None:
    result = form.check(PLAN, FormAnswer(fields={**GOOD, field: text}), lang="nl")
    finding = next(f for f in result.findings if f.part == field and f.verdict == "not_met")

    assert words in finding.message["en"]
    assert finding.question
    assert 3 == result.points_min


def test_a_field_that_is_not_required_may_stay_empty_but_not_hold_a_copy() -> None:
    result = form.check(PLAN, FormAnswer(fields={**GOOD, "remark": "Remark"}))

    assert "not_met" == about(result, "remark").verdict
    assert 4 == result.points_min


def test_the_same_sentence_in_two_fields_counts_once() -> None:
    sentence = "Ask Noor about Monday."
    result = form.check(PLAN, FormAnswer(fields={**GOOD, "who": sentence}))

    assert "earlier field" in about(result, "who").message["en"]


def test_an_empty_form_earns_nothing_and_leaves_nothing_to_the_trainer() -> None:
    result = form.check(PLAN, FormAnswer())

    assert ("empty", 0, ()) == (result.state, result.points_max, result.findings)


JOURNEY = step(
    "table",
    8,
    own_rows={"name": both("Moment"), "at_least": 2},
    columns=[
        {"id": "what", "title": both("Touchpoint")},
        {"id": "mood", "title": both("Mood"), "type": "choice"}
        | {"options": [{"id": "low", "text": both("low")}, {"id": "high", "text": both("high")}]},
        {"id": "win", "title": both("Quick win"), "required": False},
    ],
    different=["what"],
    every_option=["mood"],
)
ROWS = {"row-1": {"what": "Website", "mood": "low"}, "row-2": {"what": "Invoice", "mood": "high"}}


def test_a_full_table_earns_everything() -> None:
    result = table.check(JOURNEY, TableAnswer(rows=ROWS))

    assert ("complete", 8) == (result.state, result.points_min)
    assert {"met"} == set(said(result).values())


def test_half_a_row_earns_half_a_row_and_says_which_cell_is_empty() -> None:
    result = table.check(JOURNEY, TableAnswer(rows={**ROWS, "row-2": {"what": "Invoice"}}))

    assert "started" == result.state
    assert 8 - 1 - 2 == result.points_min
    assert "Still empty: “Mood”." == about(result, "row-2").message["en"]
    assert "Not used yet: high." == about(result, "every_option").message["en"]


def test_rows_that_are_missing_are_told_as_one_thing() -> None:
    result = table.check(JOURNEY, TableAnswer(rows={"row-2": ROWS["row-2"]}))

    assert "1 of the 2" in about(result, "rows").message["en"]
    assert "row-1" not in said(result)


def test_of_the_learners_own_rows_the_fullest_count_and_an_unfinished_one_costs_nothing() -> None:
    result = table.check(JOURNEY, TableAnswer(rows={**ROWS, "row-x": {"what": "Phone"}}))

    assert 8 == result.points_min
    assert ("not_met", 0) == (about(result, "row-x").verdict, about(result, "row-x").points)


def test_two_rows_that_say_the_same_are_noticed() -> None:
    rows = {**ROWS, "row-2": {"what": "the website.", "mood": "high"}}
    rows["row-1"] = {"what": "The website", "mood": "low"}
    result = table.check(JOURNEY, TableAnswer(rows=rows))

    assert "not_met" == about(result, "different").verdict
    assert "What sets these rows apart?" == about(result, "different").question["en"]  # type: ignore[index]


LEVELS = step(
    "table",
    3,
    rows=[
        {"id": "surgeon", "title": both("Surgeon"), "given": {"interest": both("steady hands")}},
        {"id": "board", "title": both("Board")},
        {"id": "press", "title": both("Press"), "required": False},
    ],
    columns=[
        {"id": "interest", "title": both("Interest")},
        {"id": "message", "title": both("Message"), "type": "text", "min_words": 2},
    ],
    for_trainer=[
        {"id": "fits", "title": both("Fits"), "about": both("It fits."), "part": "message"}
    ],
)


def test_a_given_cell_is_not_asked_again_and_an_optional_row_may_stay_empty() -> None:
    rows = {"surgeon": {"message": "less tremor"}, "board": {"interest": "a", "message": "b c"}}
    result = table.check(LEVELS, TableAnswer(rows=rows))

    assert ("complete", 2, 3) == (result.state, result.points_min, result.points_max)
    assert "less tremor · b c" == about(result, "fits").evidence


def test_a_given_row_that_is_empty_is_named_and_its_cells_are_not() -> None:
    result = table.check(LEVELS, TableAnswer(rows={"surgeon": {"message": "less tremor"}}))

    assert "This row is still empty." == about(result, "board").message["en"]
    assert ("started", 1) == (result.state, result.points_min)


TEXTS = st.sampled_from(["", "low", "high", "Website", "x y z"])


@given(
    st.dictionaries(
        st.sampled_from(["row-1", "row-2", "row-3", "nowhere"]),
        st.dictionaries(st.sampled_from(["what", "mood", "win", "no-column"]), TEXTS),
    )
)
def test_a_table_never_earns_less_than_nothing_or_more_than_there_is(rows: Any) -> None:  # noqa: ANN401
    result = table.check(JOURNEY, TableAnswer(rows=rows))

    assert 0 <= result.points_min <= result.points_max <= result.points_possible
    lost = sum(finding.points for finding in result.findings)
    assert not result.findings or pytest.approx(8) == lost


@pytest.mark.parametrize(
    ("text", "en", "nl"),
    [
        ("3,5", 3.5, 3.5),
        ("3.5", 3.5, 3.5),
        ("1.250", 1.25, 1250),
        ("1,250", 1250, 1.25),
        ("1.250,5", 1250.5, 1250.5),
        ("1,250,000", 1_250_000, 1_250_000),
        ("€ 12,-", 12, 12),
        ("80 %", 80, 80),
        ("-4", -4, -4),
        (".5", 0.5, 0.5),
        ("1.2.3", None, None),
        ("ten", None, None),
        ("", None, None),
        ("1e999", None, None),
        ("٣", 3, 3),
    ],
)
def test_numbers_are_read_with_comma_and_point(
    text: str, en: float | None, nl: float | None
) -> None:
    assert (en, nl) == (read_number(text, "en"), read_number(text, "nl"))


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_is_not(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), float)
