"""From hand-ins to a gradebook, all the way."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.errors import NothingToGradeError, RunError, UnknownExerciseError
from empathy_widgets.grading.grade import grade_into
from empathy_widgets.grading.gradebook import FILE
from empathy_widgets.grading.run import Engine, Executed, Runner
from empathy_widgets.workbook.sidecar import Sidecar
from tests.grading.conftest import ROOT, rows
from tests.submissions import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from empathy_widgets.model.language import Lang
    from tests.submissions.make import Json

    HandIn = Callable[..., Path]


def test_ten_hand_ins_give_exactly_the_gradebook_they_must_give(tmp_path: Path) -> None:
    make.write(tmp_path / "in", broken=False)

    grade_into(tmp_path / "in", tmp_path / "out")

    given = (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8")
    assert given == make.GRADEBOOK.read_text(encoding="utf-8")


def test_better_work_earns_more() -> None:
    with make.GRADEBOOK.open(encoding="utf-8", newline="") as file:
        earned = {row["file"].removesuffix(".ipynb"): row for row in csv.DictReader(file)}

    best = [
        "full-marks-en",
        "all-guesses-en",
        "stopped-halfway-en",
        "only-the-easy-steps-nl",
        "everything-wrong-en",
    ]
    points = [float(earned[name]["points_max"]) for name in best]
    assert points == sorted(points, reverse=True)
    assert len({*points}) == len(points)
    for name in ("full-marks-en", "full-marks-nl"):
        assert earned[name]["points_max"] == earned[name]["points_possible"]


def test_every_learner_gets_a_page_and_an_executed_notebook(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in("a.ipynb", learner="Anna")
    hand_in("b.ipynb", learner="Bilal", lang="nl")

    summary = grade_into(tmp_path / "in", tmp_path / "out")

    assert summary.text.startswith("2 files: 2 graded.")
    pages = sorted(path.stem for path in (tmp_path / "out" / "feedback").iterdir())
    assert pages == sorted(path.stem for path in (tmp_path / "out" / "notebooks").iterdir())
    assert len(pages) == 2
    for path in (tmp_path / "out" / "notebooks").iterdir():
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert notebook["metadata"]["empathy_widgets"]["exercise"] == "start"
        shown = [cell for cell in notebook["cells"] if cell.get("outputs")]
        assert all(
            output["output_type"] == "display_data" for cell in shown for output in cell["outputs"]
        )
        assert all("text/plain" in output["data"] for cell in shown for output in cell["outputs"])


def test_a_run_leaves_no_other_files(tmp_path: Path, hand_in: HandIn) -> None:
    hand_in(learner="Anna")
    grade_into(tmp_path / "in", tmp_path / "out")

    left = {path.name for path in (tmp_path / "out").iterdir()} - {".lock"}
    assert left == {"feedback", "notebooks", "gradebook.csv", FILE, "summary.txt"}
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["hand-in.ipynb"]


# Nothing of a learner runs, and nothing of somebody else is read.


def test_code_in_a_hand_in_is_never_run(tmp_path: Path, hand_in: HandIn) -> None:
    marker = tmp_path / "marker"
    path = hand_in(learner="Mallory")
    made = json.loads(path.read_bytes())
    touch = f"import pathlib; pathlib.Path({str(marker)!r}).touch()"
    for tag in ("parameters", "injected-parameters", "step"):
        cell = {**made["cells"][0], "id": tag, "metadata": {"tags": [tag]}, "source": touch}
        made["cells"].append(cell)
    made["cells"][0]["source"] = f"{touch}\n{made['cells'][0]['source']}"
    path.write_bytes(make.as_bytes(made))

    grade_into(tmp_path / "in", tmp_path / "out")

    assert not marker.exists()
    assert rows(tmp_path / "out")[0]["state"] in {"graded", "needs_trainer"}
    for kept in (tmp_path / "out").rglob("*"):
        assert not kept.is_file() or str(marker).encode() not in kept.read_bytes()


def test_what_a_hand_in_says_about_its_own_points_is_not_used(
    tmp_path: Path, hand_in: HandIn
) -> None:
    honest = hand_in("honest.ipynb", learner="Anna", without=["neighbour"])
    made = json.loads(honest.read_bytes())
    forged = {
        "exercise": "start",
        "points_min": 100,
        "points_max": 100,
        "passed": "yes",
        "steps": [],
    }
    made["metadata"]["empathy_widgets"].update(points=100, result=forged, passed="yes")
    made["metadata"]["empathy_widgets"]["hand_in"] |= {"learner": "Mallory", "points": 100}
    data = {"application/vnd.empathy-widgets.result+json": forged}
    made["cells"][0]["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    honest.with_name("forged.ipynb").write_bytes(make.as_bytes(made))

    grade_into(tmp_path / "in", tmp_path / "out")

    anna, mallory = rows(tmp_path / "out")
    for name in ("points_min", "points_max", "points_possible", "passed", "waiting"):
        assert mallory[name] == anna[name]


@pytest.mark.parametrize(
    "text",
    [
        '"""\nimport os; os.mkdir("marker")\n"""',
        "{answers} {0} %s %(x)s $HOME `id` \\N{BELL}",
        "</script><script>alert(1)</script>",
        "'''; raise SystemExit; '''",
        "\u2028\u2029\x00\x1b[31m\ufeff",
    ],
)
def test_an_answer_stays_text_whatever_it_looks_like(
    tmp_path: Path, hand_in: HandIn, text: str
) -> None:
    hand_in(learner=text, answers={"compare": {"lines": [text]}})

    grade_into(tmp_path / "in", tmp_path / "out")

    (row,) = rows(tmp_path / "out")
    assert row["state"] in {"graded", "needs_trainer"}
    for page in (tmp_path / "out" / "feedback").iterdir():
        assert "<script" not in page.read_text(encoding="utf-8")
    assert list(tmp_path.rglob("marker")) == []


def test_a_newer_sidecar_of_somebody_else_is_not_read(
    tmp_path: Path, hand_in: HandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hand_in(learner="Anna", without=["saving"])
    made = json.loads(path.read_bytes())["metadata"]["empathy_widgets"]["answers"]
    better = make.document({"exercise": "start", "lang": "en", "like": "model"})
    for folder in (path.parent, tmp_path):
        for document in (better, better.model_copy(update={"document_id": made["document_id"]})):
            Sidecar(folder, "start", document.document_id).save(document)
    before = {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*.json")}
    monkeypatch.chdir(path.parent)

    grade_into(tmp_path / "in", tmp_path / "out")

    (row,) = rows(tmp_path / "out")
    assert row["saving"] == "0"
    assert {one: one.stat().st_mtime_ns for one in tmp_path.rglob("*.json")} == before


def test_no_widget_is_loaded(tmp_path: Path, hand_in: HandIn) -> None:
    hand_in(learner="Anna")
    program = (
        "import sys\nfrom pathlib import Path\nfrom empathy_widgets.grading.grade import grade\n"
        "from empathy_widgets.grading.engines import fork\n"
        "send = fork._send\n"
        "def watched(pipe, line):\n"
        "    line['widgets'] = sorted({'anywidget', 'ipywidgets'} & {*sys.modules})\n"
        "    send(pipe, line)\n"
        "put = fork._put\n"
        "def checked(cell, line):\n"
        "    assert line['widgets'] == [], line['widgets']\n"
        "    put(cell, line)\n"
        "fork._send, fork._put = watched, checked\n"
        f"code = grade(Path({str(tmp_path / 'in')!r}), Path({str(tmp_path / 'out')!r}), progress=False)\n"
        "assert 'anywidget' not in sys.modules and 'ipywidgets' not in sys.modules\n"
        "sys.exit(code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.startswith("1 file: 1 graded.")
    assert done.stderr == ""


# What comes in.


def test_a_zip_gives_the_same_points_as_the_folder(tmp_path: Path, hand_in: HandIn) -> None:
    hand_in("a.ipynb", learner="Anna")
    hand_in("b.ipynb", learner="Bilal", without=["saving"])
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in (tmp_path / "in").iterdir():
            archive.write(path, f"group/{path.name}")

    grade_into(tmp_path / "in", tmp_path / "one")
    grade_into(tmp_path / "all.zip", tmp_path / "two")

    for folder, zipped in zip(rows(tmp_path / "one"), rows(tmp_path / "two"), strict=True):
        assert zipped.pop("file") == f"all.zip/group/{folder.pop('file')}"
        assert zipped == folder


def test_one_file_is_graded_by_itself(tmp_path: Path, hand_in: HandIn) -> None:
    grade_into(hand_in(learner="Anna"), tmp_path / "out")

    assert [row["learner"] for row in rows(tmp_path / "out")] == ["Anna"]


def test_every_broken_hand_in_gets_its_state_and_no_points(tmp_path: Path, hand_in: HandIn) -> None:
    good = hand_in("good.ipynb", learner="Anna")
    broken = make.the_broken()
    for name, (data, _state) in broken.items():
        (good.parent / f"{name}.ipynb").write_bytes(data)

    summary = grade_into(tmp_path / "in", tmp_path / "out")

    given = {row["file"].removesuffix(".ipynb"): row for row in rows(tmp_path / "out")}
    assert given.pop("good")["points_min"]
    assert {name: row["state"] for name, row in given.items()} == {
        name: state for name, (_data, state) in broken.items()
    }
    for name, row in given.items():
        assert row["points_min"] == row["points_max"] == row["passed"] == row["waiting"] == ""
        assert f"{name}.ipynb" in summary.text


def test_another_exercise_than_the_expected_one_is_turned_away(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in(learner="Anna")

    summary = grade_into(tmp_path / "in", tmp_path / "out", expected="well")

    (row,) = rows(tmp_path / "out")
    assert (row["state"], row["exercise"]) == ("wrong_exercise", "start")
    assert 'it is "start", not "well"' in summary.text


def test_an_expected_exercise_that_does_not_exist_names_the_nearest(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in(learner="Anna")

    with pytest.raises(UnknownExerciseError, match=r'Did you mean "?well'):
        grade_into(tmp_path / "in", tmp_path / "out", expected="wel")

    assert not (tmp_path / "out").exists()


def test_who_is_on_the_list_and_handed_in_nothing_is_missing(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in("a.ipynb", learner="anna DE boer")
    hand_in("x.ipynb", learner="Xander")
    roster = tmp_path / "roster.csv"
    roster.write_text("learner\nAnna de Boer\nBilal\n", encoding="utf-8")

    summary = grade_into(tmp_path / "in", tmp_path / "out", roster=roster)

    by_state = {row["learner"]: (row["state"], row["exercise"]) for row in rows(tmp_path / "out")}
    assert by_state["Bilal"] == ("missing", "start")
    assert set(by_state) == {"anna DE boer", "Xander", "Bilal"}
    assert "1 learner missing" in summary.text
    assert "Xander, start: not on the list of learners" in summary.text


def test_work_on_another_version_of_the_exercise_is_graded_and_flagged(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in(learner="Anna", content="0123456789abcdef")

    summary = grade_into(tmp_path / "in", tmp_path / "out")

    assert rows(tmp_path / "out")[0]["points_min"]
    assert "Anna, start: made from another version of the exercise" in summary.text
    (page,) = (tmp_path / "out" / "feedback").iterdir()
    assert "another version of this exercise" in page.read_text(encoding="utf-8")


def test_exercises_of_your_own_come_before_those_of_the_package(
    tmp_path: Path, hand_in: HandIn
) -> None:
    hand_in(learner="Anna")
    own = tmp_path / "mine {braces}"
    shutil.copytree(ROOT / "exercises" / "start", own / "start")
    text = (own / "start" / "exercise.yaml").read_text(encoding="utf-8")
    assert "en: Your work in this workbook" in text
    text = text.replace("en: Your work in this workbook", "en: My own title")
    (own / "start" / "exercise.yaml").write_text(text, encoding="utf-8")

    grade_into(tmp_path / "in", tmp_path / "out", exercises=own)

    (page,) = (tmp_path / "out" / "feedback").iterdir()
    assert "My own title" in page.read_text(encoding="utf-8")
    (notebook,) = (tmp_path / "out" / "notebooks").iterdir()
    assert "My own title" in notebook.read_text(encoding="utf-8")


# When something goes wrong.


def test_one_run_that_fails_leaves_the_others_alone(
    tmp_path: Path, hand_in: HandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Anna", "Bilal", "Chidi"):
        hand_in(f"{name}.ipynb", learner=name)
    faults = {"Anna": RunError("the process died"), "Bilal": ZeroDivisionError("a fault of ours")}
    run = Runner.run

    def sometimes(runner: Runner, exercise: str, lang: Lang, answers: Json) -> Executed:
        name = answers["steps"]["hand-in"]["learner"]["value"]["text"]
        if name in faults:
            raise faults[name]
        return run(runner, exercise, lang, answers)

    monkeypatch.setattr(Runner, "run", sometimes)

    summary = grade_into(tmp_path / "in", tmp_path / "out")

    given = {row["learner"]: row for row in rows(tmp_path / "out")}
    assert given["Anna"]["state"] == given["Bilal"]["state"] == "failed"
    assert given["Anna"]["points_min"] == ""
    assert given["Chidi"]["points_min"]
    assert "ZeroDivisionError: a fault of ours" in summary.text


def test_a_run_that_takes_too_long_is_timed_out(tmp_path: Path, hand_in: HandIn) -> None:
    hand_in(learner="Anna")

    grade_into(tmp_path / "in", tmp_path / "out", time_limit=0.000_001)

    (row,) = rows(tmp_path / "out")
    assert (row["state"], row["points_min"]) == ("timed_out", "")


def test_grading_again_gives_the_same_results(tmp_path: Path, hand_in: HandIn) -> None:
    hand_in("a.ipynb", learner="Anna")
    hand_in("b.ipynb", learner="Bilal", lang="nl")
    out = tmp_path / "out"

    def results() -> dict[str, bytes]:
        kept = (path for path in out.rglob("*") if path.is_file() and path.suffix != ".sqlite")
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in kept}

    grade_into(tmp_path / "in", out)
    first = results()
    grade_into(tmp_path / "in", out)

    assert results() == first


def test_results_inside_the_folder_of_the_hand_ins_are_not_graded(hand_in: HandIn) -> None:
    folder = hand_in(learner="Anna").parent
    grade_into(folder, folder / "graded")
    grade_into(folder, folder / "graded")

    assert [row["learner"] for row in rows(folder / "graded")] == ["Anna"]


def test_a_folder_without_hand_ins_says_so_and_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()

    with pytest.raises(NothingToGradeError, match="There are no hand-ins in"):
        grade_into(tmp_path / "in", tmp_path / "out")

    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("engine", ["warm", "plain"])
def test_all_engines_give_the_same_gradebook(
    tmp_path: Path, hand_in: HandIn, engine: Engine
) -> None:
    hand_in(learner="Anna", lang="nl", without=["saving"])

    grade_into(tmp_path / "in", tmp_path / "fork", engine="fork")
    grade_into(tmp_path / "in", tmp_path / engine, engine=engine)

    for kept in ("gradebook.csv", "feedback", "notebooks"):
        assert _texts(tmp_path / engine / kept) == _texts(tmp_path / "fork" / kept)


def _texts(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in [path, *path.rglob("*")] if one.is_file()}
