"""A learner's work is one document, and its copies are joined by one merge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.errors import DifferentDocumentsError
from empathy_widgets.model.answers import Answers, live, merge, text_of
from empathy_widgets.model.entries import edit

STEPS = st.sampled_from(["need", "map"])
NAMES = st.sampled_from(["text", "n-1", "n-2"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[Answers, Answers, Answers]:
    """Three copies of one document that were edited apart."""
    start = Answers(document_id="0" * 32, exercise="well")
    copies = []
    for client in "abc":
        copy = start
        for step, name, text in draw(
            st.lists(st.tuples(STEPS, NAMES, st.text(max_size=5)), max_size=6)
        ):
            entry = edit(copy.entries(step).get(name), client=client, value={"text": text})
            copy = copy.with_entries(step, {name: entry})
        copies.append(copy)
    return copies[0], copies[1], copies[2]


@given(documents())
def test_documents_merge_in_any_order_and_any_number_of_times(
    copies: tuple[Answers, Answers, Answers],
) -> None:
    a, b, c = copies
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a


@given(documents())
def test_a_document_reads_back_from_json_unchanged(
    copies: tuple[Answers, Answers, Answers],
) -> None:
    joined = merge(copies[0], copies[1])
    assert Answers.model_validate_json(joined.model_dump_json()) == joined


def test_two_different_documents_are_never_merged() -> None:
    with pytest.raises(DifferentDocumentsError, match="two different documents"):
        merge(Answers.new("well"), Answers.new("well"))


def test_live_entries_stand_in_their_order_without_the_deleted_and_the_workbooks_own() -> None:
    entries = {
        "b": edit(None, client="k", value={"text": "second"}, rank="W"),
        "a": edit(None, client="k", value={"text": "first"}, rank="V"),
        "gone": edit(None, client="k", deleted=True),
        "~checked": edit(None, client="k", value={"at": "2026-01-01T00:00:00Z"}),
    }
    assert ["a", "b"] == [name for name, _ in live(entries)]


def test_a_text_that_is_missing_or_of_another_type_reads_as_empty() -> None:
    assert "" == text_of({}, "name")
    assert "" == text_of({"name": edit(None, client="k", value={"text": 3})}, "name")
