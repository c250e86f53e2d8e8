"""The gallery open in a real JupyterLab, and how each of its states is reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, expect

from empathy_widgets.build.workbooks import as_text
from tests.browser.lab import Workbook
from tests.gallery import gallery

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.server import Server

NAME = "gallery.ipynb"
SHOWN = [
    cell["id"].removeprefix("about-")
    for cell in gallery()["cells"]
    if cell["id"].startswith("about-")
]
# With windowing JupyterLab takes cells that are far away out of the page.
DRAW_ALL = """() => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  notebook.notebookConfig = { ...notebook.notebookConfig, windowingMode: "none" };
}"""
SHOW_CELL = """(id) => {
  const { widgets } = window.jupyterapp.shell.currentWidget.content;
  const { node } = widgets.find((cell) => cell.model.id === id);
  node.dataset.state = id;
  node.scrollIntoView();
}"""
TURN = "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })"
# A clock that stands still, so that a picture changes only when what it shows changes.
NOON = "2026-11-21T12:00:00"
# High enough for the longest state: a picture holds what is in the window.
WINDOW: ViewportSize = {"width": 1240, "height": 2400}
BEAMER: ViewportSize = {"width": 1280, "height": 720}


class Gallery(Workbook):
    """The gallery, open and run."""

    def state(self, name: str) -> Locator:
        """What a state shows, brought to the top of the window."""
        self.page.evaluate(SHOW_CELL, name)
        cell = self.page.locator(f'[data-state="{name}"]')
        shown = cell.locator(".empathy-widget, .jp-RenderedHTMLCommon.jp-OutputArea-output").first
        expect(shown).to_be_visible()
        self.next_frame()
        return shown

    def turn(self, theme: str) -> None:
        """Change JupyterLab's own theme."""
        self.page.evaluate(TURN, f"JupyterLab {theme}")
        light = "true" if theme == "Light" else "false"
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", light)


def open_gallery(page: Page, server: Server, lang: str, window: ViewportSize = WINDOW) -> Gallery:
    """Run the gallery in one language, and make the window as large as it is to be seen in."""
    page.set_viewport_size(WINDOW)
    page.clock.set_system_time(NOON)
    (server.folder / NAME).write_text(as_text(gallery(lang)), encoding="utf-8")
    opened = Gallery.open(page, server, NAME)
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    page.evaluate(DRAW_ALL)
    opened.run_all()
    page.set_viewport_size(window)
    return opened


def stay(_: Locator) -> None:
    """Most states are there as soon as the cell has run."""


def press(key: str, shows: str) -> Callable[[Locator], None]:
    """Reach a state with one key of the map; nothing happens when it is reached already."""

    def reach(state: Locator) -> None:
        if state.locator(shows).count() == 0:
            state.locator("[data-add]").first.focus()
            state.page.keyboard.press(key)
        expect(state.locator(shows).first).to_be_visible()

    return reach


def present(state: Locator) -> None:
    """Large on a beamer, two regions revealed."""
    state.page.set_viewport_size(BEAMER)
    press("p", "[data-step]")(state)
    for step in ("1", "2"):
        state.page.keyboard.press("ArrowRight")
        expect(state.locator(f'[data-step="{step}"]')).to_be_visible()


def unfold(part: str) -> Callable[[Locator], None]:
    """Open a folded part of the sheet."""

    def reach(state: Locator) -> None:
        fold = state.locator("details").filter(
            has=state.page.locator("summary", has_text=re.compile(part))
        )
        if fold.get_attribute("open") is None:
            fold.locator("summary").press("Enter")
        expect(fold).to_have_attribute("open", "")

    return reach


REACH: dict[str, Callable[[Locator], None]] = {
    "outline": press("o", ".ew-outline"),
    "one-region": press("f", "[data-focus]"),
    "presenting": present,
    "side-by-side": press("c", ".ew-compare"),
    "timer": press("t", ".ew-timer"),
    "sheet-test": unfold("The test|De toets"),
    "sheet-history": unfold("History|Geschiedenis"),
    "sheet-journey": unfold("The journey|De klantreis"),
}
