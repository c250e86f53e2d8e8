"""An answer made ready to be judged: sifted, read, and turned into features."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.scoring.judging.features import features
from empathy_widgets.scoring.judging.gates import (
    is_gibberish,
    is_loose_words,
    may_be_loose_words,
    says_nothing,
    sift,
)
from empathy_widgets.scoring.judging.notes import note_shape
from empathy_widgets.scoring.judging.reading import Reading
from empathy_widgets.scoring.judging.shapes import repeated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.judging.features import Features

_BOTH: tuple[Lang, Lang] = ("en", "nl")


class Answer(NamedTuple):
    """One answer, read once for all criteria of its item."""

    item: RubricItem
    reading: Reading
    features: Features
    to_the_marker: bool
    empty: bool
    loose: bool
    bare: bool
    repeats_prompt: float
    repeats_story: float


def read_answer(
    item: RubricItem,
    text: str | Sequence[str],
    *,
    lang: Lang,
    region: str | None = None,
    person: str | None = None,
) -> Answer:
    """Sifts and reads an answer; the lines of a list are read as one text, a line each."""
    whole = text if isinstance(text, str) else "\n".join(text)
    sifted = sift(whole, [criterion.id for criterion in item.criteria])
    reading = Reading(sifted.text, lang)
    prompt = max(repeated(reading, _source(item.prompt[each], each)) for each in _BOTH)
    story = (
        max(repeated(reading, _source(item.facts[each], each)) for each in _BOTH)
        if item.facts
        else 0.0
    )
    loose = is_loose_words(reading)
    extra = {"repeats_prompt": 2 * prompt, "repeats_story": 2 * story, "key_words": float(loose)}
    if region:
        extra[f"region {region}"] = 1.0
    if region is not None or is_note(item):
        extra.update(note_shape(reading.text))
    if person:
        about = repeated(reading, _source(person, lang))
        extra["repeats_person"] = 2 * about
        prompt = max(prompt, about)
    return Answer(
        item,
        reading,
        features(reading, parts=item.parts, extra=extra),
        sifted.to_the_marker,
        says_nothing(reading) or is_gibberish(reading),
        loose,
        may_be_loose_words(reading),
        prompt,
        story,
    )


def is_note(item: RubricItem) -> bool:
    """Whether its answers are notes on a map: short, and of one thought each."""
    return any(each.form == "one_thought" for each in item.criteria)


@lru_cache(maxsize=512)
def _source(text: str, lang: Lang) -> Reading:
    return Reading(text, lang)
