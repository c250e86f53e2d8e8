"""Hand-ins in JupyterLab: they can be read, not changed, and gone on with in a copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import EmpathyMapAnswer
from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.server import Server

HAND_IN = re.compile("This is a hand-in|Dit is ingeleverd werk")
GO_ON = re.compile("Go on working in a copy|Verder werken in een kopie")
DOWNLOAD = re.compile("Download my hand-in|Mijn inlevering downloaden")


def test_the_hand_ins_of_two_learners_in_one_folder_stay_apart(
    context: BrowserContext, server: Server
) -> None:
    inbox = server.folder / "inbox"
    inbox.mkdir()
    files = [
        make_hand_in(context, server, f"{lang}/01-well.ipynb", note, inbox)
        for lang, note in (("en", "Written by Sanne"), ("nl", "Geschreven door Jan"))
    ]

    copies = [go_on(context, server, inbox / name) for name in files]
    for copy, own, others in (
        (copies[0], "Written by Sanne", "Geschreven door Jan"),
        (copies[1], "Geschreven door Jan", "Written by Sanne"),
    ):
        copy.run_all()
        board = EmpathyMap(copy.widget("map"))
        expect(board.note(own)).to_be_visible()
        expect(board.note(others)).to_have_count(0)
        board.add("see", f"After: {own}")
        expect_saved(board.widget)
        copy.save()

    saved = [
        Answers.model_validate_json(path.read_bytes())
        for path in sorted((inbox / "answers").glob("well-????????.json"))
    ]
    assert {frozenset(texts(answers)) for answers in saved} == {
        frozenset({"Written by Sanne", "After: Written by Sanne"}),
        frozenset({"Geschreven door Jan", "After: Geschreven door Jan"}),
    }


def make_hand_in(
    context: BrowserContext, server: Server, name: str, note: str, folder: Path
) -> str:
    """Work a little in a workbook and put what is handed in into a folder."""
    workbook = Workbook.open(context.new_page(), server, name)
    workbook.run_all()
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", note)
    expect_saved(board.widget)
    with workbook.page.expect_download() as download:
        workbook.cells.last.get_by_role("button", name=DOWNLOAD).click()
    file = download.value.suggested_filename
    download.value.save_as(folder / file)
    workbook.page.close()
    return file


def go_on(context: BrowserContext, server: Server, hand_in: Path) -> Workbook:
    """Open a hand-in, see that it says what it is, and take a copy to work in."""
    name = f"{hand_in.parent.name}/{hand_in.name}"
    opened = Workbook.open(context.new_page(), server, name)
    expect(opened.panel).to_contain_text(HAND_IN)
    expect(opened.panel.locator(".empathy-widget")).to_have_count(0)
    opened.panel.get_by_role("button", name=GO_ON).first.click()
    opened.page.wait_for_function(
        "name => window.jupyterapp.shell.currentWidget?.context?.path !== name"
        " && window.jupyterapp.shell.currentWidget?.context?.isReady",
        arg=name,
    )
    path = opened.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.path")
    return Workbook(opened.page, server, path)


def texts(answers: Answers) -> list[str]:
    """What the notes of the map say."""
    return [note.text for note in EmpathyMapAnswer.read(answers.entries("map")).notes]
