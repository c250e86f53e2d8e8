"""Reading JSON that somebody else wrote."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.errors import RefusedFileError, UnreadableFileError
from empathy_widgets.grading.json_reader import fault_in, read_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ORDINARY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53 - 1) | st.floats(-1e15, 1e15) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=30,
)


@settings(deadline=None)
@given(ORDINARY)
def test_ordinary_json_is_read_as_json_reads_it(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_turned_away_with_a_reason(data: bytes) -> None:
    with suppress(UnreadableFileError, RefusedFileError):
        assert isinstance(fault_in(read_json(data)), str)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_json(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ('{"a": 1, "a": 2}', "a name stands in it twice"),
        ('{"a": {"b": [NaN]}}', "a number in it is not finite"),
        ('{"a": -Infinity}', "a number in it is not finite"),
        ('{"a": 1e999}', "a number in it is not finite"),
        ('{"a": 9007199254740993}', "a number in it is too large"),
        ('{"a": "\\udc00"}', "a text holds half a sign (a lone surrogate)"),
        ('{"\\ud800": 1}', "a text holds half a sign (a lone surrogate)"),
        ("[" * 30 + "]" * 30, "brackets are nested too deep"),
    ],
)
def test_what_json_lets_through_but_we_do_not_is_told(raw: str, fault: str) -> None:
    assert fault_in(read_json(raw.encode())) == fault


def test_whole_signs_beyond_the_first_plane_are_no_halves() -> None:
    assert fault_in(read_json(b'"\\ud83d\\ude00"')) == ""


def test_faults_beside_the_part_that_is_used_do_not_matter() -> None:
    whole: Any = read_json(b'{"outputs": [NaN, {"a": 1, "a": 2}], "mine": {"text": "fine"}}')

    assert fault_in(whole["mine"], whole) == ""


def test_a_part_that_stands_twice_in_its_parent_is_not_trusted() -> None:
    whole: Any = read_json(b'{"mine": 1, "mine": 2}')

    assert fault_in(whole["mine"], whole) == "a name stands in it twice"
