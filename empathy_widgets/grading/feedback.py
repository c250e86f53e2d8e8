"""The page a learner gets back: what is good, what to think about, what the trainer still reads."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.views.results import number, points_in_words
from empathy_widgets.views.templates import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.grading.gradebook import Pending
    from empathy_widgets.grading.marks import Marks, StepMarks
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang

_TEMPLATES = Path(__file__).with_name("templates")

_ORDER = {"met": "feedback.met", "not_met": "feedback.not_met", "open": "page.open"}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


def feedback_page(
    exercise: Exercise, work: Pending, marks: Marks, *, other_version: bool = False
) -> str:
    """One HTML page that needs nothing but itself, in the language the learner worked in.

    Args:
        exercise: what was handed in.
        work: whose it is, and when it was handed in.
        marks: what the checks said.
        other_version: whether it was made from another version of the exercise.
    """
    lang, words = work.lang, strings(work.lang)
    mark = number(exercise.pass_mark * marks.points_possible, lang)
    passed = words[f"summary.passed.{marks.passed}"].format(mark=mark)
    page = environment(_TEMPLATES).get_template("feedback_page.html")
    return page.render(
        lang=lang,
        words=words,
        title=exercise.title[lang],
        learner=work.learner,
        handed_in=_date(work.handed_in, lang),
        total=_points(marks, lang),
        passed=passed if marks.points_possible else "",
        waiting=marks.waiting,
        other_version=other_version,
        steps=[_step(exercise, step, lang) for step in marks.steps],
    )


def _step(exercise: Exercise, marks: StepMarks, lang: Lang) -> dict[str, Any]:
    words = strings(lang)
    return {
        "title": exercise.step(marks.step).title[lang],
        "points": _points(marks, lang) if marks.points_possible else "",
        "is_empty": marks.state == "empty",
        "groups": list(_groups(marks, words)),
    }


def _groups(marks: StepMarks, words: Mapping[str, str]) -> list[dict[str, Any]]:
    found = {verdict: [f for f in marks.findings if f.verdict == verdict] for verdict in _ORDER}
    return [
        {"verdict": verdict, "title": words[_ORDER[verdict]], "findings": findings}
        for verdict, findings in found.items()
        if findings
    ]


def _points(marks: Marks | StepMarks, lang: Lang) -> str:
    return points_in_words(marks.points_min, marks.points_max, marks.points_possible, lang)


def _date(moment: str, lang: Lang) -> str:
    if not moment:
        return ""
    day = datetime.fromisoformat(moment)
    return f"{day.day} {_MONTHS[lang].split()[day.month - 1]} {day.year}"
