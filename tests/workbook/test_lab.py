"""Workbooks in a learner's own folder: put there once, never written over."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from empathy_widgets.content.places import WORKBOOKS, the_one
from empathy_widgets.errors import SavingError
from empathy_widgets.workbook.lab import lab, put_workbooks

COUNT = len(list((the_one(WORKBOOKS) / "en").glob("*.ipynb")))


def test_all_workbooks_of_both_languages_are_put_in_a_new_folder(tmp_path: Path) -> None:
    said = list(put_workbooks(tmp_path / "my-work"))

    assert COUNT == len(list((tmp_path / "my-work" / "nl").glob("*.ipynb")))
    assert [f"{tmp_path}/my-work/{lang}: new workbooks: {COUNT}" for lang in ("en", "nl")] == said


def test_one_language_is_enough(tmp_path: Path) -> None:
    list(put_workbooks(tmp_path, lang="nl"))

    assert ["nl"] == [path.name for path in tmp_path.iterdir()]


def test_work_is_never_written_over(tmp_path: Path) -> None:
    list(put_workbooks(tmp_path, lang="en"))
    mine = tmp_path / "en" / "01-well.ipynb"
    mine.write_text("my own words", encoding="utf-8")
    (tmp_path / "en" / "00-start.ipynb").unlink()
    said = list(put_workbooks(tmp_path, lang="en"))

    assert "my own words" == mine.read_text(encoding="utf-8")
    assert f"{tmp_path}/en: new workbooks: 1; yours, left as they were: {COUNT - 1}" == said[-1]


def test_a_copy_of_an_older_version_stays_and_the_learner_is_told(tmp_path: Path) -> None:
    list(put_workbooks(tmp_path, lang="en"))
    mine = tmp_path / "en" / "01-well.ipynb"
    notebook = json.loads(mine.read_text(encoding="utf-8"))
    notebook["metadata"]["empathy_widgets"]["content"] = "older"
    mine.write_text(json.dumps(notebook), encoding="utf-8")
    said = list(put_workbooks(tmp_path, lang="en"))

    assert any("01-well.ipynb stays as you have it" in sentence for sentence in said)
    assert "older" in mine.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_in_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(SavingError):
        list(put_workbooks(tmp_path / "file"))


def test_the_contents_come_first_in_the_folder(tmp_path: Path) -> None:
    list(put_workbooks(tmp_path))

    assert "00-contents.ipynb" == min(path.name for path in (tmp_path / "en").iterdir())
    assert "00-inhoud.ipynb" == min(path.name for path in (tmp_path / "nl").iterdir())


@pytest.mark.skipif(os.name != "posix", reason="elsewhere JupyterLab is a process of its own")
@pytest.mark.parametrize(("user", "told"), [(1000, []), (0, ["--allow-root"])])
def test_jupyterlab_is_started_in_the_folder_with_what_was_passed_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    user: int,
    told: list[str],
) -> None:
    started: list[list[str]] = []

    def execv(_: str, command: list[str]) -> None:
        started.append([str(Path.cwd()), *command])

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr("os.execv", execv)
    monkeypatch.setattr("subprocess.call", lambda *_, **__: 0)
    lab(tmp_path / "work", lang="nl", arguments=["--no-browser", "--port=9999"])

    work = str(tmp_path / "work")
    opened = "--LabApp.default_url=/lab/tree/nl/00-inhoud.ipynb"
    passed_on = [*told, opened, "--no-browser", "--port=9999"]
    assert [[work, sys.executable, "-m", "jupyterlab", *passed_on]] == started
    assert f"Opening JupyterLab in {work}." in capsys.readouterr().out
