"""The page a learner gets back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.grading.feedback import feedback_page
from empathy_widgets.grading.gradebook import Pending
from empathy_widgets.grading.marks import Finding, Marks, StepMarks

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

NASTY = "<script>alert(1)</script>\" onload='x' {{ 7*7 }} &amp;"


def page(lang: Lang = "en", learner: str = "Anna", said: str = "fine", **more: object) -> str:
    def finding(verdict: str) -> Finding:
        return Finding("c", verdict, 1, f"Title {verdict}", said, said, f"Question {verdict}?", "")

    steps = (
        StepMarks("inward", "complete", 3, 3, 4, (finding("met"), finding("not_met"))),
        StepMarks("need", "complete", 0, 2, 2, (finding("open"),)),
        StepMarks("why", "empty", 0, 0, 2, ()),
        StepMarks("reflection", "complete", 0, 0, 0, ()),
    )
    marks = Marks("well", "c0", 3, 5, 8, "open", steps)
    work = Pending(1, learner, "well", lang, 1, "2026-11-20T10:00:00.000+00:00", "c0", "0" * 32, {})
    exercise = load_exercise("well").exercise
    return feedback_page(exercise, work, marks, other_version=bool(more.get("other_version")))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<body>")[1]).split())


def test_the_page_says_what_is_good_what_to_think_about_and_what_waits() -> None:
    text = words(page())

    assert text.startswith(
        "Feedback for Anna The well Handed in on 20 November 2026 3 to 5 of 8 points"
    )
    assert (
        text.index("Good")
        < text.index("To think about")
        < text.index("Your trainer still reads this")
    )
    assert "3 of 4 points" in text
    assert "0 to 2 of 2 points" in text
    assert "Nothing was filled in here." in text
    assert "until then your points are not final" in text


def test_the_page_is_in_the_language_of_the_learner() -> None:
    html = page("nl")

    assert '<html lang="nl">' in html
    text = words(html)
    assert text.startswith(
        "Feedback voor Anna De waterput Ingeleverd op 20 november 2026 3 tot 5 van 8 punten"
    )
    assert "Dit leest je trainer nog" in text
    for english in ("points", "Handed in", "To think about"):
        assert english not in text


def test_what_is_good_needs_no_question() -> None:
    text = words(page())

    assert "Question met?" not in text
    assert "Question not_met?" in text


def test_an_older_version_of_the_exercise_is_told() -> None:
    assert "another version of this exercise" in words(page(other_version=True))
    assert "another version of this exercise" not in words(page())


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_nothing_that_a_learner_wrote_becomes_markup(lang: str) -> None:
    html = page(cast("Lang", lang), learner=NASTY, said=NASTY)

    assert "<script" not in html
    assert "onload='x'" not in html
    assert "49" not in words(html)
    assert html.count("&lt;script&gt;alert(1)") == 8


def test_the_page_needs_nothing_but_itself() -> None:
    html = page()

    assert not re.search(r"(src|href)=|url\(|@import", html)
    assert "default-src 'none'" in html
    assert "@media print" in html
