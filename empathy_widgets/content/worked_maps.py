"""Reading the worked maps of an exercise: `maps/<name>.yaml`, with a line for every fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.reading import Positions, read_model
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.step import Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from empathy_widgets.model.exercise import Exercise, Prose
    from empathy_widgets.model.step import Reveal
    from empathy_widgets.model.worked_map import WorkedMap

MAPS = "maps"
"""The folder of an exercise in which its worked maps lie."""


def read_map(folder: Path, name: str) -> WorkedMap:
    """One worked map of an exercise.

    Raises:
        AuthoringError: when the file is missing or holds faults; it lists them all.
    """
    from empathy_widgets.model.worked_map import WorkedMap

    return read_model(_map_file(folder, name), WorkedMap)


def map_faults(page: Path, exercise: Exercise) -> Iterator[str]:
    """What is wrong with the maps that an exercise shows, and with where it names them.

    Args:
        page: the file `exercise.yaml`.
        exercise: what it says.
    """
    for number, shown in shown_on(exercise):
        if not shown.map:
            continue
        path = _map_file(page.parent, shown.map)
        if not path.is_file():
            line = Positions(page).line("page", number, "reveal", "map")
            yield f'{page}:{line}: the file "{MAPS}/{path.name}" is missing; write it'
            continue
        try:
            read_map(page.parent, shown.map)
        except AuthoringError as error:
            yield from error.faults


def shown_on(exercise: Exercise) -> Iterator[tuple[int, Prose | Reveal]]:
    """Whatever shows prose or a worked map, with its place on the page."""
    for number, part in enumerate(exercise.page):
        shown = part.reveal if isinstance(part, Step) else part
        if shown:
            yield number, shown


def _map_file(folder: Path, name: str) -> Path:
    return folder / MAPS / f"{name}.yaml"
