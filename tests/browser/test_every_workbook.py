"""Every workbook in both languages, filled with its model answers, run, checked and looked at."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.content.strings import strings
from empathy_widgets.workbook.sidecar import Sidecar
from tests.browser.axe import violations
from tests.browser.lab import Workbook
from tests.browser.steps import expect_saved
from tests.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang

COURSE = (
    "00-start",
    "01-well",
    "02-salesperson",
    "03-blog",
    "04-customer-map",
    "05-sales-map",
    "06-ask",
    "07-persona",
)
WIDTH = 1280

ROOM_BELOW = 24
ALL_POINTS = r"(?<![\d.,])([\d.,]+) (?:of|van) \1 (?:point|punt)"
"""Such as "3 of 3 points", or "2 to 3 of 3 points" when a person still decides."""

END_OF_THE_LAST_CELL = """() => {
  const notebook = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook");
  notebook.querySelector(".jp-WindowedPanel-outer").scrollTop = 0;
  return Math.ceil([...notebook.querySelectorAll(".jp-Cell")].at(-1).getBoundingClientRect().bottom);
}"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One `empathy lab` for all workbooks; each of them gets a kernel of its own."""
    folder = tmp_path_factory.mktemp("course")
    with Server(folder / "work", folder / "home") as running:
        yield running


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", COURSE)
def test_a_workbook_with_its_model_answers_is_complete_and_without_fault(
    name: str, lang: Lang, page: Page, course: Server, pictures: Path
) -> None:
    loaded = load_exercise(name.split("-", 1)[1])
    put_model_answers(course.folder / lang, loaded, lang)
    errors = listen_for_errors(page)
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    workbook = Workbook.open(page, course, f"{lang}/{name}.ipynb")
    workbook.page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    run_all(workbook)
    draw_everything(workbook)

    for step in loaded.exercise.steps:
        assert_full_marks(workbook.widget(step.id), lang)
    draw_everything(workbook)
    assert_all_complete(workbook.widget("check"), loaded, lang)

    page.screenshot(path=pictures / "course" / f"{name}.{lang}.png")
    assert violations(workbook.panel.locator(".empathy-widget")) == []
    assert errors == []
    course.shut_down_kernel(workbook.name)


def put_model_answers(folder: Path, loaded: LoadedExercise, lang: Lang) -> None:
    """The answers of the author, where the workbook looks for those of a learner."""
    model = loaded.example("model", lang).document(loaded.exercise)
    answers = model.model_copy(update={"document_id": secrets.token_hex(16)})
    Sidecar(folder, loaded.exercise.id, answers.document_id).save(answers)


def listen_for_errors(page: Page) -> list[str]:
    """What the page complains of, now and later."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    return errors


def run_all(workbook: Workbook) -> None:
    """Run → Run All Cells, on the kernel that has just started."""
    workbook.wait_for_kernel()
    workbook.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    workbook.wait_until_run()


def draw_everything(workbook: Workbook) -> None:
    """Make the window as high as the workbook: JupyterLab draws only what can be seen."""
    page = workbook.page
    for _ in range(10):
        height = int(page.evaluate(END_OF_THE_LAST_CELL)) + ROOM_BELOW
        if page.viewport_size == {"width": WIDTH, "height": height}:
            return
        page.set_viewport_size({"width": WIDTH, "height": height})
        workbook.next_frame()
    pytest.fail("The workbook does not come to rest: its height changes again and again")


def assert_full_marks(widget: Locator, lang: Lang) -> None:
    """Press Check; everything is good, except for what only a person can judge."""
    words = strings(lang)
    expect_saved(widget)
    widget.get_by_role("button", name=words["ui.check"], exact=True).click()
    said = widget.locator(".ew-feedback")
    expect(said.locator(".ew-points")).to_have_text(
        re.compile(rf"{ALL_POINTS}|{words['feedback.no_points']}")
    )
    expect(widget.locator(".ew-not_met")).to_have_count(0)


def assert_all_complete(panel: Locator, loaded: LoadedExercise, lang: Lang) -> None:
    """The panel counts every step as complete, with all the points that there are."""
    words, steps = strings(lang), loaded.exercise.steps
    rows = panel.locator("tbody tr")
    expect(rows).to_have_count(len(steps))
    expect(rows.filter(has_text=words["summary.state.complete"])).to_have_count(len(steps))
    counted = sum(step.points > 0 for step in steps)
    expect(rows.filter(has_text=re.compile(ALL_POINTS))).to_have_count(counted)
    possible = sum(step.points for step in steps)
    expect(panel).to_contain_text(re.compile(rf"\b{possible:g} (of|van) {possible:g} "))
