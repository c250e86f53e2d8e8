"""What the judge says of one criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from empathy_widgets.model.language import Text

Verdict = Literal["met", "not_met", "unsure"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One criterion decided, or left to the trainer.

    Attributes:
        verdict: "met", "not_met", or "unsure": for the trainer.
        evidence: The words of the answer it rests on, "" when there are none.
        reason: Why, in a sentence.
        missing: What to think about next, asked as a question; None when the criterion is met.
    """

    verdict: Verdict
    evidence: str
    reason: Text
    missing: Text | None
