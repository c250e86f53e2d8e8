"""Maps to read and maps side by side, in real JupyterLab: opened, compared and looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from empathy_widgets.content.exercises import load_exercise
from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from empathy_widgets.model.language import Lang
    from tests.server import Server

WIDE, NARROW = 1280, 320
AXE = Path(__file__).parents[2] / "js" / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = """async (widget) => (await axe.run(widget)).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""
FITS = "widget => [...widget.querySelectorAll('*')].every(one => one.getBoundingClientRect().right <= widget.getBoundingClientRect().right + 1 || getComputedStyle(one).position === 'absolute')"


def opened(page: Page, server: Server, lang: Lang, number: int, exercise: str) -> Workbook:
    """A workbook that goes on with the model answers of its author, run once."""
    loaded = load_exercise(exercise)
    answers = loaded.example("model", lang).document(loaded.exercise)
    beside = server.folder / lang / "answers" / f"{exercise}-00000000.json"
    beside.parent.mkdir()
    beside.write_text(answers.model_dump_json(), encoding="utf-8")
    workbook = Workbook.open(page, server, f"{lang}/{number:02d}-{exercise}.ipynb")
    workbook.run_all()
    return workbook


def violations(widget: Locator) -> list[str]:
    """What axe finds wrong in a widget that is in the window."""
    if not widget.page.evaluate("() => 'axe' in window"):
        widget.page.add_script_tag(path=AXE)
    found: list[str] = widget.evaluate(VIOLATIONS)
    return found


def look(workbook: Workbook, what: Locator, name: str, pictures: Path) -> None:
    """Pictures in light and dark, wide and as narrow as a phone; nothing is cut off or hard to read."""
    page = workbook.page
    page.set_viewport_size({"width": 1500, "height": 3600})
    for theme in ("Light", "Dark"):
        page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme: `JupyterLab ${theme}` })",
            theme,
        )
        expect(
            page.locator(f"body[data-jp-theme-light={str(theme == 'Light').lower()}]")
        ).to_be_attached()
        for width in (WIDE, NARROW):
            room = "320px" if width == NARROW else ""
            what.evaluate("(one, room) => { one.style.width = room; }", room)
            what.evaluate("one => one.scrollIntoView()")
            workbook.next_frame()
            assert what.evaluate(FITS), f"{name} is cut off at {width} px"
            assert violations(what) == []
            what.screenshot(path=pictures / f"{name}-{theme.lower()}-{width}.png")
    what.evaluate("one => { one.style.width = ''; }")
    page.set_viewport_size({"width": 1280, "height": 1000})


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_surgeons_map_is_opened_after_an_attempt_and_walked_with_keys(
    lang: Lang, page: Page, server: Server, pictures: Path
) -> None:
    workbook = opened(page, server, lang, 5, "sales-map")
    workbook.scroll_to("surgeon")
    step = workbook.widget("surgeon")
    name = {"en": "The map in the article", "nl": "De kaart in het artikel"}[lang]
    expect_saved(step)
    expect(step.get_by_role("button", name=name)).to_have_count(0)

    step.locator(".ew-main").press("Enter")
    step.get_by_role("button", name=name).press("Enter")
    board = EmpathyMap(step.get_by_role("group", name=name))
    expect(board.widget.locator("li[data-note]")).to_have_count(34)
    expect(board.widget.locator("textarea, [data-add]")).to_have_count(0)

    board.widget.locator("li[data-note]").first.focus()
    page.keyboard.press("o")
    expect(board.widget.locator(".ew-outline .ew-part")).to_have_count(6)
    board.widget.get_by_role("button", name={"en": "Outline", "nl": "Overzicht"}[lang]).press("7")
    page.keyboard.press("o")
    expect(board.region("think_feel")).to_be_visible()
    page.keyboard.press("6")
    look(workbook, board.widget, f"surgeon-{lang}", pictures)
    workbook.wait_for_twin("surgeon", {"en": "Falling status", "nl": "Dalende status"}[lang])


def test_a_worked_map_stands_on_the_page_before_and_after_running(
    page: Page, server: Server, pictures: Path
) -> None:
    workbook = Workbook.open(page, server, "nl/01-well.ipynb")
    cell = workbook.cell("map.aysel")
    workbook.scroll_to("map.aysel")
    expect(cell).to_contain_text("Loopt haar eigen ronde")
    workbook.run_all()
    workbook.scroll_to("map.aysel")
    board = EmpathyMap(workbook.widget("map.aysel"))
    expect(board.note("Loopt haar eigen ronde")).to_be_visible()
    board.note("Loopt haar eigen ronde").focus()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(board.note("Loopt haar eigen ronde")).to_be_visible()
    look(workbook, board.widget, "aysel", pictures)
    workbook.save()
    steps = workbook.on_disk()["metadata"]["empathy_widgets"].get("answers", {}).get("steps", {})
    assert "map.aysel" not in steps


def test_three_maps_lie_side_by_side_and_follow_what_is_written_in_them(
    page: Page, server: Server, pictures: Path
) -> None:
    workbook = opened(page, server, "en", 4, "customer-map")
    board = EmpathyMap(workbook.widget("map-two"))
    board.add_button("pains").scroll_into_view_if_needed()
    board.add("pains", "Never knows before nine o'clock how many people will stay")
    expect_saved(board.widget)

    step = workbook.widget("side-by-side")
    step.locator(".ew-compare").scroll_into_view_if_needed()
    shared = step.get_by_role("list", name="What they share")
    expect(shared).to_contain_text("before nine o'clock")
    expect(shared.get_by_role("listitem")).to_have_count(3)
    button = step.get_by_role("button", name="What they share")
    button.press("Enter")
    expect(step.locator(".ew-compare [data-region]")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(step.get_by_role("button", name="What sets them apart")).to_be_focused()
    expect(step.locator(".ew-shared")).to_have_count(0)
    step.get_by_role("button", name="Everything").press("Enter")
    look(workbook, step.locator(".ew-compare"), "side-by-side", pictures)
    workbook.wait_for_twin("side-by-side", "before nine o&#39;clock")


SOURCE = """from empathy_widgets import EmpathyMap
aisha = EmpathyMap(name="Aisha")
fatima = EmpathyMap(name="Fatima", others=[aisha])
_ = fatima.add("pains", "The walk is long", evidence="told")
fatima"""
RUN = """code => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
  .requestExecute({ code }).done.then(reply => reply.content.status)"""


def test_a_map_of_ones_own_is_compared_while_the_other_is_filled(
    page: Page, server: Server
) -> None:
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
    workbook = Workbook.open(page, server, "own.ipynb")
    workbook.run_all()
    board = EmpathyMap(workbook.panel.locator(".empathy-widget"))
    board.note("The walk is long").focus()
    page.keyboard.press("c")
    expect(board.widget).to_contain_text("As soon as two maps hold notes")
    assert page.evaluate(RUN, 'aisha.add("pains", "It is a long walk")') == "ok"
    expect(board.widget.locator(".ew-shared")).to_contain_text("It is a long walk")
    assert violations(board.widget) == []
    board.widget.get_by_role("button", name="Compare").press("c")
    expect(board.note("The walk is long")).to_be_visible()
