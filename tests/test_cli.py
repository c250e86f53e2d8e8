"""The command line: it parses, calls, and tells by its exit code how it went."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from empathy_widgets import cli
from empathy_widgets.content.exercises import find_exercise, load_exercise

if TYPE_CHECKING:
    from pathlib import Path


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])

    assert 0 == left.value.code
    text = capsys.readouterr().out
    for command in ("lab", "check", "grade", "judge", "rehearse", "build"):
        assert f"\n    {command} " in text


@pytest.mark.parametrize(
    "words",
    [[], ["fly"], ["check"], ["build", "--chek"], ["grade", "x"], ["check", "a", "--lang", "fr"]],
)
def test_wrong_use_is_told_with_exit_code_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(words)

    assert 2 == left.value.code
    assert capsys.readouterr().err


def test_our_own_errors_are_sentences_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == cli.main(["check", str(tmp_path / "nowhere.ipynb")])
    assert capsys.readouterr().err.startswith(f"{tmp_path}/nowhere.ipynb cannot be checked")


def test_check_says_how_a_file_of_answers_is_doing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = load_exercise("start")
    path = tmp_path / "start.json"
    path.write_text(
        loaded.example("model", "en").document(loaded.exercise).model_dump_json(), "utf-8"
    )

    assert 0 == cli.main(["check", str(path)])
    assert "Passed" in capsys.readouterr().out


def test_rehearse_says_for_each_exercise_whether_all_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(find_exercise("start"), tmp_path / "start")
    assert 0 == cli.main(["rehearse", "--exercises", str(tmp_path)])
    assert "start: 14 examples, 4 mistakes, reading ease en 9" in capsys.readouterr().out

    (tmp_path / "start" / "examples" / "empty.nl.json").unlink()
    assert 1 == cli.main(["rehearse", "--exercises", str(tmp_path)])
    assert "1 to mend" in capsys.readouterr().out


def test_build_makes_workbooks_and_its_check_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(find_exercise("start"), tmp_path / "exercises" / "start")
    where = ["--exercises", str(tmp_path / "exercises"), "--workbooks", str(tmp_path / "workbooks")]

    assert 1 == cli.main(["build", "--check", *where])
    assert not (tmp_path / "workbooks").exists()
    assert 0 == cli.main(["build", *where])
    assert 0 == cli.main(["build", "--check", *where])
    assert "what the exercises say" in capsys.readouterr().out


def test_build_tells_the_faults_of_an_exercise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bread").mkdir()
    (tmp_path / "bread" / "exercise.yaml").write_text("id: bread\n", encoding="utf-8")

    assert 1 == cli.main(
        ["build", "--exercises", str(tmp_path), "--workbooks", str(tmp_path / "w")]
    )
    assert 'exercise.yaml:1: there is no "title"; add "title: …"' in capsys.readouterr().err


def test_judge_reads_lines_and_writes_decisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(
        json.dumps({"id": "1", "item": "well.need", "lang": "en", "text": "Time together."}) + "\n",
        encoding="utf-8",
    )

    assert 0 == cli.main(["judge", str(path)])
    (line,) = capsys.readouterr().out.splitlines()
    assert {"togetherness", "beyond_distance"} == set(json.loads(line)["decisions"])


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["lab"], "Your workbooks are as you left them."),
        (["check", "a.ipynb"], "Your file is as it was."),
        (["grade", "in", "--out", "out"], "what was there before is as it was."),
        (["judge", "a.jsonl"], "What is written above is decided"),
        (["rehearse"], "Nothing was changed."),
        (["build"], "Run it again"),
        (["print", "blank-map"], "Nothing is lost"),
        (["guide", "well"], "Nothing is lost"),
    ],
)
def test_a_command_that_is_stopped_says_what_is_kept(
    words: list[str],
    kept: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, f"_{words[0]}", stopped)

    assert 130 == cli.main(words)
    said = capsys.readouterr().err
    assert said.startswith("\nStopped. ")
    assert kept in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a file that is still being written")
def test_ctrl_c_ends_a_command_quietly(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    os.mkfifo(path)
    command = [sys.executable, "-m", "empathy_widgets", "judge", str(path)]
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running,
        path.open("w", encoding="utf-8"),  # opens when the command reads, which then waits for more
    ):
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert 130 == running.returncode
    assert ["", "Stopped. What is written above is decided; the rest is not."] == said.splitlines()


def test_asking_for_help_loads_none_of_the_rooms() -> None:
    code = (
        "import sys; from empathy_widgets import cli\n"
        "try: cli.main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted(n for n in sys.modules if n.startswith('empathy_widgets.') and n.count('.') == 1))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "['empathy_widgets.cli', 'empathy_widgets.errors']" == done.stdout.splitlines()[-1]
