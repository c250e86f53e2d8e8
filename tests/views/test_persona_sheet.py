"""The static persona sheet: everything shows, and whatever was written shows as text."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

import pytest

from empathy_widgets.content.strings import strings
from empathy_widgets.model.language import LANGUAGES, Lang, Text
from empathy_widgets.model.persona_diff import snapshot
from empathy_widgets.model.persona_sheet import (
    QUESTIONS,
    THEMES,
    JourneyStop,
    PersonaRules,
    PersonaSheetAnswer,
    PersonaSheetStep,
    Photo,
    Review,
    SheetVersion,
    Slider,
    ThemeText,
)
from empathy_widgets.views.blocks import answer_blocks
from empathy_widgets.views.persona_sheet import plain, render
from empathy_widgets.widgets.persona_sheet import props

BOTH = Text(en="Make a sheet", nl="Maak een blad")
STEP = PersonaSheetStep(
    kind="persona_sheet",
    id="sheet",
    title=BOTH,
    prompt=BOTH,
    points=4,
    rules=PersonaRules(themes=("day", "dreams")),
)
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(2)>"


def whole(text: str) -> PersonaSheetAnswer:
    """A sheet that holds one text in each of its fields."""
    return PersonaSheetAnswer(
        name=text, quote=text, who=text, group=text,
        photos=(Photo(data=base64.b64encode(b"\xff\xd8\xff photo").decode(), alt=text),),
        themes={theme: ThemeText(text=text, source=text) for theme in THEMES},
        sliders=(Slider(id="slider-1", low=text, high=text, value=30),),
        demographics={"age": text},
        reviews=(Review(id="review-1", group="staff", reviewer=text, answers=dict.fromkeys(QUESTIONS, text)),),
        versions=(SheetVersion(id="version-1", version=text, date=text, changed=text),),
        journey=(JourneyStop(id="journey-1", touchpoint=text, does=text, thinks=text, feels=text, gap=text, quick_win=text),),
    )  # fmt: skip


class Seen(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser."""
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Called by the parser."""
        self.text += data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_shows_in_html_and_in_plain_text(lang: Lang) -> None:
    answer = whole("so much to tell")
    count = 33

    assert count <= Seen(render(STEP, answer, lang=lang, strings=strings(lang))).text.count(
        "so much to tell"
    )
    assert count <= plain(STEP, answer, lang=lang, strings=strings(lang)).count("so much to tell")


def test_hostile_text_is_shown_as_text() -> None:
    seen = Seen(render(STEP, whole(HOSTILE), lang="en", strings=strings("en")))

    assert HOSTILE in seen.text
    assert not seen.tags & {"script", "style", "svg", "iframe"}


def test_a_theme_that_is_asked_and_still_empty_asks_its_question() -> None:
    answer = PersonaSheetAnswer(name="Joost", themes={"day": ThemeText(text="Mail")})
    page = Seen(render(STEP, answer, lang="nl", strings=strings("nl"))).text

    assert "Nog leeg. Wanneer was een jaar een goed jaar?" in page
    assert strings("nl")["persona.theme.fears"] not in page


def test_the_sheet_says_which_themes_are_only_assumed() -> None:
    answer = PersonaSheetAnswer(
        themes={
            "day": ThemeText(text="Mail", evidence="told"),
            "fears": ThemeText(text="Delay"),
        }
    )

    assert "Rests on assumptions only: Fears" in plain(
        STEP, answer, lang="en", strings=strings("en")
    )


def test_the_history_shows_what_each_version_changed() -> None:
    first = PersonaSheetAnswer(themes={"day": ThemeText(text="Mail")})
    second = PersonaSheetAnswer(themes={"day": ThemeText(text="Phone")})
    versions = (
        SheetVersion(id="version-1", version="1", texts=snapshot(first)),
        SheetVersion(
            id="version-2", version="2", changed="After the visit", texts=snapshot(second)
        ),
    )

    page = Seen(
        render(STEP, PersonaSheetAnswer(versions=versions), lang="en", strings=strings("en"))
    ).text

    assert "After the visit · An ordinary day (changed): Phone" in page


def test_photos_stand_in_the_page_itself_and_a_face_where_there_are_none() -> None:
    with_photo = render(STEP, whole("x"), lang="en", strings=strings("en"))
    without = render(STEP, PersonaSheetAnswer(name="Jo"), lang="en", strings=strings("en"))

    assert ["data:image/jpeg;base64"] == re.findall(r'src="([^,]+),', with_photo)
    assert ["data:image/svg+xml;base64"] == re.findall(r'src="([^,]+),', without)


def test_a_model_answer_opens_as_blocks() -> None:
    blocks = answer_blocks(STEP, whole("so much"), "en")

    assert {"quote": "so much"} in blocks
    assert {"h": "Fears"} in blocks


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_learns_the_names_of_everything_it_draws(lang: Lang) -> None:
    known = props(STEP, None, lang)

    assert [theme["key"] for theme in known["themes"] if theme["asked"]] == ["day", "dreams"]
    assert 9 == len(known["questions"])
    assert all(
        entry["title"] for name in ("groups", "questions", "journey") for entry in known[name]
    )
