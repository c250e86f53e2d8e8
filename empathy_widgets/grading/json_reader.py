"""Reading JSON that somebody else wrote: nothing in it is trusted.

A hand-in may hold a learner's own cells, with anything in their outputs; those are never looked
at. So reading has two halves: `read_json` takes the whole file, `fault_in` looks sharply at the
part that is used.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from empathy_widgets.errors import RefusedFileError, UnreadableFileError
from empathy_widgets.model.entries import MAX_COUNTER

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 20
"""How many brackets may stand within each other in the part that is used."""


class _Twice(dict[str, Any]):
    """An object in which some key stands twice, so that nobody knows which one is meant."""


def read_json(data: bytes) -> object:
    """The JSON value in a file.

    Raises:
        UnreadableFileError: when it is not JSON.
        RefusedFileError: when its brackets are nested too deep to be read.

    >>> read_json(b'{"steps": []}')
    {'steps': []}
    """
    if not data.strip():
        reason = "the file is empty"
        raise UnreadableFileError(reason)
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError:
        reason = "the file is no text in UTF-8, so it is not a notebook"
        raise UnreadableFileError(reason) from None
    except json.JSONDecodeError as error:
        reason = f"the file is damaged or not a notebook: line {error.lineno} is no JSON"
        raise UnreadableFileError(reason) from None
    except ValueError:
        reason = "a number in it is too long"
        raise UnreadableFileError(reason) from None
    except RecursionError:
        reason = "brackets are nested too deep"
        raise RefusedFileError(reason) from None


def fault_in(value: object, *parents: object) -> str:
    """What is wrong with a JSON value, as the end of a sentence; "" when nothing is.

    Args:
        value: looked at to the bottom.
        parents: what it was taken out of; only their own keys are looked at.

    >>> fault_in({"text": "Time together"})
    ''
    >>> fault_in(read_json(b'{"text": NaN}'))
    'a number in it is not finite'
    """
    if any(isinstance(parent, _Twice) for parent in parents):
        return "a name stands in it twice"
    for depth, found in _walk(value):
        if fault := _fault_of(found, depth):
            return fault
    return ""


def _fault_of(found: object, depth: int) -> str:
    if depth > MAX_DEPTH:
        return "brackets are nested too deep"
    if isinstance(found, _Twice):
        return "a name stands in it twice"
    if isinstance(found, str) and _has_half_a_sign(found):
        return "a text holds half a sign (a lone surrogate)"
    if isinstance(found, int | float):
        if not math.isfinite(found):
            return "a number in it is not finite"
        if abs(found) > MAX_COUNTER:
            return "a number in it is too large"
    return ""


def _walk(value: object) -> Iterator[tuple[int, object]]:
    """Every value in a value, keys as well, without recursion."""
    left = [(0, value)]
    while left:
        depth, found = left.pop()
        yield depth, found
        if depth > MAX_DEPTH:
            continue
        if isinstance(found, dict):
            left += ((depth + 1, key) for key in found)
            left += ((depth + 1, inner) for inner in found.values())
        elif isinstance(found, list):
            left += ((depth + 1, inner) for inner in found)


def _has_half_a_sign(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(found)
