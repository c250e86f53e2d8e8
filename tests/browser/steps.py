"""The steps of a workbook as a learner meets them: by what they show and what they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

REGIONS = ("see", "hear", "think_feel", "say_do", "pains", "gains")
SAVED = re.compile(r"^✓ (Saved|Opgeslagen) ")
TROUBLE = re.compile(r"(Not saved yet|Not saved:|Nog niet opgeslagen|Niet opgeslagen:)")


def expect_saved(widget: Locator) -> None:
    """Until the step says that everything is on disk."""
    expect(widget.locator(".ew-saved")).to_have_text(SAVED)


def expect_trouble(widget: Locator) -> None:
    """Until the step says, in words and to a screen reader, that something is not saved."""
    expect(widget.get_by_role("status").first).to_contain_text(TROUBLE)


NAMED = """name => {
  const here = document.activeElement;
  const said = here.getAttribute("aria-label") ?? here.labels?.[0]?.textContent ?? here.textContent;
  return said.replace(/^\\s*\\+ /, "").trim().startsWith(name);
}"""


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on what has this name; a trap or a missing stop fails."""
    for _ in range(90):
        if page.evaluate(NAMED, name):
            return
        page.keyboard.press(key)
    message = f"{key} never reaches “{name}”"
    raise AssertionError(message)


class EmpathyMap:
    """An empathy map on the page."""

    def __init__(self, widget: Locator) -> None:
        self.widget = widget
        self.page = widget.page

    def region(self, key: str) -> Locator:
        """One of the six regions."""
        return self.widget.locator(f'[data-region="{key}"]')

    def add_button(self, key: str) -> Locator:
        """The button that opens a new note in a region."""
        return self.region(key).locator("[data-add]")

    def add(self, key: str, text: str) -> None:
        """Write a note with the mouse and the keyboard."""
        self.add_button(key).click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        expect(self.note(text)).to_be_visible()

    def note(self, text: str) -> Locator:
        """The note that says this."""
        return self.widget.locator("li[data-note]").filter(has_text=text)

    def notes(self, key: str) -> list[str]:
        """What the notes of a region say, in their order."""
        return self.region(key).locator(".ew-note-text").all_text_contents()

    def count(self) -> int:
        """How many notes the whole map has."""
        return self.widget.locator("li[data-note]").count()

    def drag(self, text: str, key: str) -> None:
        """Drag a note into a region with the mouse."""
        note, goal = self.note(text), self.add_button(key)
        note.scroll_into_view_if_needed()
        start, end = note.bounding_box(), goal.bounding_box()
        assert start is not None
        assert end is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + 20, start["y"] + 12)
        mouse.down()
        mouse.move(start["x"] + 40, start["y"] + 30, steps=4)
        mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=12)
        mouse.up()
        assert self.page.evaluate("() => getSelection().isCollapsed"), "no words were selected"
        expect(self.region(key).locator("li[data-note]").filter(has_text=text)).to_be_visible()
