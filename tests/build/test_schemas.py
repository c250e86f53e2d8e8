"""The published schemas are what the models say, and what authors write fits them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from empathy_widgets.build.schemas import build_schemas, schema_differences, schema_texts
from empathy_widgets.content.exercises import exercise_names, find_exercise
from empathy_widgets.content.places import EXERCISES, the_one

if TYPE_CHECKING:
    from pathlib import Path


def test_the_published_schemas_are_what_the_models_say() -> None:
    assert [] == schema_differences(the_one(EXERCISES))


@pytest.mark.parametrize("name", exercise_names())
@pytest.mark.parametrize("kind", ["exercise", "rubric"])
def test_the_files_of_the_course_fit_the_schemas(name: str, kind: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    path = find_exercise(name) / f"{kind}.yaml"
    if not path.is_file():
        pytest.skip("an exercise without free text has no rubric")
    schema = json.loads(schema_texts()[f"{kind}.schema.json"])

    jsonschema.validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("path", sorted(the_one(EXERCISES).glob("*/maps/*.yaml")), ids=str)
def test_the_worked_maps_of_the_course_fit_their_schema(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(schema_texts()["map.schema.json"])

    jsonschema.validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")), schema)


def test_building_schemas_twice_changes_nothing(tmp_path: Path) -> None:
    assert 3 == len(build_schemas(tmp_path))
    assert [] == build_schemas(tmp_path)
    (tmp_path / "rubric.schema.json").write_text("{}", encoding="utf-8")
    assert 1 == len(schema_differences(tmp_path))
