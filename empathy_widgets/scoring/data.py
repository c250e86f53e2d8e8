"""Checking a `data` step: every question by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.model.data_questions import ChoiceQuestion, NumberQuestion, PickQuestion
from empathy_widgets.model.language import Text
from empathy_widgets.scoring.numbers import read_number
from empathy_widgets.scoring.results import (
    Finding,
    State,
    StepResult,
    nothing_yet,
    right_minus_wrong,
)

if TYPE_CHECKING:
    from empathy_widgets.model.data import DataAnswer, DataStep, Question
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem

_NO_NUMBER = Text(
    en="This could not be read as one number.", nl="Dit is niet als één getal te lezen."
)
_NO_NUMBER_QUESTION = Text(
    en="How would you write it in digits only?", nl="Hoe schrijf je het in alleen cijfers?"
)
_CLOSE = Text(
    en="You are very close, but not there yet.", nl="Je zit er vlakbij, maar bent er nog niet."
)
_NEAR = Text(
    en="You are not far off, but this is not it yet.",
    nl="Je zit niet ver mis, maar dit is het nog niet.",
)
_FAR = Text(
    en="This is still far from what the table says.",
    nl="Dit ligt nog ver van wat de tabel zegt.",
)
_OTHER_SIZE = Text(
    en="The digits look right, but the number is far too large or too small.",
    nl="De cijfers lijken te kloppen, maar het getal is veel te groot of te klein.",
)
_OTHER_WAY = Text(
    en="The number itself is right, but it goes the other way.",
    nl="Het getal zelf klopt, maar het gaat de andere kant op.",
)
_OVERLAP = Text(
    en="Ticked: {ticked}, {hits} of them rightly. Not ticked yet: {missing} of the {all} that belong here.",
    nl="Aangevinkt: {ticked}, waarvan {hits} terecht. Nog niet aangevinkt: {missing} van de {all} die hierbij horen.",
)
_UNANSWERED = Text(en="Still to answer", nl="Nog te beantwoorden")
_UNANSWERED_MESSAGE = Text(
    en="Questions without an answer: {n} of {all}.",
    nl="Vragen zonder antwoord: {n} van de {all}.",
)
_UNANSWERED_QUESTION = Text(
    en="What could you sort, filter or cut to find out?",
    nl="Wat kun je sorteren, filteren of verschuiven om erachter te komen?",
)

_VERY_CLOSE, _NOT_FAR = 0.05, 0.25
"""How far off, as a part of the right number, still counts as close or near."""

_SIZES = (0.001, 0.01, 100, 1000)
"""What goes wrong with a percentage written as a fraction, or an amount written in thousands."""


_ROUNDING = 1e-9
"""A computer counts in halves; 0.1 + 0.2 must still be 0.3."""


@dataclass(frozen=True)
class _Judged:
    """What one question earned, and what there is to say about it."""

    earned: float
    finding: Finding


def check(
    step: DataStep,
    answer: DataAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: DataAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """A finding for each question that has an answer; the points are shared out evenly."""
    share = step.points / len(step.questions)
    judged = [_judge(step, question, answer, share, lang) for question in step.questions]
    answered = [one for one in judged if one is not None]
    if not answered:
        return nothing_yet(step.id, step.points)
    findings = [one.finding for one in answered]
    earned = round(sum(one.earned for one in answered), 2)
    unanswered = len(judged) - len(answered)
    if unanswered:
        findings.append(_unanswered(unanswered, len(judged), share))
    state: State = "started" if unanswered else "complete"
    return StepResult(step.id, state, earned, earned, step.points, tuple(findings))


def _judge(
    step: DataStep, question: Question, answer: DataAnswer, share: float, lang: Lang
) -> _Judged | None:
    """One question, or None when it has no answer."""
    given = answer.given.get(question.id, "")
    match question:
        case NumberQuestion():
            return _number(step, question, given, share, lang) if given else None
        case PickQuestion():
            known = {row.id for row in step.rows}
            picked = frozenset(answer.picked.get(question.id, ())) & known
            return _pick(step, question, picked, share) if picked else None
        case ChoiceQuestion():
            return _choice(question, given, share)


def _number(
    step: DataStep, question: NumberQuestion, given: str, share: float, lang: Lang
) -> _Judged:
    number = read_number(_without_unit(given, question.unit), lang)
    if number is None:
        return _said(question, _NO_NUMBER, _NO_NUMBER_QUESTION, share, evidence=given)
    right = question.expected(step.rows)
    if abs(number - right) <= question.tolerance + _ROUNDING * abs(right):
        return _said(question, question.feedback, None, share, evidence=given)
    how = how_close(number, right, question.tolerance)
    return _said(question, how, question.question, share, evidence=given)


def how_close(number: float, right: float, tolerance: float) -> Text:
    """How close a wrong number lies, in words that do not give the right one away.

    >>> how_close(0.8, 80, 1)["en"]
    'The digits look right, but the number is far too large or too small.'
    """
    off = abs(number - right)
    if abs(-number - right) <= tolerance:
        return _OTHER_WAY
    if any(number and abs(number * size - right) <= tolerance for size in _SIZES):
        return _OTHER_SIZE
    if off <= max(2 * tolerance, _VERY_CLOSE * abs(right)):
        return _CLOSE
    return _NEAR if off <= _NOT_FAR * abs(right) else _FAR


def _without_unit(given: str, unit: Text | None) -> str:
    text = given.strip()
    for words in (unit.en, unit.nl) if unit else ():
        text = text.removesuffix(words).strip()
    return text


def _pick(step: DataStep, question: PickQuestion, picked: frozenset[str], share: float) -> _Judged:
    expected = question.expected(step.rows)
    hits = len(picked & expected)
    if picked == expected:
        return _said(question, question.feedback, None, share)
    said = _OVERLAP.format(
        hits=hits, ticked=len(picked), missing=len(expected) - hits, all=len(expected)
    )
    earned = right_minus_wrong(share, hits, len(picked) - hits, len(expected))
    return _Judged(earned, _said(question, said, question.question, share).finding)


def _choice(question: ChoiceQuestion, given: str, share: float) -> _Judged | None:
    for option in question.options:
        if option.id == given:
            finding = Finding(
                "choice",
                "met" if option.right else "not_met",
                share,
                question.title,
                option.feedback,
                part=question.id,
            )
            return _Judged(share if option.right else 0, finding)
    return None


def _said(
    question: NumberQuestion | PickQuestion,
    message: Text,
    ask: Text | None,
    share: float,
    *,
    evidence: str = "",
) -> _Judged:
    """What is said of a number or of rows; what leaves nothing to ask is right."""
    finding = Finding(
        question.kind,
        "not_met" if ask else "met",
        share,
        question.title,
        message,
        evidence=evidence,
        question=ask,
        part=question.id,
    )
    return _Judged(0 if ask else share, finding)


def _unanswered(count: int, of: int, share: float) -> Finding:
    said = _UNANSWERED_MESSAGE.format(n=count, all=of)
    points = count * share
    return Finding(
        "unanswered", "not_met", points, _UNANSWERED, said, question=_UNANSWERED_QUESTION
    )
