"""The folder of the results never loses what was in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.errors import OutFolderError
from empathy_widgets.grading import out_folder
from empathy_widgets.grading.gradebook import FILE, Gradebook
from empathy_widgets.grading.out_folder import new_results

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str) -> None:
    with Gradebook(folder / FILE):
        pass
    (folder / "gradebook.csv").write_text(text, encoding="utf-8")
    (folder / "feedback").mkdir()
    (folder / "feedback" / f"{text}.html").write_text(text, encoding="utf-8")


def run(folder: Path, text: str) -> None:
    with new_results(folder) as made:
        write(made, text)


def run_broken_off(folder: Path, text: str) -> None:
    with new_results(folder) as made:
        write(made, text)
        raise KeyboardInterrupt


def visible(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != out_folder.LOCK
    )


def test_new_results_appear_when_they_are_whole(tmp_path: Path) -> None:
    with new_results(tmp_path / "out") as made:
        write(made, "one")
        assert not (tmp_path / "out" / "gradebook.csv").exists()

    assert visible(tmp_path / "out") == ["feedback/one.html", "gradebook.csv", FILE]


def test_grading_again_takes_the_place_of_the_old_results(tmp_path: Path) -> None:
    run(tmp_path, "one")
    run(tmp_path, "two")

    assert visible(tmp_path) == ["feedback/two.html", "gradebook.csv", FILE]


def test_old_results_stay_when_a_run_is_broken_off(tmp_path: Path) -> None:
    run(tmp_path, "one")

    with pytest.raises(KeyboardInterrupt):
        run_broken_off(tmp_path, "two")

    assert visible(tmp_path) == ["feedback/one.html", "gradebook.csv", FILE]


def test_a_run_cut_off_while_moving_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "one")

    def power_cut(_source: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(out_folder, "_move", power_cut)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path, "two")
    assert not (tmp_path / FILE).exists()

    with pytest.raises(KeyboardInterrupt):
        run_broken_off(tmp_path, "three")

    assert visible(tmp_path) == ["feedback/one.html", "gradebook.csv", FILE]


def test_what_else_lies_in_our_folder_is_left_alone(tmp_path: Path) -> None:
    run(tmp_path, "one")
    (tmp_path / "my notes.txt").write_text("keep", encoding="utf-8")
    run(tmp_path, "two")

    assert (tmp_path / "my notes.txt").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize("name", ["thesis.docx", "gradebook.csv", FILE])
def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(
        OutFolderError, match="it holds other files; choose a new or an empty folder"
    ):
        run(tmp_path, "one")

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    with pytest.raises(OutFolderError, match="a file, not a folder"):
        run(tmp_path / "out", "one")


def test_two_runs_into_one_folder_are_one_too_many(tmp_path: Path) -> None:
    with new_results(tmp_path) as made:
        with pytest.raises(OutFolderError, match="another run is writing there"):
            run(tmp_path, "two")
        write(made, "one")

    assert "feedback/one.html" in visible(tmp_path)
