"""A day and a morning of a learner, from opening the course to the teacher's gradebook."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.lab import Workbook
from tests.browser.steps import REGIONS, EmpathyMap, expect_saved
from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WORDS = {
    "en": {
        "who": "Who is it?",
        "name": "Name",
        "situation": "Situation",
        "done": "Done",
        "check": "Check",
        "says": "What the check says",
        "hand_in": "Download my hand-in",
        "learner": "Name or number",
        "to": "Pains",
    },
    "nl": {
        "who": "Wie is het?",
        "name": "Naam",
        "situation": "Situatie",
        "done": "Klaar",
        "check": "Nakijken",
        "says": "Wat het nakijken oplevert",
        "hand_in": "Mijn inlevering downloaden",
        "learner": "Naam of nummer",
        "to": "Pijnpunten",
    },
}


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_learner_fills_the_map_comes_back_next_day_hands_in_and_is_graded(
    lang: str, context: BrowserContext, tmp_path: Path, home: Path, pictures: Path
) -> None:
    name, words = f"{lang}/01-well.ipynb", WORDS[lang]
    with Server(tmp_path / "work", home) as server:
        workbook = Workbook.open(context.new_page(), server, name)
        workbook.run_all()
        fill_by_mouse(workbook, words)
        fill_by_keyboard(workbook, words)
        expected = written(workbook)
        checked = check(workbook.widget("map"), words)

        workbook.save()
        workbook.reload()
        workbook.wait_for_kernel()
        assert written(workbook) == expected
        workbook.restart_kernel()
        workbook.run_all()
        assert written(workbook) == expected
        assert points(workbook.widget("map")) == checked
        workbook.scroll_to("map")
        workbook.picture(pictures / f"learner-day.{lang}.png")
        workbook.save()
        workbook.page.close()

    with Server(tmp_path / "work", home) as server:
        workbook = Workbook.open(context.new_page(), server, name)
        workbook.run_all()
        assert written(workbook) == expected
        handed_in = hand_in(workbook, words, tmp_path / "hand-ins")

    shown = run_with_plain_papermill(handed_in, tmp_path / "elsewhere")
    assert "Fatima" in shown
    assert "Laughing all the way back" in shown

    row = grade(handed_in, tmp_path / "results")
    assert row["learner"] == "Sanne de Vries"
    assert row["exercise"] == "well"
    assert row["lang"] == lang
    assert row["state"] in {"graded", "needs_trainer"}
    assert float(row["points_max"]) >= float(row["points_min"]) > 0


def test_the_second_map_starts_from_the_first_and_tells_what_asking_changed(
    page: Page, server: Server
) -> None:
    workbook = Workbook.open(page, server, "en/01-well.ipynb")
    workbook.run_all()
    first, second = (EmpathyMap(workbook.widget(step)) for step in ("map", "map-after"))
    first.add("hear", "Come along")
    first.add("pains", "The walk is too long")
    expect_saved(first.widget)

    second.widget.get_by_role("button", name="Start from my first map").click()
    expect(second.note("Come along")).to_be_visible()
    second.note("The walk is too long").press("Enter")
    second.widget.locator(".ew-note-open textarea").first.fill("The walk is never long enough")
    page.keyboard.press("Enter")
    second.add("gains", "An hour without anybody listening")
    expect_saved(second.widget)

    changes = second.widget.locator(".ew-diff")
    expect(changes.locator('[data-kind="changed"]')).to_contain_text("The walk is too long")
    expect(changes.locator('[data-kind="new"]')).to_contain_text("An hour without anybody")
    expect(changes.locator('[data-kind="guess"]')).to_contain_text("Come along")
    assert first.notes("pains") == ["The walk is too long"]


def fill_by_mouse(workbook: Workbook, words: dict[str, str]) -> None:
    """The person, and notes in three regions; one is dragged to where it belongs."""
    board = EmpathyMap(workbook.widget("map"))
    board.widget.get_by_role("button", name=words["who"]).click()
    board.widget.get_by_label(words["name"], exact=True).fill("Fatima")
    board.widget.get_by_label(words["situation"], exact=True).fill("32, four children")
    board.widget.get_by_role("dialog").get_by_role("button", name=words["done"]).click()
    board.add("see", "The path at dawn, and eleven women on it")
    board.add("hear", "Are you coming? We will wait for you")
    board.add("say_do", "An hour each way; the jar is heavy going home")
    board.drag("An hour each way", "pains")
    assert board.notes("pains") == ["An hour each way; the jar is heavy going home"]


def fill_by_keyboard(workbook: Workbook, words: dict[str, str]) -> None:
    """Three more notes and a move, without touching the mouse."""
    board = EmpathyMap(workbook.widget("map"))
    keyboard = workbook.page.keyboard
    for key, text in (
        ("think_feel", "Does my sister get home safe?"),
        ("gains", "Laughing all the way back"),
        ("see", "Slows down when the others are late"),
    ):
        board.add_button(key).focus()
        keyboard.press("Enter")
        keyboard.type(text)
        keyboard.press("Enter")
        expect(board.note(text)).to_be_visible()
        expect(board.add_button(key)).to_be_focused()

    moved = board.note("Slows down when the others are late")
    moved.focus()
    keyboard.press("m")
    keyboard.press("4")
    keyboard.press("Enter")
    expect(board.region("say_do").locator("li[data-note]")).to_be_focused()
    assert board.notes("say_do") == ["Slows down when the others are late"]
    assert words["to"] in board.region("pains").inner_text()


def written(workbook: Workbook) -> dict[str, list[str]]:
    """All notes, by region, once the map is there and saved."""
    board = EmpathyMap(workbook.widget("map"))
    expect_saved(board.widget)
    return {key: board.notes(key) for key in REGIONS}


def check(widget: Locator, words: dict[str, str]) -> str:
    """Press Check and wait for what it says."""
    widget.get_by_role("button", name=words["check"], exact=True).click()
    expect(widget.get_by_role("region", name=words["says"])).to_be_visible()
    return points(widget)


def points(widget: Locator) -> str:
    """How many points the check gives."""
    said = widget.locator(".ew-points strong").text_content()
    assert said
    return said


def hand_in(workbook: Workbook, words: dict[str, str], folder: Path) -> Path:
    """Give a name and download the one file."""
    panel = workbook.cells.last.locator(".empathy-widget")
    panel.get_by_label(words["learner"]).fill("Sanne de Vries")
    with workbook.page.expect_download() as download:
        panel.get_by_role("button", name=words["hand_in"]).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["metadata"]["empathy_widgets"]["hand_in"]
    return file


def run_with_plain_papermill(handed_in: Path, folder: Path) -> str:
    """What the outputs of the file say when anybody runs it anywhere; no widget among them."""
    folder.mkdir()
    out = folder / "out.ipynb"
    papermill = [sys.executable, "-m", "papermill", "--no-progress-bar"]
    done = subprocess.run(
        [*papermill, handed_in, out], cwd=folder, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    notebook = json.loads(out.read_text("utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    assert not any(WIDGET_VIEW in output.get("data", {}) for output in outputs)
    assert [*folder.iterdir()] == [out]
    return "".join(str(output.get("data", {}).get("text/html", "")) for output in outputs)


def grade(handed_in: Path, results: Path) -> dict[str, str]:
    """`empathy grade` on the downloaded file; the one row of the gradebook."""
    done = subprocess.run(
        [sys.executable, "-m", "empathy_widgets", "grade", handed_in, "--out", results],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode in {0, 1}, done.stderr
    with (results / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    return row
