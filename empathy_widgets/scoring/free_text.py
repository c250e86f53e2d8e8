"""From what the judge decides of a free text to findings in a learner's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.scoring.results import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import Criterion, RubricItem
    from empathy_widgets.scoring.judging import Decision

VERDICTS: dict[str, Verdict] = {"met": "met", "not_met": "not_met", "unsure": "open"}
"""What the judge says, and what that is for the learner: unsure is not decided here."""


def findings(item: RubricItem, text: str | Sequence[str], lang: Lang) -> list[Finding]:
    """For each criterion of an item what the judge found in a text, or in several lines."""
    from empathy_widgets.scoring.judging import judge

    written = text if isinstance(text, str) else list(text)
    decided = judge(item, written, lang=lang)
    return [_finding(criterion, decided[criterion.id]) for criterion in item.criteria]


def _finding(criterion: Criterion, decision: Decision) -> Finding:
    # That something is not there cannot be seen in any words.
    absent = criterion.by_absence and decision.verdict == "met"
    return Finding(
        criterion.id,
        VERDICTS[decision.verdict],
        criterion.points,
        criterion.title,
        decision.reason,
        "" if absent else decision.evidence,
        decision.missing,
    )
