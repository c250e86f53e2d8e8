"""The count of lines of a page, held by vectors that anything else that counts can be held to as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from empathy_widgets.model.empathy_map import EmpathyMapAnswer
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer
from empathy_widgets.views.fits import MAP_LINES, SHEET_LINES, map_lines, sheet_lines

VECTORS = json.loads((Path(__file__).parent / "fits_vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["maps"], ids=lambda vector: str(vector["about"]))
def test_a_map_takes_as_many_lines_as_the_vectors_say(vector: dict[str, Any]) -> None:
    assert (
        map_lines(
            EmpathyMapAnswer.model_validate_json(json.dumps(vector["map"])),
            vector.get("layout", "six"),
        )
        == vector["lines"]
    )


@pytest.mark.parametrize("vector", VECTORS["sheets"], ids=lambda vector: str(vector["about"]))
def test_a_sheet_takes_as_many_lines_as_the_vectors_say(vector: dict[str, Any]) -> None:
    answer = PersonaSheetAnswer.model_validate_json(json.dumps(vector["sheet"]))

    assert sheet_lines(answer, vector["asked"]) == vector["lines"]


def test_the_limits_are_those_of_the_vectors() -> None:
    assert {"map": MAP_LINES, "sheet": SHEET_LINES} == VECTORS["limits"]
