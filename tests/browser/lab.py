"""What a learner does with a workbook in JupyterLab, one method a deed; every wait has a condition."""

from __future__ import annotations

import json
import secrets
import time
from typing import TYPE_CHECKING, Any, Self

from playwright.sync_api import Page, expect

from tests.server import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.server import Server

KERNEL_MILLISECONDS = 40_000

KERNEL_IS_READY = """() => {
  const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
  const kernel = session?.session?.kernel;
  return kernel?.status === "idle" && kernel.connectionStatus === "connected" && session.isReady;
}"""

ALL_CELLS_RAN = """() => {
  const cells = window.jupyterapp.shell.currentWidget.content.widgets
    .filter(cell => cell.model.type === "code");
  for (const cell of cells) {
    const error = cell.model.outputs.toJSON().find(output => output.output_type === "error");
    if (error) throw new Error(`${cell.model.sharedModel.source}: ${error.evalue}`);
  }
  return cells.every(
    cell => cell.model.executionCount !== null && cell.model.executionState !== "running");
}"""

CELL_OF_STEP = """step => window.jupyterapp.shell.currentWidget.content.widgets
  .findIndex(cell => cell.model.getMetadata("empathy_widgets")?.step === step)"""

EXECUTE = """code => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
  .requestExecute({ code }).done.then(({ content }) =>
    content.status === "ok" ? "" : `${content.ename}: ${content.evalue}`)"""

TWIN_SAYS = """([step, words]) => window.jupyterapp.shell.currentWidget.content.widgets
  .find(cell => cell.model.getMetadata("empathy_widgets")?.step === step)
  .model.sharedModel.getOutputs()
  .some(output => String(output.data?.["text/html"]).includes(words))"""


class Workbook:
    """One open workbook in one tab of the browser."""

    def __init__(self, page: Page, server: Server, name: str) -> None:
        self.page = page
        self.server = server
        self.name = name

    @classmethod
    def open(cls, page: Page, server: Server, name: str) -> Self:
        """Open a workbook by its address, in a workspace that nobody used before."""
        page.goto(
            f"{server.url}/lab/workspaces/{secrets.token_hex(4)}/tree/{name}?token={server.token}"
        )
        workbook = cls(page, server, name)
        workbook.wait_for_cells()
        return workbook

    @classmethod
    def of(cls, page: Page, server: Server, *sources: str) -> Self:
        """A notebook of somebody's own with these code cells, run once."""
        cells: list[dict[str, Any]] = [
            {
                "cell_type": "code",
                "id": f"c{at}",
                "metadata": {},
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            for at, source in enumerate(sources)
        ]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}}
        name = f"own-{secrets.token_hex(4)}.ipynb"
        text = json.dumps({**notebook, "cells": cells})
        (server.folder / name).write_text(text, encoding="utf-8")
        opened = cls.open(page, server, name)
        opened.run_all()
        return opened

    def python(self, code: str) -> str:
        """Run some code in the kernel, in no cell; what went wrong, or ""."""
        wrong: str = self.page.evaluate(EXECUTE, code)
        return wrong

    def wait_for_python(self, code: str, seconds: float = 10) -> None:
        """Until some code, mostly asserts, runs without an error."""
        end = time.monotonic() + seconds
        while wrong := self.python(code):
            assert time.monotonic() < end, wrong

    @property
    def panel(self) -> Locator:
        """The notebook that is in front."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    @property
    def cells(self) -> Locator:
        """All cells, top down."""
        return self.panel.locator(".jp-Notebook .jp-Cell")

    def wait_for_cells(self) -> None:
        """Until the document is on the screen, run or not."""
        self.page.wait_for_function(
            "() => window.jupyterapp?.shell.currentWidget?.context?.isReady"
        )
        expect(self.panel.locator(".jp-Spinner")).to_have_count(0)
        expect(self.cells.first).to_be_visible()

    def wait_for_kernel(self) -> None:
        """Until the kernel is idle and connected."""
        self.page.wait_for_function(KERNEL_IS_READY, timeout=KERNEL_MILLISECONDS)

    def run_all(self) -> None:
        """Press ▶▶ and wait until every code cell has run."""
        self.wait_for_kernel()
        self.press_run_all()
        self.wait_until_run()

    def press_run_all(self) -> None:
        """Press ▶▶; JupyterLab asks whether the kernel may restart, and it may."""
        self.panel.locator('[data-jp-item-name="restart-and-run"] jp-button').click()
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()

    def wait_until_run(self) -> None:
        """Until every code cell has run and the kernel rests."""
        self.page.wait_for_function(ALL_CELLS_RAN, timeout=KERNEL_MILLISECONDS)
        self.wait_for_kernel()

    def cell(self, step: str) -> Locator:
        """The cell of a step."""
        return self.cells.nth(int(self.page.evaluate(CELL_OF_STEP, step)))

    def widget(self, step: str) -> Locator:
        """The live widget of a step."""
        return self.cell(step).locator(".empathy-widget")

    def count_cells(self) -> int:
        """How many cells the document has."""
        return int(
            self.page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
        )

    def save(self) -> None:
        """Save, as Ctrl+S does, and wait until it is on disk."""
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")

    def reload(self) -> None:
        """Reload the page."""
        self.page.reload()
        self.wait_for_cells()

    def restart_kernel(self) -> None:
        """Kernel → Restart Kernel…, and nothing run afterwards."""
        before = self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()"
        )
        assert before is None
        self.wait_for_kernel()

    def on_disk(self) -> dict[str, Any]:
        """The notebook as it was last saved."""
        text = (self.server.folder / self.name).read_text(encoding="utf-8")
        notebook: dict[str, Any] = json.loads(text)
        return notebook

    def wait_for_twin(self, step: str, words: str) -> None:
        """Until the output of a step holds a static twin with these words."""
        self.page.wait_for_function(TWIN_SAYS, arg=[step, words])

    def scroll_to(self, step: str) -> None:
        """Bring a step to the top of the window, and wait until the page stands still."""
        cell = self.cell(step)

        def stands_still() -> bool:
            cell.evaluate("cell => cell.scrollIntoView()")
            before = cell.bounding_box()
            self.next_frame()
            return before == cell.bounding_box()

        wait_until("the page stands still", stands_still)
        expect(cell).to_be_in_viewport()

    def next_frame(self) -> None:
        """Until the browser has painted what is there now."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def picture(self, path: Path) -> None:
        """A screenshot of the whole window."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.next_frame()
        self.page.screenshot(path=path)
