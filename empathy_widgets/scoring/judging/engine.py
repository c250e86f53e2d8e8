"""Judging an answer: read it, set aside what is no attempt, weigh the rest, and stay silent in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.scoring.judging import reasons
from empathy_widgets.scoring.judging.answer import Answer, is_note, read_answer
from empathy_widgets.scoring.judging.decision import Decision
from empathy_widgets.scoring.judging.evidence import best_sentence, strongest_words
from empathy_widgets.scoring.judging.model import GUARD, NOTE_GUARD, load_model
from empathy_widgets.scoring.judging.signs import score_by_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang, Text
    from empathy_widgets.model.rubric import Criterion, RubricItem
    from empathy_widgets.scoring.judging.model import Model

_REPEATED = 0.9
_SURE_MET = 1.7
_SURE_NOT = -1.5
"""The scores (log odds) beyond which a criterion is decided; found by cross-validation."""

_HIDDEN = 0.3
"""From which score on a single sentence is heard although the whole answer says otherwise."""


class _Doubt(NamedTuple):
    """How much higher a score must be for every point that an answer looks less than surely genuine."""

    weight: float
    genuine: float


_DOUBT = {GUARD: _Doubt(weight=1.0, genuine=5.0), NOTE_GUARD: _Doubt(weight=2.0, genuine=4.0)}
_BESIDE_MARKING = 1.5
"""What stands beside words to the marker needs a score that is so much higher."""


def judge(
    item: RubricItem | str,
    text: str | Sequence[str],
    *,
    lang: Lang,
    region: str | None = None,
    person: str | None = None,
) -> dict[str, Decision]:
    """Decides each criterion of an item for one answer, or leaves it to the trainer.

    Args:
        item: The item, or its name (`"well.need"`).
        text: The answer; a list for an item of several lines.
        lang: The language of the workbook; the answer may be in the other one.
        region: For a note of an empathy map: where it hangs (`"pains"`).
        person: For a note: whose map it is ("a first-year student").

    Returns:
        For each criterion id, in the order of the rubric, one `Decision`.

    Raises:
        UnknownItemError: No rubric has an item of that name.

    >>> found = judge("well.need", "contact, together, social, well, hour", lang="en")
    >>> found["togetherness"].verdict
    'not_met'
    """
    if isinstance(item, str):
        from empathy_widgets.content.rubrics import find_rubric_item

        item = find_rubric_item(item)
    answer = read_answer(item, text, lang=lang, region=region, person=person)
    return decide(answer, load_model(item.name), load_model(guard_of(item)))


def guard_of(item: RubricItem) -> str:
    """The name of the model that tells whether an answer to the item is a genuine attempt."""
    return NOTE_GUARD if is_note(item) else GUARD


def decide(answer: Answer, model: Model | None, guard: Model | None) -> dict[str, Decision]:
    """Decides each criterion with given models; without them, by the author's signs alone."""
    criteria = answer.item.criteria
    why_not = _no_attempt(answer)
    if why_not is not None:
        return {each.id: Decision("not_met", "", why_not, each.hint) for each in criteria}
    if model is None or guard is None or model.criteria != tuple(each.id for each in criteria):
        return {
            each.id: _decide(answer, each, score_by_signs(answer, each), None, doubt=0.0)
            for each in criteria
        }
    genuine = guard.scores(answer.features)["genuine"]
    asked = _DOUBT[guard_of(answer.item)]
    doubt = asked.weight * max(0.0, asked.genuine - genuine)
    doubt += _BESIDE_MARKING * answer.to_the_marker
    scores = model.scores(answer.features)
    found = {
        each.id: _decide(answer, each, scores[each.id], model, doubt=doubt) for each in criteria
    }
    return _spare_hidden_sentences(answer, model, found)


def _spare_hidden_sentences(
    answer: Answer, model: Model, found: dict[str, Decision]
) -> dict[str, Decision]:
    """Silent instead of "not met" where one sentence, read by itself, does say it."""
    spared = [
        each
        for each in answer.item.criteria
        if found[each.id].verdict == "not_met" and not each.by_absence and each.form is None
    ]
    if not spared or answer.loose:
        return found
    best = best_sentence(answer, model)
    for each in spared:
        if best.get(each.id, -1.0) > _HIDDEN:
            found[each.id] = _unsure(answer, each, model)
    return found


def _no_attempt(answer: Answer) -> Text | None:
    """Why an answer is no attempt at all, or None when it is worth weighing."""
    if answer.empty:
        return reasons.TO_THE_MARKER if answer.to_the_marker else reasons.NOTHING_YET
    if max(answer.repeats_prompt, answer.repeats_story) >= _REPEATED:
        return reasons.REPEATED
    return None


def _decide(
    answer: Answer,
    criterion: Criterion,
    score: float,
    model: Model | None,
    *,
    doubt: float,
) -> Decision:
    if score - doubt >= _SURE_MET and not answer.loose and not answer.bare:
        reason = reasons.DOES_NOT_DO_IT if criterion.by_absence else reasons.SAYS_IT
        return Decision("met", strongest_words(answer, model, criterion.id, +1), reason, None)
    if answer.loose and score < _SURE_MET:
        return Decision("not_met", "", reasons.LOOSE_WORDS, criterion.hint)
    if score <= _SURE_NOT:
        return _not_met(answer, criterion, model)
    return _unsure(answer, criterion, model)


def _unsure(answer: Answer, criterion: Criterion, model: Model | None) -> Decision:
    words = strongest_words(answer, model, criterion.id, +1)
    return Decision("unsure", words, reasons.NOT_SURE, criterion.hint)


def _not_met(answer: Answer, criterion: Criterion, model: Model | None) -> Decision:
    if not criterion.by_absence:
        return Decision("not_met", "", reasons.DOES_NOT_SAY_IT, criterion.hint)
    words = strongest_words(answer, model, criterion.id, -1)
    reason = reasons.GOES_AGAINST if words else reasons.DOES_NOT_SAY_IT
    return Decision("not_met", words, reason, criterion.hint)
