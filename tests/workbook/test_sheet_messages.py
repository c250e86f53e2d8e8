"""A sheet in a live workbook: photos come in as messages, notes come along from the map."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.entries import edit
from empathy_widgets.model.exercise import Exercise
from empathy_widgets.workbook.document import Document
from empathy_widgets.workbook.live import Live
from empathy_widgets.workbook.sidecar import sidecars

if TYPE_CHECKING:
    from pathlib import Path

    from empathy_widgets.widgets import StepWidget


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(data, "PNG")
    return data.getvalue()


class Page:
    """A step as a browser has it open."""

    def __init__(self, widget: StepWidget, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.heard: list[dict[str, Any]] = []
        monkeypatch.setattr(widget, "send", lambda message, *_: self.heard.append(message))

    def say(self, *buffers: bytes, **message: object) -> None:
        """Say something as a comm delivers it."""
        sent = [memoryview(buffer) for buffer in buffers]
        self.widget._handle_custom_msg(message, sent)  # noqa: SLF001 - where a comm delivers it


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A workbook with a map and a sheet that takes notes from it, open at the sheet."""
    text = {"en": "x", "nl": "x"}
    step = {"title": text, "points": 1, "prompt": text}
    exercise = {
        "format_version": 1, "id": "persona", "number": 7, "title": text, "summary": text,
        "able": [text], "minutes": 5,
        "page": [
            {"kind": "empathy_map", "id": "map", **step},
            {"kind": "persona_sheet", "id": "sheet", "from_map": "map", **step},
        ],
    }  # fmt: skip
    loaded = replace(load_exercise("well"), exercise=Exercise.model_validate(exercise))
    document = Document(tmp_path, "persona")
    note = edit(None, client="a", value={"text": "Late", "region": "pains"})
    document.receive("map", {"n-1": note})
    return Page(Live(loaded, "nl", document).widget("sheet"), monkeypatch)


def test_a_chosen_photo_is_saved_and_is_news_before_it_is_answered(
    page: Page, tmp_path: Path
) -> None:
    page.say(png(), type="photo", slot="photo-1")
    news, answer = page.heard

    assert {"photo-1"} == set(news["entries"])
    assert {"type": "photo", "slot": "photo-1", "problem": ""} == answer
    [document] = sidecars(tmp_path, "persona")
    assert news["entries"]["photo-1"]["value"] == document.entries("sheet")["photo-1"].value


def test_a_refused_photo_is_told_in_the_language_of_the_page(page: Page) -> None:
    page.say(b"no picture", type="photo", slot="photo-1")
    [answer] = page.heard

    assert answer["problem"].startswith("Dit is geen foto die we kunnen gebruiken.")


def test_the_page_hears_the_notes_of_the_map_that_it_may_take(page: Page) -> None:
    page.say(type="hello", client="page", entries={})

    assert {"n-1"} == set(page.heard[-1]["previous"])
    assert page.widget.props["takes_notes"]
    assert "fears" == page.widget.props["usual"]["pains"]
