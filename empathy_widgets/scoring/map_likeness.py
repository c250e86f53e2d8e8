"""What the maps of several people share, and what sets them apart, note by note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.scoring.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note, Region

ALIKE = 70.0
"""From this likeness (0 to 100) on, two people say the same in other words."""


@dataclass(frozen=True)
class Shared:
    """Notes of at least two people that say the same.

    Attributes:
        region: where they stand on each map.
        notes: one for each person, in the order of the maps; None for who has no such note.
    """

    region: Region
    notes: tuple[Note | None, ...]


@dataclass(frozen=True)
class Likeness:
    """What some maps share, and what each has for itself.

    Attributes:
        shared: by region; what more people share goes first.
        apart: for each map the notes that are like no note of another.
    """

    shared: tuple[Shared, ...]
    apart: tuple[tuple[Note, ...], ...]


def compare_maps(maps: Sequence[EmpathyMapAnswer]) -> Likeness:
    """Find for every note the most similar one in the same region of each other map.

    A note is used once: what two notes of one person say is shared by the likest of them.

    Args:
        maps: of different people; their order stays.

    >>> from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
    >>> def one(text):
    ...     return EmpathyMapAnswer(notes=(Note(id="n-1", text=text, region="pains"),))
    >>> len(compare_maps([one("The walk is long"), one("It is a long walk")]).shared)
    1
    """
    shared: list[Shared] = []
    for region in REGIONS:
        left = [list(each.in_region(region)) for each in maps]
        found: list[Shared] = []
        for at, notes in enumerate(left):
            for note in tuple(notes):
                twins = _twins(note, at, left)
                if sum(twin is not None for twin in twins) > 1:
                    found.append(Shared(region, twins))
                    for own, twin in zip(left, twins, strict=True):
                        if twin is not None:
                            own.remove(twin)
        shared += sorted(found, key=lambda one: one.notes.count(None))
    used = [{twin.id for one in shared if (twin := one.notes[at])} for at in range(len(maps))]
    apart = tuple(
        tuple(note for note in each.notes if note.id not in ids)
        for each, ids in zip(maps, used, strict=True)
    )
    return Likeness(tuple(shared), apart)


def _twins(note: Note, at: int, left: Sequence[Sequence[Note]]) -> tuple[Note | None, ...]:
    """The note itself, and of every later map the likest note, where one is like enough."""
    twins: list[Note | None] = []
    for number, notes in enumerate(left):
        best = max(notes, key=lambda other: likeness(note.text, other.text), default=None)
        is_like = best is not None and likeness(note.text, best.text) >= ALIKE
        twins.append(note if number == at else best if number > at and is_like else None)
    return tuple(twins)
