"""The diff of two maps, held to the same vectors as the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
from empathy_widgets.model.map_diff import diff_maps

VECTORS = json.loads((Path(__file__).parent / "diff_vectors.json").read_text(encoding="utf-8"))


def map_of(notes: list[dict[str, str]]) -> EmpathyMapAnswer:
    return EmpathyMapAnswer(
        notes=tuple(Note.model_validate({"region": "hear", **note}) for note in notes)
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["about"]))
def test_two_maps_give_the_changes_that_the_browser_gives(vector: dict[str, Any]) -> None:
    changes = diff_maps(map_of(vector["before"]), map_of(vector["after"]))
    assert [change.model_dump() for change in changes] == vector["changes"]


def test_a_map_beside_itself_shows_only_its_guesses() -> None:
    same = map_of(VECTORS[1]["before"])
    assert {change.kind for change in diff_maps(same, same)} == {"guess"}


def test_moving_a_note_to_another_region_is_no_change_of_its_words() -> None:
    told = Note(id="n-1", text="It is far", region="hear", evidence="told")
    moved = told.model_copy(update={"region": "say_do"})
    assert diff_maps(EmpathyMapAnswer(notes=(told,)), EmpathyMapAnswer(notes=(moved,))) == ()
