"""What the checks found, as static HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.scoring.results import ExerciseResult, StepResult

_ORDER = ("met", "not_met", "open")


def feedback(result: StepResult, lang: Lang) -> str:
    """What is good, what to think about and what is for the trainer, in that order."""
    words = strings(lang)
    return fragment(
        "feedback.html",
        points=points_sentence(result, lang),
        empty=words["feedback.empty"] if result.state == "empty" else "",
        groups=_groups(result, words),
        lang=lang,
        words=words,
    )


def feedback_plain(result: StepResult, lang: Lang) -> str:
    """The same as plain text."""
    words = strings(lang)
    lines = [points_sentence(result, lang)]
    if result.state == "empty":
        lines.append(words["feedback.empty"])
    for group in _groups(result, words):
        lines += ["", f"{group['title']}:"]
        for finding in group["findings"]:
            question = (
                finding.question[lang] if finding.question and finding.verdict != "met" else ""
            )
            said = f"- {finding.title[lang]}. {finding.message[lang]} {question}"
            lines.append(said.rstrip())
            if finding.evidence:
                lines.append(f"  {words['feedback.your_words']}: {finding.evidence}")
    return "\n".join(lines)


def summary(exercise: Exercise, result: ExerciseResult, lang: Lang) -> str:
    """Every step with its state and points, the total, and whether that passes."""
    words = strings(lang)
    return fragment(
        "summary.html",
        rows=[_row(exercise, step, lang, words) for step in result.steps],
        total=points_range(result.points_min, result.points_max, result.points_possible, lang),
        passed=_passed(exercise, result, lang),
        words=words,
    )


def summary_plain(exercise: Exercise, result: ExerciseResult, lang: Lang) -> str:
    """The same as plain text."""
    words = strings(lang)
    rows = [_row(exercise, step, lang, words) for step in result.steps]
    lines = [f"- {row['title']}: {row['state']}, {row['points']}" for row in rows]
    total = points_range(result.points_min, result.points_max, result.points_possible, lang)
    return "\n".join(
        [
            words["summary.title"],
            *lines,
            f"{words['summary.total']}: {total}",
            _passed(exercise, result, lang),
        ]
    )


def points_sentence(result: StepResult, lang: Lang) -> str:
    """The points of a step as a sentence, such as "2 of 4 points" or "1 to 3 of 4 points"."""
    return points_in_words(result.points_min, result.points_max, result.points_possible, lang)


def points_in_words(low: float, high: float, possible: float, lang: Lang) -> str:
    """Points as words.

    >>> points_in_words(2, 2, 4, "en"), points_in_words(0, 1, 1, "nl")
    ('2 of 4 points', '0 tot 1 van 1 punt')
    """
    if not possible:
        return strings(lang)["feedback.no_points"]
    key = "feedback.points" if low == high else "feedback.points_range"
    sentence = strings(lang)[f"{key}.one" if possible == 1 else key]
    low_said, high_said = number(low, lang), number(high, lang)
    return sentence.format(
        points=low_said, low=low_said, high=high_said, possible=number(possible, lang)
    )


def points_range(low: float, high: float, possible: float, lang: Lang) -> str:
    """Points in a table: "2 / 4", or "1 to 3 / 4" when some are still open."""
    between = strings(lang)["summary.range"].format(low=number(low, lang), high=number(high, lang))
    return f"{number(low, lang) if low == high else between} / {number(possible, lang)}"


def number(value: float, lang: Lang) -> str:
    """Points as people write them: no needless zeros, and a comma in Dutch.

    >>> number(2.0, "en"), number(1.25, "nl")
    ('2', '1,25')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "nl" else text


def _groups(result: StepResult, words: Mapping[str, str]) -> list[dict[str, Any]]:
    found = {verdict: [f for f in result.findings if f.verdict == verdict] for verdict in _ORDER}
    return [
        {"title": words[f"feedback.{verdict}"], "findings": f} for verdict, f in found.items() if f
    ]


def _passed(exercise: Exercise, result: ExerciseResult, lang: Lang) -> str:
    mark = number(exercise.pass_mark * result.points_possible, lang)
    return strings(lang)[f"summary.passed.{result.passed(exercise.pass_mark)}"].format(mark=mark)


def _row(
    exercise: Exercise, step: StepResult, lang: Lang, words: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "title": exercise.step(step.step).title[lang],
        "state": words[f"summary.state.{step.state}"],
        "points": points_range(step.points_min, step.points_max, step.points_possible, lang)
        if step.points_possible
        else "-",
    }
