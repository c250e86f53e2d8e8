"""The gradebook: attempts, states and a CSV that is safe to open."""

from __future__ import annotations

import csv
import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.grading.gradebook import FILE, Gradebook, Row, is_gradebook, safe
from empathy_widgets.grading.marks import Finding, Marks, StepMarks
from empathy_widgets.grading.submission import Submission
from tests.submissions import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWERS = make.document({"exercise": "start", "lang": "en", "like": "model"})
OPEN = Finding("clear", "open", 1, "Clear", "A person has to read this.", "", "", "")


def marks(low: float = 2, high: float = 3, **more: object) -> Marks:
    steps = (
        StepMarks("inward", "complete", 1, 1, 2, ()),
        StepMarks("need", "complete", low - 1, high - 1, 2, (OPEN,)),
    )
    whole = Marks("start", "c0", low, high, 4, "open", steps)
    return dataclasses.replace(whole, **more)  # type: ignore[arg-type]


def work(file: str, learner: str = "Anna", **more: object) -> Submission:
    found = Submission(file, learner, is_named=True, exercise="start", lang="en", answers=ANSWERS)
    return dataclasses.replace(found, **more)  # type: ignore[arg-type]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(tmp_path / FILE) as made:
        yield made


def states(book: Gradebook) -> dict[str, tuple[int, str]]:
    return {row.file: (row.attempt, row.state) for row in book.rows()}


def settle_all(book: Gradebook) -> None:
    book.number_attempts()
    for number in book.to_grade():
        book.grade(number, marks(), "page")


def test_the_last_attempt_by_hand_in_time_counts(book: Gradebook) -> None:
    book.add(work("late.ipynb", handed_in="2026-11-20T10:00:00.000+00:00"))
    book.add(work("early.ipynb", handed_in="2026-11-18T10:00:00.000+00:00"))
    book.add(work("unstamped.ipynb"))
    settle_all(book)

    assert states(book) == {
        "unstamped.ipynb": (1, "superseded"),
        "early.ipynb": (2, "superseded"),
        "late.ipynb": (3, "needs_trainer"),
    }


def test_a_name_in_capitals_is_the_same_learner(book: Gradebook) -> None:
    book.add(work("a.ipynb", "fatima el amrani"))
    book.add(work("b.ipynb", "Fatima El Amrani"))
    settle_all(book)

    assert {attempt for attempt, _ in states(book).values()} == {1, 2}


def test_a_later_hand_in_without_answers_takes_nothing_away(book: Gradebook) -> None:
    book.add(work("good.ipynb", handed_in="2026-11-18T10:00:00.000+00:00"))
    book.add(
        work(
            "empty.ipynb",
            handed_in="2026-11-20T10:00:00.000+00:00",
            answers=None,
            state="no_answers",
        )
    )
    settle_all(book)

    assert states(book) == {"good.ipynb": (1, "needs_trainer"), "empty.ipynb": (2, "no_answers")}


def test_work_on_two_exercises_is_no_second_attempt(book: Gradebook) -> None:
    book.add(work("a.ipynb"))
    book.add(work("b.ipynb", exercise="well"))
    settle_all(book)

    assert set(states(book).values()) == {(1, "needs_trainer")}


def test_files_without_a_name_never_supersede_each_other(book: Gradebook) -> None:
    book.add(work("one/hand-in.ipynb", "one/hand-in.ipynb", is_named=False))
    book.add(work("two/hand-in.ipynb", "two/hand-in.ipynb", is_named=False))
    settle_all(book)

    assert set(states(book).values()) == {(1, "needs_trainer")}


def test_two_works_under_one_name_are_flagged_and_so_is_one_work_under_two(book: Gradebook) -> None:
    other = ANSWERS.model_copy(update={"document_id": "f" * 32})
    book.add(work("a.ipynb"))
    book.add(work("b.ipynb", answers=other, handed_in="2026-11-18T10:00:00.000+00:00"))
    book.add(work("c.ipynb", "Bilal", answers=other))
    for number, remark in [*book.doubtful()]:
        book.remark(number, remark)

    remarks = {row.file: row.remarks for row in book.rows()}
    assert "other work was handed in under the same name" in remarks["b.ipynb"][0]
    assert remarks["c.ipynb"] == ("the same work was handed in as Anna",)


def test_without_open_findings_a_hand_in_is_graded(book: Gradebook) -> None:
    book.add(work("a.ipynb"))
    book.number_attempts()
    (number,) = book.to_grade()
    book.grade(number, marks(3, 3), "page")

    (row,) = book.rows()
    assert (row.state, row.waiting) == ("graded", 0)


def test_every_row_without_points_has_empty_cells_and_no_zero(
    book: Gradebook, tmp_path: Path
) -> None:
    book.add(work("bad.ipynb", answers=None, state="unreadable", reason="the file is empty"))
    book.add_missing("Bilal", "start")
    book.write_csv(tmp_path / "g.csv")

    for row in read(tmp_path / "g.csv"):
        assert [
            row[name]
            for name in ("points_min", "points_max", "points_possible", "passed", "waiting")
        ] == [""] * 5


def test_the_csv_has_a_column_for_every_step(book: Gradebook, tmp_path: Path) -> None:
    book.add(work("a.ipynb"))
    settle_all(book)
    book.write_csv(tmp_path / "g.csv")

    (row,) = read(tmp_path / "g.csv")
    assert list(row) == [
        *("learner", "exercise", "lang", "attempt", "state", "points_min", "points_max"),
        *("points_possible", "passed", "waiting", "inward", "need", "file"),
    ]
    assert (row["inward"], row["need"], row["points_min"], row["waiting"]) == (
        "1",
        "1..2",
        "2",
        "1",
    )


def test_no_cell_of_the_csv_is_a_formula(book: Gradebook, tmp_path: Path) -> None:
    for sign in "=+-@'\t\r":
        book.add(work(f"{sign}cmd.ipynb", f"{sign}1+1|cmd"))
    book.write_csv(tmp_path / "g.csv")

    for row in read(tmp_path / "g.csv"):
        assert row["learner"].startswith("'")
        assert row["file"].startswith("'")


@settings(deadline=None)
@given(st.text())
def test_a_safe_cell_begins_harmlessly_and_loses_nothing(text: str) -> None:
    made = safe(text)

    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert made in {text, f"'{text}"}


def test_a_gradebook_is_known_from_other_files(tmp_path: Path) -> None:
    with Gradebook(tmp_path / FILE):
        pass
    (tmp_path / "other").write_bytes(b"not a database, but long enough to be looked into" * 50)

    assert is_gradebook(tmp_path / FILE)
    assert not is_gradebook(tmp_path / "other")
    assert not is_gradebook(tmp_path / "nothing")


def test_rows_carry_what_the_csv_has_no_room_for(book: Gradebook) -> None:
    book.add(work("a.ipynb"))
    settle_all(book)

    (row,) = book.rows()
    assert isinstance(row, Row)
    assert row.result == "page"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
