"""The static map: everything is there, in order, as text, and readable where styles are thrown away."""

from __future__ import annotations

import re

import pytest

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import (
    REGIONS,
    Comment,
    EmpathyMapAnswer,
    EmpathyMapStep,
    Face,
    Item,
    Note,
)
from empathy_widgets.model.language import LANGUAGES, Lang, Text
from empathy_widgets.model.map_layouts import LAYOUTS
from empathy_widgets.views.empathy_map import Page, plain, render

STEP = EmpathyMapStep(
    kind="empathy_map",
    id="map",
    title=Text(en="Before the well", nl="Voor de put"),
    points=6,
    prompt=Text(en="Fill the map.", nl="Vul de kaart."),
    question=Text(en="What would water mean?", nl="Wat zou water betekenen?"),
)
FILLED = EmpathyMapAnswer(
    name="Fatima, 34",
    role="fetches water",
    situation="walks at six",
    face=Face(hair="curly", glasses="round", expression="smile"),
    notes=(
        Note(id="n-1", text="Dust on the path", region="see", evidence="observed"),
        Note(id="n-2", text="It is far", region="hear", evidence="told", source="interview, 3 May"),
        Note(id="n-3", text="Proud", region="think_feel"),
    ),
)
EMPTY = EmpathyMapAnswer()


def shown(
    answer: EmpathyMapAnswer, lang: Lang = "en", previous: EmpathyMapAnswer | None = None
) -> str:
    return render(STEP, answer, lang=lang, strings=strings(lang), previous=previous)


def said(
    answer: EmpathyMapAnswer, lang: Lang = "en", previous: EmpathyMapAnswer | None = None
) -> str:
    return plain(STEP, answer, lang=lang, strings=strings(lang), previous=previous)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_word_is_there_also_when_styles_and_pictures_are_thrown_away() -> None:
    for text in (words(shown(FILLED)), said(FILLED)):
        for part in ("What would water mean?", "Fatima, 34", "fetches water", "walks at six"):
            assert part in text
        assert "■ observed" in text
        assert "● told · interview, 3 May" in text
        assert "○ assumed" in text


def test_the_question_comes_before_the_person_and_the_person_before_the_notes() -> None:
    for text in (words(shown(FILLED)), said(FILLED)):
        places = [text.index(part) for part in ("What would water", "Fatima", "1 Sees")]
        assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_regions_stand_in_the_order_of_the_six_questions(lang: Lang) -> None:
    for text in (words(shown(EMPTY, lang)), said(EMPTY, lang)):
        titles = [f"{n} {strings(lang)[f'map.region.{key}']}" for n, key in enumerate(REGIONS, 1)]
        places = [text.index(title) for title in titles]
        assert places == sorted(places)


def test_an_empty_map_says_so_and_asks_its_questions() -> None:
    html = shown(EMPTY, "nl")
    assert strings("nl")["twin.empty"] in html
    assert strings("nl")["map.region.pains.prompt"] in html
    assert 'alt="Nog geen gezicht getekend"' in html


def test_the_face_is_described_in_words() -> None:
    assert 'alt="Drawn face: curly hair, round glasses, smiling"' in shown(FILLED)


def test_it_keeps_to_what_an_untrusted_notebook_shows() -> None:
    html = shown(FILLED)
    assert not re.search(r"<(script|style|svg|link)\b", html)
    assert not re.search(r"\b(class|id|on\w+)=", html)
    assert not re.search(r"var\(|color-mix|light-dark|[^-]color:", html)


def test_what_a_learner_wrote_is_text_everywhere() -> None:
    hostile = "<img src=x onerror=alert(1)> & 'so'"
    answer = EmpathyMapAnswer(
        name=hostile,
        role=hostile,
        situation=hostile,
        notes=(Note(id="n-1", text=hostile, region="see", evidence="told", source=hostile),),
    )
    html = shown(answer, previous=FILLED)
    assert "<img src=x" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 6
    assert said(answer).count(hostile) == 5


SECOND = EmpathyMapAnswer(
    name="Fatima, 34",
    notes=(
        Note(id="n-1", text="Dust on the path", region="see", evidence="observed"),
        Note(id="n-3", text="Proud", region="think_feel", evidence="told"),
        Note(id="n-4", text="Here nobody needs me", region="gains", evidence="told"),
    ),
)


def test_beside_the_first_map_it_lists_what_asking_changed() -> None:
    text = words(shown(SECOND, previous=FILLED))
    assert "✓ Confirmed Thinks and feels: Proud" in text
    assert "+ New Gains: Here nobody needs me" in text
    assert "- Dropped Hears: It is far" in text
    assert "Still a guess" not in text
    assert "✓ Confirmed:\n- Thinks and feels: Proud" in said(SECOND, previous=FILLED)


def test_a_changed_note_shows_what_it_said_before() -> None:
    changed = EmpathyMapAnswer(
        notes=(Note(id="n-2", text="It is our walk", region="hear", evidence="told"),)
    )
    html = shown(changed, previous=FILLED)
    assert "Hears: It is our walk<br>Before: <del>It is far</del>" in html
    assert "Hears: It is our walk Before: It is far" in said(changed, previous=FILLED)


def test_without_notes_on_both_maps_there_is_nothing_to_compare() -> None:
    assert strings("en")["map.diff"] not in shown(EMPTY, previous=FILLED)
    assert strings("en")["map.diff"] not in shown(FILLED, previous=EMPTY)


def test_goal_facts_author_and_beard_are_told_in_both_layouts() -> None:
    answer = FILLED.model_copy(
        update={
            "goal": "Decide who fetches the water",
            "facts": {"age": "34", "education": "four years of school"},
            "face": Face(hair="short", beard="full"),
            "notes": (Note(id="n-1", text="It is far", region="say_do", tag="say", author="Anna"),),
        }
    )
    for layout in LAYOUTS:
        page = Page("Map", "", "", answer, strings("en"), layout)
        for text in (words(page.html()), page.plain()):
            for part in ("Decide who fetches the water", "Age: 34", "by Anna"):
                assert part in text
        assert "short hair, a full beard" in page.html()
    seven = Page("Map", "", "", answer, strings("en"), "seven").plain()
    assert "4 Says:\n- It is far" in seven


def test_themes_needs_insights_and_comments_stand_beside_the_map() -> None:
    answer = FILLED.model_copy(
        update={
            "notes": (Note(id="n-1", text="It is far", region="hear", theme="t-1"),),
            "themes": (Item(id="t-1", text="Time together"),),
            "needs": (Item(id="need-1", text="to be heard"),),
            "insights": (Item(id="insight-1", text="The walk is no burden"),),
            "comments": (
                Comment(id="c-1", text="Who says so?", about="n-1", author="Ben"),
                Comment(id="c-2", text="More sounds?", about="hear", resolved=True),
            ),
        }
    )
    for text in (words(shown(answer)), said(answer)):
        assert "Time together (Notes: 1)" in text
        assert "to be heard" in text
        assert "The walk is no burden" in text
        assert "“It is far”: Who says so? · by Ben" in text
        assert "Hears: More sounds? · resolved" in text
