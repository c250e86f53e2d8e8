"""YAML files of authors: read fast when they are right, explained line by line when they are not.

The fast reader knows no positions, and it trips over a few things that authors may write, such as
a question mark inside braces. So when anything seems wrong the file is read once more, with care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.exercise import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pydantic import BaseModel, ValidationError

    Model = TypeVar("Model", bound=BaseModel)


def read_model(path: Path, model: type[Model]) -> Model:
    """A YAML file as one of our models.

    Raises:
        AuthoringError: with one line for every fault in the file.
    """
    from pydantic import ValidationError
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return model.model_validate(YAML(typ="safe").load(path.read_bytes()))
    except (OSError, UnicodeDecodeError, YAMLError, ValidationError):
        tree = read_tree(path)
    if not isinstance(tree, dict):
        raise AuthoringError([f'{path}:1: this file should begin with fields such as "id: …"'])
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        raise AuthoringError(faults_of(path, error, model)) from None


def read_tree(path: Path) -> Any:  # noqa: ANN401 - a YAML file can hold anything
    """What a YAML file holds, with the position of every part.

    Raises:
        AuthoringError: when the file is missing, is not text in UTF-8 or is not YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fault = f"{path}:1: this file is missing; make it"
    except UnicodeDecodeError:
        fault = f"{path}:1: this is not text in UTF-8; save the file as UTF-8"
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fault = f"{path}:{mark.line + 1 if mark else 1}: {_not_yaml(str(error.problem))}"
    except YAMLError as error:
        fault = f"{path}:1: this is not YAML ({error}); mend it"
    raise AuthoringError([fault])


def faults_of(path: Path, error: ValidationError, model: type[BaseModel]) -> list[str]:
    """One line for every fault that pydantic found in a file, in the order of the file."""
    from empathy_widgets.content.messages import explain

    positions = Positions(path)
    details = error.errors(include_url=False)
    places = [(*detail["loc"], *detail.get("ctx", {}).get("place", ())) for detail in details]
    found = []
    for detail, place in zip(details, places, strict=True):
        if detail["type"] == "too_short" and any(_is_inside(other, place) for other in places):
            continue  # pydantic counts only the parts without faults; those are told already
        location, line = positions.find(place)
        found.append((line, f"{path}:{line}: {explain(detail, location, model)}"))
    return [fault for _, fault in sorted(found, key=lambda item: item[0])]


def _is_inside(place: Sequence[int | str], outer: Sequence[int | str]) -> bool:
    return len(place) > len(outer) and list(place[: len(outer)]) == list(outer)


class Positions:
    """Where things stand in a YAML file.

    Args:
        path: a file that `read_tree` could read.
    """

    def __init__(self, path: Path) -> None:
        self._tree = read_tree(path)

    def line(self, *location: int | str) -> int:
        """The line, from 1, of the deepest part of a location that the file holds."""
        return self.find(location)[1]

    def find(self, location: Sequence[int | str]) -> tuple[list[int | str], int]:
        """The location as the file has it, and its line.

        A part that the file does not hold is passed over when more follows (pydantic names the
        kind of a step there) and kept when it is the last (a field that is missing).
        """
        node, line, real = self._tree, 1, []
        for number, part in enumerate(location):
            if not _holds(node, part):
                if number == len(location) - 1 and not _is_kind(node, part):
                    real.append(part)
                continue
            position: Any = node.lc
            place = position.item(part) if isinstance(node, list) else position.key(part)
            node, line = node[part], place[0] + 1
            real.append(part)
        return real, line


def _holds(node: object, part: int | str) -> bool:
    if isinstance(node, list):
        return isinstance(part, int) and part < len(node)
    return isinstance(node, dict) and part in node


def _is_kind(node: object, part: int | str) -> bool:
    return isinstance(node, dict) and (
        part in (node.get("kind"), STEP) or (part == "prose" and "prose" in node)
    )


def _not_yaml(problem: str) -> str:
    if "duplicate key" in problem:
        name = problem.split('"')[1] if '"' in problem else "this field"
        return f'"{name}" stands here twice; keep one'
    if "mapping values are not allowed" in problem:
        return 'a text that holds ": " needs quotes around it; add them'
    if "tab" in problem or "'\\t'" in problem:
        return "there is a tab in this line; use spaces instead"
    return f"this is not YAML ({problem}); look at the quotes and the spaces in front of this line and the one above"
