"""Reading one hand-in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.grading.submission import read_submission
from tests.submissions import make

BROKEN = make.the_broken()
GOOD = make.as_bytes(make.hand_in({"lang": "en", "exercise": "start", "like": "model"}))
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def told(**more: object) -> dict[str, Any]:
    return make.hand_in({"lang": "en", "exercise": "start", "like": "model", **more})


def test_a_hand_in_tells_whose_it_is_and_what_was_answered() -> None:
    found = read_submission(
        "a.ipynb", make.as_bytes(told(learner="Anna", at="2026-11-20T12:00:00+01:00"))
    )

    assert (found.state, found.learner, found.exercise, found.lang) == ("", "Anna", "start", "en")
    assert found.handed_in == "2026-11-20T11:00:00.000+00:00"
    assert found.answers is not None
    assert found.answers.entries("neighbour")


@pytest.mark.parametrize("name", sorted(set(BROKEN) - {"unknown-exercise"}))
def test_a_broken_hand_in_gets_the_state_of_its_defect_and_a_reason(name: str) -> None:
    data, state = BROKEN[name]

    found = read_submission(f"{name}.ipynb", data)

    assert found.state == state
    assert found.reason
    assert found.answers is None


def test_the_metadata_counts_and_not_what_a_cell_says() -> None:
    made = told()
    other = make.document(
        {"exercise": "start", "lang": "en", "answers": {"saving": {"chosen": ["once"]}}}
    )
    made["cells"][0]["source"] = f"answers = {other.model_dump(mode='json')!r}"

    found = read_submission("a.ipynb", make.as_bytes(made))

    assert found.answers == make.document({"exercise": "start", "lang": "en", "like": "model"})


def test_without_a_name_the_file_stands_in() -> None:
    found = read_submission("group 3/work.ipynb", make.as_bytes(told()))

    assert (found.learner, found.is_named) == ("group 3/work.ipynb", False)


def test_the_name_given_in_the_workbook_counts_when_the_stamp_has_none() -> None:
    made = told(learner="Anna")
    del made["metadata"]["empathy_widgets"]["hand_in"]

    found = read_submission("a.ipynb", make.as_bytes(made))

    assert (found.learner, found.handed_in) == ("Anna", "")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  Anna \n de\tBoer ", "Anna de Boer"),
        ("Anna\u202egnp.exe", "Annagnp.exe"),
        ("e\u0301va", "éva"),
        ("x" * 1000, "x" * 200),
        ("\u200b\x00", "a.ipynb"),
    ],
)
def test_a_name_becomes_one_line_of_signs_that_can_be_seen(written: str, read: str) -> None:
    made = told()
    made["metadata"]["empathy_widgets"]["hand_in"]["learner"] = written

    assert read_submission("a.ipynb", make.as_bytes(made)).learner == read


def test_a_workbook_that_was_saved_but_never_stamped_is_a_hand_in_too() -> None:
    made = told()
    mark = made["metadata"]["empathy_widgets"]
    made["metadata"]["empathy_widgets"] = {
        key: mark[key] for key in ("exercise", "lang", "answers")
    }

    assert read_submission("a.ipynb", make.as_bytes(made)).state == ""


def test_only_a_name_is_no_answer() -> None:
    made = make.hand_in({"lang": "en", "exercise": "start", "learner": "Anna"})

    found = read_submission("a.ipynb", make.as_bytes(made))

    assert (found.state, found.learner) == ("no_answers", "Anna")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_the_reader_fall_over(data: bytes) -> None:
    found = read_submission("a.ipynb", data)

    assert found.state
    assert found.reason


@settings(deadline=None)
@given(ANYTHING)
def test_no_metadata_at_all_make_the_reader_fall_over(mark: object) -> None:
    found = read_submission("a.ipynb", json.dumps(make.notebook(mark)).encode())

    assert found.state
    assert found.reason


@settings(deadline=None)
@given(ANYTHING)
def test_no_answers_at_all_make_the_reader_fall_over(value: object) -> None:
    made = json.loads(GOOD)
    made["metadata"]["empathy_widgets"]["answers"]["steps"]["neighbour"] = value
    made["metadata"]["empathy_widgets"]["hand_in"] = value

    found = read_submission("a.ipynb", json.dumps(made).encode())

    assert bool(found.answers) == (found.state == "")
