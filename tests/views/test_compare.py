"""People side by side: shared is what two of them say, apart is all the rest, and nothing gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import empathy_widgets
from empathy_widgets import EmpathyMap, compare
from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import CompareError
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer, Note
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.views import twin
from empathy_widgets.views.compare import compared


def one(name: str, *notes: tuple[str, str]) -> EmpathyMapAnswer:
    """The map of one person, with (region, text) for each note."""
    made = tuple(
        Note.model_validate({"id": f"n-{at}", "region": region, "text": text})
        for at, (region, text) in enumerate(notes)
    )
    return EmpathyMapAnswer(name=name, notes=made)


FATIMA = one("Fatima", ("pains", "The walk is long"), ("gains", "An hour with the others"))
AISHA = one("Aisha", ("pains", "It is a long walk!"), ("gains", "Sleep in the afternoon"))
NADIA = one("Nadia", ("pains", "A long walk, every day"), ("hear", "The walk is long"))


def test_it_is_a_public_name() -> None:
    assert "compare" in empathy_widgets.__all__


def test_what_two_people_say_in_other_words_is_shared() -> None:
    found = compare(FATIMA, AISHA)

    [shared] = found.shared
    assert ["The walk is long", "It is a long walk!"] == [n.text for n in shared.notes if n]
    assert [["An hour with the others"], ["Sleep in the afternoon"]] == [
        [note.text for note in own] for own in found.apart
    ]


def test_three_people_share_what_at_least_two_of_them_say() -> None:
    [shared] = compare(FATIMA, AISHA, NADIA).shared

    assert "pains" == shared.region
    assert 2 <= sum(note is not None for note in shared.notes)


def test_the_same_words_in_another_region_are_another_thing() -> None:
    assert () == compare(one("A", ("pains", "The walk")), one("B", ("gains", "The walk"))).shared


def test_a_text_turned_round_is_not_shared() -> None:
    assert () == compare(one("A", ("gains", "More time")), one("B", ("gains", "Less time"))).shared


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_two_or_more_than_three_maps_are_refused(count: int) -> None:
    with pytest.raises(CompareError, match=f"two or three maps, and was given {count}"):
        compare(*[FATIMA] * count)


def test_maps_on_their_own_are_compared_as_they_are_now() -> None:
    fatima, aisha = EmpathyMap(name="Fatima"), EmpathyMap(name="Aisha")
    fatima.add("pains", "The walk is long")
    assert () == compare(fatima, aisha).shared
    aisha.add("pains", "It is a long walk")

    assert 1 == len(compare(fatima, aisha).shared)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_there_as_text_in_both_forms(lang: Lang) -> None:
    hostile = one("<b>Eve</b>", ("see", "<script>alert(1)</script>"))
    found = compare(FATIMA, hostile, lang=lang)._repr_mimebundle_()

    assert "<script" not in found["text/html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in found["text/html"]
    assert "<script>alert(1)</script>" in found["text/plain"]
    for text in ("Fatima", "The walk is long"):
        assert all(text in form for form in found.values())


def test_who_has_no_name_is_counted() -> None:
    html = compare(one(""), one(" ")).to_html()

    assert "Person 1" in html
    assert "Person 2" in html


TEXTS = st.sampled_from(["The walk", "A long walk", "Walk long", "Dust", "No dust", "Heat"])
MAPS = st.lists(st.tuples(st.sampled_from(REGIONS), TEXTS), max_size=8)


@given(maps=st.lists(MAPS, min_size=2, max_size=3))
def test_every_note_is_either_shared_or_apart_and_stands_there_once(
    maps: list[list[tuple[str, str]]],
) -> None:
    people = [one(f"P{at}", *notes) for at, notes in enumerate(maps)]
    found = compare(*people)

    for at, person in enumerate(people):
        shared = [note.id for each in found.shared if (note := each.notes[at])]
        apart = [note.id for note in found.apart[at]]
        assert sorted(note.id for note in person.notes) == sorted(shared + apart)


def side_by_side(*maps: EmpathyMapAnswer) -> Answers:
    """Answers to `customer-map` with these maps in its first steps."""
    answers = Answers.new("customer-map")
    for step, each in zip(("map", "map-two", "map-three"), maps, strict=False):
        answers = answers.with_entries(step, each.entries())
    return answers


def test_a_step_lays_the_maps_side_by_side_that_it_names() -> None:
    exercise = load_exercise("customer-map").exercise
    found = compared(exercise, "side-by-side", side_by_side(FATIMA, AISHA, one("")), "nl")

    assert found
    assert ["The walk is long", "It is a long walk!", None] == [
        note and note.text for note in found.shared[0].notes
    ]
    assert "Iemand die wegbleef" in found.to_html()  # who has no name is called as the step
    assert None is compared(exercise, "map", side_by_side(FATIMA), "nl")


def test_the_browser_hears_region_by_region_who_says_what() -> None:
    data = compare(FATIMA, AISHA).for_browser()
    pains = next(region for region in data["regions"] if region["key"] == "pains")
    gains = next(region for region in data["regions"] if region["key"] == "gains")

    assert ["Fatima", "Aisha"] == [person["name"] for person in data["people"]]
    assert [["The walk is long", "It is a long walk!"]] == [
        [note["text"] for note in notes] for notes in pains["shared"]
    ]
    assert [[], []] == pains["apart"]
    assert [["An hour with the others"], ["Sleep in the afternoon"]] == [
        [note["text"] for note in own] for own in gains["apart"]
    ]


@given(st.lists(st.lists(st.sampled_from(REGIONS), max_size=5), min_size=2, max_size=3))
def test_every_note_stands_in_the_comparison_once(regions: list[list[str]]) -> None:
    maps = [
        one(str(at), *((region, f"{region} {n}") for n, region in enumerate(some)))
        for at, some in enumerate(regions)
    ]
    data = compare(*maps).for_browser()
    told = [
        note
        for region in data["regions"]
        for cells in (*region["shared"], *region["apart"])
        for note in cells
        if note
    ]

    assert len(told) in {0, sum(len(some) for some in regions)}
    assert bool(told) == (sum(map(bool, regions)) >= 2)


def test_the_twin_of_a_step_shows_the_maps_as_soon_as_two_hold_notes() -> None:
    loaded = load_exercise("customer-map")

    def html(answers: Answers) -> str:
        return twin(loaded.exercise, loaded.rubric, "side-by-side", answers, "en")["text/html"]

    assert "What sets them apart" not in html(side_by_side(FATIMA))
    assert "What sets them apart" in html(side_by_side(FATIMA, AISHA))
    assert "Sleep in the afternoon" in html(side_by_side(FATIMA, AISHA))
