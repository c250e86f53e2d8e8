"""The contents: what `empathy lab` opens, where it leads, and how it follows the work."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.workbook.sidecar import Sidecar
from tests.browser.lab import Workbook

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

AXE = Path(__file__).parents[2] / "js" / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = """async (cell) => (await axe.run(cell.querySelector("section"))).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))"""
WORDS = {
    "en": {
        "file": "en/00-contents.ipynb",
        "begin": "Begin with: Start here",
        "go_on": "Go on with: The well",
        "look": "Look again",
    },
    "nl": {
        "file": "nl/00-inhoud.ipynb",
        "begin": "Begin met: Begin hier",
        "go_on": "Ga verder met: De waterput",
        "look": "Opnieuw kijken",
    },
}


def answer(folder: Path, steps: int) -> None:
    """The first steps of the well, as another tab saves them."""
    well = load_exercise("well")
    whole = well.example("model", "en").document(well.exercise)
    kept = {step.id: whole.entries(step.id) for step in well.exercise.steps[:steps]}
    Sidecar(folder, "well", whole.document_id).save(whole.model_copy(update={"steps": kept}))


def steps_done(count: int) -> re.Pattern[str]:
    """What is said of the well, in either language."""
    return re.compile(rf"{count} (of|van de) 11")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_contents_lead_to_a_workbook_and_follow_the_work(
    lang: str, page: Page, server: Server, pictures: Path
) -> None:
    words = WORDS[lang]
    contents = Workbook.open(page, server, words["file"])
    expect(contents.cell("contents")).to_contain_text(words["begin"])

    contents.run_all()
    cell = contents.cell("contents")
    expect(cell.get_by_role("heading", name=words["begin"])).to_have_count(1)
    answer(server.folder / lang, 4)
    cell.get_by_role("button", name=words["look"]).click()
    expect(cell.get_by_role("link", name=words["go_on"])).to_be_visible()
    expect(cell).to_contain_text(steps_done(4))
    page.add_script_tag(path=AXE)
    assert [] == cell.evaluate(VIOLATIONS)
    contents.scroll_to("contents")
    contents.picture(pictures / f"contents.{lang}.png")
    cell.get_by_role("button", name=words["look"]).scroll_into_view_if_needed()
    contents.picture(pictures / f"contents-end.{lang}.png")

    contents.save()
    page.reload()
    contents.wait_for_cells()
    contents.wait_for_kernel()
    cell.get_by_role("link", name=words["go_on"]).click()
    expect(page.get_by_role("tab", name="01-well.ipynb")).to_be_visible()
    answer(server.folder / lang, 5)
    page.get_by_role("tab", name=words["file"].split("/")[1]).click()
    expect(contents.cell("contents")).to_contain_text(steps_done(5))


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_contents_fit_a_narrow_column_in_the_dark(
    lang: str, page: Page, server: Server, pictures: Path
) -> None:
    answer(server.folder / lang, 4)
    page.set_viewport_size({"width": 480, "height": 900})
    page.emulate_media(color_scheme="dark")
    contents = Workbook.open(page, server, WORDS[lang]["file"])
    page.evaluate(
        "() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    contents.run_all()

    expect(contents.cell("contents")).to_contain_text(WORDS[lang]["go_on"])
    wide = "element => element.scrollWidth - element.clientWidth"
    assert 0 >= contents.cell("contents").locator("section").last.evaluate(wide)
    page.add_script_tag(path=AXE)
    assert [] == contents.cell("contents").evaluate(VIOLATIONS)
    contents.scroll_to("contents")
    contents.picture(pictures / f"contents-narrow.{lang}.png")


def test_lab_opens_the_contents(server: Server) -> None:
    with urllib.request.urlopen(f"{server.url}/?token={server.token}", timeout=20) as answered:  # noqa: S310 - our own server
        assert answered.url.split("?")[0].endswith("/lab/tree/en/00-contents.ipynb")
