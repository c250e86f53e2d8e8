"""What somebody wrote, made ready for paper: as text, in its own direction, with room to break.

Letters, signs and emoji stay as they are. What no font can show (control signs) and what would turn
the text around it about (bidirectional overrides and embeddings) becomes a visible box.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Any

BOX = "□"
BREAK = "\u200b"
"""A place without width where a line may break."""

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
_LINES = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_RUN = re.compile(r"\S{13,}")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{1,40}")
_VOWELS = re.compile(r"[aeiouyà-æè-ïò-öø-ý]", re.IGNORECASE)

_VOWELS_TOGETHER = re.compile(f"{_VOWELS.pattern}+", re.IGNORECASE)

_WIDEST = 10.0
"""A run of characters wider than this many ems may break anywhere; narrower ones always fit."""

_STEP, _ARABIC_STEP = 4, 10
"""After how many signs such a run may break; Arabic letters join, so they are parted less often."""


def written(text: str) -> list[dict[str, Any]]:
    r"""The lines of a text, each with its direction, as the page templates read them.

    >>> [line["rtl"] for line in written("Hello\n\n\u05e9\u05dc")]
    [False, True]
    """
    return [{"text": breakable(line), "rtl": is_rtl(line)} for line in lines_of(text)]


def lines_of(text: str) -> list[str]:
    """The lines that hold anything, with what cannot be shown as a visible box."""
    shown = (visible(line).strip() for line in _LINES.split(text))
    return [line for line in shown if line]


def one_line(text: str) -> str:
    r"""The same in one line, for a heading or a name.

    >>> one_line("Fatima\n of the well")
    'Fatima of the well'
    """
    return " ".join(lines_of(text))


def visible(text: str) -> str:
    r"""The same text; a sign that nobody could see, or that would turn others round, is a box.

    >>> visible("a\u202eb\x07c\td")
    'a□b□c d'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, text))


def is_rtl(text: str) -> bool:
    """Whether a text runs from right to left: its first letter with a direction decides.

    >>> is_rtl("42 مرحبا"), is_rtl("Hello שלום")
    (True, False)
    """
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def breakable(text: str) -> str:
    """The same text with places to break in runs that could be wider than a column."""
    return _RUN.sub(lambda run: _broken(run[0]), text)


def width_of(text: str) -> int:
    """How wide a text is, in letters: Chinese, Japanese and Korean signs and emoji count for two.

    >>> width_of("map"), width_of("地図"), width_of("👍🏽")
    (3, 4, 2)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _visible(sign: str) -> str:
    if sign == "\t":
        return " "
    unseen = sign in _TURNING or unicodedata.category(sign) in _UNSEEN
    return BOX if unseen else sign


@cache
def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _broken(run: str) -> str:
    ems = sum(0.6 if sign.islower() else 1.0 for sign in run[:40])
    if ems <= _WIDEST or _hyphenates(run):
        return run
    made, since, halves = [run[0]], 1, int(_is_half_a_flag(run[0]))
    for before, sign in pairwise(run):
        step = _ARABIC_STEP if "\u0600" <= sign <= "\u08ff" else _STEP
        second_half = halves % 2 == 1 and _is_half_a_flag(sign)
        halves = halves + 1 if _is_half_a_flag(sign) else 0
        if since >= step and not second_half and not _belong_together(before, sign):
            made.append(BREAK)
            since = 0
        made.append(sign)
        since += 1
    return "".join(made)


def _hyphenates(run: str) -> bool:
    """Whether a run is made of words that hyphenation knows how to break."""
    words = _WORD.findall(run)
    mostly = sum(map(len, words)) >= len(run) - 4 and len(words) <= 4  # noqa: PLR2004
    return mostly and all(
        len(word) < 8 or (word[1:].islower() and _vowels_everywhere(word))  # noqa: PLR2004
        for word in words
    )


def _vowels_everywhere(word: str) -> bool:
    consonants = max(map(len, _VOWELS.split(word)))
    vowels = max(map(len, _VOWELS_TOGETHER.findall(word)), default=0)
    return consonants <= 5 and vowels <= 5  # noqa: PLR2004


def _is_half_a_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _belong_together(before: str, sign: str) -> bool:
    """Whether two signs make one: marks, joiners, skin tones and tags."""
    joiners = "\u200d\ufe0f\ufe0e\u20e3"
    return (
        unicodedata.category(sign) in {"Mn", "Me", "Mc"}
        or sign in joiners
        or before == "\u200d"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or "\U000e0020" <= sign <= "\U000e007f"
    )
