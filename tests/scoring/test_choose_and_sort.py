"""Choosing and sorting: right ones minus wrong ones, with a reason for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.model.choose import ChooseAnswer, ChooseStep
from empathy_widgets.model.sort import SortAnswer, SortStep
from empathy_widgets.scoring import choose, sort


def both(text: str) -> dict[str, str]:
    return {"en": text, "nl": f"{text} (nl)"}


def option(name: str, *, right: bool) -> dict[str, object]:
    return {"id": name, "text": both(name), "right": right, "feedback": both(f"why {name}")}


PICK_TWO = ChooseStep.model_validate(
    {
        "kind": "choose",
        "id": "pick",
        "title": both("Pick"),
        "prompt": both("Which?"),
        "points": 4,
        "several": True,
        "options": [
            option("a", right=True),
            option("b", right=True),
            option("c", right=False),
            option("d", right=False),
        ],
    }
)
TWO_BOXES = SortStep.model_validate(
    {
        "kind": "sort",
        "id": "boxes",
        "title": both("Sort"),
        "prompt": both("Where?"),
        "points": 4,
        "boxes": [{"id": "in", "title": both("In")}, {"id": "out", "title": both("Out")}],
        "cards": [
            {
                "id": f"c{n}",
                "box": "in" if n < 2 else "out",
                "text": both(f"card {n}"),
                "feedback": both("so"),
            }
            for n in range(4)
        ],
    }
)


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (("a", "b"), 4),
        (("a",), 2),
        (("a", "c"), 0),
        (("a", "b", "c"), 2),
        (("a", "b", "c", "d"), 0),
        (("c", "d"), 0),
    ],
)
def test_what_is_chosen_wrongly_takes_away_what_is_chosen_rightly(
    chosen: tuple[str, ...], points: float
) -> None:
    result = choose.check(PICK_TWO, ChooseAnswer(chosen=chosen))

    assert (points, points) == (result.points_min, result.points_max)


def test_every_chosen_option_says_why_and_no_other_is_named() -> None:
    result = choose.check(PICK_TWO, ChooseAnswer(chosen=("a", "c")))

    assert [("a", "met"), ("c", "not_met")] == [(f.part, f.verdict) for f in result.findings]
    assert "why c (nl)" == result.findings[1].message["nl"]


def test_who_chose_too_little_is_asked_to_look_again_without_being_told_where() -> None:
    result = choose.check(PICK_TWO, ChooseAnswer(chosen=("a",)))
    more = result.findings[-1]

    assert ("more", "not_met", "") == (more.criterion, more.verdict, more.part)
    assert more.question is not None
    assert "b" not in more.message["en"].split()


def test_nothing_chosen_is_empty_and_earns_nothing() -> None:
    result = choose.check(PICK_TWO, ChooseAnswer())

    assert ("empty", 0, ()) == (result.state, result.points_max, result.findings)


def test_an_option_that_is_not_there_is_passed_over() -> None:
    assert "empty" == choose.check(PICK_TWO, ChooseAnswer(chosen=("z",))).state


@pytest.mark.parametrize(
    ("placed", "points", "state"),
    [
        ({"c0": "in", "c1": "in", "c2": "out", "c3": "out"}, 4, "complete"),
        ({"c0": "in", "c1": "in", "c2": "in", "c3": "in"}, 0, "complete"),
        ({"c0": "in", "c1": "in", "c2": "out", "c3": "in"}, 2, "complete"),
        ({"c0": "in"}, 1, "started"),
        ({"c0": "nowhere"}, 0, "empty"),
    ],
)
def test_cards_in_the_wrong_box_take_away_what_others_earn(
    placed: dict[str, str], points: float, state: str
) -> None:
    result = sort.check(TWO_BOXES, SortAnswer(placed=placed))

    assert (points, state) == (result.points_min, result.state)


@given(
    st.dictionaries(
        st.sampled_from(["c0", "c1", "c2", "c3", "x"]), st.sampled_from(["in", "out", "y"])
    )
)
def test_sorting_never_earns_less_than_nothing_or_more_than_there_is(
    placed: dict[str, str],
) -> None:
    result = sort.check(TWO_BOXES, SortAnswer(placed=placed))

    assert 0 <= result.points_min <= result.points_max <= result.points_possible
