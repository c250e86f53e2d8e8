"""A live workbook answers what the browser says, and gives no answer away before it is due."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.document import Document
from empathy_widgets.workbook.live import Live
from empathy_widgets.workbook.sidecar import sidecars

if TYPE_CHECKING:
    from collections.abc import Callable

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.widgets import StepWidget

    Open = Callable[[str], "Page"]


class Page:
    """One step as a browser has it open: what it says, and what it hears."""

    def __init__(self, widget: StepWidget, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.heard: list[dict[str, Any]] = []
        monkeypatch.setattr(widget, "send", lambda message, *_: self.heard.append(message))

    def say(self, **message: object) -> dict[str, Any]:
        """Say something; the last thing heard is the answer."""
        arrived = json.loads(json.dumps(message))
        self.widget._handle_custom_msg(arrived, [])  # noqa: SLF001 - where a comm delivers it
        return self.heard[-1] if self.heard else {}

    def write(self, name: str, value: dict[str, Any]) -> dict[str, Any]:
        """Edit one entry, as the first thing this page does to it."""
        entry = edit(None, client="page", value=value).model_dump(mode="json")
        return self.say(type="edit", client="page", rev=1, entries={name: entry})

    def last(self, kind: str) -> dict[str, Any]:
        """The last message of one type."""
        return next(message for message in reversed(self.heard) if message["type"] == kind)


@pytest.fixture
def open_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    live = Live(load_exercise("well"), "en", Document(tmp_path, "well"))
    return lambda step: Page(live.widget(step), monkeypatch)


def _placed(page: Page) -> None:
    page.write("deadline", {"box": "inward"})


def test_a_page_that_says_hello_hears_the_state_of_its_step(open_step: Open) -> None:
    said = open_step("inward").say(type="hello", client="page", entries={})
    assert "state" == said["type"]
    assert {} == said["entries"]
    assert said["result"] is None


def test_an_edit_is_acknowledged_with_its_number_once_it_is_on_disk(
    open_step: Open, tmp_path: Path
) -> None:
    said = open_step("need").write("text", {"text": "together"})
    assert ("ack", "page", 1) == (said["type"], said["client"], said["rev"])
    [found] = sidecars(tmp_path, "well")
    assert {"text"} == set(found.entries("need"))


def test_entries_that_a_page_kept_while_no_kernel_was_there_come_along_with_hello(
    open_step: Open,
) -> None:
    kept: Entries = {"text": edit(None, client="old", value={"text": "typed without a kernel"})}
    entries = {name: entry.model_dump(mode="json") for name, entry in kept.items()}
    said = open_step("need").say(type="hello", client="page", entries=entries)
    assert entries == said["entries"]


def test_one_unreadable_entry_does_not_cost_the_others(open_step: Open) -> None:
    page = open_step("need")
    good = edit(None, client="page", value={"text": "kept"}).model_dump(mode="json")
    page.say(type="edit", client="page", rev=1, entries={"text": good, "bad": {"clock": "?"}})
    assert {"text"} == set(page.say(type="hello", client="page", entries={})["entries"])


def test_a_failed_save_is_said_with_its_reason(open_step: Open, tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("in the way", encoding="utf-8")
    said = open_step("need").write("text", {"text": "together"})
    assert "not_saved" == said["type"]
    assert said["reason"]


def test_a_check_that_cannot_be_saved_is_said_at_once_and_saved_when_the_disk_is_free(
    open_step: Open, tmp_path: Path
) -> None:
    page = open_step("inward")
    _placed(page)
    answers = tmp_path / "answers"
    aside = answers.rename(tmp_path / "aside")
    answers.write_text("in the way", encoding="utf-8")
    page.say(type="check")
    assert page.last("state")["trouble"]
    answers.unlink()
    aside.rename(answers)
    assert not page.say(type="hello", client="page", entries={})["trouble"]
    [found] = sidecars(tmp_path, "well")
    assert "~checked" in found.entries("inward")


def test_two_widgets_of_one_step_hear_of_each_others_edits(open_step: Open) -> None:
    one, two = open_step("need"), open_step("need")
    one.write("text", {"text": "together"})
    [news] = [message["entries"] for message in two.heard if message.get("entries")]
    assert "together" == news["text"]["value"]["text"]


def test_before_the_first_check_no_result_leaves_the_kernel(open_step: Open) -> None:
    page = open_step("inward")
    _placed(page)
    said = page.say(type="hello", client="page", entries={})
    assert said["result"] is None
    assert "feedback" not in json.dumps(page.widget.props)


def test_a_check_of_nothing_is_no_attempt(open_step: Open) -> None:
    page = open_step("inward")
    page.say(type="check")
    assert page.last("state")["result"] is None


def test_a_check_says_what_is_good_and_how_many_points_are_certain(open_step: Open) -> None:
    page = open_step("inward")
    _placed(page)
    page.say(type="check")
    result = page.last("state")["result"]
    assert "started" == result["state"]
    assert {"met", "not_met"} >= {finding["verdict"] for finding in result["findings"]}


@pytest.mark.parametrize("what", ["model", "reveal"])
def test_what_is_not_due_stays_closed_however_often_it_is_asked_for(
    open_step: Open, what: str
) -> None:
    page = open_step("ask")
    page.say(type="open", what=what)
    said = page.say(type="hello", client="page", entries={})
    assert {} == said["opened"]
    assert not any(ready["due"] for ready in said["openable"] if ready["what"] == what)


@pytest.mark.parametrize("what", ["model", "reveal"])
def test_after_the_first_attempt_it_may_be_opened_and_that_is_recorded(
    open_step: Open, what: str
) -> None:
    page = open_step("ask")
    page.write("line-1", {"text": "What was yesterday morning like?"})
    page.say(type="check")
    page.say(type="open", what=what)
    said = page.last("state")
    assert said["opened"][what]
    assert f"~opened.{what}" in said["entries"]


def test_checking_an_empty_step_opens_no_model_answer(open_step: Open) -> None:
    page = open_step("ask")
    page.say(type="check")
    page.say(type="open", what="model")
    assert {} == page.last("state")["opened"]


def test_no_right_answer_is_among_what_the_browser_may_know(open_step: Open) -> None:
    exercise = load_exercise("well").exercise
    for step in exercise.steps:
        known = json.dumps(open_step(step.id).widget.get_state(["props"]))
        assert '"right"' not in known
        for card in getattr(step, "cards", ()):
            assert card.feedback["en"] not in known


def test_the_second_map_hears_what_the_first_map_holds(open_step: Open) -> None:
    note = {"text": "Twelve women at six", "region": "see", "evidence": "assumed", "source": ""}
    open_step("map").write("n-1", note)
    said = open_step("map-after").say(type="hello", client="page", entries={})
    assert note == said["previous"]["n-1"]["value"]


def test_the_second_map_follows_what_is_written_in_the_first(open_step: Open) -> None:
    second = open_step("map-after")
    second.say(type="hello", client="page", entries={})
    assert {} == second.last("state")["previous"]

    open_step("map").write("n-1", {"text": "Come along", "region": "hear"})

    end = time.monotonic() + 10
    while not second.last("state")["previous"] and time.monotonic() < end:
        time.sleep(0.05)
    assert "Come along" == second.last("state")["previous"]["n-1"]["value"]["text"]


def test_the_panel_tells_points_only_of_steps_that_were_checked(open_step: Open) -> None:
    page = open_step("inward")
    _placed(page)
    panel = open_step("check")
    panel.say(type="hello", client="page", entries={})
    [before] = [s for s in panel.last("panel")["data"]["steps"] if s["step"] == "inward"]
    page.say(type="check")
    panel.say(type="hello", client="page", entries={})
    [after] = [s for s in panel.last("panel")["data"]["steps"] if s["step"] == "inward"]
    assert before["points_min"] is None
    assert after["points_min"] is not None


def test_a_step_shows_its_static_twin_wherever_no_widget_can_be(open_step: Open) -> None:
    page = open_step("need")
    page.write("text", {"text": "An hour <b>together</b>"})
    shown = page.widget._repr_mimebundle_()
    assert shown is not None
    assert "An hour &lt;b&gt;together" in shown[0]["text/html"]
    assert "An hour <b>together" in shown[0]["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in shown[0]


def test_a_sequence_a_form_and_a_table_are_saved_checked_and_told_in_their_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(__file__).parents[1] / "exercises"
    live = Live(load_exercise("three-kinds", [folder]), "nl", Document(tmp_path, "three-kinds"))
    edits = {"steps": ("call", ""), "plan": ("who", "Ben"), "journey": ("row-1.moment", "Folder")}
    for step, (name, text) in edits.items():
        page = Page(live.widget(step), monkeypatch)
        entry = edit(None, client="page", value={"text": text}, rank="V")
        page.say(type="hello", client="page", notebook=None, document_id=None, entries={})
        sent = {name: entry.model_dump(mode="json")}
        assert page.say(type="edit", client="page", rev=1, entries=sent)["type"] == "ack"
        page.say(type="check")
        assert page.last("state")["result"]["state"] == "started"
        assert {key.split(".")[0] for key in page.widget.strings} <= {
            "ui",
            "feedback",
            page.widget.kind,
        }
    [saved] = sidecars(tmp_path, "three-kinds")
    assert set(edits) == set(saved.steps)


@pytest.fixture
def open_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Page]:
    """A step of any exercise; all steps of one exercise share their answers."""
    open_now: dict[str, Live] = {}

    def open_one(exercise: str, step: str) -> Page:
        if exercise not in open_now:
            folder = tmp_path / exercise
            folder.mkdir()
            open_now[exercise] = Live(load_exercise(exercise), "en", Document(folder, exercise))
        return Page(open_now[exercise].widget(step), monkeypatch)

    return open_one


def test_a_map_that_is_revealed_leaves_the_kernel_after_an_attempt_and_not_before(
    open_course: Callable[[str, str], Page],
) -> None:
    page = open_course("sales-map", "surgeon")
    note = "Changing demands from government and insurers"
    page.say(type="open", what="reveal")
    page.say(type="hello", client="page", entries={})
    assert note not in json.dumps([page.heard, page.widget.get_state()])

    page.write("demands", {"box": "see"})
    page.say(type="check")
    assert note not in json.dumps(page.heard)
    page.say(type="open", what="reveal")
    *_, shown = page.last("state")["opened"]["reveal"]
    assert note in json.dumps(shown["map"]["entries"])
    assert "map.region.see" in page.widget.strings
    assert page.widget.face_parts


def test_what_was_revealed_stands_in_the_static_twin_too(
    open_course: Callable[[str, str], Page],
) -> None:
    page = open_course("sales-map", "surgeon")
    page.write("demands", {"box": "see"})
    page.say(type="check")
    closed = page.widget._repr_mimebundle_()
    page.say(type="open", what="reveal")
    opened = page.widget._repr_mimebundle_()
    assert closed
    assert opened
    assert "Falling status" not in closed[0]["text/html"]
    assert 2 == opened[0]["text/html"].count("Falling status")


def test_maps_lie_side_by_side_and_follow_what_is_written_in_them(
    open_course: Callable[[str, str], Page],
) -> None:
    table = open_course("customer-map", "side-by-side")
    table.say(type="hello", client="page", entries={})
    assert [] == table.last("compared")["data"]["people"]

    for step, name in (("map", "Karin"), ("map-two", "Mo")):
        page = open_course("customer-map", step)
        page.write("name", {"text": name})
        page.write("n-1", {"text": f"{name} waits for the bread", "region": "pains"})
    end = time.monotonic() + 10
    while not table.last("compared")["data"]["people"] and time.monotonic() < end:
        time.sleep(0.05)
    data = table.last("compared")["data"]
    assert ["Karin", "Mo", "Somebody who stayed away"] == [one["name"] for one in data["people"]]
    assert {"Karin waits for the bread"} <= {
        note["text"] for region in data["regions"] for own in region["apart"] for note in own
    } | {n["text"] for r in data["regions"] for row in r["shared"] for n in row if n}


def test_a_map_says_whether_it_fits_on_a_page_and_follows_what_is_written(
    open_course: Callable[[str, str], Page],
) -> None:
    page = open_course("well", "map")
    page.say(type="hello", client="page", entries={})
    assert page.last("state")["page"] == ""

    note = {"text": "far " * 2_000, "region": "pains", "evidence": "told"}
    page.write("n-1", note)
    deadline = time.monotonic() + 10
    while not any(message.get("page") for message in page.heard):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    (said,) = (message for message in page.heard if message.get("page"))

    assert said["type"] == "ack"
    assert said["twin"]
    assert said["page"].endswith("About from “Pains” it goes on to a second page.")
    assert page.say(type="hello", client="page", entries={})["page"] == said["page"]
