"""The hand-in that the kernel makes reads well anywhere and is graded like any other."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.grading.grade import grade
from empathy_widgets.model.answers import HAND_IN
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.hand_in import hand_in_name, hand_in_text

if TYPE_CHECKING:
    from pathlib import Path

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.language import Lang


def _answers(lang: Lang) -> Answers:
    well = load_exercise("well")
    name = edit(None, client="k", value={"text": 'Noor "<b>" \u2028 de Vries'})
    return (
        well.example("model", lang).document(well.exercise).with_entries(HAND_IN, {"learner": name})
    )


def _write(folder: Path, lang: Lang = "en") -> Path:
    answers = _answers(lang)
    path = folder / hand_in_name(answers)
    path.write_text(hand_in_text(load_exercise("well"), lang, answers), encoding="utf-8")
    return path


def _html(notebook: dict[str, Any]) -> str:
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    return "".join("".join(output.get("data", {}).get("text/html", "")) for output in outputs)


def test_it_shows_every_step_without_a_kernel_and_as_text_only(tmp_path: Path) -> None:
    notebook = json.loads(_write(tmp_path).read_text(encoding="utf-8"))
    shown = _html(notebook)
    assert "&lt;b&gt;" in shown
    assert "<script" not in shown
    steps = [cell for cell in notebook["cells"] if cell["id"].startswith("step-")]
    assert all(cell["outputs"] for cell in steps)
    assert not any("twin" in cell["metadata"]["empathy_widgets"] for cell in steps)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_is_graded_under_the_name_of_its_learner(tmp_path: Path, lang: Lang) -> None:
    _write(tmp_path, lang)
    grade(tmp_path, tmp_path / "out", progress=False)
    with (tmp_path / "out" / "gradebook.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["learner"].startswith("Noor")
    assert lang == row["lang"]
    assert row["points_max"] == row["points_possible"]


def test_plain_papermill_shows_its_own_answers_and_results(tmp_path: Path) -> None:
    from papermill import execute_notebook

    executed = execute_notebook(
        _write(tmp_path), None, cwd=tmp_path, progress_bar=False, store_widget_state=False
    )
    shown = _html(executed)
    assert "Noor" in shown
    assert not (tmp_path / "answers").exists()
