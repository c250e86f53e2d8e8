"""The gallery in a real JupyterLab: every state is accessible, light and dark, and has its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.pictures import keep
from tests.browser.states import REACH, SHOWN, WINDOW, Gallery, open_gallery, stay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

    from tests.server import Server


def walk(opened: Gallery, look: str, names: Iterable[str] = SHOWN) -> list[str]:
    """Reach every state, picture it, and collect what axe finds."""
    found: list[str] = []
    for name in names:
        state = opened.state(name)
        REACH.get(name, stay)(state)
        opened.next_frame()
        found += [f"{name}: {fault}" for fault in violations(state)]
        keep(opened.page if name == "presenting" else state, f"{name}.{look}")
        if name == "presenting":
            opened.page.keyboard.press("p")
            expect(state.locator("[data-step]")).to_have_count(0)
            opened.page.set_viewport_size(WINDOW)
    return found


def test_every_state_is_accessible_light_and_dark(page: Page, server: Server) -> None:
    opened = open_gallery(page, server, "en")

    assert walk(opened, "en") == []
    opened.turn("Dark")
    assert walk(opened, "en.dark") == []


def test_the_states_with_most_words_are_accessible_in_dutch_too(page: Page, server: Server) -> None:
    opened = open_gallery(page, server, "nl")
    opened.turn("Dark")

    assert walk(opened, "nl.dark", ("full", "seven", "diff", "sheet-full", "sheet-test")) == []
