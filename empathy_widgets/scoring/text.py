"""Checking a `text` step: every criterion of its item, as far as a program can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.free_text import findings
from empathy_widgets.scoring.readability import ease
from empathy_widgets.scoring.results import Finding, StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.text import TextAnswer, TextStep

_READING_EASE = Text(en="How it reads", nl="Hoe het leest")
_BREATH = Text(
    en="In which sentence do you run out of breath when you read it aloud?",
    nl="Bij welke zin kom je adem tekort als je hem hardop leest?",
)


def check(
    step: TextStep,
    answer: TextAnswer,
    *,
    item: RubricItem | None = None,
    previous: TextAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """What the text says, criterion by criterion; a step without an item is only complete or not."""
    if answer.is_empty:
        return nothing_yet(step.id, step.points)
    found = findings(item, answer.text, lang) if item else ()
    if step.rewrites:
        found = (*found, _how_it_reads(step.rewrites[lang], answer.text, lang))
    return add_up(step.id, "complete", step.points, found)


def _how_it_reads(old: str, new: str, lang: Lang) -> Finding:
    """The reading ease of both texts, told and not counted: what is easy to read may still mean nothing."""
    before, after = (round(max(0.0, min(100.0, ease([text], lang)))) for text in (old, new))
    seen = Text(
        en=f"Your text scores {after} for reading ease, the old one {before}. (0 is very hard, 100 very easy, after Flesch.)",
        nl=f"Jouw tekst scoort {after} op leesgemak, de oude {before}. (0 is heel moeilijk, 100 heel makkelijk, volgens Douma.)",
    )
    if after > before:
        return Finding("reading-ease", "met", 0.0, _READING_EASE, seen)
    return Finding("reading-ease", "not_met", 0.0, _READING_EASE, seen, question=_BREATH)
