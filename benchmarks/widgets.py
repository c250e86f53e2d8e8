"""A map of 500 notes in Chromium: how soon it is there, and how it answers to keys and the mouse.

    python -m benchmarks.widgets [--rounds 7] [--keys 120]

In one run, in a real JupyterLab: a map of 50 notes, one of 500, and beside them a plain board of
ipywidgets with the same 500 notes, one `Textarea` each. Each is shown again in every round, in turn.

- first paint: from running the cell that shows it until a frame with all its notes was painted;
- typing: from a key going down in a note until its letter was painted, the 95th percentile;
- dragging: frames painted a second while a note is carried about with the mouse.

Budgets: 500 notes at most 2 x the first paint of 50; typing under 50 ms; at least 30 frames/s.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.lab import Workbook
from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

NAME = "board.ipynb"
MAKE = """
from ipywidgets import HBox, Label, Textarea, VBox
from empathy_widgets import EmpathyMap

REGIONS = ("see", "hear", "think_feel", "say_do", "pains", "gains")
TEXT = "She takes the long way back, and tells what happened yesterday; this is note {}"

def a_map(count):
    made = EmpathyMap(name="Fatima", question="What would water mean to her?")
    for at in range(count):
        made.add(REGIONS[at % 6], TEXT.format(at), evidence="told", source="interview")
    return made

small, large = a_map(50), a_map(500)
board = HBox([
    VBox([Label(name), *(Textarea(TEXT.format(at)) for at in range(500) if at % 6 == column)])
    for column, name in enumerate(REGIONS)
])
"""

SHOW = """async ({ at, notes, count }) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const notebook = window.jupyterapp.shell.currentWidget.content;
  await window.jupyterapp.commands.execute("notebook:clear-all-cell-outputs");
  notebook.activeCellIndex = at;
  await painted();
  const start = performance.now();
  window.jupyterapp.commands.execute("notebook:run-cell");
  do {
    await painted();
  } while (document.querySelectorAll(notes).length < count);
  return performance.now() - start;
}"""

LISTEN_TO_KEYS = """() => {
  window.times = [];
  let start = 0;
  window.addEventListener("keydown", (event) => { start = event.timeStamp; }, true);
  window.addEventListener("input", () => {
    const began = start;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.times.push(performance.now() - began);
      port2.postMessage(0);
    });
  });
}"""

COUNT_FRAMES = """() => {
  window.frames_at = [];
  const count = (now) => { window.frames_at.push(now); window.counting = requestAnimationFrame(count); };
  window.counting = requestAnimationFrame(count);
}"""

SENTENCE = "and nobody asked whether she wants to go there at all, or with whom; "


@dataclass
class Shown:
    """One of the boards, and what was measured of it."""

    title: str
    cell: int
    notes: str
    """A selector of the notes on it."""
    count: int
    paints: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    frames: float = math.nan

    def show(self, page: Page) -> float:
        """Milliseconds until all notes are painted."""
        asked = {"at": self.cell, "notes": self.notes, "count": self.count}
        taken: float = page.evaluate(SHOW, asked)
        return taken

    def type_in_a_note(self, page: Page, keys: int) -> list[float]:
        """Milliseconds from each key to its letter, at the pace of somebody who types fast."""
        page.locator(self.notes).nth(self.count // 2).click()
        page.evaluate(LISTEN_TO_KEYS)
        page.keyboard.type((SENTENCE * keys)[:keys], delay=60)
        page.wait_for_function("keys => window.times.length >= keys", arg=keys)
        page.keyboard.press("Escape")
        times: list[float] = page.evaluate("() => window.times")
        return times

    def drag_a_note(self, page: Page) -> float:
        """Frames a second while a note goes round over the board."""
        note = page.locator(self.notes).nth(self.count // 2)
        note.scroll_into_view_if_needed()
        box = note.bounding_box()
        assert box is not None
        x, y = box["x"] + 20, box["y"] + 12
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 30, y + 20, steps=4)
        page.locator(".ew-ghost").wait_for()
        page.evaluate(COUNT_FRAMES)
        for turn in range(240):
            angle = turn / 40 * math.tau
            page.mouse.move(700 + 300 * math.cos(angle), 500 + 300 * math.sin(angle))
        frames: list[float] = page.evaluate("() => window.frames_at")
        page.keyboard.press("Escape")
        page.mouse.up()
        return (len(frames) - 1) / (frames[-1] - frames[0]) * 1000


def main() -> None:
    """Measure in turns and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keys", type=int, default=120)
    given = parser.parse_args()
    small = Shown("map, 50 notes", 1, "li[data-note]", 50)
    large = Shown("map, 500 notes", 2, "li[data-note]", 500)
    plain = Shown("ipywidgets, 500 notes", 3, ".jp-OutputArea textarea", 500)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        (folder / "work").mkdir()
        (folder / "work" / NAME).write_text(_notebook(), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        with Server(folder / "work", folder / "home") as server:
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            page.set_default_timeout(120_000)
            workbook = Workbook.open(page, server, NAME)
            workbook.run_all()
            for _ in range(given.rounds + 1):
                for shown in (small, large, plain):
                    shown.paints.append(shown.show(page))
            for shown in (large, plain):
                shown.show(page)
                shown.keys = shown.type_in_a_note(page, given.keys)
            large.show(page)
            large.frames = large.drag_a_note(page)
        browser.close()
    _print(small, large, plain)


def _print(small: Shown, large: Shown, plain: Shown) -> None:
    # The first round also loads what every later one finds there already.
    first, many, theirs = (statistics.median(one.paints[1:]) for one in (small, large, plain))
    print(f"{'':<24}{'first paint':>14}{'typing (p95)':>14}{'dragging':>14}")
    print(f"{small.title:<24}{first:>11.0f} ms")
    keys, their_keys = (statistics.quantiles(one.keys, n=20)[-1] for one in (large, plain))
    print(f"{large.title:<24}{many:>11.0f} ms{keys:>11.1f} ms{large.frames:>10.0f} f/s")
    print(f"{plain.title:<24}{theirs:>11.0f} ms{their_keys:>11.1f} ms{'none':>14}")
    print(f"\n500 notes beside 50: {many / first:.2f} x (at most 2)")
    print(f"typing: {keys:.1f} ms (under 50); dragging: {large.frames:.0f} frames/s (at least 30)")


def _notebook() -> str:
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"c{at}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for at, source in enumerate((MAKE.strip(), "small", "large", "board"))
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(
        {"cells": cells, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    )


if __name__ == "__main__":
    main()
