"""Usable at 320 pixels and at 200 % zoom, with a finger, without dragging, and without motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.lab import Workbook
from tests.browser.pictures import keep
from tests.browser.states import REACH, SHOWN, Gallery, open_gallery, stay
from tests.browser.steps import EmpathyMap
from tests.server import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.server import Server

MAP = """from empathy_widgets import EmpathyMap
board = EmpathyMap(name="Fatima")
for text in ("Dust on the path", "New bricks"):
    note = board.add("see", text)
board"""
SHEET = """from empathy_widgets import PersonaSheet
sheet = PersonaSheet(name="Joost")
theme = sheet.fill("day", "Mails before coffee", evidence="told")
sheet.write("slider-1", {"low": "rules", "high": "people", "value": 30}, "1")
sheet"""

# What reaches out of the widget; a table may scroll in its own box.
STICKS_OUT = """(root) => {
  const frame = root.getBoundingClientRect();
  const page = document.scrollingElement;
  const wide = page.scrollWidth > innerWidth + 1 ? ["the page scrolls sideways"] : [];
  const out = [...root.querySelectorAll("*")].filter((part) => {
    const box = part.getBoundingClientRect();
    return part.checkVisibility() && box.width && !part.closest(".ew-hidden, table, svg")
      && (box.right > frame.right + 1 || box.left < frame.left - 1);
  });
  return [...wide, ...out.map((part) => `sticks out: ${part.outerHTML.slice(0, 160)}`)];
}"""

# WCAG 2.5.8: 24 by 24 pixels, or so far from the next one that a circle of 24 touches no other.
SMALL_TARGETS = """(root) => {
  const all = [...root.querySelectorAll(
    "button, a[href], input, select, textarea, summary, [tabindex='0'], [role^=menuitem]")]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ one, box: one.getBoundingClientRect() }));
  const small = ({ box }) => box.width < 23.5 || box.height < 23.5;
  const far = ({ one, box }, other) => {
    if (other.one === one || other.one.contains(one) || one.contains(other.one)) return true;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const dx = Math.max(other.box.left - x, 0, x - other.box.right);
    const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
    return Math.hypot(dx, dy) >= 12;
  };
  return all.filter((it) => small(it) && !all.every((other) => far(it, other)))
    .map(({ one, box }) => `${Math.round(box.width)}x${Math.round(box.height)}: ${one.outerHTML.slice(0, 160)}`);
}"""

MOVING = """(root) => [...root.querySelectorAll("*")].filter((part) =>
  [null, "::before", "::after"].some((pseudo) => {
    const { transitionDuration, animationName } = getComputedStyle(part, pseudo);
    return animationName !== "none" || transitionDuration.split(", ").some((time) => time !== "0s");
  })).map((part) => part.className)"""


def faults(state: Locator) -> list[str]:
    """What does not fit or cannot be hit."""
    return [*state.evaluate(STICKS_OUT), *state.evaluate(SMALL_TARGETS)]


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (640, 2)], ids=["320 px", "200 %"])
def test_every_state_fits_and_can_be_hit(
    width: int, zoom: int, browser: Browser, lab: Server
) -> None:
    context = browser.new_context(device_scale_factor=zoom)
    context.set_default_timeout(30_000)
    page = context.new_page()
    opened = open_gallery(page, lab, "en", {"width": width, "height": 2400})
    found: list[str] = []
    for name in SHOWN:
        if name == "presenting":  # it takes the whole screen, whatever the page is
            continue
        state = opened.state(name)
        REACH.get(name, stay)(state)
        opened.next_frame()
        found += [f"{name}: {fault}" for fault in faults(state)]
        if name in {"full", "timer", "sheet-full"}:
            keep(state, f"{name}.{width}")
    context.close()

    assert found == []


def opened_things(opened: Gallery) -> Iterator[Locator]:
    """The widget each time with something else open in it."""
    board = opened.state("full")
    note = EmpathyMap(board).note("Twelve women")
    for key, shows in (("m", "[role=menu]"), ("Enter", ".ew-note-open")):
        note.press(key)
        expect(board.locator(shows)).to_be_visible()
        yield board
        opened.page.keyboard.press("Escape")
        expect(board.locator(shows)).to_have_count(0)
    board.get_by_role("button", name="Change the person").press("Enter")
    expect(board.get_by_role("dialog")).to_be_visible()
    yield board
    opened.page.keyboard.press("Escape")
    note.press("?")
    expect(board.locator(".ew-keys")).to_be_visible()
    note.press("Delete")
    expect(board.locator(".ew-gone")).to_be_visible()
    yield board
    opened.page.keyboard.press("Control+z")
    opened.page.keyboard.press("?")
    expect(board.locator(".ew-keys")).to_have_count(0)

    sheet = opened.state("sheet-full")
    sheet.get_by_role("button", name="Choose a face").press("Enter")
    sheet.get_by_role("button", name="told. An ordinary day").press("Enter")
    expect(sheet.get_by_role("menu")).to_be_visible()
    yield sheet
    opened.page.keyboard.press("Escape")
    sheet.get_by_role("button", name="Choose a face").press("Enter")


def test_axe_finds_nothing_in_what_opens_light_and_dark(page: Page, lab: Server) -> None:
    opened = open_gallery(page, lab, "en")
    found = [fault for part in opened_things(opened) for fault in violations(part)]
    opened.turn("Dark")
    found += [fault for part in opened_things(opened) for fault in violations(part)]

    assert found == []


def test_a_note_is_moved_and_a_slider_set_with_single_clicks(page: Page, lab: Server) -> None:
    opened = Workbook.of(page, lab, MAP, SHEET)
    board = EmpathyMap(opened.panel.locator(".empathy-widget").first)
    board.note("Dust").get_by_role("button").click()
    board.widget.get_by_role("menuitem", name="Later in this region").click()
    expect(board.region("see").locator(".ew-note-text")).to_have_text(
        ["New bricks", "Dust on the path"]
    )
    board.note("Dust").get_by_role("button").click()
    board.widget.get_by_role("menuitemradio", name="Gains").click()
    expect(board.region("gains").locator(".ew-note-text")).to_have_text(["Dust on the path"])

    slider = opened.panel.get_by_role("slider")
    box = slider.bounding_box()
    assert box is not None
    slider.click(position={"x": box["width"] * 0.8, "y": box["height"] / 2})
    opened.wait_for_python("assert 75 < sheet.answer.sliders[0].value < 85, sheet.answer.sliders")


@pytest.fixture
def touched(browser: Browser, lab: Server) -> Iterator[EmpathyMap]:
    """A map under a finger."""
    context = browser.new_context(has_touch=True, viewport={"width": 900, "height": 1000})
    context.set_default_timeout(30_000)
    opened = Workbook.of(context.new_page(), lab, MAP)
    yield EmpathyMap(opened.panel.locator(".empathy-widget"))
    context.close()


class Finger:
    """One finger on the screen."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.x, self.y = 0.0, 0.0

    def _send(self, kind: str, *points: dict[str, Any]) -> None:
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    def down(self, part: Locator) -> None:
        """Put it in the middle of something."""
        part.scroll_into_view_if_needed()
        self.x, self.y = middle(part)
        self._send("touchStart", {"x": self.x, "y": self.y})

    def slide(self, x: float, y: float, steps: int = 12) -> None:
        """Slide it to a point of the window."""
        from_x, from_y = self.x, self.y
        for step in range(1, steps + 1):
            part = step / steps
            self.x, self.y = from_x + (x - from_x) * part, from_y + (y - from_y) * part
            self._send("touchMove", {"x": self.x, "y": self.y})

    def up(self) -> None:
        """Lift it."""
        self._send("touchEnd")


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_opens_a_note_and_moves_it_by_its_menu(touched: EmpathyMap) -> None:
    touched.note("Dust").locator(".ew-note-text").tap()
    expect(touched.widget.locator(".ew-note-open")).to_be_visible()
    touched.widget.get_by_role("button", name="Done").tap()
    touched.note("Dust").get_by_role("button").tap()
    touched.widget.get_by_role("menuitemradio", name="Hears").tap()
    expect(touched.region("hear").locator(".ew-note-text")).to_have_text(["Dust on the path"])


def test_a_finger_drags_a_note_once_it_has_rested_on_it_or_at_once_by_its_grip(
    touched: EmpathyMap,
) -> None:
    finger, ghost = Finger(touched.page), touched.widget.locator(".ew-ghost")
    finger.down(touched.note("Dust").locator(".ew-note-text"))
    expect(ghost).to_be_visible()
    finger.slide(*middle(touched.add_button("hear")))
    finger.up()
    expect(touched.region("hear").locator(".ew-note-text")).to_have_text(["Dust on the path"])

    finger.down(touched.note("New bricks").locator("[data-grip]"))
    finger.slide(*middle(touched.add_button("hear")))
    finger.up()
    expect(touched.region("hear").locator(".ew-note-text")).to_have_count(2)


def test_a_swipe_over_a_note_scrolls_and_carries_nothing(touched: EmpathyMap) -> None:
    finger = Finger(touched.page)
    note = touched.note("Dust").locator(".ew-note-text")
    note.scroll_into_view_if_needed()
    before = middle(note)[1]
    finger.down(note)
    finger.slide(finger.x, finger.y - 300)
    finger.up()
    wait_until("the page has scrolled", lambda: middle(note)[1] < before - 50)

    assert touched.notes("see") == ["Dust on the path", "New bricks"]
    expect(touched.widget.locator(".ew-ghost, .ew-note-open")).to_have_count(0)


def test_nothing_moves_for_those_who_want_no_motion(page: Page, lab: Server) -> None:
    opened = Workbook.of(page, lab, MAP, SHEET)
    widgets = opened.panel.locator(".empathy-widget")
    board = EmpathyMap(widgets.first)
    assert board.widget.evaluate(MOVING) != []

    page.emulate_media(reduced_motion="reduce")
    assert [widget.evaluate(MOVING) for widget in widgets.all()] == [[], []]
    x, y = middle(board.note("Dust").locator(".ew-note-text"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 40, steps=4)
    expect(board.widget.locator(".ew-ghost")).to_have_css("rotate", "none")
    page.keyboard.press("Escape")
    page.mouse.up()
