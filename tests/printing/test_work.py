"""What can be printed is found in every kind of file, and JSON brings it back without loss."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.errors import NothingToPrintError, TooNewError, UnknownStepError
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Face, Note
from empathy_widgets.model.entries import edit, merge_entries
from empathy_widgets.printing.work import Work, read_work
from empathy_widgets.widgets.map_alone import EmpathyMap

from .conftest import SHORT, map_with, sheet_with

if TYPE_CHECKING:
    from pathlib import Path

GUESS = EmpathyMapAnswer(
    name="Fatima",
    role="mother",
    face=Face(hair="scarf"),
    notes=(Note(id="n-1", text="Tired", region="see"),),
)
AFTER = EmpathyMapAnswer(notes=(Note(id="n-1", text="Proud", region="see", evidence="told"),))


def well() -> Answers:
    answers = Answers.new("well").with_entries("map", GUESS.entries())
    return answers.with_entries("map-after", AFTER.entries())


def saved(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def hand_in(answers: Answers, lang: str = "nl") -> dict[str, Any]:
    mark = {
        "format_version": 1,
        "exercise": answers.exercise,
        "lang": lang,
        "answers": answers.model_dump(mode="json"),
    }
    return {"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": {"empathy_widgets": mark}}


@pytest.mark.parametrize("work", [map_with(SHORT["en"], source="visit"), sheet_with("much", "nl")])
def test_json_brings_everything_back(work: Work, tmp_path: Path) -> None:
    assert read_work(saved(tmp_path, "map.json", work.to_json())) == [work]


def test_json_keeps_what_two_people_wrote_at_the_same_time(tmp_path: Path) -> None:
    first = edit(None, client="a", value={"text": "Fatima"})
    rivals = merge_entries(
        edit(first, client="b", value={"text": "Fatma"}),
        edit(first, client="c", value={"text": "Fatimah"}),
    )
    work = Work("empathy_map", {"name": rivals})

    (back,) = read_work(saved(tmp_path, "map.json", work.to_json()))

    assert back.entries["name"].rivals == rivals.rivals != ()


def test_a_map_in_its_plain_form_is_read_too(tmp_path: Path) -> None:
    content = {"kind": "empathy_map", "answer": GUESS.model_dump(mode="json")}

    (work,) = read_work(saved(tmp_path, "map.json", content))

    assert work.map == GUESS


def test_a_hand_in_gives_its_maps_in_its_own_language(tmp_path: Path) -> None:
    first, second = read_work(saved(tmp_path, "anna.ipynb", hand_in(well())))

    assert [("nl", "map"), ("nl", "map-after")] == [(w.lang, w.step) for w in (first, second)]
    assert first.question.startswith("Wat betekent het voor haar")


def test_the_second_map_borrows_the_person_of_the_first(tmp_path: Path) -> None:
    (work,) = read_work(saved(tmp_path, "anna.ipynb", hand_in(well())), step="map-after")

    assert ("Fatima", "mother", Face(hair="scarf")) == (work.map.name, work.map.role, work.map.face)
    assert work.map.notes == AFTER.notes


def test_a_file_of_answers_is_read_in_the_language_that_is_asked(tmp_path: Path) -> None:
    path = saved(tmp_path, "well-0f.json", well().model_dump_json())

    assert ["en", "en"] == [work.lang for work in read_work(path)]
    assert ["nl", "nl"] == [work.lang for work in read_work(path, lang="nl")]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[1, 2]",
        {"cells": []},
        {"kind": "empathy_map", "entries": {"name": {"clock": 5}}},
        {"kind": "empathy_map", "answer": {"notes": [{"text": "no id"}]}},
        {"kind": "persona_sheet", "entries": "x", "lang": "fr"},
        {"document_id": "0" * 32, "exercise": "well", "steps": 5},
        "[" * 100_000,
    ],
    ids=str,
)
def test_a_file_that_holds_nothing_to_print_says_so(content: object, tmp_path: Path) -> None:
    path = saved(tmp_path, "map.json", content)

    with pytest.raises(NothingToPrintError, match=r"map\.json"):
        read_work(path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToPrintError, match="no such file"):
        read_work(tmp_path / "none.json")


def test_a_map_that_was_made_alone_in_a_notebook_is_read(tmp_path: Path) -> None:
    made = EmpathyMap(name="Fatima", goal="carry water", lang="nl")
    made.add("say_do", "It is far", tag="say", author="Ann")

    (work,) = read_work(made.save(tmp_path / "map.json"), lang="nl")

    assert work.map == made.answer


def test_answers_without_a_map_have_nothing_to_print(tmp_path: Path) -> None:
    with pytest.raises(NothingToPrintError):
        read_work(saved(tmp_path, "well.json", Answers.new("well").model_dump_json()))


def test_a_step_without_a_map_is_named_with_those_that_have_one(tmp_path: Path) -> None:
    with pytest.raises(UnknownStepError, match="map"):
        read_work(saved(tmp_path, "well.json", well().model_dump_json()), step="need")


def test_a_map_of_a_newer_version_is_not_half_read(tmp_path: Path) -> None:
    content = {**json.loads(map_with(["x"]).to_json()), "format_version": 2}

    with pytest.raises(TooNewError):
        read_work(saved(tmp_path, "map.json", content))
