"""Checking a `form` step: what is filled in counts; whether it is good is for the trainer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.language import Text
from empathy_widgets.scoring.blanks import EMPTY, for_trainer, lacking, question_of
from empathy_widgets.scoring.likeness import says_the_same
from empathy_widgets.scoring.results import Finding, State, StepResult, add_up, nothing_yet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.form import FormAnswer, FormField, FormStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem

_FILLED = Text(en="Filled in", nl="Ingevuld")
_FILLED_MESSAGE = Text(
    en="{n} of the {all} fields that are asked are filled in.",
    nl="{n} van de {all} gevraagde velden zijn ingevuld.",
)
_ALL_FILLED = Text(
    en="Everything that is asked is filled in.", nl="Alles wat gevraagd wordt, is ingevuld."
)
_TWICE = Text(
    en="The same stands in an earlier field.", nl="Hetzelfde staat al in een eerder veld."
)
_SENTENCE = 4
"""Texts with fewer words than this may well be the same in two fields."""


def check(
    step: FormStep,
    answer: FormAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: FormAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",
) -> StepResult:
    """Each field that lacks something, how many do not, and what is left to the trainer.

    The points that are not the trainer's are shared out evenly over the required fields.
    """
    filled = {field.id: answer.fields.get(field.id, "") for field in step.fields}
    if not any(filled.values()):
        return nothing_yet(step.id, step.points)
    asked = [field for field in step.fields if field.required] or list(step.fields)
    counted = step.points - sum(criterion.points for criterion in step.for_trainer)
    share = counted / len(asked)
    lacks = dict(_lacks(step, filled, lang))
    good = [field for field in asked if field.id not in lacks]
    findings = []
    if good:
        everything = len(good) == len(asked)
        said = _ALL_FILLED if everything else _FILLED_MESSAGE.format(n=len(good), all=len(asked))
        findings.append(Finding("filled", "met", len(good) * share, _FILLED, said))
    for field in step.fields:
        if field.id in lacks:
            points = share if field in asked else 0
            findings.append(_lack(field, lacks[field.id], points, filled[field.id]))
    said_in = {
        field.id: field.in_words(filled[field.id], lang)
        for field in step.fields
        if filled[field.id]
    }
    findings += for_trainer(step.for_trainer, said_in, " · ".join(said_in.values()))
    state: State = "complete" if all(filled[field.id] for field in asked) else "started"
    return add_up(step.id, state, step.points, findings)


def _lacks(step: FormStep, filled: dict[str, str], lang: Lang) -> Iterator[tuple[str, Text]]:
    """The fields that are not filled well, and why; an empty field that is not required is well."""
    earlier: list[str] = []
    for field in step.fields:
        text = filled[field.id]
        if not text and not field.required:
            continue
        help_ = (field.help,) if field.help else ()
        lack = lacking(field, text, lang, asked=(step.prompt, *help_))
        if field.is_written and len(text.split()) >= _SENTENCE:
            if lack is None and any(says_the_same(text, other) for other in earlier):
                lack = _TWICE
            earlier.append(text)
        if lack:
            yield field.id, lack


def _lack(field: FormField, lack: Text, points: float, text: str) -> Finding:
    return Finding(
        "field",
        "not_met",
        points,
        field.title,
        lack,
        evidence="" if lack is EMPTY else text,
        question=question_of(field),
        part=field.id,
    )
