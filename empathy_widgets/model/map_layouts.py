"""Two layouts of one map: the six questions, and the seven of the canvas of 2017.

A layout only says where a note is shown. *Seven* shows say and do apart, by the tag of a note;
a note without a tag stands under "Say or do?" until it has one. Nothing is changed by switching.
The same rules live in `js/src/empathy_map/areas.ts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from empathy_widgets.model.empathy_map import Region, Tag
from empathy_widgets.model.language import Frozen

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note

Layout = Literal["six", "seven"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)


class Area(Frozen):
    """One place of a layout where notes stand.

    Attributes:
        key: of its words, as in `map.region.<key>`.
        number: of its question; 0 when it has none of its own.
        region: whose notes stand there.
        tag: only notes with this tag; None for all of the region.
    """

    key: str
    number: int
    region: Region
    tag: Tag | None = None


_LAYOUTS: dict[Layout, tuple[Area, ...]] = {
    "six": (
        Area(key="see", number=1, region="see"),
        Area(key="hear", number=2, region="hear"),
        Area(key="think_feel", number=3, region="think_feel"),
        Area(key="say_do", number=4, region="say_do"),
        Area(key="pains", number=5, region="pains"),
        Area(key="gains", number=6, region="gains"),
    ),
    "seven": (
        Area(key="see", number=3, region="see"),
        Area(key="say", number=4, region="say_do", tag="say"),
        Area(key="do", number=5, region="say_do", tag="do"),
        Area(key="say_or_do", number=0, region="say_do", tag=""),
        Area(key="hear", number=6, region="hear"),
        Area(key="think_feel", number=7, region="think_feel"),
        Area(key="pains", number=0, region="pains"),
        Area(key="gains", number=0, region="gains"),
    ),
}
"""In *seven* 1 is the person and 2 what the person needs to do; pains and gains sit in the head."""


def areas(layout: Layout, answer: EmpathyMapAnswer) -> list[tuple[Area, tuple[Note, ...]]]:
    """Every area of a layout with its notes; "Say or do?" only while something stands there.

    >>> from empathy_widgets.model.empathy_map import EmpathyMapAnswer
    >>> [area.key for area, _ in areas("seven", EmpathyMapAnswer())]
    ['see', 'say', 'do', 'hear', 'think_feel', 'pains', 'gains']
    """
    found = [
        (
            area,
            tuple(note for note in answer.in_region(area.region) if area.tag in {None, note.tag}),
        )
        for area in _LAYOUTS[layout]
    ]
    return [(area, notes) for area, notes in found if notes or area.tag != ""]
