"""Whether a map or sheet still fits on one printed page, in words, for the foot of its widget.

The words come from a count of lines (`fits.py`), so they can follow while somebody types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, EmpathyMapStep
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, PersonaSheetStep
from empathy_widgets.views.fits import (
    MAP_LINES,
    MAP_TOO_MUCH,
    SHEET_LINES,
    SHEET_TOO_MUCH,
    map_goes_on_at,
    map_lines,
    sheet_goes_on_at,
    sheet_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.map_layouts import Layout


def on_paper(exercise: Exercise, step: str, answers: Answers, lang: Lang) -> str:
    """Whether what stands at a step fits on one page; "" for a step that is not printed by itself.

    Args:
        exercise: the exercise.
        step: the id of the step.
        answers: the learner's work.
        lang: the language of the sentence.

    Raises:
        UnknownStepError: when the exercise has no such step.
    """
    asked, entries = exercise.step(step), answers.entries(step)
    if isinstance(asked, EmpathyMapStep):
        before = EmpathyMapAnswer.read(answers.entries(asked.follows)) if asked.follows else None
        question = asked.question[lang] if asked.question else ""
        return map_on_paper(EmpathyMapAnswer.read(entries), lang, before=before, question=question)
    if isinstance(asked, PersonaSheetStep):
        return sheet_on_paper(PersonaSheetAnswer.read(entries), lang, asked=asked.rules.themes)
    return ""


def map_on_paper(
    answer: EmpathyMapAnswer,
    lang: Lang,
    *,
    layout: Layout = "six",
    before: EmpathyMapAnswer | None = None,
    question: str = "",
) -> str:
    """Whether an empathy map fits on one A4 page, and if not, where it goes on to a second.

    Args:
        answer: the map; of an empty one nothing is said.
        lang: the language of the sentence.
        layout: "six" or "seven".
        before: the earlier map of the same person that this one follows.
        question: the one that the exercise sets.

    >>> map_on_paper(EmpathyMapAnswer(name="Fatima"), "en")
    'Printed, this map fits on one A4 page.'
    """
    if answer.is_empty:
        return ""
    shown = as_printed(answer, before, question)
    lines, words = map_lines(shown, layout), strings(lang)
    if lines <= MAP_LINES:
        return words["print.fits.map"]
    sure = "goes_on" if lines > MAP_TOO_MUCH else "may_go_on"
    part = words[f"map.region.{map_goes_on_at(shown, layout)}"]
    return words[f"print.{sure}.map"].format(part=part)


def sheet_on_paper(answer: PersonaSheetAnswer, lang: Lang, *, asked: Iterable[str] = ()) -> str:
    """Whether the front of a persona sheet fits on one A4 page, and if not, where it goes on to a second.

    Args:
        answer: the sheet; of an empty one nothing is said.
        lang: the language of the sentence.
        asked: the themes that are shown even when they are empty.

    >>> sheet_on_paper(PersonaSheetAnswer(name="Joost"), "nl")
    'Afgedrukt past deze persona op één A4.'
    """
    if answer.is_empty:
        return ""
    asked, words = tuple(asked), strings(lang)
    lines = sheet_lines(answer, asked)
    if lines <= SHEET_LINES:
        return words["print.fits.sheet"]
    sure = "goes_on" if lines > SHEET_TOO_MUCH else "may_go_on"
    part = sheet_goes_on_at(answer, asked)
    theme = f"persona.{part}" if part in {"sliders", "demographics"} else f"persona.theme.{part}"
    return words[f"print.{sure}.sheet"].format(part=words[theme])


def as_printed(
    answer: EmpathyMapAnswer, before: EmpathyMapAnswer | None, question: str
) -> EmpathyMapAnswer:
    """A map with the person of the one it follows, where it leaves that out, and the set question."""
    known = {
        name: getattr(answer, name) or getattr(before, name, getattr(answer, name))
        for name in ("name", "role", "situation", "face")
    }
    return answer.model_copy(update={**known, "question": answer.question or question})
