"""Whatever happens to the kernel, the page or the folder, what a learner wrote is still there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import EmpathyMapAnswer
from tests.browser.lab import Workbook
from tests.browser.steps import EmpathyMap, expect_saved, expect_trouble
from tests.server import Server, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

WELL = "en/01-well.ipynb"

ADD_NOTES = """([step, words, count]) => {
  const cells = window.jupyterapp.shell.currentWidget.content.widgets;
  const cell = cells.find(cell => cell.model.getMetadata("empathy_widgets")?.step === step);
  const map = cell.node.querySelector(".empathy-widget");
  const next = test => new Promise(resolve => {
    const look = () => test() ? resolve(test()) : setTimeout(look, 5);
    look();
  });
  window.allAdded = (async () => {
    for (let number = 0; number < count; number += 1) {
      map.querySelector('[data-add="see"]').click();
      const field = await next(() => map.querySelector(".ew-note-open textarea"));
      field.focus();
      document.execCommand("insertText", false, `${words} ${number}`);
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      await next(() => !map.querySelector(".ew-note-open"));
    }
  })();
}"""


@pytest.fixture
def workbook(page: Page, server: Server) -> Workbook:
    """The well, run once."""
    opened = Workbook.open(page, server, WELL)
    opened.run_all()
    return opened


def on_disk(folder: Path) -> list[Answers]:
    """All documents of answers beside the workbook."""
    paths = sorted((folder / "en" / "answers").glob("well-????????.json"))
    return [Answers.model_validate_json(path.read_bytes()) for path in paths]


def notes_of(answers: Answers, step: str = "map") -> set[str]:
    """What the notes of a map say."""
    return {note.text for note in EmpathyMapAnswer.read(answers.entries(step)).notes}


def notes_in(notebook: dict[str, Any]) -> set[str]:
    """What the notes of the first map say that a notebook carries."""
    return notes_of(Answers.model_validate(notebook["metadata"]["empathy_widgets"]["answers"]))


def test_killing_the_kernel_in_the_middle_of_a_sentence_loses_nothing(workbook: Workbook) -> None:
    sentence = "On the way back they sing, and nobody listens in"
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Come along")
    expect_saved(board.widget)
    board.add_button("see").click()
    workbook.page.keyboard.type(sentence[:24], delay=20)

    workbook.server.kill_kernel(WELL)
    expect_trouble(board.widget)
    workbook.page.locator(".jp-Dialog button.jp-mod-accept").click()
    workbook.run_all()

    after = EmpathyMap(workbook.widget("map"))
    expect(after.note("Come along")).to_be_visible()
    expect(after.note(sentence[:24])).to_be_visible()
    expect_saved(after.widget)
    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == {"Come along", sentence[:24]}


def test_what_is_typed_after_the_kernel_was_shut_down_stays_in_the_notebook(
    workbook: Workbook,
) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Written while the kernel ran")
    expect_saved(board.widget)

    workbook.server.shut_down_kernel(WELL)
    board.add("pains", "Written when it was gone")
    expect_trouble(board.widget)
    workbook.save()

    assert notes_in(workbook.on_disk()) == {
        "Written while the kernel ran",
        "Written when it was gone",
    }


def test_a_reload_in_the_middle_of_a_sentence_loses_nothing(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Come along")
    expect_saved(board.widget)
    workbook.save()
    board.add_button("see").click()
    workbook.page.keyboard.type("The path, and the first sun")

    workbook.reload()
    workbook.wait_for_kernel()

    after = EmpathyMap(workbook.widget("map"))
    expect(after.note("The path, and the first sun")).to_be_visible()
    expect_saved(after.widget)
    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == {"Come along", "The path, and the first sun"}


def test_steady_typing_is_saved_meanwhile_and_never_interrupted(workbook: Workbook) -> None:
    sentence = "They walk in the dark, they talk in the dark, and what is said stays on the path. "
    board = EmpathyMap(workbook.widget("map"))
    board.add_button("see").click()
    field = board.widget.locator(".ew-note-open textarea").first

    for _ in range(3):
        workbook.page.keyboard.type(sentence, delay=12)
    (answers,) = on_disk(workbook.server.folder)
    (begun,) = notes_of(answers)
    workbook.wait_for_twin("map", sentence * 3)

    expect(field).to_be_focused()
    expect(field).to_have_value(sentence * 3)
    assert begun
    assert (sentence * 3).startswith(begun)


def test_running_everything_again_goes_on_where_it_was(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Before")
    expect_saved(board.widget)

    workbook.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    workbook.wait_until_run()

    again = EmpathyMap(workbook.widget("map"))
    expect(again.note("Before")).to_be_visible()
    again.add("see", "After")
    expect_saved(again.widget)
    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == {"Before", "After"}


def test_control_s_in_a_field_saves_the_notebook_with_what_was_typed(workbook: Workbook) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add_button("see").click()
    workbook.page.keyboard.type("Saved as one always does")
    workbook.page.keyboard.press("Control+s")

    wait_until(
        "the notebook on disk carries the note",
        lambda: (
            "answers" in workbook.on_disk()["metadata"]["empathy_widgets"]
            and notes_in(workbook.on_disk()) == {"Saved as one always does"}
        ),
    )


def test_two_tabs_that_add_fifty_notes_each_both_end_with_a_hundred(
    workbook: Workbook, context: BrowserContext
) -> None:
    workbook.save()
    other = Workbook.open(context.new_page(), workbook.server, WELL)
    other.wait_for_kernel()
    expect(other.widget("map")).to_be_visible()

    workbook.page.evaluate(ADD_NOTES, ["map", "one", 50])
    other.page.evaluate(ADD_NOTES, ["map", "two", 50])
    for tab in (workbook, other):
        tab.page.evaluate("() => window.allAdded")
    expected = {f"{words} {number}" for words in ("one", "two") for number in range(50)}

    for tab in (workbook, other):
        board = EmpathyMap(tab.widget("map"))
        expect(board.widget.locator("li[data-note]")).to_have_count(100)
        assert set(board.notes("see")) == expected
        expect_saved(board.widget)
    assert EmpathyMap(workbook.widget("map")).notes("see") == EmpathyMap(other.widget("map")).notes(
        "see"
    )
    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == expected
    workbook.save()
    assert notes_in(workbook.on_disk()) == expected


def test_two_kernels_on_one_document_join_what_was_written(
    workbook: Workbook, context: BrowserContext, home: Path
) -> None:
    first = EmpathyMap(workbook.widget("map"))
    first.add("hear", "Before the second kernel")
    expect_saved(first.widget)
    workbook.save()

    with Server(workbook.server.folder, home / "second") as second_server:
        second = Workbook.open(context.new_page(), second_server, WELL)
        second.run_all()
        theirs = EmpathyMap(second.widget("map"))
        expect(theirs.note("Before the second kernel")).to_be_visible()
        theirs.add("see", "From the second")
        expect_saved(theirs.widget)
        first.add("pains", "From the first")
        expect_saved(first.widget)
        expect(first.note("From the second")).to_be_visible()

    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == {"Before the second kernel", "From the second", "From the first"}


def test_a_duplicate_goes_its_own_way(workbook: Workbook, context: BrowserContext) -> None:
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "In both")
    expect_saved(board.widget)
    workbook.save()
    workbook.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:duplicate')")
    copies = workbook.server.folder / "en"
    wait_until("the duplicate is there", lambda: [*copies.glob("01-well-Copy*.ipynb")])
    (copy,) = copies.glob("01-well-Copy*.ipynb")

    duplicate = Workbook.open(context.new_page(), workbook.server, f"en/{copy.name}")
    duplicate.run_all()
    theirs = EmpathyMap(duplicate.widget("map"))
    expect(theirs.note("In both")).to_be_visible()
    expect(theirs.widget).to_contain_text("This is a duplicate of “01-well.ipynb”")
    theirs.add("see", "Only in the duplicate")
    expect_saved(theirs.widget)
    board.add("see", "Only in the first")
    expect_saved(board.widget)

    assert {frozenset(notes_of(answers)) for answers in on_disk(workbook.server.folder)} == {
        frozenset({"In both", "Only in the first"}),
        frozenset({"In both", "Only in the duplicate"}),
    }


def test_a_folder_that_cannot_be_written_is_said_at_once_and_the_work_can_be_taken_out(
    workbook: Workbook, tmp_path: Path
) -> None:
    in_the_way = workbook.server.folder / "en" / "answers"
    in_the_way.write_text("a file where the folder should be, so that nothing can be saved")
    board = EmpathyMap(workbook.widget("map"))
    board.add("hear", "Is this kept?")

    expect_trouble(board.widget)
    expect(board.widget.locator(".ew-saved")).to_have_text(re.compile("Not saved yet"))
    with workbook.page.expect_download() as download:
        board.widget.get_by_role("button", name="Download a copy of my answers").click()
    download.value.save_as(tmp_path / "copy.json")

    copy = Answers.model_validate(json.loads((tmp_path / "copy.json").read_text("utf-8")))
    assert notes_of(copy) == {"Is this kept?"}

    in_the_way.unlink()
    board.add("see", "Room again")
    expect_saved(board.widget)
    (answers,) = on_disk(workbook.server.folder)
    assert notes_of(answers) == {"Is this kept?", "Room again"}
