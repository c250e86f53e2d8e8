"""An empathy map in a notebook of one's own: typed by hand and filled by code at the same time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

RUN = """code => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
  .requestExecute({ code }).done.then(reply => reply.content.status)"""
SOURCE = """from empathy_widgets import EmpathyMap
fatima = EmpathyMap(name="Fatima", question="What would water mean to her?")
fatima"""


def own_notebook(server: Server, page: Page) -> Workbook:
    """A notebook with one cell that shows a map, run once."""
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "map",
        "metadata": {},
        "source": SOURCE,
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"name": "python3", "display_name": "Python 3"}
    notebook = {
        "cells": [cell],
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (server.folder / "own.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    opened = Workbook.open(page, server, "own.ipynb")
    opened.run_all()
    return opened


def test_what_is_typed_and_what_code_adds_become_one_map(page: Page, server: Server) -> None:
    opened = own_notebook(server, page)
    board = EmpathyMap(opened.panel.locator(".empathy-widget"))
    expect(board.widget.locator(".ew-person")).to_contain_text("Fatima")

    board.add_button("hear").click()
    page.keyboard.type("Come al")
    code = 'fatima.add("see", "Dust on the path", evidence="observed")'
    assert page.evaluate(RUN, code) == "ok"
    expect(board.note("Dust on the path")).to_be_visible()
    page.keyboard.type("ong")
    page.keyboard.press("Enter")
    expect(board.note("Come along")).to_be_visible()

    check = 'import time\ntime.sleep(1)\nassert {n.text for n in fatima.notes} == {"Come along", "Dust on the path"}'
    assert page.evaluate(RUN, check) == "ok"
    assert page.evaluate(RUN, 'fatima.save("map.json")') == "ok"
    again = 'assert EmpathyMap.load("map.json").answer == fatima.answer'
    assert page.evaluate(RUN, again) == "ok"

    opened.save()
    assert "answers" not in json.dumps(opened.on_disk()["metadata"])
    outputs = opened.on_disk()["cells"][0]["outputs"]
    assert "Come along" in json.dumps(outputs)


def test_a_map_is_made_and_shown_with_keys_alone(page: Page, server: Server) -> None:
    opened = own_notebook(server, page)
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
    expect(board.note("Dust and heat")).to_be_visible()
    board.note("Dust and heat").focus()
    page.keyboard.press("Control+z")
    expect(board.note("Dust and heat")).to_have_count(0)
    expect(board.note("Dust")).to_be_focused()
    page.keyboard.press("p")
    expect(board.widget.locator("[data-veiled]")).to_have_count(7)
    page.keyboard.press("ArrowRight")
    expect(board.widget.locator("[data-veiled]")).to_have_count(6)
    page.keyboard.press("p")
    expect(board.widget.locator("[data-veiled]")).to_have_count(0)
