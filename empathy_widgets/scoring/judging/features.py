"""What a model sees of an answer: its ideas, words, neighbours and spellings, and its shape."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from empathy_widgets.scoring.judging.shapes import shape, story_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from empathy_widgets.scoring.judging.reading import Reading, Token

Features = dict[str, dict[str, float]]
GROUPS = ("ideas", "words", "pairs", "neighbours", "spellings", "shape")

_WINDOW = 5
_FAINT = 0.3
_GLUE = 0.5


def features(reading: Reading, *, parts: int, extra: Mapping[str, float] | None = None) -> Features:
    """The features of an answer, by group; `extra` joins the shape (region of a note, repetition…)."""
    found: Features = {group: {} for group in GROUPS}
    for sentence in reading.sentences:
        _add_sentence(found, sentence.tokens)
    found["shape"] = {**shape(reading, parts=parts), **(extra or {})}
    told, segments = story_parts(reading)
    if told["wish"]:
        found["shape"].update(told)
        for name, tokens in segments.items():
            for token in tokens:
                for idea in token.ideas:
                    found["ideas"][f"{name}>{_sign(token)}{idea}"] = 1.0
    return found


def sentence_features(tokens: Iterable[Token], shape: Mapping[str, float]) -> Features:
    """The features of one sentence by itself, in the shape of the answer it stands in."""
    found: Features = {group: {} for group in GROUPS}
    _add_sentence(found, tokens)
    found["shape"] = dict(shape)
    return found


def _sign(token: Token) -> str:
    return "¬" if token.negated else ""


def _add_sentence(found: Features, tokens: Iterable[Token]) -> None:
    before = "<"
    recent: list[list[str]] = []
    for token in tokens:
        _add_word(found, token)
        found["neighbours"][f"{before} {token.lemma}"] = 1.0
        before = token.lemma
        if token.ideas or not token.glue:
            here = [_sign(token) + idea for idea in token.ideas]
            _add_pairs(found["pairs"], recent[-_WINDOW + 1 :], here)
            recent.append(here)


def _add_word(found: Features, token: Token) -> None:
    """A word and its ideas; a denied one is heard faintly as well."""
    ideas, words, sign = found["ideas"], found["words"], _sign(token)
    for idea in token.ideas:
        ideas[sign + idea] = 1.0
        ideas.setdefault(idea, _FAINT)
    words[sign + token.lemma] = _GLUE if token.glue else 1.0
    words.setdefault(token.lemma, _FAINT)
    if not token.glue:
        found["spellings"].update(dict.fromkeys(_grams(token.form), 1.0))


def _add_pairs(pairs: dict[str, float], recent: Iterable[list[str]], here: Iterable[str]) -> None:
    for second in here:
        for there in recent:
            for first in there:
                if first != second:
                    pairs[f"{first}+{second}" if first < second else f"{second}+{first}"] = 1.0


@lru_cache(maxsize=50_000)
def _grams(form: str) -> tuple[str, ...]:
    word = f"<{form}>"
    return tuple(
        word[start : start + size] for size in (3, 4, 5) for start in range(len(word) - size + 1)
    )
