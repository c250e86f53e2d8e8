"""Whether two texts say the same: copies, and opposites that only turn a text round."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE = 92
"""From this likeness (0 to 100) on, two texts count as the same; typing errors stay above it."""

_LONG_ENOUGH = 4
"""A run of fewer words than this can stand in another text by chance."""

_TURNING_WORDS = """
no not never none without more less much many little few enough lack good bad better worse up down
high low higher lower
geen niet nooit zonder meer minder veel weinig genoeg gebrek goed goede slecht slechte beter
slechter omhoog omlaag hoog laag hoger hogere lager lagere
"""
_SMALL_WORDS = """
a an and the is are was be has have too very so of to for in on at it its her his their she he they
wants
een de het en zijn was heeft hebben te zo van voor op bij aan haar hun ze hij wel wil
"""
_TURNS = frozenset(_TURNING_WORDS.split())
"""Words that turn a statement round."""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that say nothing of what a text is about."""


def is_copy(text: str, others: Iterable[str]) -> bool:
    """Whether a text is one of the others, or a run of words out of one.

    A text that turns another round is no copy of it; see `is_mirror`.

    >>> is_copy("They walk for an hour!", ["they walk for an hour", "it rains"])
    True
    >>> is_copy("walk for an hour", ["Every day they walk for an hour to the spring."])
    True
    >>> is_copy("an hour", ["Every day they walk for an hour to the spring."])
    False
    """
    from rapidfuzz import fuzz

    mine = _words(text)
    for other in others:
        theirs = _words(other)
        if fuzz.ratio(mine, theirs) >= _WHOLE and _turns(mine) == _turns(theirs):
            return True
        if len(mine.split()) >= _LONG_ENOUGH and f" {mine} " in f" {theirs} ":
            return True
    return False


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, signs and typing errors.

    >>> says_the_same("Calls us on Monday.", "calls us on monday")
    True
    >>> says_the_same("Monday", "Thursday")
    False
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(_words(one), _words(other)) >= _WHOLE


def is_mirror(one: str, other: str) -> bool:
    """Whether two texts are about the same and only turn it round.

    >>> is_mirror("More time", "Too little time")
    True
    >>> is_mirror("An hour with her sister", "Too little time")
    False
    """
    from rapidfuzz import fuzz

    mine, theirs = _subject(one), _subject(other)
    return bool(mine and theirs) and fuzz.token_sort_ratio(mine, theirs) >= _WHOLE


def likeness(one: str, other: str) -> float:
    """How much two texts say the same, from 0 to 100; the order of their words does not matter.

    A text that turns the other round is not like it, whatever the words.

    >>> likeness("The walk is long", "It is a long walk"), likeness("More time", "Less time")
    (100.0, 0.0)
    """
    from rapidfuzz import fuzz

    (my_turns, mine), (their_turns, theirs) = _gist(one), _gist(other)
    if my_turns != their_turns:
        return 0.0
    return fuzz.token_sort_ratio(mine, theirs)


def has_words(text: str, words: str) -> bool:
    """Whether some words stand in a text, whole and in this order.

    >>> has_words("They cut our budget.", "budget"), has_words("budgetary", "budget")
    (True, False)
    """
    return f" {_words(words)} " in f" {_words(text)} "


@lru_cache(maxsize=4096)
def _gist(text: str) -> tuple[list[str], str]:
    """What turns a text round, and what it is about; kept, as every text is held against many."""
    return sorted(_turns(_words(text))), _subject(text) or _words(text)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _turns(words: str) -> list[str]:
    return [word for word in words.split() if word in _TURNS]


def _subject(text: str) -> str:
    return " ".join(word for word in _words(text).split() if word not in _TURNS | _SMALL)
