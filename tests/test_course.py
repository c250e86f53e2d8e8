"""Every idea of the four texts can be done in a step, and the table that says where is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from empathy_widgets.content.exercises import exercise_names, load_exercise

TABLES = (Path(__file__).parents[1] / "docs" / "course.md").read_text(encoding="utf-8")
TEXTS = {
    title.strip(): rows
    for title, rows in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", TABLES, re.MULTILINE | re.DOTALL)
    if "| step |" in rows
}
ROWS = [
    (title, *(cell.strip() for cell in row.strip("|").split("|")))
    for title, rows in TEXTS.items()
    for row in re.findall(r"^\|.*\|$", rows, re.MULTILINE)[2:]
]


def test_all_four_texts_have_their_ideas() -> None:
    assert [
        "De empathie kaart",
        "De empathy map; een noodzakelijke tool voor Verkoop",
        "Waarom is het zo moeilijk te weten wat de klant wil?",
        "Doelgroep naar klantpersona in 8 stappen",
    ] == list(TEXTS)
    assert all(10 <= [row[0] for row in ROWS].count(title) for title in TEXTS)


@pytest.mark.parametrize(
    ("text", "idea", "workbooks", "steps"),
    ROWS,
    ids=[f"{row[0][:12]}: {row[1][:40]}" for row in ROWS],
)
def test_an_idea_is_done_in_a_step_that_is_there(
    text: str, idea: str, workbooks: str, steps: str
) -> None:
    named = re.findall(r"`([a-z-]+)\.([a-z-]+)`", steps)

    assert named, f"{text}: nothing says where one does: {idea}"
    for exercise, step in named:
        assert step in {one.id for one in load_exercise(exercise).exercise.steps}
    assert {exercise for exercise, _ in named} == set(re.findall(r"\[([a-z-]+)\]", workbooks))


def test_every_other_step_that_the_page_names_is_there() -> None:
    for exercise, step in re.findall(r"`([a-z-]+)\.([a-z-]+)`", TABLES):
        assert load_exercise(exercise).exercise.step(step)


def test_every_workbook_of_the_course_does_some_of_them() -> None:
    done = set(re.findall(r"`([a-z-]+)\.[a-z-]+`", TABLES))

    assert set(exercise_names()) == done
