"""An empathy map in a notebook of one's own: typed by hand and filled by code at the same time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

SOURCE = """from empathy_widgets import EmpathyMap
fatima = EmpathyMap(name="Fatima", question="What would water mean to her?")
fatima"""


def test_what_is_typed_and_what_code_adds_become_one_map(page: Page, server: Server) -> None:
    opened = Workbook.of(page, server, SOURCE)
    board = EmpathyMap(opened.panel.locator(".empathy-widget"))
    expect(board.widget.locator(".ew-person")).to_contain_text("Fatima")

    board.add_button("hear").click()
    page.keyboard.type("Come al")
    code = 'fatima.add("see", "Dust on the path", evidence="observed")'
    assert opened.python(code) == ""
    expect(board.note("Dust on the path")).to_be_visible()
    page.keyboard.type("ong")
    page.keyboard.press("Enter")
    expect(board.note("Come along")).to_be_visible()

    check = 'import time\ntime.sleep(1)\nassert {n.text for n in fatima.notes} == {"Come along", "Dust on the path"}'
    assert opened.python(check) == ""
    assert opened.python('fatima.save("map.json")') == ""
    again = 'assert EmpathyMap.load("map.json").answer == fatima.answer'
    assert opened.python(again) == ""

    opened.save()
    assert "answers" not in json.dumps(opened.on_disk()["metadata"])
    outputs = opened.on_disk()["cells"][0]["outputs"]
    assert "Come along" in json.dumps(outputs)


def test_a_map_is_made_and_shown_with_keys_alone(page: Page, server: Server) -> None:
    opened = Workbook.of(page, server, SOURCE)
    board = EmpathyMap(opened.panel.locator(".empathy-widget"))
    board.add("see", "Dust")
    board.note("Dust").focus()
    page.keyboard.press("o")
    expect(board.widget.locator(".ew-outline")).to_be_visible()
    page.keyboard.press("Tab")
    board.widget.locator(".ew-outline-note").press("Enter")
    page.keyboard.type(" and heat")
    page.keyboard.press("Enter")
    expect(board.widget.locator(".ew-outline-note")).to_be_focused()
    page.keyboard.press("7")
    page.keyboard.press("o")
    expect(board.note("Dust and heat")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(board.note("Dust and heat")).to_have_count(0)
    expect(board.note("Dust")).to_be_focused()
    page.keyboard.press("p")
    expect(board.widget.locator("[data-veiled]")).to_have_count(7)
    page.keyboard.press("ArrowRight")
    expect(board.widget.locator("[data-veiled]")).to_have_count(6)
    page.keyboard.press("p")
    expect(board.widget.locator("[data-veiled]")).to_have_count(0)
