"""Text made ready for paper: direction, room to break, and never a sign taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.views.written import BREAK, breakable, is_rtl, lines_of, width_of, written

FAMILY = "👩‍👩‍👧‍👦"


@given(st.text(max_size=200))
def test_places_to_break_are_all_that_is_added(text: str) -> None:
    assert breakable(text).replace(BREAK, "") == text.replace(BREAK, "")


@pytest.mark.parametrize("sign", [FAMILY, "🇳🇱", "👍🏽", "é", "1️⃣"])
def test_a_sign_made_of_several_is_never_taken_apart(sign: str) -> None:
    parts = breakable(sign * 30).split(BREAK)

    assert {sign} == {part.replace(sign, "") or sign for part in parts}
    assert len(parts) > 3


@pytest.mark.parametrize(
    "text", ["water", "arbeidsongeschiktheidsverzekering", "not-so-very-long", "twenty-three"]
)
def test_an_ordinary_word_is_left_to_hyphenation(text: str) -> None:
    assert BREAK not in breakable(text)


@pytest.mark.parametrize(
    "text", ["W" * 30, "https://example.org/a/very/long/path", "x" * 60, "0" * 40]
)
def test_a_run_that_is_wider_than_a_column_can_break(text: str) -> None:
    assert BREAK in breakable(text)


def test_the_first_letter_with_a_direction_decides() -> None:
    assert [is_rtl(text) for text in ("12 שלום", "Hello שלום", "12", "")] == [
        True,
        False,
        False,
        False,
    ]


def test_each_line_has_its_own_direction_and_blank_ones_go() -> None:
    assert [line["rtl"] for line in written("one\r\n \r\n\u05e9\u05dc\u2028two")] == [
        False,
        True,
        False,
    ]
    assert lines_of("\n\n") == []


def test_wide_signs_count_for_two() -> None:
    assert (width_of("map"), width_of("地図"), width_of("e\u0301")) == (3, 4, 1)
