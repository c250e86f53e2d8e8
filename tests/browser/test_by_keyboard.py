"""A whole map and a whole persona sheet with keys alone, and what a screen reader hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, tab_to
from tests.server import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.server import Server

MAP = "from empathy_widgets import EmpathyMap\nboard = EmpathyMap()\nboard"
SHEET = "from empathy_widgets import PersonaSheet\nsheet = PersonaSheet()\nsheet"
REGIONS = ("Sees", "Hears", "Thinks and feels", "Says and does", "Pains", "Gains")


def spoken(page: Page) -> list[str]:
    """What the live regions hold, as the accessibility tree has it."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}

    def text(node: dict[str, Any]) -> str:
        below = [by_id[child] for child in node.get("childIds", []) if child in by_id]
        return "".join(map(text, below)) or str(node.get("name", {}).get("value", ""))

    def is_live(node: dict[str, Any]) -> bool:
        marks = {own["name"]: own["value"].get("value") for own in node.get("properties", [])}
        return marks.get("live") == "polite"

    return [text(node).replace("\u200b", "") for node in nodes if is_live(node)]


def hears(page: Page, sentence: str) -> None:
    """Until a screen reader can hear this."""
    wait_until(f"“{sentence}” is said", lambda: any(sentence in said for said in spoken(page)))


def test_a_whole_map_is_made_with_the_keyboard_alone(page: Page, lab: Server) -> None:
    opened = Workbook.of(page, lab, MAP)
    board, keyboard = EmpathyMap(opened.panel.locator(".empathy-widget")), page.keyboard
    board.widget.get_by_label("The question this map is about").focus()
    keyboard.type("What would water mean to her?")
    tab_to(page, "What does this person need to do?")
    keyboard.type("Bring water home")

    tab_to(page, "Who is it?")
    keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="The person")).to_be_visible()
    for text in ("Fatima", "mother of four", "walks every morning"):
        keyboard.type(text)
        keyboard.press("Tab")
    keyboard.press("Enter")
    tab_to(page, "Age")
    keyboard.type("34")
    tab_to(page, "Routine facts", "Shift+Tab")
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    keyboard.press("Escape")
    expect(board.widget.get_by_role("button", name="Change the person")).to_be_focused()

    for number, region in enumerate(REGIONS):
        tab_to(page, f"Add a note to “{region}”")
        keyboard.press("Enter")
        keyboard.type(f"note {number}")
        keyboard.press("Tab")
        if region == "Says and does":
            keyboard.press("ArrowRight")
            keyboard.press("Tab")
        keyboard.press("ArrowLeft")
        keyboard.press("ArrowLeft")
        tab_to(page, "Source")
        keyboard.type("interview")
        keyboard.press("Enter")
        expect(board.note(f"note {number}")).to_contain_text("told · interview")

    tab_to(page, "Themes, needs and insights")
    keyboard.press("Enter")
    for add, text in (
        ("Add a theme", "Company"),
        ("Add a need", "to be heard"),
        ("Add an insight", "It is the walk"),
    ):
        tab_to(page, add)
        keyboard.press("Enter")
        keyboard.type(text)

    board_has_theme(page, board)
    board.note("note 0").press("m")
    keyboard.press("Shift+C")
    keyboard.press("Enter")
    keyboard.type("Did she say so?")
    tab_to(page, "resolved")
    keyboard.press("Space")

    said = """
a = board.answer
assert (a.name, a.role, a.situation) == ("Fatima", "mother of four", "walks every morning"), a
assert (a.goal, a.question) == ("Bring water home", "What would water mean to her?"), a
assert a.face and a.facts == {"age": "34"}, (a.face, a.facts)
notes = [a.in_region(key)[0] for key in ("see", "hear", "think_feel", "say_do", "pains", "gains")]
assert [n.text for n in notes] == [f"note {at}" for at in range(6)], notes
assert {(n.evidence, n.source) for n in notes} == {("told", "interview")}, notes
assert notes[3].tag == "say" and notes[0].theme == a.themes[0].id, (notes, a.themes)
assert (a.themes[0].text, a.needs[0].text, a.insights[0].text) == ("Company", "to be heard", "It is the walk")
assert a.comments[0].resolved and a.comments[0].about == notes[0].id, a.comments
"""
    opened.wait_for_python(said)


def board_has_theme(page: Page, board: EmpathyMap) -> None:
    """Give the first note its theme: up to the note, into it, and the theme is the last choice in it."""
    tab_to(page, "note 0", "Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "Theme")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(board.note("note 0")).to_contain_text("Theme: Company")
    expect(board.note("note 0")).to_be_focused()


def test_a_whole_sheet_is_made_with_the_keyboard_alone(page: Page, lab: Server) -> None:
    opened = Workbook.of(page, lab, SHEET)
    keyboard = page.keyboard
    opened.panel.get_by_role("button", name="Choose a face").focus()
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    texts = {
        "Name": "Joost",
        "Who, in one line": "buys cars",
        "Target group": "fleet",
        "Quote": "I hear it first",
        "An ordinary day": "Mails before coffee",
        "Wants to reach": "Head of purchasing",
        "Fears": "A late contract",
        "Dreams": "A tour",
    }
    for name, text in texts.items():
        tab_to(page, name)
        keyboard.type(text)
    tab_to(page, "assumed. Dreams")
    keyboard.press("Enter")
    keyboard.press("Home")
    keyboard.press("Enter")
    tab_to(page, "Add a slider")
    keyboard.press("Enter")
    keyboard.type("rules")
    keyboard.press("Tab")
    keyboard.type("people")
    keyboard.press("Tab")
    keyboard.press("ArrowRight")
    tab_to(page, "Age")
    keyboard.type("41")

    tab_to(page, "The test")
    keyboard.press("Enter")
    tab_to(page, "Staff")
    keyboard.press("Enter")
    keyboard.press("Tab")
    for text in ("Anna", *(f"answer {at}" for at in range(9))):
        keyboard.type(text)
        keyboard.press("Tab")
    tab_to(page, "History")
    keyboard.press("Enter")
    tab_to(page, "Keep this as version 1")
    keyboard.press("Enter")
    keyboard.type("First talks")
    tab_to(page, "The journey")
    keyboard.press("Enter")
    tab_to(page, "Add a touchpoint")
    keyboard.press("Enter")
    for text in ("Offer", "mails", "who answers?", "hurried", "no answer", "a call"):
        keyboard.type(text)
        keyboard.press("Tab")

    said = """
a = sheet.answer
assert (a.name, a.who, a.group, a.quote) == ("Joost", "buys cars", "fleet", "I hear it first"), a
assert a.face and len(a.themes) == 4 and a.themes["dreams"].evidence == "observed", a.themes
assert (a.sliders[0].low, a.sliders[0].high, a.sliders[0].value) == ("rules", "people", 51), a.sliders
assert a.demographics == {"age": "41"}, a.demographics
assert a.reviews[0].reviewer == "Anna" and len(a.reviews[0].answers) == 9, a.reviews
assert a.versions[0].changed == "First talks" and a.versions[0].texts, a.versions
assert a.journey[0].touchpoint == "Offer" and a.journey[0].quick_win == "a call", a.journey
"""
    opened.wait_for_python(said)


@pytest.fixture
def board(page: Page, lab: Server) -> EmpathyMap:
    """A map with one note, which has the focus."""
    opened = Workbook.of(page, lab, MAP)
    made = EmpathyMap(opened.panel.locator(".empathy-widget"))
    made.add("hear", "Come along")
    made.note("Come along").focus()
    return made


def test_everything_that_happens_is_said_in_a_live_region(board: EmpathyMap) -> None:
    page = board.page
    hears(page, "Added to “Hears”, place 1 of 1.")
    for key, sentence in (
        ("Shift+ArrowDown", "Moved to “Thinks and feels”, place 1 of 1."),
        ("Delete", "Deleted. Ctrl+Z brings it back."),
        ("Control+z", "The note stands in “Thinks and feels”, place 1 of 1."),
        ("7", "Shown with seven regions."),
        ("o", "Shown as headings and lists."),
    ):
        page.keyboard.press(key)
        hears(page, sentence)
    page.keyboard.press("6")
    tab_to(page, "Outline", "Shift+Tab")
    for key, sentence in (
        ("o", "Shown with six regions."),
        ("f", "Only “Sees” is in the light."),
        ("f", "All regions are in the light again."),
        ("t", "The timer runs; T stops it."),
        ("t", "The timer has stopped."),
        ("p", "Presenting: the person."),
        ("ArrowRight", "Sees, 1 of 6"),
        ("p", "The presentation has ended."),
    ):
        page.keyboard.press(key)
        hears(page, sentence)


def test_a_screen_reader_hears_names_where_others_see_shapes(board: EmpathyMap) -> None:
    expect(board.widget.get_by_role("group", name="2 Hears")).to_be_visible()
    expect(board.widget.get_by_role("listitem", name="Come along assumed")).to_be_visible()
    board.note("Come along").press("m")
    expect(board.widget.get_by_role("menu", name="Move to…: Come along")).to_be_visible()
    here = board.widget.get_by_role("menuitemradio", name="Hears")
    expect(here).to_be_checked()
    board.page.keyboard.press("Escape")

    board.page.keyboard.press("o")
    expect(board.region("hear")).to_match_aria_snapshot("""
        - 'group "2 Hears Notes: 1"':
          - 'heading "2 Hears Notes: 1" [level=4]'
          - list:
            - listitem:
              - button /Come along assumed/
              - 'button "Move to…: Come along"'
          - button /Add ?. Hears/
    """)
