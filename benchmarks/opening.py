"""From the command to a workbook that answers, beside JupyterLab with a plain notebook.

    python -m benchmarks.opening [--rounds 3]

Each round starts a server of its own, opens a notebook in a fresh browser, runs it and waits until
the last cell is done and the last widget is on the page. The plain notebook has as many cells
that do nothing. Budget: JupyterLab's own time plus at most 2 s.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.lab import Workbook
from tests.server import Server

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WELL = "en/01-well.ipynb"
PLAIN = "plain.ipynb"
LAST_STEP = "hand-in"


def main() -> None:
    """Measure in turns and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    ours: list[float] = []
    theirs: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for _ in range(rounds):
            theirs.append(seconds(browser, PLAIN, ("-m", "jupyter")))
            ours.append(seconds(browser, WELL, ("-m", "empathy_widgets")))
        browser.close()
    print(f"JupyterLab, a plain notebook   {statistics.median(theirs):5.1f} s")
    print(f"empathy lab, the well          {statistics.median(ours):5.1f} s")
    print(
        f"ours on top                    {statistics.median(ours) - statistics.median(theirs):5.1f} s"
    )


def seconds(browser: Browser, name: str, command: tuple[str, ...]) -> float:
    """From starting the command to a notebook that has run."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "work").mkdir()
        if name == PLAIN:
            (folder / "work" / name).write_text(_plain_notebook(), encoding="utf-8")
        start = time.perf_counter()
        with Server(folder / "work", folder / "home", command=(sys.executable, *command)) as server:
            page = browser.new_page()
            workbook = Workbook.open(page, server, name)
            workbook.run_all()
            if name == WELL:
                workbook.widget(LAST_STEP).wait_for()
            taken = time.perf_counter() - start
            page.close()
    return taken


def _plain_notebook() -> str:
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"c{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": "None",
        }
        for number in range(16)
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(
        {"cells": cells, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    )


if __name__ == "__main__":
    main()
