"""Checking an `order` step.

Points follow Kendall's rank correlation: of all pairs of cards those in the right order count for,
those in the wrong order count against, and less than nothing is nothing (M. G. Kendall, "A new
measure of rank correlation", Biometrika 30, 1938). With the normalised Kendall distance d (the share
of pairs that stand the wrong way round) that is 1 - 2d; a sequence by chance earns about nothing.

A card is out of place when it is not in the longest run of cards that follow each other rightly
(C. Schensted, "Longest increasing and decreasing subsequences", Canadian Journal of Mathematics 13,
1961): so one card that was moved is named, and not all those that it passed.
"""

from __future__ import annotations

from itertools import combinations
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
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.order import OrderAnswer, OrderCard, OrderStep
    from empathy_widgets.model.rubric import RubricItem

_ELSEWHERE = Text(
    en="This card does not follow well on those around it.",
    nl="Dit kaartje sluit niet goed aan op de kaartjes eromheen.",
)
_LOOSE = Text(en="Cards left", nl="Nog te leggen")
_LOOSE_MESSAGE = Text(
    en="{n} of the {all} cards have no place yet.",
    nl="{n} van de {all} kaartjes hebben nog geen plaats.",
)
_LOOSE_QUESTION = Text(
    en="Which card could not be there without one that you have already placed?",
    nl="Welk kaartje kan niet zonder een kaartje dat je al hebt gelegd?",
)


def check(
    step: OrderStep,
    answer: OrderAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: OrderAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",  # noqa: ARG001
) -> StepResult:
    """Every placed card, with why it stands there or what to ask about it; pairs in order minus pairs out of it."""
    places = {card.id: place for place, card in enumerate(step.cards)}
    placed = list(dict.fromkeys(places[card] for card in answer.order if card in places))
    if not placed:
        return nothing_yet(step.id, step.points)
    share = step.points / len(step.cards)
    standing = in_place(placed)
    findings = [
        _finding(step.cards[place], share, stands=place in standing)
        for place in (placed if len(placed) > 1 else ())
    ]
    loose = len(step.cards) - len(placed)
    if loose:
        said = _LOOSE_MESSAGE.format(n=loose, all=len(step.cards))
        findings.append(
            Finding("loose", "not_met", loose * share, _LOOSE, said, question=_LOOSE_QUESTION)
        )
    pairs = [earlier < later for earlier, later in combinations(placed, 2)]
    possible = len(step.cards) * (len(step.cards) - 1) // 2
    earned = right_minus_wrong(step.points, pairs.count(True), pairs.count(False), possible)
    state: State = "started" if loose else "complete"
    return StepResult(step.id, state, earned, earned, step.points, tuple(findings))


def in_place(placed: Sequence[int]) -> set[int]:
    """The longest run of places that follow each other rightly; none when everything is upside down.

    >>> in_place([1, 2, 3, 0])
    {1, 2, 3}
    >>> in_place([2, 1, 0])
    set()
    """
    runs: list[list[int]] = []
    for place in placed:
        before = [run for run in runs if run[-1] < place]
        runs.append([*max(before, key=len, default=[]), place])
    longest = max(runs, key=len)
    return set(longest) if len(longest) > 1 else set()


def _finding(card: OrderCard, share: float, *, stands: bool) -> Finding:
    if stands:
        return Finding("card", "met", share, card.text, card.feedback, part=card.id)
    return Finding(
        "card", "not_met", share, card.text, _ELSEWHERE, question=card.question, part=card.id
    )
