"""Checking a `choose` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.results import Finding, StepResult, nothing_yet, right_minus_wrong

if TYPE_CHECKING:
    from empathy_widgets.model.choose import ChooseAnswer, ChooseStep, Option
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem

_CHOSEN = Text(en="What you chose", nl="Wat je koos")
_MORE = Text(en="Is that all?", nl="Is dat alles?")
_MORE_MESSAGE = Text(
    en="There is more here that fits than what you chose.",
    nl="Er past hier meer dan wat je hebt gekozen.",
)
_MORE_QUESTION = Text(
    en="Read the others once more. Which of them would you also stand behind?",
    nl="Lees de andere nog eens. Achter welke zou je ook gaan staan?",
)


def check(
    step: ChooseStep,
    answer: ChooseAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: ChooseAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",  # noqa: ARG001
) -> StepResult:
    """Every chosen option with its own feedback; right ones minus wrong ones, never below 0."""
    chosen = [option for option in step.options if option.id in answer.chosen]
    if not chosen:
        return nothing_yet(step.id, step.points)
    possible = sum(option.right for option in step.options)
    right = sum(option.right for option in chosen)
    share = step.points / possible
    findings = [_finding(step, option, share) for option in chosen]
    if right < possible and len(chosen) < possible:
        missing = (possible - len(chosen)) * share
        findings.append(
            Finding("more", "not_met", missing, _MORE, _MORE_MESSAGE, question=_MORE_QUESTION)
        )
    earned = right_minus_wrong(step.points, right, len(chosen) - right, possible)
    return StepResult(step.id, "complete", earned, earned, step.points, tuple(findings))


def _finding(step: ChooseStep, option: Option, share: float) -> Finding:
    return Finding(
        "option",
        "met" if option.right else "not_met",
        share,
        option.text.quoted() if step.several else _CHOSEN,
        option.feedback,
        part=option.id,
    )
