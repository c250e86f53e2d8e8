"""A sequence, a form and tables in JupyterLab: filled, saved, checked, there again the next day."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from empathy_widgets.build.workbooks import as_text, notebook
from empathy_widgets.content.exercises import read_exercise
from tests.browser.lab import Workbook
from tests.browser.steps import expect_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

EXERCISES = Path(__file__).parents[1] / "exercises"
NAME = "three-kinds.ipynb"


def test_what_is_placed_and_filled_is_saved_checked_and_there_again(
    page: Page, server: Server, pictures: Path
) -> None:
    shutil.copytree(EXERCISES, server.folder / "exercises")
    loaded = read_exercise(EXERCISES / "three-kinds", [EXERCISES])
    (server.folder / NAME).write_text(as_text(notebook(loaded, "en")), encoding="utf-8")
    workbook = Workbook.open(page, server, NAME)
    workbook.run_all()

    place_by_keyboard(workbook)
    fill_the_form(workbook)
    fill_the_journey(workbook)
    for step in ("steps", "plan", "journey"):
        expect_saved(workbook.widget(step))
    workbook.wait_for_twin("steps", "Choose whom to visit</li>")
    workbook.wait_for_twin("plan", "4 May 2026")
    workbook.wait_for_twin("journey", "The first bill")
    workbook.save()

    workbook.reload()
    expect(workbook.cell("journey")).to_contain_text("The first bill")
    workbook.run_all()
    plan = workbook.widget("plan")
    expect(plan.get_by_label("Which day")).to_have_value("2026-05-04")
    expect(plan.get_by_label("Where")).to_have_value("work")
    journey = workbook.widget("journey")
    expect(journey.get_by_label("Moment, Touchpoint 3")).to_have_value("A year later")

    plan.get_by_role("button", name="Check").click()
    expect(plan).to_contain_text("Nothing is filled in here yet.")
    expect(plan).to_contain_text("4 of the 5 fields that are asked are filled in.")
    plan.screenshot(path=pictures / "form-in-lab.png")
    journey.get_by_role("button", name="Check").click()
    expect(journey).to_contain_text("Each row says something of its own.")
    journey.screenshot(path=pictures / "table-in-lab.png")
    workbook.widget("steps").screenshot(path=pictures / "order-in-lab.png")


def place_by_keyboard(workbook: Workbook) -> None:
    """Put two cards in sequence and turn them round, without a pointer and without Lab's own keys."""
    steps, keyboard = workbook.widget("steps"), workbook.page.keyboard
    for text in ("Call to ask if it suits", "Choose whom to visit"):
        steps.get_by_role("button", name=text, exact=True).press("Enter")
    keyboard.press("ArrowUp")
    placed = steps.locator("[data-drop=sequence] [data-card]")
    expect(placed).to_have_text(["Choose whom to visit", "Call to ask if it suits"])
    expect(placed.first).to_be_focused()


def fill_the_form(workbook: Workbook) -> None:
    """Fill all that is asked but one field."""
    plan = workbook.widget("plan")
    plan.get_by_label("Smallest first step").fill("Ask Noor to show me her morning")
    plan.get_by_label("Which day").fill("2026-05-04")
    plan.get_by_label("Time it takes").fill("10")
    plan.get_by_label("Where").select_option("work")
    plan.get_by_label("I have told a colleague").check()


def fill_the_journey(workbook: Workbook) -> None:
    """Walk along a row with Tab, and add a row."""
    journey, keyboard = workbook.widget("journey"), workbook.page.keyboard
    journey.get_by_label("Moment, Touchpoint 1").click()
    keyboard.type("The first bill")
    keyboard.press("Tab")
    expect(journey.get_by_label("Feels, Touchpoint 1")).to_be_focused()
    keyboard.type("worse")
    keyboard.press("Tab")
    keyboard.type("2.5")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(journey.get_by_label("Asked, Touchpoint 1")).to_be_checked()
    expect(journey.get_by_label("Feels, Touchpoint 1")).to_have_value("low")
    journey.get_by_role("button", name="Add a row").click()
    expect(journey.get_by_label("Moment, Touchpoint 3")).to_be_focused()
    keyboard.type("A year later")
