"""From sending an edit to its acknowledgement on disk, in a real JupyterLab and a real browser.

    python -m benchmarks.saving [--notes 100] [--keys 60]

Somebody types in one note of a map that holds many. Each edit is timed on the page, from the
moment it goes into the socket to the moment its acknowledgement comes out, and beside it, in
turns, an empty message to the same kernel that only comes back.
Budgets with 100 notes: at most 150 ms (p95), and at most 3 x the empty message.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer, Note
from empathy_widgets.workbook.sidecar import Sidecar
from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved
from tests.server import Server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

WORKBOOK = "en/01-well.ipynb"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]

WATCH_THE_SOCKET = """
window.sentAt = new Map();
window.acknowledged = [];
const read = data => typeof data === "string" ? data : new TextDecoder().decode(data);
const revOf = (text, type) => text.includes(`"type":"${type}"`) || text.includes(`"type": "${type}"`)
  ? /"rev": ?(\\d+)/.exec(text)?.[1] : undefined;
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  const rev = revOf(read(data), "edit");
  if (rev && rev !== "0") window.sentAt.set(rev, performance.now());
  if (!this.watched) {
    this.watched = true;
    this.addEventListener("message", event => {
      const rev = revOf(read(event.data), "ack");
      if (window.sentAt.has(rev)) {
        window.acknowledged.push(performance.now() - window.sentAt.get(rev));
        window.sentAt.delete(rev);
      }
    });
  }
  return send.call(this, data);
};
"""

OPEN_ECHO = """async () => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  await kernel.requestExecute({code: `
def _echo(comm, _):
    comm.on_msg(lambda message: comm.send({}))
get_ipython().kernel.comm_manager.register_target("echo", _echo)`}).done;
  window.echo = kernel.createComm("echo");
  await window.echo.open().done;
}"""

ECHO = """() => new Promise(resolve => {
  const start = performance.now();
  window.echo.onMsg = () => resolve(performance.now() - start);
  window.echo.send({});
})"""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100)
    parser.add_argument("--keys", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder / "work" / "en", options.notes)
        with Server(folder / "work", folder / "home") as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=ARGUMENTS
            )
            page = browser.new_page()
            page.add_init_script(WATCH_THE_SOCKET)
            edits, echoes = _measure(page, server, options.keys)
            browser.close()
    _print(f"edit to acknowledgement, {options.notes} notes", edits)
    _print("an empty message and back", echoes)
    print(f"{'p95 beside p95':<44} {_p95(edits) / _p95(echoes):6.2f} x")
    print(f"{'median beside median':<44} {_median(edits) / _median(echoes):6.2f} x")


def _fill(folder: Path, count: int) -> None:
    """Answers that wait beside the workbook, with so many notes."""
    notes = tuple(
        Note(id=f"n-{number:04}", text=f"note {number}", region=REGIONS[number % len(REGIONS)])
        for number in range(count)
    )
    entries = EmpathyMapAnswer(name="Fatima", notes=notes).entries()
    answers = Answers.new("well").with_entries("map", entries)
    Sidecar(folder, "well", answers.document_id).save(answers)


def _measure(page: Page, server: Server, keys: int) -> tuple[list[float], list[float]]:
    workbook = Workbook.open(page, server, WORKBOOK)
    workbook.run_all()
    widget = workbook.widget("map")
    widget.scroll_into_view_if_needed()
    page.evaluate(OPEN_ECHO)
    EmpathyMap(widget).add_button("see").click()
    echoes: list[float] = []
    for number in range(keys):
        before = page.evaluate("() => window.acknowledged.length")
        page.keyboard.type("ab "[number % 3])
        page.wait_for_function("before => window.acknowledged.length > before", arg=before)
        echoes.append(float(page.evaluate(ECHO)))
    expect_saved(widget)
    edits: list[float] = page.evaluate("() => window.acknowledged")
    return edits, echoes


def _print(name: str, times: Sequence[float]) -> None:
    print(
        f"{name:<44} median {_median(times):6.1f} ms, p95 {_p95(times):6.1f} ms ({len(times)} times)"
    )


def _median(times: Sequence[float]) -> float:
    return statistics.median(times)


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
