"""Copies of one entry become one, whatever the order in which they meet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.model.entries import Entry, edit, let_go, merge_entries
from empathy_widgets.model.ranks import rank_between

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("merge_vectors.json").read_text(encoding="utf-8")
)


def _entry(data: dict[str, Any] | None) -> Entry | None:
    return Entry.model_validate(data) if data else None


def _json(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json")


@pytest.mark.parametrize("case", VECTORS["edit"], ids=lambda case: case["name"])
def test_an_edit_follows_the_shared_vectors(case: dict[str, Any]) -> None:
    change = dict(case["change"])
    if "replaces" in change:
        change["replaces"] = tuple(change["replaces"])
    assert case["expect"] == _json(edit(_entry(case["entry"]), **change))


@pytest.mark.parametrize("case", VECTORS["let_go"], ids=lambda case: case["name"])
def test_letting_go_follows_the_shared_vectors(case: dict[str, Any]) -> None:
    entry = Entry.model_validate(case["entry"])
    assert case["expect"] == _json(let_go(entry, tuple(case["clock"]), client=case["client"]))


@pytest.mark.parametrize("case", VECTORS["merge"], ids=lambda case: case["name"])
def test_a_merge_follows_the_shared_vectors_both_ways(case: dict[str, Any]) -> None:
    a, b = Entry.model_validate(case["a"]), Entry.model_validate(case["b"])
    assert case["expect"] == _json(merge_entries(a, b))
    assert case["expect"] == _json(merge_entries(b, a))


@pytest.mark.parametrize(
    "case", VECTORS["ranks"], ids=lambda case: f"{case['before']}<{case['after']}"
)
def test_a_rank_follows_the_shared_vectors(case: dict[str, str]) -> None:
    assert case["expect"] == rank_between(case["before"], case["after"])


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Copies of one entry after some clients edited, merged, deleted and let go in any order."""
    clients = ["a", "b", "c"]
    start = edit(None, client="a", value={"text": "start"}, rank="V")
    copies = dict.fromkeys(clients, start)
    for number in range(draw(st.integers(0, 14))):
        client = draw(st.sampled_from(clients))
        copy = copies[client]
        match draw(
            st.sampled_from(["type", "move", "delete", "let go", "meet", "type on a rival"])
        ):
            case "type":
                copies[client] = edit(copy, client=client, value={"text": f"{client}{number}"})
            case "move":
                copies[client] = edit(copy, client=client, rank=draw(st.sampled_from("abc")))
            case "delete":
                copies[client] = edit(copy, client=client, deleted=True)
            case "let go":
                clock = copy.kept[0].clock if copy.kept else copy.clock
                copies[client] = let_go(copy, clock, client=client)
            case "meet":
                copies[client] = merge_entries(copy, copies[draw(st.sampled_from(clients))])
            case _:
                clock = copy.kept[-1].clock if copy.kept else copy.clock
                copies[client] = edit(
                    copy, client=client, value={"text": f"{number}"}, replaces=clock
                )
    return list(copies.values())


@given(histories())
def test_merging_is_commutative_associative_and_idempotent(copies: list[Entry]) -> None:
    a, b, c = copies
    assert merge_entries(a, b) == merge_entries(b, a)
    assert merge_entries(merge_entries(a, b), c) == merge_entries(a, merge_entries(b, c))
    assert merge_entries(a, a) == a
    assert merge_entries(merge_entries(a, b), b) == merge_entries(a, b)


@given(histories())
def test_an_entry_reads_back_from_json_unchanged(copies: list[Entry]) -> None:
    for copy in copies:
        assert Entry.model_validate_json(copy.model_dump_json()) == copy


@given(histories())
def test_nothing_typed_last_by_anyone_is_lost(copies: list[Entry]) -> None:
    """What a client shows is, after the merge, shown or kept, unless another had seen and replaced it."""
    a, b, _ = copies
    merged = merge_entries(a, b)
    clocks = {merged.clock, *(version.clock for version in merged.kept)}
    for copy, other in ((a, b), (b, a)):
        counter, client = copy.clock
        assert copy.clock in clocks or other.seen.get(client, 0) >= counter


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_there_is_always_a_place_between_two_others(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        at = place % (len(ranks) + 1)
        before = ranks[at - 1] if at else ""
        after = ranks[at] if at < len(ranks) else ""
        ranks.insert(at, rank_between(before, after))
    assert ranks == sorted(set(ranks))


def test_there_is_no_place_between_a_rank_and_itself() -> None:
    with pytest.raises(ValueError, match="no place between"):
        rank_between("V", "V")
