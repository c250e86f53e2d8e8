"""The words of an answer that a decision rests on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from empathy_widgets.scoring.judging.features import sentence_features

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from empathy_widgets.scoring.judging.answer import Answer
    from empathy_widgets.scoring.judging.model import Model
    from empathy_widgets.scoring.judging.reading import Token

_LONGEST = 18


def strongest_words(answer: Answer, model: Model | None, criterion: str, direction: int) -> str:
    """The sentence, or the clause of a long one, that speaks most for (+1) or against (-1) a criterion.

    Empty when no words speak that way.
    """
    if model is None:
        return answer.reading.sentences[0].text.strip() if answer.reading.sentences else ""
    best, strength = "", 0.0
    for tokens in _spans(answer):
        pull = direction * _pull(model, criterion, tokens) / len(tokens) ** 0.5
        if pull > strength:
            best = answer.reading.text[tokens[0].start : tokens[-1].end]
            strength = pull
    return best


def best_sentence(answer: Answer, model: Model) -> Mapping[str, float]:
    """For each criterion the score of the sentence that says it best, read by itself.

    A long answer can hide one good sentence among many others; empty when there is only one.
    """
    sentences = answer.reading.sentences
    if len(sentences) < 2:
        return {}
    shape = answer.features["shape"]
    scored = [model.scores(sentence_features(sentence.tokens, shape)) for sentence in sentences]
    return {name: max(each[name] for each in scored) for name in model.criteria}


def _spans(answer: Answer) -> Iterator[Sequence[Token]]:
    for sentence in answer.reading.sentences:
        if len(sentence.tokens) <= _LONGEST:
            yield sentence.tokens
        else:
            for _, clause in groupby(sentence.tokens, key=lambda token: token.clause):
                yield tuple(clause)


def _pull(model: Model, criterion: str, tokens: Sequence[Token]) -> float:
    ideas = {("¬" if token.negated else "") + idea for token in tokens for idea in token.ideas}
    words = {("¬" if token.negated else "") + token.lemma for token in tokens}
    return model.pull(criterion, ideas, words)
