"""A persona sheet on its own: Python and the browser write one sheet; photos come in clean."""

from __future__ import annotations

import base64
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from empathy_widgets import EmpathyMap, PersonaSheet, overview
from empathy_widgets.errors import NotOurFileError, PhotoError, UnknownNameError
from empathy_widgets.model.entries import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOSTILE = "<script>alert(1)</script>"


class Page:
    """The sheet as a browser has it open."""

    def __init__(self, shown: PersonaSheet, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown = shown
        self.heard: list[dict[str, Any]] = []
        monkeypatch.setattr(shown, "send", lambda message, *_: self.heard.append(message))

    def say(self, *buffers: bytes, **message: object) -> None:
        """Say something as a comm delivers it."""
        arrived = json.loads(json.dumps(message))
        sent = [memoryview(buffer) for buffer in buffers]
        self.shown._handle_custom_msg(arrived, sent)  # noqa: SLF001 - where a comm delivers it


@pytest.fixture
def joost() -> PersonaSheet:
    return PersonaSheet(name="Joost", quote="I hear it first", who="buys cars", group="fleet")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "at the desk.png"
    Image.new("RGB", (900, 600), "teal").save(file)
    return file


def test_a_sheet_begins_with_the_person(joost: PersonaSheet) -> None:
    answer = joost.answer

    said = (answer.name, answer.quote, answer.who, answer.group)
    assert ("Joost", "I hear it first", "buys cars", "fleet") == said
    assert {} == joost.themes


def test_a_theme_carries_how_it_is_known_and_is_replaced_when_it_is_filled_again(
    joost: PersonaSheet,
) -> None:
    joost.fill("fears", "Being late", evidence="told", source="Anna")
    theme = joost.fill("fears", "Saying no")

    assert {"fears": theme} == joost.themes
    assert ("Saying no", "", "assumed") == (theme.text, theme.source, theme.evidence)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda sheet: sheet.fill("fear", "x"),
        lambda sheet: sheet.fill("fears", "x", evidence="heard"),
        lambda sheet: sheet.fill("fears", "x", sorce="Anna"),
        lambda _: PersonaSheet(nam="Joost"),
        lambda _: PersonaSheet(lang="fr"),
        lambda sheet: overview(sheet, lang="fr"),
    ],
)
def test_a_name_that_nothing_knows_is_refused(
    joost: PersonaSheet, wrong: Callable[[PersonaSheet], object]
) -> None:
    with pytest.raises(UnknownNameError):
        wrong(joost)


def test_a_theme_without_a_text_is_refused(joost: PersonaSheet) -> None:
    with pytest.raises(ValueError, match="needs a text"):
        joost.fill("day", " ")


def test_notes_of_a_map_come_over_with_what_is_known_of_them(joost: PersonaSheet) -> None:
    found = EmpathyMap(name="Joost")
    late = found.add("pains", "Being late", evidence="told", source="Anna")
    win = found.add("gains", "A win")
    taken = joost.take_notes(found, {win.id: None})

    assert taken == joost.themes
    assert ("told", "Anna", (late.id,)) == (
        taken["fears"].evidence,
        taken["fears"].source,
        taken["fears"].notes,
    )


def test_a_photo_is_put_on_the_sheet_small_and_with_its_words(
    joost: PersonaSheet, photo: Path
) -> None:
    joost.add_photo(photo, alt="At his desk")
    [kept] = joost.answer.photos

    with Image.open(io.BytesIO(base64.b64decode(kept.data))) as opened:
        assert ("JPEG", 400) == (opened.format, max(opened.size))
    assert "At his desk" == kept.alt


def test_a_fourth_photo_is_refused(joost: PersonaSheet, photo: Path) -> None:
    for _ in range(3):
        joost.add_photo(photo)

    with pytest.raises(PhotoError, match="Three photos"):
        joost.add_photo(photo)


def test_a_photo_from_the_browser_is_news_before_it_is_answered(
    joost: PersonaSheet, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(joost, monkeypatch)
    page.say(photo.read_bytes(), type="photo", slot="photo-2")
    news, answer = page.heard

    assert {"photo-2"} == set(news["entries"])
    assert {"type": "photo", "slot": "photo-2", "problem": ""} == answer
    assert 1 == len(joost.answer.photos)


@pytest.mark.parametrize(
    ("slot", "buffers"), [("photo-1", [b"no picture"]), ("photo-1", []), ("name", [b"x"])]
)
def test_what_is_no_photo_or_has_no_place_is_refused_in_words(
    slot: str, buffers: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = PersonaSheet(name="Joost", lang="nl")
    page = Page(sheet, monkeypatch)
    page.say(*buffers, type="photo", slot=slot)
    [answer] = page.heard

    assert answer["problem"].startswith("Dit is geen foto")
    assert ("Joost", ()) == (sheet.answer.name, sheet.answer.photos)


def test_what_the_browser_writes_is_on_the_sheet(
    joost: PersonaSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(joost, monkeypatch)
    entry = edit(None, client="page", value={"text": "Mails"}).model_dump(mode="json")
    page.say(type="edit", client="page", rev=1, entries={"theme.day": entry})

    assert "Mails" == joost.themes["day"].text
    assert ("ack", 1) == (page.heard[-1]["type"], page.heard[-1]["rev"])


def test_the_browser_draws_the_asked_themes_first_and_takes_no_notes(joost: PersonaSheet) -> None:
    asked = [theme["key"] for theme in joost.props["themes"] if theme["asked"]]

    assert ["day", "goals", "fears", "dreams"] == asked
    assert joost.props["takes_notes"] is False
    assert joost.strings["persona.theme.day"]


def test_a_sheet_goes_to_a_file_and_back(joost: PersonaSheet, tmp_path: Path, photo: Path) -> None:
    joost.fill("day", "Mails", evidence="observed")
    joost.add_photo(photo)
    file = joost.save(tmp_path / "joost.json")

    assert joost.answer == PersonaSheet.load(file, lang="nl").answer


def test_a_map_is_no_sheet(tmp_path: Path) -> None:
    file = EmpathyMap(name="Fatima").save(tmp_path / "fatima.json")

    with pytest.raises(NotOurFileError, match="empathy-map"):
        PersonaSheet.load(file)


def test_the_static_form_shows_hostile_text_as_text() -> None:
    sheet = PersonaSheet(name=HOSTILE, quote=HOSTILE)
    sheet.fill("day", HOSTILE, source=HOSTILE)

    for html in (sheet.to_html(), overview(sheet).html):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_an_overview_shows_what_one_persona_has_and_another_has_not(joost: PersonaSheet) -> None:
    fatima = PersonaSheet(name="Fatima")
    fatima.fill("dreams", "An hour for herself", evidence="told")
    html = overview(joost, fatima)._repr_html_()

    assert 2 == html.count('<th scope="col"')
    assert "An hour for herself" in html
    assert 1 == html.count("Still empty")
    assert "Fears" not in html


@pytest.mark.parametrize("count", [0, 9])
def test_an_overview_of_none_or_too_many_is_refused(joost: PersonaSheet, count: int) -> None:
    with pytest.raises(ValueError, match="one to 8"):
        overview(*[joost] * count)
