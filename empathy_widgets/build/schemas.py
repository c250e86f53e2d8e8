"""JSON Schemas of the files that authors write, so that their editors complete and underline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from empathy_widgets.model.exercise import Exercise
from empathy_widgets.model.rubric import Rubric
from empathy_widgets.model.worked_map import WorkedMap

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {
    "exercise.schema.json": Exercise,
    "rubric.schema.json": Rubric,
    "map.schema.json": WorkedMap,
}


def build_schemas(exercises: Path) -> list[Path]:
    """Write the schemas beside the exercises; those that were right are left alone.

    Returns:
        The files that were written.
    """
    changed = []
    for name, text in schema_texts().items():
        path = exercises / name
        if _read(path) != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def schema_differences(exercises: Path) -> list[str]:
    """Which schemas are not what the models say, each as a sentence with what to do."""
    return [
        f"{exercises / name} is not what the models say; run `empathy build`"
        for name, text in schema_texts().items()
        if _read(exercises / name) != text
    ]


def schema_texts() -> dict[str, str]:
    """The text of each schema by its file name."""
    return {
        name: json.dumps({"$schema": _DIALECT, **model.model_json_schema()}, indent=2) + "\n"
        for name, model in _MODELS.items()
    }


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None
