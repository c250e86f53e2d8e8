"""What the check of a persona sheet says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets.model.language import Text
from empathy_widgets.model.persona_sheet import (
    PersonaRules,
    PersonaSheetAnswer,
    PersonaSheetStep,
    Review,
    SheetVersion,
    ThemeText,
)
from empathy_widgets.scoring.persona_sheet import check

if TYPE_CHECKING:
    from empathy_widgets.scoring.results import Finding, StepResult

BOTH = Text(en="Make a sheet", nl="Maak een blad")
RULES = PersonaRules(themes=("day", "goals", "fears", "dreams"), sources=2, tested=True, versions=1)
STEP = PersonaSheetStep(
    kind="persona_sheet", id="sheet", title=BOTH, prompt=BOTH, points=14, rules=RULES
)

JOOST = PersonaSheetAnswer(
    name="Joost",
    who="buys cars for 180 colleagues",
    quote="Everybody is my customer here, and I hear it first.",
    themes={
        "day": ThemeText(text="Mail before coffee", source="interview, 3 May", evidence="told"),
        "goals": ThemeText(text="Head of purchasing", source="visit, 4 May", evidence="observed"),
        "fears": ThemeText(text="A contract that arrives too late"),
        "dreams": ThemeText(text="A marathon in June"),
    },
    demographics={"age": "41"},
    reviews=(
        Review(id="review-1", group="staff", reviewer="Ann", answers={"know": "Yes"}),
        Review(id="review-2", group="supplier", reviewer="Bo", answers={"correct": "No"}),
        Review(id="review-3", group="customer", reviewer="Cas", answers={"missing": "Children"}),
    ),
    versions=(SheetVersion(id="version-1", version="2", changed="Added his children"),),
)


def changed(**fields: object) -> PersonaSheetAnswer:
    return JOOST.model_copy(update=fields)


def found(result: StepResult, criterion: str, verdict: str = "not_met") -> list[Finding]:
    return [f for f in result.findings if (f.criterion, f.verdict) == (criterion, verdict)]


def test_a_sheet_that_holds_everything_earns_everything() -> None:
    result = check(STEP, JOOST)

    assert (14, 14, "complete") == (result.points_min, result.points_max, result.state)
    assert {"met"} == {finding.verdict for finding in result.findings}


def test_an_empty_sheet_earns_nothing_and_is_not_scolded() -> None:
    result = check(STEP, PersonaSheetAnswer())

    assert ("empty", 0, ()) == (result.state, result.points_max, result.findings)


@pytest.mark.parametrize(
    ("answer", "criterion", "part"),
    [
        (changed(name=" "), "person", "name"),
        (changed(who=""), "person", "who"),
        (changed(quote=""), "quote", "quote"),
        (changed(quote="He hears everything first"), "quote", "quote"),
        (changed(quote="Joost hoort alles als eerste"), "quote", "quote"),
        (changed(demographics=dict.fromkeys(("age", "home", "work", "income", "household"), "x")), "human", ""),
        (changed(reviews=JOOST.reviews[:2]), "tested", "customer"),
        (changed(versions=()), "versions", ""),
        (changed(versions=(SheetVersion(id="version-1", version="2"),)), "versions", ""),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_a_question(
    answer: PersonaSheetAnswer, criterion: str, part: str
) -> None:
    result = check(STEP, answer)

    (finding,) = found(result, criterion)
    assert part == finding.part
    assert finding.question is not None
    assert result.points_max == pytest.approx(14 - finding.points, abs=0.005)


@pytest.mark.parametrize(
    "quote", ["I wait.", "Dat doe ik zelf.", "“We never ask”", "Mij niet gezien"]
)
def test_a_quote_in_the_first_person_is_one(quote: str) -> None:
    assert found(check(STEP, changed(quote=quote)), "quote", "met")


def test_who_speaks_in_a_quote_without_a_person_is_for_people_to_judge() -> None:
    result = check(STEP, changed(quote="Never again that queue!"))

    assert found(result, "quote", "open")
    assert (12, 14) == (result.points_min, result.points_max)


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "...",
        "What did yesterday look like, from getting up to going to bed?",
        "A marathon in june!",
    ],
)
def test_a_theme_that_says_nothing_of_its_own_does_not_count(text: str) -> None:
    answer = changed(
        themes={**JOOST.themes, "jobs": JOOST.themes["day"], "goals": ThemeText(text=text)}
    )

    parts = [finding.part for finding in found(check(STEP, answer), "themes")]

    assert parts == ["goals"]


def test_an_assumption_with_a_source_is_still_an_assumption() -> None:
    guess = JOOST.themes["day"].model_copy(update={"evidence": "assumed"})
    result = check(STEP, changed(themes={**JOOST.themes, "day": guess}))

    (finding,) = found(result, "sources")
    assert finding.points == pytest.approx(1)


def test_only_what_the_exercise_asks_is_looked_at() -> None:
    rules = PersonaRules(themes=("day",), sources=0)
    result = check(STEP.model_copy(update={"rules": rules}), changed(reviews=(), versions=()))

    assert {"person", "quote", "themes", "human"} == {f.criterion for f in result.findings}
    assert 14 == result.points_min
