"""The pictures of the README: a workbook as it is, filled with the example of its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from empathy_widgets.content.exercises import load_exercise
from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from empathy_widgets.model.language import Lang
    from tests.server import Server


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_workbook_goes_on_with_the_answers_that_lie_beside_it(
    lang: Lang, page: Page, server: Server, pictures: Path
) -> None:
    well = load_exercise("well")
    answers = well.example("model", lang).document(well.exercise)
    beside = server.folder / lang / "answers" / "well-00000000.json"
    beside.parent.mkdir()
    beside.write_text(answers.model_dump_json(), encoding="utf-8")

    page.set_viewport_size({"width": 1180, "height": 1000})
    workbook = Workbook.open(page, server, f"{lang}/01-well.ipynb")
    workbook.run_all()
    board = EmpathyMap(workbook.widget("map"))

    expect(board.widget.locator("li[data-note]")).not_to_have_count(0)
    expect_saved(board.widget)
    workbook.wait_for_kernel()
    workbook.scroll_to("map")
    workbook.picture(pictures / f"map.{lang}.png")
