"""The contents of the course: how far you are is read from the answers, and nothing is written."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from empathy_widgets import Contents
from empathy_widgets.content.exercises import find_exercise, load_exercise
from empathy_widgets.model.answers import CHECKED, HAND_IN, HANDED_IN, Answers
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.contents import progress
from empathy_widgets.workbook.lab import put_workbooks
from empathy_widgets.workbook.sidecar import Sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from empathy_widgets.model.progress import Progress

FIRST, SECOND = "a" * 32, "b" * 32


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The English workbooks of a learner, who stands in their folder."""
    list(put_workbooks(tmp_path, lang="en"))
    monkeypatch.chdir(tmp_path / "en")
    return tmp_path / "en"


def model(exercise: str, steps: Iterable[str], document: str = FIRST) -> Answers:
    """The model answers to some steps."""
    loaded = load_exercise(exercise)
    whole = loaded.example("model", "en").document(loaded.exercise)
    kept = {step: whole.entries(step) for step in steps}
    return Answers(document_id=document, exercise=exercise, steps=kept)


def noted(answers: Answers, step: str, name: str) -> Answers:
    return answers.with_entries(step, {name: edit(None, client="k", value={"at": "now"})})


def save(folder: Path, answers: Answers, *, at: float = 1_000) -> Path:
    sidecar = Sidecar(folder, answers.exercise, answers.document_id)
    sidecar.save(answers)
    os.utime(sidecar.path, (at, at))
    return sidecar.path


def of(folder: Path, exercise: str) -> Progress:
    return next(one for one in progress(folder)[0] if one.exercise.id == exercise)


def page(lang: str = "en") -> str:
    return Contents(lang).look()["text/plain"]


def test_nothing_done_begins_with_the_first(folder: Path) -> None:
    course, _ = progress(folder)

    assert [
        "start",
        "well",
        "salesperson",
        "blog",
        "customer-map",
        "sales-map",
        "ask",
        "persona",
    ] == [one.exercise.id for one in course]
    assert {"to_do"} == {one.state for one in course}
    assert page().startswith("Begin with: Start here\n")
    assert Contents("nl").look()["text/plain"].startswith("Begin met: Begin hier\n")


def test_steps_that_are_complete_are_counted_and_the_first_that_is_not_comes_next(
    folder: Path,
) -> None:
    save(folder, model("well", ["inward", "map"]))
    well = of(folder, "well")

    assert ("started", 2, 11, "need") == (well.state, well.done, well.steps, well.next_step)
    title = well.exercise.step("need").title["en"]
    assert page().startswith(f"Go on with: The well\nNext step: {title}\n")
    assert "1. The well: started, 2 of 11 steps done\n" in page()


def test_points_are_told_only_where_a_check_was_asked_for(folder: Path) -> None:
    answers = model("well", ["inward", "need"])
    save(folder, noted(answers, "inward", CHECKED))
    points = of(folder, "well").points
    inward = load_exercise("well").exercise.step("inward").points

    assert points is not None
    assert (inward, inward, inward) == (points.low, points.high, points.possible)
    assert f"checked so far: {inward} of {inward} points" in page()


def test_what_was_worked_on_last_is_what_to_go_on_with(folder: Path) -> None:
    save(folder, model("ask", ["common"], FIRST), at=3_000)
    save(folder, model("blog", ["why"], SECOND), at=2_000)

    assert page().startswith(f"Go on with: {load_exercise('ask').exercise.title['en']}\n")


def test_a_workbook_is_done_when_every_step_is(folder: Path) -> None:
    save(folder, model("start", load_exercise("start").example("model", "en").answers))

    assert "done" == of(folder, "start").state
    assert page().startswith("Begin with: The well")


def test_a_workbook_that_was_handed_in_is_done(folder: Path) -> None:
    save(folder, noted(model("well", ["inward"]), HAND_IN, HANDED_IN))

    assert "done" == of(folder, "well").state
    assert "done · 1 of 11 steps done · handed in" in Contents("en").look()["text/html"]


def test_when_everything_is_done_that_is_said(folder: Path) -> None:
    for number, one in enumerate(progress(folder)[0]):
        answers = model(one.exercise.id, [one.exercise.steps[0].id], f"{number:032x}")
        save(folder, noted(answers, HAND_IN, HANDED_IN))

    assert page().startswith("You have done every workbook.")


def test_of_several_sets_of_answers_the_one_worked_on_last_counts(folder: Path) -> None:
    save(folder, model("well", ["inward", "map", "need"], FIRST), at=1_000)
    save(folder, model("well", ["inward"], SECOND), at=2_000)

    assert (1, 1) == (of(folder, "well").done, of(folder, "well").others)
    assert "There is one more set of answers to this workbook." in page()


def test_answers_lead_to_the_notebook_that_carries_them(folder: Path) -> None:
    answers = model("well", ["inward"])
    save(folder, answers)
    copy = json.loads((folder / "01-well.ipynb").read_text(encoding="utf-8"))
    copy["metadata"]["empathy_widgets"]["answers"] = answers.model_dump(mode="json")
    (folder / "my well.ipynb").write_text(json.dumps(copy), encoding="utf-8")

    assert '<a href="my%20well.ipynb">Go on with: The well</a>' in Contents().look()["text/html"]


def test_a_damaged_file_costs_nothing_else_and_is_named(folder: Path) -> None:
    path = save(folder, model("well", ["inward"]))
    path.write_text('{"format_version": 1, "docu', encoding="utf-8")
    save(folder, model("blog", ["why"]))

    assert ("to_do", "started") == (of(folder, "well").state, of(folder, "blog").state)
    assert "“well-aaaaaaaa.json” in the folder “answers” is damaged" in page()
    assert "is beschadigd en kan niet worden gelezen" in page("nl")


def test_of_a_damaged_file_the_version_before_it_counts(folder: Path) -> None:
    save(folder, model("well", ["inward"]))
    path = save(folder, model("well", ["inward", "map"]))
    path.write_text("", encoding="utf-8")

    assert (1, ("well-aaaaaaaa.json",)) == (of(folder, "well").done, of(folder, "well").damaged)


def test_answers_that_were_all_taken_out_again_are_no_start(folder: Path) -> None:
    save(folder, noted(Answers(document_id=FIRST, exercise="well"), "hand-in", "learner"))

    assert "to_do" == of(folder, "well").state


def test_a_workbook_that_is_not_there_is_told_without_a_link(folder: Path) -> None:
    (folder / "03-blog.ipynb").unlink()

    assert "" == of(folder, "blog").notebook
    assert "This workbook is not in this folder." in page()


def test_an_exercise_of_ones_own_is_listed_and_one_with_faults_is_named(folder: Path) -> None:
    for name, old, new in (("mine", "id: start", "id: mine"), ("broken", "id:", "idd:")):
        text = (find_exercise("start") / "exercise.yaml").read_text(encoding="utf-8")
        (folder / "exercises" / name).mkdir(parents=True)
        (folder / "exercises" / name / "exercise.yaml").write_text(
            text.replace(old, new, 1), encoding="utf-8"
        )
    course, unusable = progress(folder)

    assert "mine" in [one.exercise.id for one in course]
    assert ["broken"] == unusable
    assert "The exercise “broken” holds faults" in page()


def test_looking_writes_nothing(folder: Path) -> None:
    save(folder, model("well", ["inward"]))

    def tree() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    before = tree()
    page()
    assert before == tree()


def test_words_of_a_learner_or_a_file_never_become_html(folder: Path) -> None:
    (folder / "answers").mkdir()
    (folder / "answers" / "well-<b>bolde.json").write_text("{}", encoding="utf-8")

    html = Contents().look()["text/html"]
    assert "<b>bolde" not in html
    assert "&lt;b&gt;bolde" in html


def test_the_page_has_styles_but_no_script_and_one_heading_above_the_list(folder: Path) -> None:
    assert folder.is_dir()
    html = Contents().look()["text/html"]

    assert re.search(r"<script|<style|class=|onclick", html) is None
    assert ["h2", "h3"] == re.findall(r"<(h\d)", html)


def test_run_by_papermill_the_contents_are_plain_html_and_text(folder: Path) -> None:
    import papermill

    save(folder, model("well", ["inward"]))
    papermill.execute_notebook(
        "00-contents.ipynb", "out.ipynb", {"lang": "nl"}, progress_bar=False, log_output=False
    )
    cells = json.loads((folder / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    (output,) = cells[-1]["outputs"]

    assert {"text/html", "text/plain"} == set(output["data"])
    assert "Ga verder met: De waterput" in "".join(output["data"]["text/plain"])


def test_a_language_without_a_course_is_told() -> None:
    with pytest.raises(ValueError, match='choose "en" or "nl"'):
        Contents("fr")
