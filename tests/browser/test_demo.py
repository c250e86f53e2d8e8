"""Every widget without Jupyter: light and dark, wide and narrow, checked by axe and looked at."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

JS = Path(__file__).parents[2] / "js"
VIOLATIONS = """async () => (await axe.run(document.querySelector("main"), { preload: false }))
  .violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))"""


@pytest.fixture(scope="module")
def demo() -> str:
    """The address of the demo, built from the sources as they are."""
    subprocess.run(["npm", "run", "--silent", "demo"], cwd=JS, check=True)
    return (JS / "demo" / "index.html").as_uri()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", ["?filled", "?filled&dark&lang=nl"])
def test_every_widget_is_accessible_and_fits(
    page: Page, demo: str, look: str, width: int, pictures: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(demo + look)
    widgets = page.locator(".empathy-widget")
    expect(widgets.locator(".ew-frame")).to_have_count(widgets.count())
    assert widgets.count()
    for button in page.locator(".ew-help .ew-main").all():
        button.click()
    expect(page.locator(".ew-feedback").first).to_be_visible()

    page.add_script_tag(path=JS / "node_modules" / "axe-core" / "axe.min.js")
    assert page.evaluate(VIOLATIONS) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    name = f"demo-{'dark' if 'dark' in look else 'light'}-{width}.png"
    page.screenshot(path=pictures / name, full_page=True)


def test_a_card_is_dragged_into_a_box(page: Page, demo: str) -> None:
    page.goto(f"{demo}?kind=sort")
    card, box = page.locator("[data-card]").first, page.locator(".ew-box").nth(1)
    card.drag_to(box)
    expect(box.locator("[data-card]")).to_have_count(1)
    expect(box.locator("[data-card]")).to_be_focused()


def test_a_card_is_dragged_to_its_place_in_a_sequence_and_out_again(page: Page, demo: str) -> None:
    page.goto(f"{demo}?kind=order&filled")
    sequence, tray = (
        page.locator("[data-drop=sequence] [data-card]"),
        page.locator("[data-drop='']"),
    )
    card = page.locator("[data-card=notes]")
    card.drag_to(sequence.nth(1), target_position={"x": 20, "y": 3})
    expect(sequence.nth(1)).to_have_attribute("data-card", "notes")
    expect(card).to_be_focused()
    card.drag_to(sequence.nth(3), target_position={"x": 20, "y": 34})
    expect(sequence.nth(3)).to_have_attribute("data-card", "notes")
    card.drag_to(tray)
    expect(tray.locator("[data-card=notes]")).to_be_focused()
    expect(sequence).to_have_count(3)


def test_a_table_is_walked_with_tab_and_becomes_cards_where_there_is_little_room(
    page: Page, demo: str
) -> None:
    page.goto(f"{demo}?kind=table&filled")
    journey = page.locator("[data-ew-step=journey]")
    first = journey.get_by_label("Moment, Touchpoint 1")
    first.focus()
    page.keyboard.press("Tab")
    expect(journey.get_by_label("Does, Touchpoint 1")).to_be_focused()
    beside = journey.get_by_label("Does, Touchpoint 1").bounding_box()
    page.set_viewport_size({"width": 400, "height": 900})
    expect(journey.locator(".ew-as-cards")).to_be_visible()
    below = journey.get_by_label("Does, Touchpoint 1").bounding_box()
    box = first.bounding_box()
    assert beside
    assert below
    assert box
    assert beside["x"] > box["x"]
    assert below["y"] > box["y"] + box["height"] - 1
    expect(journey.get_by_label("Does, Touchpoint 1")).to_be_focused()


def test_the_bundle_stays_light() -> None:
    static = JS.parent / "empathy_widgets" / "widgets" / "static"
    subprocess.run(["npm", "run", "--silent", "build"], cwd=JS, check=True)
    script = len(gzip.compress((static / "widget.js").read_bytes(), 9))
    assert script <= 40 * 1024
