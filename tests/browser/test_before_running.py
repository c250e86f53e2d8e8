"""Before anything is run a workbook shows what was written last, and how to go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved
from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

GO_ON = {"en": re.compile("Press ▶▶ to go on"), "nl": re.compile("Druk op ▶▶ om verder te gaan")}
WRONG = re.compile(
    "Error displaying widget|model not found|Loading widget|Traceback|A Jupyter widget could not"
)
STEPS = ("inward", "map", "need", "ask", "lesson")


def expect_ready_to_go_on(workbook: Workbook, lang: str) -> None:
    """Every step shows its twin and the one line; no error, no hole."""
    for step in STEPS:
        cell = workbook.cell(step)
        cell.scroll_into_view_if_needed()
        expect(cell).to_contain_text(GO_ON[lang])
        # The line is there before the twin is: a step is no hole once it is higher than the line.
        workbook.page.wait_for_function(
            "cell => cell.getBoundingClientRect().height > 60", arg=cell.element_handle()
        )
    expect(workbook.panel).not_to_contain_text(WRONG, use_inner_text=True)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_workbook_shows_its_steps_from_first_opening_to_the_next_day(
    lang: str, context: BrowserContext, tmp_path: Path, home: Path, pictures: Path
) -> None:
    name = f"{lang}/01-well.ipynb"
    with Server(tmp_path / "work", home) as server:
        workbook = Workbook.open(context.new_page(), server, name)
        workbook.wait_for_kernel()
        expect_ready_to_go_on(workbook, lang)
        show_the_map(workbook, pictures / f"first-open.{lang}.png")

        workbook.run_all()
        board = EmpathyMap(workbook.widget("map"))
        board.add("hear", "Fatima")
        expect_saved(board.widget)
        workbook.wait_for_twin("map", "Fatima")
        server.shut_down_kernel(name)
        board.add("see", "Amina")
        expect(board.widget.get_by_role("status").first).not_to_be_empty()
        show_the_map(workbook, pictures / f"dead-kernel.{lang}.png")
        workbook.save()
        workbook.page.close()

    with Server(tmp_path / "work", home) as server:
        workbook = Workbook.open(context.new_page(), server, name)
        workbook.wait_for_kernel()
        expect_ready_to_go_on(workbook, lang)
        expect(workbook.cell("map")).to_contain_text("Fatima")
        show_the_map(workbook, pictures / f"next-day.{lang}.png")


def show_the_map(workbook: Workbook, path: Path) -> None:
    workbook.scroll_to("map")
    workbook.picture(path)


def test_pressing_run_all_before_the_kernel_is_there_is_not_lost(
    page: Page, server: Server
) -> None:
    workbook = Workbook.open(page, server, "en/01-well.ipynb")
    workbook.cell("inward").get_by_role("button", name=re.compile("▶▶")).click()

    workbook.wait_until_run()

    expect(workbook.widget("inward")).to_be_visible()
    expect(workbook.widget("lesson")).to_be_attached()
