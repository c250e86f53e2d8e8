"""Workbooks are what their exercises say, to the letter, in both languages alike."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from empathy_widgets.build.workbooks import (
    as_text,
    build,
    contents_notebook,
    differences,
    notebook,
)
from empathy_widgets.content.exercises import exercise_names, find_exercise, load_exercise
from empathy_widgets.content.places import EXERCISES, WORKBOOKS, the_one
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.language import LANGUAGES, Lang


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def test_the_committed_workbooks_are_what_the_exercises_say() -> None:
    assert [] == differences(the_one(EXERCISES), the_one(WORKBOOKS))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", exercise_names())
def test_a_workbook_is_a_valid_notebook_with_one_title(name: str, lang: Lang) -> None:
    import nbformat

    made = notebook(load_exercise(name), lang)
    nbformat.validate(nbformat.from_dict(made))  # type: ignore[no-untyped-call]
    titles = [
        line
        for cell in made["cells"]
        if cell["cell_type"] == "markdown"
        for line in source(cell).splitlines()
        if line.startswith("# ")
    ]

    assert 1 == len(titles)


@pytest.mark.parametrize("name", exercise_names())
def test_both_languages_have_the_same_cells_and_the_same_code(name: str) -> None:
    en, nl = (notebook(load_exercise(name), lang)["cells"] for lang in LANGUAGES)

    assert [cell["id"] for cell in en] == [cell["id"] for cell in nl]
    assert [
        source(cell).replace('lang = "en"', 'lang = "nl"')
        for cell in en
        if cell["cell_type"] == "code"
    ] == [source(cell) for cell in nl if cell["cell_type"] == "code"]


@pytest.mark.parametrize("name", exercise_names())
def test_every_code_cell_is_hidden_and_every_step_is_called_once(name: str) -> None:
    loaded = load_exercise(name)
    code = [cell for cell in notebook(loaded, "en")["cells"] if cell["cell_type"] == "code"]
    steps = [source(cell) for cell in code if "step" in cell["metadata"].get("tags", ())]

    assert all(cell["metadata"]["jupyter"]["source_hidden"] for cell in code)
    assert [f'book.step("{step.id}")' for step in loaded.exercise.steps] == steps


def test_papermill_finds_the_parameters_one_name_a_line() -> None:
    cells = notebook(load_exercise("well"), "nl")["cells"]
    (parameters,) = [cell for cell in cells if "parameters" in cell["metadata"].get("tags", ())]

    assert ['lang = "nl"', "answers = None"] == [
        line.split("  #")[0] for line in source(parameters).splitlines()
    ]


def test_no_workbook_holds_an_answer() -> None:
    loaded = load_exercise("well")
    text = as_text(notebook(loaded, "en"))

    for reason in ("feedback", "right: true", loaded.prose("said", "en")[:60]):
        assert reason not in text
    assert loaded.exercise.step("need").hint["en"] not in text  # type: ignore[index]


def test_a_worked_map_stands_under_its_prose_and_one_that_is_revealed_does_not() -> None:
    well = notebook(load_exercise("well"), "nl")["cells"]
    sales = as_text(notebook(load_exercise("sales-map"), "en"))
    ids = [cell["id"] for cell in well]
    shown = well[ids.index("map-aysel")]

    assert "map-aysel" == ids[ids.index("prose-worked-example") + 1]
    assert 'book.map("aysel")' == source(shown)
    assert "waargenomen · een ochtend met haar mee" in shown["metadata"]["empathy_widgets"]["twin"]
    assert "Changing demands from government" not in sales


def test_building_twice_changes_nothing(tmp_path: Path) -> None:
    shutil.copytree(find_exercise("start"), tmp_path / "exercises" / "start")
    first = build(tmp_path / "exercises", tmp_path / "workbooks")

    assert [
        "en/00-contents.ipynb",
        "en/00-start.ipynb",
        "nl/00-inhoud.ipynb",
        "nl/00-start.ipynb",
    ] == sorted(path.relative_to(tmp_path / "workbooks").as_posix() for path in first)
    assert [] == build(tmp_path / "exercises", tmp_path / "workbooks")
    assert [] == differences(tmp_path / "exercises", tmp_path / "workbooks")


def test_the_check_names_what_is_missing_what_differs_and_what_is_left_over(tmp_path: Path) -> None:
    exercises, workbooks = tmp_path / "exercises", tmp_path / "workbooks"
    shutil.copytree(find_exercise("start"), exercises / "start")
    build(exercises, workbooks)
    (workbooks / "en" / "00-start.ipynb").unlink()
    changed = workbooks / "nl" / "00-start.ipynb"
    changed.write_text(
        changed.read_text(encoding="utf-8").replace("Begin", "Start"), encoding="utf-8"
    )
    (workbooks / "nl" / "07-gone.ipynb").write_text("{}", encoding="utf-8")

    assert [
        f"{workbooks}/en/00-start.ipynb is missing; run `empathy build`",
        f"{workbooks}/nl/00-start.ipynb is not what its exercise says; run `empathy build`",
        f"{workbooks}/nl/07-gone.ipynb belongs to no exercise; run `empathy build` to take it away",
    ] == differences(exercises, workbooks)

    build(exercises, workbooks)
    assert [] == differences(exercises, workbooks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_contents_name_every_workbook_before_anything_is_run(lang: Lang) -> None:
    import nbformat

    course = [load_exercise(name) for name in exercise_names()]
    made = contents_notebook(course, lang)
    nbformat.validate(nbformat.from_dict(made))  # type: ignore[no-untyped-call]
    twin = made["cells"][-1]["metadata"]["empathy_widgets"]["twin"]

    assert 8 <= len(course)
    for one in course:
        assert f'<a href="{one.exercise.number:02d}-{one.exercise.id}.ipynb">' in twin
        assert str(escape(one.exercise.summary[lang])) in twin


def test_a_folder_without_exercises_gets_no_contents(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()

    assert [] == build(tmp_path / "exercises", tmp_path / "workbooks")


def test_a_notebook_is_written_the_way_jupyter_writes_it(tmp_path: Path) -> None:
    import nbformat

    path = tmp_path / "start.ipynb"
    text = as_text(notebook(load_exercise("start"), "nl"))
    path.write_text(text, encoding="utf-8")
    read = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]

    assert json.loads(text) == json.loads(nbformat.writes(read))  # type: ignore[no-untyped-call]
    assert text.rstrip("\n") == nbformat.writes(read)  # type: ignore[no-untyped-call]


def test_the_faults_of_all_exercises_are_told_together(tmp_path: Path) -> None:
    for name in ("bread", "butter"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "exercise.yaml").write_text(f"id: {name}\n", encoding="utf-8")

    with pytest.raises(AuthoringError) as raised:
        build(tmp_path, tmp_path / "workbooks")

    assert {"bread", "butter"} == {
        Path(fault.split(":")[0]).parent.name for fault in raised.value.faults
    }
    assert not (tmp_path / "workbooks").exists()
