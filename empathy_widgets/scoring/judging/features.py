"""What a model sees of an answer: its ideas, words, neighbours and spellings, and its shape."""

from __future__ import annotations

from collections import defaultdict
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


def _sign(token: Token) -> str:
    return "¬" if token.negated else ""


def _add_sentence(found: Features, tokens: Iterable[Token]) -> None:
    ideas, words, neighbours = found["ideas"], found["words"], found["neighbours"]
    spellings = found["spellings"]
    before = "<"
    recent: list[list[str]] = []
    for token in tokens:
        sign = _sign(token)
        for idea in token.ideas:
            ideas[sign + idea] = 1.0
            if sign:
                ideas.setdefault(idea, _FAINT)
        words[sign + token.lemma] = _GLUE if token.glue else 1.0
        if sign:
            words.setdefault(token.lemma, _FAINT)
        neighbours[f"{before} {token.lemma}"] = 1.0
        before = token.lemma
        if not token.glue:
            for gram in _grams(token.form):
                spellings[gram] = 1.0
        if token.ideas or not token.glue:
            here = [sign + idea for idea in token.ideas]
            for there in recent[-_WINDOW + 1 :]:
                for first in there:
                    for second in here:
                        if first != second:
                            pair = f"{first}+{second}" if first < second else f"{second}+{first}"
                            found["pairs"][pair] = 1.0
            recent.append(here)


@lru_cache(maxsize=50_000)
def _grams(form: str) -> tuple[str, ...]:
    word = f"<{form}>"
    return tuple(
        word[start : start + size] for size in (3, 4, 5) for start in range(len(word) - size + 1)
    )
