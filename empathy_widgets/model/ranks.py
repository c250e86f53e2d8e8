"""Places in a list that can always be squeezed between two others.

A rank is a string over 0-9A-Za-z that is compared letter by letter and never ends in "0".
The same rules live in `js/src/shared/ranks.ts`.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MIDDLE = DIGITS[len(DIGITS) // 2]


def rank_between(before: str, after: str) -> str:
    """A rank strictly between two others.

    Args:
        before: the rank in front of the place, or "" for the start of the list.
        after: the rank behind the place, or "" for the end of the list.

    Raises:
        ValueError: when `before` does not come before `after`.

    >>> rank_between("", "")
    'V'
    >>> rank_between("V", "")
    'W'
    >>> rank_between("V", "W")
    'VV'
    """
    if after and before >= after:
        message = f"no place between {before!r} and {after!r}"
        raise ValueError(message)
    if not before and not after:
        return _MIDDLE
    made = ""
    open_end = not after
    for place in range(len(before) + len(after) + 2):
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = len(DIGITS) if open_end else _digit(after, place)
        # At the open end one step is enough: lists mostly grow there, and ranks stay short.
        chosen = low + 1 if not after else (low + high) // 2
        if low < chosen < high:
            return made + DIGITS[chosen]
        made += DIGITS[low]
        open_end = open_end or low < high
    return made + _MIDDLE


def _digit(rank: str, place: int) -> int:
    return DIGITS.index(rank[place]) if place < len(rank) else 0
