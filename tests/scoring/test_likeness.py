"""Copies and mirrors: what counts as the same, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.scoring.likeness import has_words, is_copy, is_mirror


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("They set out before sunrise", "they set out before sunrise."),
        ("They set out befoer sunrise", "They set out before sunrise"),
        (
            "set out every morning before sunrise",
            "Twelve women set out every morning before sunrise, each with a jar.",
        ),
    ],
)
def test_the_same_words_are_a_copy_also_with_a_typing_error_or_as_a_part(
    text: str, other: str
) -> None:
    assert is_copy(text, [other])


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Her sister sings", "Her sister sings while the others rest at the spring"),
        ("Walks slowly on the way back", "Walks quickly on the way to the market"),
        (
            "More time to braid her daughter's hair on Friday",
            "Less time to braid her daughter's hair on Friday",
        ),
    ],
)
def test_a_turn_or_a_few_words_in_common_are_no_copy(text: str, other: str) -> None:
    assert not is_copy(text, [other])


@pytest.mark.parametrize(
    ("gain", "pain"),
    [
        ("Higher salary", "Low salary"),
        ("Meer tijd voor haar zoon", "Te weinig tijd voor haar zoon"),
        ("No pain in her knees", "Pain in her knees"),
        ("Geen ruzie met de buren", "Ruzie met de buren"),
    ],
)
def test_a_pain_turned_round_is_a_mirror(gain: str, pain: str) -> None:
    assert is_mirror(gain, pain)


@pytest.mark.parametrize(
    ("gain", "pain"),
    [
        ("Tells her sister what she cannot say at home", "Her knees hurt on the way back"),
        ("An hour when nobody calls her", "Called eight times before noon"),
        ("More", "Less"),
    ],
)
def test_a_gain_of_its_own_is_no_mirror(gain: str, pain: str) -> None:
    assert not is_mirror(gain, pain)


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_breaks_the_comparison(one: str, other: str) -> None:
    assert is_mirror(one, other) == is_mirror(other, one)
    is_copy(one, [other])
    has_words(one, other)
