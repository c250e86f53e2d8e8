"""A trainer's guide: what `guide.en.md` and `guide.nl.md` of an exercise say, part by part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Section = Literal["aim", "minutes", "prepare", "say", "wrong", "discuss", "group", "steps"]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""What a guide tells, in this order. The heading of each stands in `strings.json` under `guide.section.…`."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a meeting: so many minutes, and what happens in them."""

    minutes: int
    what: str


@dataclass(frozen=True)
class Guide:
    """One guide in one language.

    Attributes:
        prose: for each section its Markdown, except for `minutes` and `steps`.
        minutes: the meeting from beginning to end.
        steps: for some steps of the exercise, by id, a note as Markdown.
    """

    prose: Mapping[Section, str] = field(default_factory=dict)
    minutes: tuple[Stretch, ...] = ()
    steps: Mapping[str, str] = field(default_factory=dict)
