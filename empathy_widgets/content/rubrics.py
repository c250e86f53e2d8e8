"""Finding and reading `exercises/<id>/rubric.yaml`: what the free-text steps are judged on.

A rubric is read on its own; the folder needs no `exercise.yaml`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.errors import AuthoringError, UnknownItemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from empathy_widgets.model.rubric import RubricItem

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = (_PACKAGE / "exercises", _PACKAGE.parent / "exercises")
_FILE = "rubric.yaml"


def find_rubric_item(name: str, places: Iterable[Path] = ()) -> RubricItem:
    """The free-text item called `<exercise>.<step>`, sought in `places` and then in the package.

    Raises `UnknownItemError` (with the nearest name) when no rubric has it, and `AuthoringError`
    when the rubric it should stand in cannot be used.

    >>> find_rubric_item("well.need").criteria[0].id
    'togetherness'
    """
    exercise, _, step = name.partition(".")
    searched = (*places, *_SHIPPED)
    for place in searched:
        items = _read_if_there(place / exercise / _FILE) if exercise.strip("./\\") == exercise else {}
        if step in items:
            return items[step]
    raise UnknownItemError(name, rubric_items(places))


def rubric_items(places: Iterable[Path] = ()) -> list[str]:
    """The names of all free-text items in `places` and in the package, sorted."""
    return sorted(
        {
            f"{path.parent.name}.{step}"
            for place in (*places, *_SHIPPED)
            for path in place.glob(f"*/{_FILE}")
            for step in read_rubric(path)
        }
    )


def _read_if_there(path: Path) -> Mapping[str, RubricItem]:
    return read_rubric(path) if path.is_file() else {}


@cache
def read_rubric(path: Path) -> Mapping[str, RubricItem]:
    """The items of one `rubric.yaml` by step id; raises `AuthoringError` with every fault and its line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        tree = YAML(typ="safe", pure=False).load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        what = getattr(error, "problem", None) or error
        raise AuthoringError([f"{where}: this is not YAML ({what}); mend the line"]) from error
    return _items(path, tree)


def _items(path: Path, tree: Any) -> Mapping[str, RubricItem]:
    from pydantic import ValidationError

    from empathy_widgets.model.rubric import RubricItem

    if not isinstance(tree, dict) or not isinstance(tree.get("items"), dict):
        raise AuthoringError([f'{path}:1: a rubric starts with "items:", one entry for each free-text step'])
    strange = sorted(set(tree) - {"items", "facts"})
    faults = [f'{path}:{_line(path, (key,))}: a rubric has no "{key}"; it has items and facts' for key in strange]
    items: dict[str, RubricItem] = {}
    for step, fields in tree["items"].items():
        data = {"name": f"{path.parent.name}.{step}", "facts": tree.get("facts"), **(fields or {})}
        try:
            items[step] = RubricItem.model_validate(data)
        except ValidationError as error:
            faults += [_fault(path, step, found["loc"], found["msg"]) for found in error.errors()]
    if faults:
        raise AuthoringError(faults)
    return items


def _fault(path: Path, step: str, location: Sequence[int | str], message: str) -> str:
    place = ".".join(str(part) for part in (step, *location))
    return f"{path}:{_line(path, ('items', step, *location))}: {place}: {message}"


def _line(path: Path, location: Sequence[int | str]) -> int:
    """The line (from 1) of the deepest part of `location` that the file holds; read only for a fault."""
    from ruamel.yaml import YAML

    node: Any = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    line = 1
    for part in location:
        try:
            line = (node.lc.item(part) if isinstance(part, int) else node.lc.key(part))[0] + 1
            node = node[part]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return line
