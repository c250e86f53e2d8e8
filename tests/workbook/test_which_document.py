"""Which answers a workbook goes on with when it is opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from empathy_widgets.model.answers import Answers
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.sidecar import Sidecar
from empathy_widgets.workbook.which_document import which_document

if TYPE_CHECKING:
    from pathlib import Path


def _answers(digit: str, text: str = "together", name: str = "text") -> Answers:
    entry = edit(None, client="k", value={"text": text})
    return Answers(document_id=digit * 32, exercise="well").with_entries("need", {name: entry})


def _save(folder: Path, answers: Answers) -> Answers:
    return Sidecar(folder, answers.exercise, answers.document_id).save(answers)


def _notebook(folder: Path, name: str, answers: Answers | None, known_as: str = "") -> None:
    mark = {
        "exercise": "well",
        "notebook": known_as or name,
        "answers": answers.model_dump(mode="json") if answers else None,
    }
    content = {
        "cells": [],
        "metadata": {"empathy_widgets": mark},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def test_a_fresh_workbook_gets_an_empty_document_that_is_not_yet_on_disk(tmp_path: Path) -> None:
    choice = which_document(tmp_path, "well", "01-well.ipynb", None)
    assert choice.answers.is_empty
    assert not (tmp_path / "answers").exists()


def test_a_workbook_goes_on_with_the_answers_it_carries_joined_with_those_beside_it(
    tmp_path: Path,
) -> None:
    carried = _answers("a", name="n-1")
    _notebook(tmp_path, "01-well.ipynb", carried)
    _save(tmp_path, _answers("a", name="n-2"))
    choice = which_document(tmp_path, "well", "01-well.ipynb", carried)
    assert {"n-1", "n-2"} == set(choice.answers.entries("need"))


def test_a_workbook_without_answers_takes_the_only_ones_that_belong_to_nobody(
    tmp_path: Path,
) -> None:
    other = _save(tmp_path, _answers("b"))
    _notebook(tmp_path, "other.ipynb", other)
    mine = _save(tmp_path, _answers("a"))
    assert mine == which_document(tmp_path, "well", "01-well.ipynb", None).answers


def test_with_several_that_belong_to_nobody_the_learner_is_asked(tmp_path: Path) -> None:
    both = {_save(tmp_path, _answers(digit)).document_id for digit in "ab"}
    choice = which_document(tmp_path, "well", "01-well.ipynb", None)
    assert both == {answers.document_id for answers in choice.among}
    assert choice.answers.is_empty


def test_a_duplicate_gets_a_document_of_its_own_with_the_same_answers(tmp_path: Path) -> None:
    carried = _answers("a")
    _notebook(tmp_path, "01-well.ipynb", carried)
    _notebook(tmp_path, "01-well-Copy1.ipynb", carried, known_as="01-well.ipynb")
    choice = which_document(tmp_path, "well", "01-well-Copy1.ipynb", carried)
    assert "01-well.ipynb" == choice.copied_from
    assert carried.document_id != choice.answers.document_id
    assert carried.steps == choice.answers.steps


def test_the_original_of_a_duplicate_keeps_its_document(tmp_path: Path) -> None:
    carried = _answers("a")
    _notebook(tmp_path, "01-well.ipynb", carried)
    _notebook(tmp_path, "01-well-Copy1.ipynb", carried, known_as="01-well.ipynb")
    choice = which_document(tmp_path, "well", "01-well.ipynb", carried)
    assert carried == choice.answers


def test_a_renamed_workbook_keeps_its_document(tmp_path: Path) -> None:
    carried = _answers("a")
    _notebook(tmp_path, "my well.ipynb", carried, known_as="01-well.ipynb")
    choice = which_document(tmp_path, "well", "my well.ipynb", carried)
    assert carried == choice.answers
    assert not choice.copied_from


def test_a_duplicate_that_was_given_its_own_document_is_no_duplicate_any_more(
    tmp_path: Path,
) -> None:
    carried = _answers("a")
    _notebook(tmp_path, "01-well.ipynb", carried)
    _notebook(tmp_path, "01-well-Copy1.ipynb", carried, known_as="01-well.ipynb")
    own = _answers("c")
    assert own == which_document(tmp_path, "well", "01-well-Copy1.ipynb", own).answers


def test_answers_to_another_exercise_are_not_gone_on_with(tmp_path: Path) -> None:
    carried = _answers("a").model_copy(update={"exercise": "blog"})
    choice = which_document(tmp_path, "well", "01-well.ipynb", carried)
    assert carried.document_id != choice.answers.document_id


def test_a_mark_that_names_a_notebook_elsewhere_is_not_followed(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    carried = _answers("a")
    _notebook(tmp_path, "01-well.ipynb", carried)
    _notebook(inner, "mine.ipynb", carried, known_as="../01-well.ipynb")
    assert carried == which_document(inner, "well", "mine.ipynb", carried).answers
