"""The persona sheet: entries and back, notes of a map taken over, and what versions changed."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from empathy_widgets.model.answers import Answers, Entries
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Face, Note
from empathy_widgets.model.entries import edit
from empathy_widgets.model.exercise import Exercise
from empathy_widgets.model.persona_diff import diff_personas, snapshot, texts_at, texts_of
from empathy_widgets.model.persona_from_map import themes_from_map
from empathy_widgets.model.persona_sheet import (
    DEMOGRAPHICS,
    GROUPS,
    QUESTIONS,
    THEMES,
    JourneyStop,
    PersonaSheetAnswer,
    Photo,
    Review,
    SheetVersion,
    Slider,
    ThemeText,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(
    lambda text: f"x{text}"
)
MAYBE = st.just("") | TEXT
PHOTO = Photo(data=base64.b64encode(b"\xff\xd8\xff\xe0 a photo").decode(), alt="Joost at his desk")


def rows(kind: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    made = st.lists(st.fixed_dictionaries(fields), max_size=3)
    return made.map(lambda found: [{"id": f"{kind}-{n}", **row} for n, row in enumerate(found)])


SHEETS = st.builds(
    PersonaSheetAnswer,
    name=MAYBE,
    quote=MAYBE,
    who=MAYBE,
    group=MAYBE,
    face=st.none() | st.just(Face(hair="bun")),
    photos=st.sampled_from([(), (PHOTO,), (PHOTO, PHOTO)]),
    themes=st.dictionaries(
        st.sampled_from(THEMES),
        st.builds(
            ThemeText,
            text=TEXT,
            source=MAYBE,
            evidence=st.sampled_from(["told", "assumed"]),
            notes=st.sampled_from([(), ("n-1", "n-2")]),
        ),
    ),
    demographics=st.dictionaries(st.sampled_from(DEMOGRAPHICS), TEXT),
    sliders=rows("slider", low=TEXT, high=MAYBE, value=st.integers(0, 100)),
    reviews=rows(
        "review",
        group=st.sampled_from(GROUPS),
        reviewer=TEXT,
        answers=st.dictionaries(st.sampled_from(QUESTIONS), TEXT),
    ),
    versions=rows("version", version=TEXT, date=MAYBE, changed=MAYBE, texts=MAYBE),
    journey=rows("journey", touchpoint=TEXT, does=MAYBE, quick_win=MAYBE),
)


@settings(max_examples=60, deadline=None)
@given(SHEETS)
def test_a_sheet_survives_its_way_through_entries_and_json(sheet: PersonaSheetAnswer) -> None:
    adapter = TypeAdapter(Entries)
    stored = adapter.dump_json(sheet.entries())

    assert sheet == PersonaSheetAnswer.read(adapter.validate_json(stored))
    assert sheet == PersonaSheetAnswer.model_validate_json(sheet.model_dump_json())


def test_entries_that_hold_nonsense_are_passed_over() -> None:
    nonsense = {
        "name": {"text": 5},
        "photo-1": {"data": "<svg onload=alert(1)>"},
        "photo-2": {"data": base64.b64encode(b"\x89PNG").decode()},
        "theme.day": {"text": "Mail", "evidence": "certain", "source": None, "notes": 3},
        "theme.moon": {"text": "no such theme"},
        "demographics.age": {"text": "  "},
        "slider-1": {"low": "rules", "high": "people", "value": float("inf")},
        "slider-2": {"low": "a", "high": "b", "value": 300},
        "slider-3": {"value": 3},
        "review-1": {"group": "press", "know": "yes"},
        "review-2": {"group": "staff"},
        "version-1": {"date": "2026-11-21"},
        "journey-1": {"touchpoint": " "},
    }
    entries = {name: edit(None, client="a", value=value) for name, value in nonsense.items()}  # type: ignore[arg-type]

    read = PersonaSheetAnswer.read(entries)

    assert read == PersonaSheetAnswer(
        themes={"day": ThemeText(text="Mail")},
        sliders=(
            Slider(id="slider-1", low="rules", high="people", value=50),
            Slider(id="slider-2", low="a", high="b", value=100),
        ),
    )


def test_a_sheet_with_only_a_face_has_been_begun_and_a_new_one_has_not() -> None:
    assert PersonaSheetAnswer().is_empty
    assert not PersonaSheetAnswer(face=Face()).is_empty


def test_typing_what_is_on_a_photo_does_not_touch_the_photo_itself() -> None:
    entries = PersonaSheetAnswer(photos=(PHOTO,)).entries()

    assert {"data": PHOTO.data} == entries["photo-1"].value
    assert {"text": PHOTO.alt} == entries["photo-1.alt"].value


def test_a_whole_sheet_with_three_photos_fits_into_a_document() -> None:
    largest = base64.b64encode(b"\xff\xd8\xff" + bytes(60 * 1024 - 3)).decode()
    sheet = PersonaSheetAnswer(photos=(Photo(data=largest),) * 3)

    stored = Answers.new("persona").with_entries("sheet", sheet.entries()).model_dump_json()

    assert sheet == PersonaSheetAnswer.read(Answers.model_validate_json(stored).entries("sheet"))


def map_of(*notes: Note) -> EmpathyMapAnswer:
    return EmpathyMapAnswer(notes=notes)


TOLD = Note(id="n-1", text="Mail first", region="say_do", evidence="told", source="visit, 3 May")
GUESS = Note(id="n-2", text="Tired at five", region="see")
FEAR = Note(id="n-3", text="A contract that is late", region="pains")


def test_notes_come_over_with_what_is_known_of_them() -> None:
    themes = themes_from_map(map_of(TOLD, GUESS, FEAR))

    assert themes["day"] == ThemeText(
        text="Mail first\nTired at five",
        source="visit, 3 May",
        evidence="told",
        notes=("n-1", "n-2"),
    )
    assert themes["fears"].evidence == "assumed"


def test_a_sheet_tells_which_themes_rest_on_assumptions_only() -> None:
    assert PersonaSheetAnswer(themes=themes_from_map(map_of(TOLD, GUESS, FEAR))).assumed == (
        "fears",
    )


def test_a_note_can_go_to_another_theme_or_stay_behind() -> None:
    themes = themes_from_map(map_of(TOLD, FEAR), {"n-1": "jobs", "n-3": None})

    assert list(themes) == ["jobs"]


def test_a_version_keeps_what_the_sheet_said_and_shows_what_changed_since() -> None:
    first = PersonaSheetAnswer(
        name="Joost", quote="I drive an old one", themes={"day": ThemeText(text="Mail")}
    )
    kept = snapshot(first)
    now = PersonaSheetAnswer(
        name="Joost", themes={"day": ThemeText(text="Phone"), "fears": ThemeText(text="Delay")}
    )

    changes = diff_personas(texts_at(kept), texts_of(now))

    assert [("changed", "theme.day"), ("new", "theme.fears"), ("dropped", "quote")] == [
        (change.kind, change.field) for change in changes
    ]


@pytest.mark.parametrize("kept", ["", "{", "[1]", '{"name": 5}', "[" * 100_000])
def test_a_snapshot_that_cannot_be_read_holds_nothing(kept: str) -> None:
    assert texts_at(kept) == {}


def test_a_sheet_too_long_to_keep_has_a_version_without_a_snapshot() -> None:
    assert snapshot(PersonaSheetAnswer(name="x" * 100_000)) == ""


def exercise(**step: object) -> dict[str, object]:
    text = {"en": "x", "nl": "x"}
    persona = {"kind": "persona_sheet", "id": "sheet", "title": text, "points": 4, "prompt": text}
    empathy_map = {"kind": "empathy_map", "id": "map", "title": text, "points": 1, "prompt": text}
    return {
        "format_version": 1, "id": "persona", "number": 7, "title": text, "summary": text,
        "able": [text], "minutes": 5, "page": [empathy_map, {**persona, **step}],
    }  # fmt: skip


def test_an_exercise_may_ask_for_a_sheet_that_takes_notes_from_its_map() -> None:
    read = Exercise.model_validate(exercise(from_map="map", rules={"themes": ["day", "jobs"]}))

    assert "persona_sheet" == read.step("sheet").kind


@pytest.mark.parametrize("elsewhere", ["nowhere", "sheet"])
def test_a_sheet_cannot_take_notes_from_what_is_no_earlier_map(elsewhere: str) -> None:
    with pytest.raises(ValidationError, match="takes notes from"):
        Exercise.model_validate(exercise(from_map=elsewhere))


def test_every_row_of_the_sheet_has_a_place_of_its_own() -> None:
    sheet = PersonaSheetAnswer(
        reviews=tuple(Review(id=f"review-{n}", group="staff", reviewer=str(n)) for n in "cab"),
        versions=tuple(SheetVersion(id=f"version-{n}", version=n) for n in "cab"),
        journey=tuple(JourneyStop(id=f"journey-{n}", touchpoint=n) for n in "cab"),
    )

    assert sheet == PersonaSheetAnswer.read(dict(sorted(sheet.entries().items())))
