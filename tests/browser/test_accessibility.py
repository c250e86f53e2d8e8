"""Every step can be read, reached and used without a mouse, and JupyterLab leaves the keys alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

WELL = "en/01-well.ipynb"
AXE = Path(__file__).parents[2] / "js" / "node_modules" / "axe-core" / "axe.min.js"
ANSWERED = ("inward", "map", "need", "ask", "lesson")
STEPS = (*ANSWERED, "map-after")

VIOLATIONS = """async () => {
  const widgets = [...document.querySelectorAll(".empathy-widget")];
  const found = async (where) => (await axe.run(where)).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  const all = await found(widgets);
  for (const widget of widgets) {
    // JupyterLab draws only what is near the window, and colours are judged only where drawn.
    widget.scrollIntoView();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    all.push(...(await found(widget)));
  }
  return all;
}"""


@pytest.fixture
def workbook(page: Page, server: Server) -> Workbook:
    """The well, run once."""
    opened = Workbook.open(page, server, WELL)
    opened.run_all()
    for step in STEPS:
        expect(opened.widget(step)).to_be_attached()
    return opened


def violations(workbook: Workbook) -> list[str]:
    """What axe finds wrong inside the widgets."""
    if not workbook.page.evaluate("() => 'axe' in window"):
        workbook.page.add_script_tag(path=AXE)
    found: list[str] = workbook.page.evaluate(VIOLATIONS)
    return found


def fill(workbook: Workbook) -> EmpathyMap:
    """Something in every kind of step, and a check in each; the second map stays empty."""
    workbook.widget("inward").locator("[data-card]").first.press("ArrowRight")
    workbook.widget("need").get_by_role("textbox").first.fill("They could talk there, undisturbed.")
    workbook.widget("ask").get_by_role("textbox").first.fill("What is the walk like?")
    workbook.widget("lesson").get_by_role("radio").first.check()
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Come along, we will wait")
    board.add("see", "The path at dawn")
    for step in ANSWERED:
        widget = workbook.widget(step)
        expect_saved(widget)
        widget.get_by_role("button", name="Check", exact=True).click()
        expect(widget.get_by_role("region", name="What the check says")).to_be_visible()
    return board


def test_axe_finds_nothing_in_empty_filled_and_open_steps(workbook: Workbook) -> None:
    assert violations(workbook) == []

    board = fill(workbook)
    assert violations(workbook) == []

    board.note("Come along").press("m")
    expect(board.widget.get_by_role("menu")).to_be_visible()
    assert violations(workbook) == []
    workbook.page.keyboard.press("Escape")

    board.note("Come along").press("Enter")
    expect(board.widget.locator(".ew-note-open")).to_be_visible()
    assert violations(workbook) == []
    workbook.page.keyboard.press("Escape")

    workbook.page.evaluate(
        "() => window.jupyterapp.commands.execute("
        "'apputils:change-theme', { theme: 'JupyterLab Dark' })"
    )
    expect(workbook.page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert violations(workbook) == []


def test_the_shortcuts_of_jupyterlab_never_fire_from_a_widget(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Come along")
    before = cells(workbook)
    places = [
        board.add_button("see"),
        board.note("Come along"),
        board.widget.get_by_role("button", name="Check", exact=True),
        workbook.widget("inward").locator("[data-card]").first,
        workbook.widget("lesson").get_by_role("radio").first,
        workbook.widget("need").get_by_role("button", name="Check", exact=True),
    ]
    for place in places:
        for key in ("x", "d", "d", "a", "b", "j", "k", "c", "v", "y", "Shift+M", "0", "0"):
            place.focus()
            workbook.page.keyboard.press(key)
            workbook.page.keyboard.press("Escape")

    assert cells(workbook) == before
    assert board.notes("hear") == ["Come along"]
    expect(workbook.page.locator(".jp-Dialog")).to_have_count(0)


def cells(workbook: Workbook) -> list[Any]:
    """The id and the kind of every cell."""
    found: list[Any] = workbook.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets"
        ".map(cell => [cell.model.id, cell.model.type])"
    )
    return found


def test_the_whole_map_step_is_done_with_the_keyboard_alone(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    keyboard = workbook.page.keyboard
    board.widget.get_by_role("button", name="Who is it?").focus()
    keyboard.press("Enter")
    keyboard.type("Fatima")
    keyboard.press("Escape")
    for number, key in enumerate(("see", "hear", "think_feel", "say_do", "pains", "gains")):
        tab_to(workbook, f'[data-add="{key}"]')
        keyboard.press("Enter")
        keyboard.type(f"note {number}")
        keyboard.press("Enter")
    expect_saved(board.widget)
    tab_to(workbook, ".ew-help .ew-main")
    keyboard.press("Enter")

    expect(board.widget.get_by_role("region", name="What the check says")).to_be_visible()
    assert board.count() == 6
    expect(board.widget.locator(".ew-person b")).to_have_text("Fatima")


def tab_to(workbook: Workbook, selector: str) -> None:
    """Press Tab until the focus is there; a trap or a missing stop fails."""
    for _ in range(60):
        if workbook.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        workbook.page.keyboard.press("Tab")
    message = f"Tab never reaches {selector}"
    raise AssertionError(message)


def test_what_happens_is_said_to_a_screen_reader(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    said = board.widget.locator("[data-ew-announcer]")
    board.add("hear", "Come along")
    expect(said).to_contain_text("Added to “Hears”, place 1 of 1.")

    board.note("Come along").press("Shift+ArrowDown")
    expect(said).to_contain_text("Moved to “Thinks and feels”, place 1 of 1.")

    board.note("Come along").press("Delete")
    expect(said).to_contain_text("Deleted. Ctrl+Z brings it back.")

    workbook.page.keyboard.press("Control+z")
    expect(said).to_contain_text("Undone. The note stands in “Thinks and feels”, place 1 of 1.")
    expect(board.note("Come along")).to_be_focused()
