"""A learner's own check of a file: every step with what is good and what to think about."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.build.workbooks import as_text, notebook
from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import AnswersError
from empathy_widgets.grading.check_file import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from empathy_widgets.model.language import Lang

WELL = load_exercise("well")


def hand_in(folder: Path, name: str, lang: Lang) -> Path:
    """A workbook that holds the answers of an example."""
    made = notebook(WELL, lang)
    answers = WELL.example(name, lang).document(WELL.exercise)
    made["metadata"]["empathy_widgets"]["answers"] = answers.model_dump(mode="json")
    path = folder / "well.ipynb"
    path.write_text(as_text(made), encoding="utf-8")
    return path


def said(path: Path, lang: Lang | None = None) -> tuple[int, str]:
    output = io.StringIO()
    return check_file(path, output, lang=lang), output.getvalue()


def test_a_finished_hand_in_is_checked_in_its_own_language(tmp_path: Path) -> None:
    code, text = said(hand_in(tmp_path, "model", "nl"))

    assert 0 == code
    assert "De behoefte\n-----------\n" in text
    assert text.rstrip().splitlines()[-1].startswith("Gehaald: er waren 19,8 punten nodig")


def test_unfinished_work_is_checked_too_and_asks_for_attention(tmp_path: Path) -> None:
    code, text = said(hand_in(tmp_path, "mistake-thing-first", "en"))

    assert 1 == code
    assert "To think about" in text
    assert "There is nothing to look at yet" in text


def test_a_file_of_answers_is_checked_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    answers = WELL.example("model", "nl").document(WELL.exercise)
    path = tmp_path / "well-00000000.json"
    path.write_text(answers.model_dump_json(), encoding="utf-8")
    code, text = said(path, "nl")

    assert 0 == code
    assert "Totaal" in text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.ipynb", "{"),
        ("other.ipynb", json.dumps({"cells": [], "metadata": {}})),
        ("answers.json", "[]"),
        ("answers.json", '{"exercise": "well"}'),
    ],
)
def test_a_file_without_answers_says_so_and_what_to_give(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    with pytest.raises(AnswersError, match="cannot be checked") as raised:
        said(path)
    assert "Give the file that you downloaded" in str(raised.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match="No such file"):
        said(tmp_path / "nowhere.ipynb")
