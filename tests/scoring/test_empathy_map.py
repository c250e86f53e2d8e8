"""Checking a map: the whole of it, and every note, with the judge's word on each note given here."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer, EmpathyMapStep, Note
from empathy_widgets.scoring import empathy_map, judging

if TYPE_CHECKING:
    from empathy_widgets.scoring.results import Finding, StepResult

WELL = load_exercise("well")
ITEM = WELL.rubric["map"]
GOOD = {
    "see": "The same eleven women at the edge of the village",
    "hear": "Her neighbour hums one song on the way up",
    "think_feel": "Looks forward to the bend where nobody hears her",
    "say_do": "Puts her jar down twice on the way back",
    "pains": "Called eight times before noon",
    "gains": "Tells her sister what she cannot say at home",
}


@pytest.fixture(autouse=True)
def judge_says_met(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "met")


def say(monkeypatch: pytest.MonkeyPatch, verdict: str) -> None:
    """Let the judge give one verdict on everything."""

    def judge(item: Any, text: str, **_: object) -> dict[str, Any]:  # noqa: ANN401, ARG001
        decision = SimpleNamespace(verdict=verdict, evidence="", reason=None, missing=None)
        return {criterion.id: decision for criterion in item.criteria}

    monkeypatch.setattr(judging, "judge", judge, raising=False)


def step(name: str) -> EmpathyMapStep:
    found = WELL.exercise.step(name)
    assert isinstance(found, EmpathyMapStep)
    return found


def map_of(texts: dict[str, str], *, name: str = "Salima", **changes: Any) -> EmpathyMapAnswer:  # noqa: ANN401
    notes = [
        Note(id=f"n-{number}", text=text, region=region)
        for number, region in enumerate(REGIONS)
        if (text := texts.get(region, ""))
    ]
    return EmpathyMapAnswer(name=name, situation="at dawn", notes=tuple(notes)).model_copy(
        update=changes
    )


def check(answer: EmpathyMapAnswer, name: str = "map") -> StepResult:
    return empathy_map.check(step(name), answer, item=ITEM)


def said_of(result: StepResult, criterion: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.criterion == criterion]


def test_a_full_map_of_good_notes_earns_everything() -> None:
    result = check(map_of(GOOD))

    assert (6, 6, "complete") == (result.points_min, result.points_max, result.state)
    assert all(finding.verdict == "met" for finding in result.findings)


def test_an_empty_map_earns_nothing_and_hears_nothing() -> None:
    result = check(EmpathyMapAnswer())

    assert ("empty", 0, ()) == (result.state, result.points_max, result.findings)


@pytest.mark.parametrize(
    ("change", "question"),
    [
        ({"name": "  "}, "What would you call this person"),
        ({"situation": ""}, "Where is this person"),
    ],
)
def test_a_person_without_name_or_situation_is_asked_about(
    change: dict[str, str], question: str
) -> None:
    (finding,) = said_of(check(map_of(GOOD, **change)), "person")

    assert "not_met" == finding.verdict
    assert finding.question is not None
    assert finding.question["en"].startswith(question)


def test_every_empty_region_is_named_with_its_own_question() -> None:
    result = check(map_of({**GOOD, "hear": "", "gains": ""}))
    lacking = [finding for finding in said_of(result, "regions") if finding.verdict == "not_met"]

    assert ["hear", "gains"] == [finding.part for finding in lacking]
    assert "Hoort" == lacking[0].title["nl"]
    assert "started" == result.state


def test_one_good_note_on_an_empty_map_earns_little() -> None:
    result = check(map_of({"see": GOOD["see"]}, name=""))

    assert 0 < result.points_max < 1


def test_an_unsure_judge_leaves_the_points_open(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "unsure")
    result = check(map_of(GOOD))

    assert (3, 6) == (result.points_min, result.points_max)
    assert {"open"} == {finding.verdict for finding in said_of(result, "concrete")}


def test_a_note_that_misses_something_is_named_with_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(monkeypatch, "not_met")
    findings = said_of(check(map_of(GOOD)), "concrete")

    assert [f"n-{number}" for number in range(6)] == [finding.part for finding in findings]
    assert GOOD["see"] == findings[0].evidence


def test_a_word_of_ones_own_plan_is_not_from_the_persons_life() -> None:
    result = check(map_of({**GOOD, "see": "Our pump, ten steps from the door"}))
    (finding,) = [f for f in said_of(result, "their_life") if f.verdict == "not_met"]

    assert "n-0" == finding.part
    assert "“our pump”" in finding.message["en"].lower()


@pytest.mark.parametrize(
    "copy",
    [
        "Twelve women set out every morning before sunrise",
        strings("en")["map.region.pains.prompt"],
        "Tells her sister what she cannot say at home.",
    ],
)
def test_a_copy_of_the_story_a_prompt_or_another_note_earns_nothing(copy: str) -> None:
    texts = (
        {**GOOD, "see": GOOD["gains"], "gains": copy}
        if copy.startswith("Tells")
        else {**GOOD, "see": copy}
    )
    result = check(map_of(texts))
    (finding,) = said_of(result, "copies")

    assert copy == finding.evidence
    assert pytest.approx(5.5) == result.points_min


def test_a_gain_that_turns_a_pain_round_is_asked_about() -> None:
    result = check(
        map_of({**GOOD, "pains": "Too little time for her son", "gains": "More time for her son"})
    )
    (finding,) = said_of(result, "mirrored")

    assert ("not_met", "n-5") == (finding.verdict, finding.part)


def test_after_asking_notes_that_are_all_assumed_are_not_enough() -> None:
    (finding,) = said_of(check(map_of(GOOD), "map-after"), "evidence")

    assert "not_met" == finding.verdict
    assert "0; asked: 3" in finding.message["en"]


def test_before_asking_nothing_is_said_of_evidence_or_tension() -> None:
    result = check(map_of(GOOD))

    assert [] == said_of(result, "evidence") + said_of(result, "tension")


@pytest.mark.parametrize(
    "note",
    [
        "Says that it is far, but takes the longer path",
        "Zegt dat het ver is, maar neemt het langere pad",
    ],
)
def test_saying_one_thing_and_doing_another_is_a_tension(note: str) -> None:
    (finding,) = said_of(check(map_of({**GOOD, "say_do": note}), "map-after"), "tension")

    assert ("met", note) == (finding.verdict, finding.evidence)


def test_a_tension_between_two_notes_is_left_to_people() -> None:
    (finding,) = said_of(check(map_of(GOOD), "map-after"), "tension")

    assert "open" == finding.verdict


def test_a_map_that_follows_takes_its_person_from_the_first() -> None:
    nameless = map_of(GOOD, name="")
    alone = empathy_map.check(step("map-after"), nameless, item=ITEM)
    after = empathy_map.check(step("map-after"), nameless, item=ITEM, previous=map_of(GOOD))

    assert ("started", "complete") == (alone.state, after.state)
    assert [] == said_of(after, "person")


def test_every_question_asks_and_no_finding_that_is_met_asks() -> None:
    results = [check(map_of({"see": "x"}, name="")), check(map_of(GOOD), "map-after")]
    for finding in (finding for result in results for finding in result.findings):
        if finding.verdict == "met":
            assert finding.question is None
        elif finding.question:
            assert finding.question["en"].endswith("?")
            assert finding.question["nl"].endswith("?")
