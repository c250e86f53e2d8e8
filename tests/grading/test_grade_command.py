"""What `empathy grade` says in words, and when it draws a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.grading.grade import grade

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    HandIn = Callable[..., Path]


def test_the_command_says_in_words_what_came_of_it(
    tmp_path: Path, hand_in: HandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in("good.ipynb", learner="Anna")
    (tmp_path / "in" / "bad.ipynb").write_bytes(b"")

    code = grade(tmp_path / "in", tmp_path / "out", progress=False)

    said = capsys.readouterr().out
    assert code == 1
    assert said.startswith("2 files: 1 graded, 1 without points.")
    assert "bad.ipynb: the file is empty. Ask for it once more." in said
    assert (tmp_path / "out" / "summary.txt").read_text(encoding="utf-8") == said


def test_the_command_says_what_is_wrong_with_the_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert grade(tmp_path / "nowhere", tmp_path / "out") == 2

    assert "There are no hand-ins in" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_progress_bar_is_drawn_only_when_asked_for(
    tmp_path: Path, hand_in: HandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    path = hand_in(learner="Anna")
    grade(path, tmp_path / "one", progress=False)
    assert capsys.readouterr().err == ""

    grade(path, tmp_path / "two", progress=True)
    assert "Grading" in capsys.readouterr().err
