"""Finding and reading `exercises/<id>/rubric.yaml`: what the free-text steps are judged on.

A rubric is read on its own; the folder needs no `exercise.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from empathy_widgets.content.places import EXERCISES
from empathy_widgets.content.reading import read_model
from empathy_widgets.errors import UnknownItemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from empathy_widgets.model.rubric import RubricItem

_FILE = "rubric.yaml"
_NAME = re.compile(r"([a-z][a-z0-9-]*)\.([a-z][a-z0-9_-]*)")


def find_rubric_item(name: str, places: Iterable[Path] = ()) -> RubricItem:
    """The free-text item called `<exercise>.<step>`, sought in `places` and then in the package.

    Raises:
        UnknownItemError: no rubric has it; the message names the nearest ones.
        AuthoringError: the rubric it should stand in cannot be used.

    >>> find_rubric_item("well.need").criteria[0].id
    'togetherness'
    """
    searched = (*places, *EXERCISES)
    found = _NAME.fullmatch(name)
    if found:
        exercise, step = found.groups()
        for place in searched:
            path = place / exercise / _FILE
            if path.is_file() and step in read_rubric(path):
                return read_rubric(path)[step]
    raise UnknownItemError(name, rubric_items(places))


def rubric_items(places: Iterable[Path] = ()) -> list[str]:
    """The names of all free-text items in `places` and in the package, sorted."""
    return sorted(
        {
            item.name
            for place in (*places, *EXERCISES)
            for path in place.glob(f"*/{_FILE}")
            for item in read_rubric(path).values()
        }
    )


@cache
def read_rubric(path: Path) -> Mapping[str, RubricItem]:
    """The items of one `rubric.yaml` by step id.

    Raises:
        AuthoringError: with one line for every fault in the file.
    """
    from empathy_widgets.model.rubric import Rubric

    rubric = read_model(path, Rubric)
    return {
        step: item.model_copy(update={"name": f"{path.parent.name}.{step}", "facts": rubric.facts})
        for step, item in rubric.items.items()
    }
