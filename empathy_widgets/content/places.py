"""Where the course lies: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]

EXERCISES = (_PACKAGE / "exercises", _PACKAGE.parent / "exercises")
"""Folders of exercise folders; only one of the two is there."""

WORKBOOKS = (_PACKAGE / "workbooks", _PACKAGE.parent / "workbooks")
"""Folders with `en/` and `nl/`; only one of the two is there."""


def the_one(places: tuple[Path, ...]) -> Path:
    """The place that is there; the last when none is.

    >>> the_one(EXERCISES).name
    'exercises'
    """
    return next((place for place in places if place.is_dir()), places[-1])
