"""What the foot of a map or sheet says about paper: on one page, hardly, or on to a second, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note, Region
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, ThemeText
from empathy_widgets.views.fits import MAP_LINES, MAP_TOO_MUCH, map_lines
from empathy_widgets.views.on_paper import map_on_paper, on_paper, sheet_on_paper

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

LONG = "She takes the long way round, as the women of the other side of the village do. " * 4


def crowded(region: Region, count: int) -> EmpathyMapAnswer:
    """A map with all its notes in one region."""
    notes = tuple(Note(id=f"n-{n}", text=LONG, region=region) for n in range(count))
    return EmpathyMapAnswer(name="Fatima", notes=notes)


@pytest.mark.parametrize(
    ("lang", "fits", "goes_on"),
    [
        ("en", "fits on one A4 page.", "About from “Pains” it goes on to a second page."),
        ("nl", "past deze kaart op één A4.", "gaat die verder op een tweede"),
    ],
)
def test_it_is_said_whether_a_map_fits_and_where_it_goes_on(
    lang: Lang, fits: str, goes_on: str
) -> None:
    assert fits in map_on_paper(crowded("pains", 1), lang)
    assert goes_on in map_on_paper(crowded("pains", 20), lang)


def test_between_surely_and_surely_not_nothing_is_promised() -> None:
    maps = [crowded("gains", count) for count in range(1, 20)]
    between = [m for m in maps if MAP_LINES < map_lines(m) <= MAP_TOO_MUCH]

    assert between
    for answer in between:
        assert "just fits on one A4 page, or goes on" in map_on_paper(answer, "en")


def test_in_seven_regions_the_part_is_one_of_the_seven() -> None:
    answer = crowded("say_do", 30)

    assert "“Says or does?”" in map_on_paper(answer, "en", layout="seven")
    assert "“Says and does”" in map_on_paper(answer, "en", layout="six")


@pytest.mark.parametrize(
    ("lang", "fits", "goes_on"),
    [
        ("en", "this sheet fits on one A4 page.", "is too long for one A4 page."),
        ("nl", "past deze persona op één A4.", "is deze persona te lang voor één A4."),
    ],
)
def test_it_is_said_whether_a_sheet_fits_and_where_it_goes_on(
    lang: Lang, fits: str, goes_on: str
) -> None:
    short = PersonaSheetAnswer(name="Joost", themes={"fears": ThemeText(text="Saying no")})
    long = PersonaSheetAnswer(name="Joost", themes={"fears": ThemeText(text=LONG * 20)})

    assert fits in sheet_on_paper(short, lang)
    assert goes_on in sheet_on_paper(long, lang)
    assert {"en": "Fears", "nl": "Angsten"}[lang] in sheet_on_paper(long, lang)


def test_of_an_empty_map_or_sheet_and_of_other_steps_nothing_is_said() -> None:
    exercise = load_exercise("well").exercise

    assert map_on_paper(EmpathyMapAnswer(), "en") == ""
    assert sheet_on_paper(PersonaSheetAnswer(), "en") == ""
    answers = Answers(document_id="0f" * 16, exercise="well")
    assert {on_paper(exercise, step.id, answers, "en") for step in exercise.steps} == {""}


def test_a_second_map_is_counted_with_the_person_and_the_question_that_stand_on_it() -> None:
    before = EmpathyMapAnswer(name="Fatima", situation=LONG * 6)
    second = EmpathyMapAnswer(notes=crowded("see", 1).notes)

    assert "fits" in map_on_paper(second, "en")
    assert "too long" in map_on_paper(second, "en", before=before, question=LONG * 6)
