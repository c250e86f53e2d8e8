"""A persona sheet in real JupyterLab: made by keyboard alone, with photos, and still there afterwards."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.lab import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.server import Server

CELLS = [
    "from empathy_widgets import PersonaSheet\njoost = PersonaSheet(group='fleet')\njoost",
    "print(joost.answer.name, len(joost.answer.photos), dict(joost.themes))",
]


@pytest.fixture
def workbook(page: Page, server: Server) -> Workbook:
    """A notebook of somebody's own, with a sheet in it; its first cell has run."""
    return Workbook.of(page, server, *CELLS)


def sheet_of(workbook: Workbook) -> Locator:
    return workbook.cells.first.locator(".empathy-widget")


def run_last(workbook: Workbook) -> Locator:
    """Run the cell that asks Python what stands on the sheet; what it prints."""
    last = workbook.cells.last
    last.locator(".cm-content").click()
    workbook.page.keyboard.press("Control+Enter")
    workbook.wait_for_kernel()
    return last.locator(".jp-OutputArea-output")


def test_a_sheet_is_made_with_the_keyboard_alone_and_python_knows_it(
    workbook: Workbook, pictures: Path
) -> None:
    sheet, keyboard = sheet_of(workbook), workbook.page.keyboard
    sheet.get_by_role("button", name="Add a photo").focus()
    keyboard.press("Tab")
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    expect(sheet.get_by_role("img")).to_have_accessible_name(
        "Drawn face: short hair, no glasses, calm"
    )
    sheet.get_by_role("button", name="Choose a face").press("Enter")
    keyboard.press("Tab")
    keyboard.type("Joost")
    keyboard.press("Tab")
    keyboard.type("buys for 180 colleagues")
    for _ in ("group", "quote"):
        keyboard.press("Tab")
    keyboard.type("I hear it first")
    keyboard.press("Tab")
    keyboard.type("Mails before coffee")
    keyboard.press("Tab")
    keyboard.press("Enter")
    keyboard.press("Home")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(sheet.locator("[data-ew-announcer]")).to_have_text("An ordinary day: told")
    sheet.get_by_role("button", name="Add a slider").press("Enter")
    keyboard.type("by the rules")
    keyboard.press("Tab")
    keyboard.type("by the person")
    keyboard.press("Tab")
    keyboard.press("PageDown")
    expect(sheet.get_by_role("slider")).to_have_attribute(
        "aria-valuetext", "40 of 100, from “by the rules” to “by the person”"
    )
    sheet.locator("summary", has_text="History").press("Enter")
    sheet.get_by_role("button", name="Keep this as version 1").press("Enter")
    keyboard.type("First talks")

    said = run_last(workbook)
    expect(said).to_contain_text("Joost 0")
    expect(said).to_contain_text("Mails before coffee")
    expect(said).to_contain_text("evidence='told'")

    assert violations(sheet) == []
    workbook.page.set_viewport_size({"width": 1280, "height": 1700})
    sheet.screenshot(path=pictures / "persona-sheet.png")


def test_a_photo_of_ten_megabytes_comes_in_small_and_a_larger_one_is_refused(
    workbook: Workbook, tmp_path: Path
) -> None:
    photo, huge, text = (tmp_path / name for name in ("photo.png", "huge.png", "text.png"))
    side = 1820
    pixels = random.Random(1).randbytes(3 * side * side)  # noqa: S311 - nothing secret
    Image.frombytes("RGB", (side, side), pixels).save(photo)
    assert 9_500_000 < photo.stat().st_size < 10_000_000
    huge.write_bytes(photo.read_bytes() + bytes(500_000))
    text.write_text("no picture", encoding="utf-8")
    sheet = sheet_of(workbook)
    chosen = sheet.locator("input[type=file]")

    chosen.set_input_files([photo])
    expect(sheet.get_by_role("img", name="Photo of No name yet")).to_be_visible()
    chosen.set_input_files([huge])
    expect(sheet.get_by_text("This photo is larger than 10 MB.")).to_be_visible()
    chosen.set_input_files([text])
    expect(sheet.get_by_text("This is no photo that can be used.")).to_be_visible()
    sheet.get_by_label("What is on the photo?").fill("At his desk")

    expect(run_last(workbook)).to_contain_text(" 1 {}")
    sheet.get_by_role("button", name="Take photo 1 away").press("Enter")
    expect(sheet.get_by_role("img", name="At his desk")).to_have_count(0)
    sheet.get_by_role("button", name="Put it back").press("Enter")
    expect(sheet.get_by_role("img", name="At his desk")).to_be_visible()
