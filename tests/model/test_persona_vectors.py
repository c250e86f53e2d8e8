"""What the browser and the kernel both know of a sheet is the same: one file of cases for both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
from empathy_widgets.model.entries import edit
from empathy_widgets.model.persona_diff import diff_personas, texts_of
from empathy_widgets.model.persona_from_map import themes_from_map
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("persona_vectors.json").read_text(encoding="utf-8")
)


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["case"]) for case in VECTORS[name]]


@pytest.mark.parametrize("case", cases("diff"))
def test_two_versions_differ_as_the_vectors_say(case: dict[str, Any]) -> None:
    changes = diff_personas(case["before"], case["after"])

    assert case["changes"] == [[one.kind, one.field, one.before, one.after] for one in changes]


@pytest.mark.parametrize("case", cases("texts"))
def test_a_sheet_says_what_the_vectors_say(case: dict[str, Any]) -> None:
    entries = {name: edit(None, client="a", value=value) for name, value in case["entries"].items()}
    texts = texts_of(PersonaSheetAnswer.read(entries))

    assert list(case["texts"].items()) == list(texts.items())


@pytest.mark.parametrize("case", cases("take"))
def test_notes_become_a_theme_as_the_vectors_say(case: dict[str, Any]) -> None:
    notes = tuple(Note.model_validate(note) for note in case["notes"])
    taken = themes_from_map(EmpathyMapAnswer(notes=notes))

    assert case["value"] == taken[case["theme"]].model_dump(mode="json")
