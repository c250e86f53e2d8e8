"""Judging by an author's signs alone: for a new exercise that nobody has labelled answers for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from empathy_widgets.scoring.judging.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import Criterion
    from empathy_widgets.scoring.judging.answer import Answer
    from empathy_widgets.scoring.judging.reading import Token

_CLOSE = 0.7
_BOTH: tuple[Lang, Lang] = ("en", "nl")
_Meaning = frozenset[str]


def score_by_signs(answer: Answer, criterion: Criterion) -> float:
    """At least 1.7 when a sign is there, at most -1.7 when only a contradiction is; between them in doubt.

    A denial turns a sign round, because denied ideas are other ideas.
    """
    if answer.loose:
        return 0.0
    met = [*criterion.signs.all, *criterion.examples.met.all]
    against = [*criterion.contradicts.all, *criterion.examples.not_met.all]
    likeness = closeness(answer.reading, _meanings(tuple(met)))
    contrast = closeness(answer.reading, _meanings(tuple(against)))
    if likeness >= _CLOSE and likeness > contrast + 0.1:
        return 1.0 + likeness
    if contrast >= _CLOSE and contrast > likeness + 0.1:
        return -1.0 - contrast
    return 0.0


def closeness(reading: Reading, phrases: Iterable[_Meaning]) -> float:
    """How much of the nearest phrase stands together in one sentence of the answer, from 0 to 1."""
    sentences = [_meaning(sentence.tokens) for sentence in reading.sentences]
    return max(
        (_overlap(phrase, sentence) for phrase in phrases for sentence in sentences), default=0.0
    )


def _overlap(phrase: _Meaning, sentence: _Meaning) -> float:
    if len(phrase) < 2:
        return 0.0
    shared = len(phrase & sentence) / len(phrase)
    flipped = sum(_turned(each) in sentence for each in phrase) / len(phrase)
    return max(0.0, shared - flipped)


def _turned(meaning: str) -> str:
    return meaning[1:] if meaning.startswith("¬") else f"¬{meaning}"


@lru_cache(maxsize=512)
def _meanings(phrases: tuple[str, ...]) -> Sequence[_Meaning]:
    return [
        _meaning(reading.tokens)
        for reading in (Reading(phrase, "en") for phrase in phrases)
        if reading.tokens
    ]


def _meaning(tokens: Iterable[Token]) -> _Meaning:
    return frozenset(_each(tokens))


def _each(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if not token.glue or token.ideas:
            yield ("¬" if token.negated else "") + (token.ideas[0] if token.ideas else token.lemma)
