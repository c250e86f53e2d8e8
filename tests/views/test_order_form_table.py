"""Sequences, forms and tables as static HTML, as model answers, and in the browser's hands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.build.rehearse import rehearse_one
from empathy_widgets.content.exercises import read_exercise
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.example import Example
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.views import twin
from empathy_widgets.views.blocks import answer_blocks
from empathy_widgets.widgets import step_props
from tests.views.test_steps import HOSTILE, safe

if TYPE_CHECKING:
    from empathy_widgets.model.language import Text

FOLDER = Path(__file__).parents[1] / "exercises"
KINDS = read_exercise(FOLDER / "three-kinds", [FOLDER])
NOTHING = Answers(document_id="0" * 32, exercise="three-kinds")


def shown(step: str, answers: Answers, lang: Lang = "en") -> dict[str, str]:
    return twin(KINDS.exercise, KINDS.rubric, step, answers, lang)


def test_the_examples_earn_what_they_promise() -> None:
    problems = rehearse_one(FOLDER / "three-kinds", FOLDER).problems

    # A course shows more mistakes than this exercise for tests does.
    assert [] == [problem for problem in problems if "typical mistakes" not in problem]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["model", "empty", "mistake-half-done"])
def test_every_step_reads_well_as_html_and_as_text(name: str, lang: Lang) -> None:
    answers = KINDS.example(name, lang).document(KINDS.exercise)
    for step in KINDS.exercise.steps:
        bundle = shown(step.id, answers, lang)
        page = safe(bundle["text/html"])
        assert step.title[lang] in page.text
        assert step.prompt
        assert step.prompt[lang] in bundle["text/plain"]
        assert "<" not in bundle["text/plain"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    answers = Example(
        about="a",
        answers={
            "steps": {"order": ["call", "no-such-card"]},
            "plan": {"fields": {"first": text, "day": text, "minutes": text, "where": text}},
            "levels": {"rows": {"board": {"message": text}, "nowhere": {"message": text}}},
            "journey": {"rows": {"row-1": {"moment": text}, "row-x": {"moment": text}}},
        },
    ).document(KINDS.exercise)
    for step in KINDS.exercise.steps:
        page = safe(shown(step.id, answers)["text/html"])
        if step.id != "steps":
            assert "".join(text.split()) in "".join(page.text.split())


def test_a_date_an_option_and_a_number_read_as_people_say_them() -> None:
    answers = KINDS.example("model", "nl").document(KINDS.exercise)
    plain = shown("plan", answers, "nl")["text/plain"]

    assert "Welke dag: 4 mei 2026" in plain
    assert "Waar: op hun werk" in plain
    assert "Tijd die het kost: 10 minuten" in plain


def test_a_date_that_is_none_is_shown_as_it_was_written() -> None:
    answers = Example(about="a", answers={"plan": {"fields": {"day": "soon"}}})
    assert "Which day: soon" in shown("plan", answers.document(KINDS.exercise))["text/plain"]


def test_a_table_has_a_header_for_each_column_and_row() -> None:
    page = safe(shown("levels", NOTHING)["text/html"])
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]

    assert ["col", "col", "col", "row", "row"] == scopes
    assert "steady hands late in the day" in page.text


def test_a_sequence_lists_what_is_placed_and_what_is_left() -> None:
    answers = Example(about="a", answers={"steps": {"order": ["thank", "call"]}})
    plain = shown("steps", answers.document(KINDS.exercise))["text/plain"]

    assert "1. Say what you heard and thank them\n2. Call to ask if it suits" in plain
    assert "Still to place:" in plain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_model_answer_can_be_shown_as_blocks(lang: Lang) -> None:
    example = KINDS.example("model", lang)
    for step in KINDS.exercise.steps:
        blocks = answer_blocks(step, example.plain(KINDS.exercise, step.id), lang)
        assert blocks
        assert all(len(block) == 1 and next(iter(block.values())) for block in blocks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_is_told_what_to_fill_in_and_not_what_is_right(lang: Lang) -> None:
    cards = [card["id"] for card in step_props(KINDS, "steps", lang)["cards"]]
    asked = KINDS.exercise.step("steps").model_dump(mode="json")["cards"]

    assert sorted(cards) == sorted(card["id"] for card in asked)
    assert cards != [card["id"] for card in asked]
    told = json.dumps([step_props(KINDS, step.id, lang) for step in KINDS.exercise.steps])
    for secret in secrets():
        assert json.dumps(secret[lang])[1:-1] not in told


def secrets() -> list[Text]:
    """What a learner only reads after a check."""
    steps: list[Any] = list(KINDS.exercise.steps)
    order, form = steps[0], steps[1]
    return [
        *(text for card in order.cards for text in (card.feedback, card.question)),
        *(field.question for field in form.fields if field.question),
        *(text for c in form.for_trainer for text in (c.about, c.question)),
    ]
