"""Checking a `sort` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.results import (
    Finding,
    State,
    StepResult,
    nothing_yet,
    right_minus_wrong,
)

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.sort import Card, SortAnswer, SortStep

_LOOSE = Text(en="Cards left", nl="Nog te leggen")
_LOOSE_MESSAGE = Text(
    en="Cards that are not in a box yet: {n} of {all}.",
    nl="Kaartjes die nog niet in een vak liggen: {n} van de {all}.",
)
_LOOSE_QUESTION = Text(
    en="Which box would you try first, and what makes you doubt?",
    nl="Welk vak zou je het eerst proberen, en waarom twijfel je?",
)


def check(
    step: SortStep,
    answer: SortAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: SortAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",  # noqa: ARG001
) -> StepResult:
    """Every card that lies in a box, with why it belongs where it does; right minus wrong, never below 0."""
    boxes = {box.id for box in step.boxes}
    placed = [card for card in step.cards if answer.placed.get(card.id) in boxes]
    if not placed:
        return nothing_yet(step.id, step.points)
    share = step.points / len(step.cards)
    findings = [_finding(step, card, answer.placed[card.id], share) for card in placed]
    loose = len(step.cards) - len(placed)
    if loose:
        said = _LOOSE_MESSAGE.format(n=loose, all=len(step.cards))
        findings.append(
            Finding("loose", "not_met", loose * share, _LOOSE, said, question=_LOOSE_QUESTION)
        )
    right = sum(finding.verdict == "met" for finding in findings)
    earned = right_minus_wrong(step.points, right, len(placed) - right, len(step.cards))
    state: State = "started" if loose else "complete"
    return StepResult(step.id, state, earned, earned, step.points, tuple(findings))


def _finding(step: SortStep, card: Card, box: str, share: float) -> Finding:
    title = next(found.title for found in step.boxes if found.id == box)
    return Finding(
        "card",
        "met" if card.box == box else "not_met",
        share,
        Text(
            en=f"{card.text.quoted().en} in {title.quoted().en}",
            nl=f"{card.text.quoted().nl} in {title.quoted().nl}",
        ),
        card.feedback,
        part=card.id,
    )
