"""Six and seven show the same map: every note once, and nothing is changed by looking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import (
    FACTS,
    REGIONS,
    TAGS,
    Comment,
    EmpathyMapAnswer,
    Face,
    Item,
    Note,
)
from empathy_widgets.model.map_layouts import LAYOUTS, Layout, areas
from empathy_widgets.views.empathy_map import Page

TEXTS = st.text(min_size=1, max_size=40).filter(str.strip)
NOTES = st.lists(
    st.builds(
        Note,
        id=st.uuids().map(lambda found: f"n-{found.hex[:8]}"),
        text=TEXTS,
        region=st.sampled_from(REGIONS),
        tag=st.sampled_from(TAGS),
        author=st.sampled_from(["", "Anna"]),
    ),
    max_size=12,
    unique_by=lambda note: note.id,
)
MAPS = st.builds(
    EmpathyMapAnswer,
    name=st.text(max_size=20),
    goal=st.text(max_size=20),
    facts=st.dictionaries(st.sampled_from(FACTS), TEXTS),
    face=st.none() | st.builds(Face, beard=st.sampled_from(["none", "full"])),
    notes=NOTES.map(tuple),
    themes=st.lists(st.builds(Item, id=st.just("t-1"), text=TEXTS), max_size=1).map(tuple),
    comments=st.lists(
        st.builds(
            Comment,
            id=st.just("c-1"),
            text=TEXTS,
            about=st.sampled_from(["", "see", "n-1"]),
            resolved=st.booleans(),
        ),
        max_size=1,
    ).map(tuple),
)


@given(answer=MAPS, layout=st.sampled_from(LAYOUTS))
def test_every_note_stands_in_exactly_one_area_of_each_layout(
    answer: EmpathyMapAnswer, layout: Layout
) -> None:
    shown = [note.id for _, notes in areas(layout, answer) for note in notes]

    assert sorted(note.id for note in answer.notes) == sorted(shown)


@given(answer=MAPS)
def test_drawing_a_map_in_both_layouts_changes_nothing(answer: EmpathyMapAnswer) -> None:
    before = answer.model_dump_json()
    for layout in LAYOUTS:
        page = Page("Map", "", "", answer, strings("nl"), layout)
        assert page.html()
        assert page.plain()

    assert before == answer.model_dump_json()


@given(answer=MAPS)
def test_a_map_survives_the_way_into_entries_and_back(answer: EmpathyMapAnswer) -> None:
    again = EmpathyMapAnswer.read(answer.entries())

    assert answer == again


def test_a_note_without_a_tag_waits_under_says_or_does() -> None:
    said = Note(id="n-1", text="It is far", region="say_do", tag="say")
    open_note = Note(id="n-2", text="Sighs", region="say_do")
    answer = EmpathyMapAnswer(notes=(said, open_note))
    found = {area.key: [note.id for note in notes] for area, notes in areas("seven", answer)}

    assert ["n-1"] == found["say"]
    assert ["n-2"] == found["say_or_do"]
    assert [] == found["do"]
