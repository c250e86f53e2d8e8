"""What a learner answers is read out of the entries, whoever wrote them and in whatever order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from empathy_widgets.model.answers import merge_steps
from empathy_widgets.model.data import DataAnswer
from empathy_widgets.model.entries import edit
from empathy_widgets.model.exercise import ANSWERS, Part
from empathy_widgets.model.form import FormAnswer
from empathy_widgets.model.order import OrderAnswer, OrderStep
from empathy_widgets.model.table import TableAnswer, TableStep

PART: TypeAdapter[Any] = TypeAdapter(Part)
FILLED = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
NAMES = st.text("abcdefgh-", min_size=1, max_size=8).map(lambda name: f"a{name}")


def both(text: str) -> dict[str, str]:
    return {"en": text, "nl": f"{text} (nl)"}


def step(kind: str, **more: object) -> Any:  # noqa: ANN401
    """A step of some kind with only what that kind needs."""
    shared = {"kind": kind, "id": "it", "title": both("It"), "prompt": both("Do it"), "points": 4}
    return PART.validate_python({**shared, **more})


def card(name: str) -> dict[str, object]:
    return {
        "id": name,
        "text": both(name),
        "feedback": both("so"),
        "question": both("What comes before?"),
    }


@given(st.lists(NAMES, unique=True, max_size=20))
def test_a_sequence_reads_back_as_it_was(order: list[str]) -> None:
    answer = OrderAnswer(order=tuple(order))

    assert answer == OrderAnswer.read(answer.entries())


@given(st.dictionaries(NAMES, FILLED, max_size=8))
def test_a_form_reads_back_as_it_was(fields: dict[str, str]) -> None:
    answer = FormAnswer(fields=fields)

    assert answer == FormAnswer.read(answer.entries())


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, FILLED, min_size=1, max_size=4), max_size=12))
def test_a_table_reads_back_as_it_was_with_its_rows_in_order(rows: dict[str, Any]) -> None:
    answer = TableAnswer(rows=rows)
    again = TableAnswer.read(answer.entries())

    assert answer == again
    assert list(answer.rows) == list(again.rows)


@given(
    st.none() | st.floats(0, 100),
    st.dictionaries(NAMES, FILLED, max_size=4),
    st.dictionaries(NAMES.map("p-{}".format), st.lists(NAMES, min_size=1, max_size=9), max_size=4),
)
def test_answers_about_data_read_back_as_they_were(
    cut: float | None, given_: dict[str, str], picked: dict[str, Any]
) -> None:
    answer = DataAnswer(cut=cut, given=given_, picked=picked)

    assert answer == DataAnswer.read(answer.entries())


@pytest.mark.parametrize("kind", ["order", "form", "table", "data"])
def test_what_is_not_an_answer_is_passed_over(kind: str) -> None:
    judged = edit(None, client="k", value={"said": True})
    empty = edit(None, client="k", value={"text": "  "}, deleted=False)
    noted = edit(None, client="k", value={"at": "2026-11-21"})

    answer = ANSWERS[kind].read({"self.clear": judged, "a.b": empty, "~checked": noted})

    assert answer.is_empty


def test_two_people_in_one_row_keep_both_cells() -> None:
    start = TableAnswer(rows={"row-1": {"who": "Noor"}}).entries()
    one = {"row-1.what": edit(None, client="one", value={"text": "calls"})}
    other = {"row-1.when": edit(None, client="other", value={"text": "on Monday"})}

    joined = TableAnswer.read(merge_steps(merge_steps(start, one), other))

    assert {"row-1": {"who": "Noor", "what": "calls", "when": "on Monday"}} == joined.rows


def test_a_cell_that_somebody_was_filling_outlives_the_removal_of_its_row() -> None:
    start = TableAnswer(rows={"row-x": {"who": "Noor"}}).entries()
    removed = {name: edit(entry, client="one", deleted=True) for name, entry in start.items()}
    filled = {"row-x.who": edit(start["row-x.who"], client="other", value={"text": "Noor, 34"})}

    joined = merge_steps(removed, {**start, **filled})

    assert {"row-x": {"who": "Noor, 34"}} == TableAnswer.read(joined).rows


@given(st.lists(NAMES, unique=True, min_size=3, max_size=20))
def test_cards_never_lie_in_the_right_order_at_first(names: list[str]) -> None:
    asked = step("order", cards=[card(name) for name in names])

    assert isinstance(asked, OrderStep)
    assert sorted(names) == sorted(card.id for card in asked.shuffled)
    assert asked.shuffled != asked.cards


def test_rows_that_stand_ready_come_before_those_that_were_added() -> None:
    asked = step(
        "table",
        columns=[{"id": "what", "title": both("What")}],
        own_rows={"name": both("Moment"), "at_least": 2},
    )
    answer = TableAnswer(rows={"row-late": {"what": "x"}, "row-2": {"what": "y"}})

    assert isinstance(asked, TableStep)
    assert ["row-1", "row-2", "row-late"] == asked.own_ids(answer)


COLUMN = {"id": "what", "title": both("What")}
ROW = {"id": "board", "title": both("Board")}


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("order", {"cards": [card("a"), card("b"), card("a")]}, 'two cards are called "a"'),
        ("form", {"fields": [COLUMN, COLUMN]}, 'two fields are called "what"'),
        ("form", {"fields": [{**COLUMN, "type": "choice"}]}, "at least two options"),
        ("form", {"fields": [{**COLUMN, "unit": both("years")}]}, 'only a number has "unit"'),
        ("form", {"fields": [{**COLUMN, "type": "tick", "min_words": 2}]}, "only a line or a text"),
        (
            "form",
            {
                "fields": [COLUMN],
                "for_trainer": [
                    {"id": "good", "title": both("Good"), "about": both("It is."), "points": 5}
                ],
            },
            "worth more than the step",
        ),
        (
            "form",
            {
                "fields": [COLUMN],
                "for_trainer": [
                    {"id": "good", "title": both("Good"), "about": both("It is."), "part": "who"}
                ],
            },
            "is no field here",
        ),
        ("table", {"columns": [COLUMN]}, "has no rows"),
        ("table", {"columns": [COLUMN, COLUMN], "rows": [ROW]}, 'two columns are called "what"'),
        ("table", {"columns": [COLUMN], "rows": [ROW, ROW]}, 'two rows are called "board"'),
        ("table", {"columns": [COLUMN], "rows": [{**ROW, "id": "row-3"}]}, "choose another id"),
        (
            "table",
            {"columns": [COLUMN], "rows": [{**ROW, "given": {"who": both("Noor")}}]},
            "is no column of type line or text",
        ),
        (
            "table",
            {"columns": [COLUMN], "rows": [ROW], "every_option": ["what"]},
            "is no column of type choice",
        ),
        ("table", {"columns": [COLUMN], "rows": [ROW], "different": ["who"]}, "is no column here"),
    ],
)
def test_an_author_is_told_what_does_not_fit(
    kind: str, fields: dict[str, object], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        step(kind, **fields)
