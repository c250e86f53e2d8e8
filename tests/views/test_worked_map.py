"""A worked map shows every note of its author, in the language that is asked for, as text."""

from __future__ import annotations

import json

import pytest

from empathy_widgets.content.exercises import exercise_names, load_exercise
from empathy_widgets.content.worked_maps import shown_on
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer, Evidence
from empathy_widgets.model.entries import Entry
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.model.worked_map import WorkedMap
from empathy_widgets.views import worked_map
from tests.maps import SENT, sent

MAPS = [
    (name, shown.map)
    for name in exercise_names()
    for _, shown in shown_on(load_exercise(name).exercise)
    if shown.map
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("exercise", "name"), MAPS)
def test_a_map_of_the_course_is_whole_in_both_languages(
    exercise: str, name: str, lang: Lang
) -> None:
    worked = load_exercise(exercise).worked_map(name)
    answer = worked.answer(lang)

    assert set(REGIONS) == {note.region for note in answer.notes}
    assert answer.face
    assert len({note.id for note in answer.notes}) == len(answer.notes)
    for note in answer.notes:
        assert note.text in worked_map.twin(worked, lang)["text/plain"]


def test_the_course_has_the_worked_examples_of_the_sales_article() -> None:
    assert {("sales-map", "surgeon"), ("sales-map", "buyer")} <= set(MAPS)


@pytest.mark.parametrize("name", ["surgeon", "buyer"])
def test_the_misplaced_notes_of_the_article_stay_for_learners_to_find(name: str) -> None:
    notes = load_exercise("sales-map").worked_map(name).answer("en").notes
    twice = {"surgeon": "Falling status", "buyer": "of service to everybody"}[name]

    assert 2 == sum(twice in note.text for note in notes)


def hostile(evidence: Evidence = "assumed") -> WorkedMap:
    bad = {"en": "<script>alert(1)</script>", "nl": "<b>vet</b>"}
    notes = {"see": [{**bad, "evidence": evidence, "source": bad}]}
    return WorkedMap.model_validate(
        {"title": bad, "name": bad, "question": bad, "notes": notes, "goal": bad}
    )


def test_whatever_an_author_wrote_is_shown_as_text() -> None:
    html = worked_map.twin(hostile("told"), "en")["text/html"]

    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "● told" in html


def test_the_browser_gets_one_language_and_reads_back_the_same_map() -> None:
    worked = load_exercise("customer-map").worked_map("geert")
    shown = worked_map.shown(worked, "nl")
    entries = {name: Entry.model_validate(entry) for name, entry in shown["entries"].items()}

    assert worked.answer("nl") == EmpathyMapAnswer.read(entries)
    assert "married" not in json.dumps(shown)


def test_on_paper_a_map_is_headings_and_lists() -> None:
    pieces = worked_map.written(load_exercise("start").worked_map("joris"), "en")

    assert {"h": "Noor's map of the man with the bag"} == pieces[0]
    assert {"ul": ["Checks the bag three times (observed)"]} in pieces


def test_the_browser_is_tried_with_what_the_kernel_sends() -> None:
    """`tests/maps/sent.json` is what the tests and the demo of the front end draw."""
    assert sent() == json.loads(SENT.read_text(encoding="utf-8"))
