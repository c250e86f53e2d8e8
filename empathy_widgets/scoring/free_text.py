"""From what the judge decides of a free text to findings in a learner's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.results import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import Criterion, RubricItem
    from empathy_widgets.scoring.judging import Decision

VERDICTS: dict[str, Verdict] = {"met": "met", "not_met": "not_met", "unsure": "open"}
"""What the judge says, and what that is for the learner: unsure is not decided here."""

_SAID = Text(en="Your answer says this.", nl="Je antwoord zegt dit.")
_NOT_FOUND = Text(
    en="This does not stand in your answer yet.", nl="Dit staat nog niet in je antwoord."
)
_AVOIDED = Text(en="Your answer keeps to this.", nl="Je antwoord houdt zich hieraan.")
_NOT_AVOIDED = Text(
    en="Something in your answer goes another way.", nl="Iets in je antwoord gaat een andere kant op."
)
_OPEN = Text(
    en="A program cannot be sure of this. Judge it yourself, or ask your trainer.",
    nl="Een programma weet dit niet zeker. Oordeel zelf, of vraag het je trainer.",
)


def findings(item: RubricItem, text: str | Sequence[str], lang: Lang) -> list[Finding]:
    """For each criterion of an item what the judge found in a text, or in several lines."""
    from empathy_widgets.scoring.judging import judge

    written = text if isinstance(text, str) else list(text)
    decided = judge(item, written, lang=lang)
    return [_finding(criterion, decided[criterion.id]) for criterion in item.criteria]


def _finding(criterion: Criterion, decision: Decision) -> Finding:
    verdict = VERDICTS[decision.verdict]
    return Finding(
        criterion.id,
        verdict,
        criterion.points,
        criterion.title,
        _message(criterion, verdict),
        evidence=decision.evidence,
        question=None if verdict == "met" else criterion.hint,
    )


def _message(criterion: Criterion, verdict: Verdict) -> Text:
    if verdict == "open":
        return _OPEN
    if criterion.by_absence:
        return _AVOIDED if verdict == "met" else _NOT_AVOIDED
    return _SAID if verdict == "met" else _NOT_FOUND
