"""A map on a slide, round the person; what does not fit goes on after it, region by region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.map_layouts import areas
from empathy_widgets.printing.map_words import question_and_goal, who_it_is
from empathy_widgets.printing.slide import (
    GAP,
    HEIGHT,
    LEADING,
    MARGIN,
    PAD,
    TITLE,
    WIDTH,
    Area,
    Card,
    Slide,
    packed,
    rows,
)
from empathy_widgets.printing.slides import above, go_on, item_card
from empathy_widgets.printing.typesetting import face_png
from empathy_widgets.views.boards import GOAL, PERSON, board_for
from empathy_widgets.views.written import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.printing.document import Document
    from empathy_widgets.printing.work import Work
    from empathy_widgets.views.boards import Place

_FACE, _FACE_BESIDE = 80.0, 56.0
"""How large the face is above the words about the person, or beside them, in points."""


def map_slides(deck: Any, work: Work, found: Document) -> None:  # noqa: ANN401 - pptx has no types
    """The map on one slide, and as many further slides as it needs."""
    words, answer = strings(work.lang), work.map
    asked = question_and_goal(answer, words) if work.layout == "six" else answer.question
    title, lead, late = above(found.title, words["print.blank.title"], asked)
    slide = Slide(deck, title)
    top = slide.lead(lead)
    room = Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - MARGIN)
    left = {words["map.person"]: late}
    for shown, cards in _Map(work, found).draw(slide, room):
        left[shown] = [*left.get(shown, []), *cards]
    for shown, cards in left.items():
        go_on(deck, shown, cards, work.lang)


class _Map:
    """What stands on the board of a map, and how much room each place of it needs."""

    def __init__(self, work: Work, found: Document) -> None:
        self._words, answer = strings(work.lang), work.map
        keys = [area.key for area, _ in areas(work.layout, answer)]
        self._board = board_for(work.layout, keys)
        self._beside = work.layout == "seven"
        self._face, self._name = answer.face, answer.name.strip()
        name = answer.name.strip() or self._words["map.person.none"]
        numbered = f"1. {name}" if self._beside else name
        self._person = Card(tuple(lines_of(who_it_is(answer, self._words))), title=numbered)
        self._titles: dict[str, str] = {GOAL: f"2. {self._words['map.goal']}"}
        self._cards = {GOAL: [Card(tuple(lines_of(answer.goal)))] if answer.goal.strip() else []}
        self._regions = {GOAL: ""}
        for key, part in zip(keys, found.parts, strict=True):
            self._titles[key], self._regions[key] = part.title, part.key or ""
            self._cards[key] = [item_card(item) for item in part.items]

    def draw(self, slide: Slide, whole: Area) -> Iterator[tuple[str, list[Card]]]:
        """Draw every place; yielded is for each the title and what did not fit there."""
        for place, area in self._areas(whole):
            if place.key == PERSON:
                yield self._words["map.person"], self._draw_person(slide, area)
                continue
            cards = self._cards[place.key]
            room = slide.panel(area, self._titles[place.key], self._regions[place.key])
            left = slide.fill(room, cards, place.columns)
            if left == cards:
                prompt = self._words.get(f"map.region.{place.key}.prompt", "")
                slide.aside(room, self._words["print.goes_on"] if cards else prompt)
            yield self._titles[place.key], left

    def _areas(self, whole: Area) -> Iterator[tuple[Place, Area]]:
        """Where each place is. A row is as high as it needs and has a share of the rest.

        When they need more than there is, each has its usual share, and what does not fit goes on later.
        """
        board = self._board
        needed = board.rows(lambda place: self._need(place, whole.width), GAP)
        room = whole.height - (len(needed) - 1) * GAP
        shares = [share / sum(board.heights) for share in board.heights]
        spare = room - sum(needed)
        high = [
            n + s * spare if spare >= 0 else s * room for n, s in zip(needed, shares, strict=True)
        ]
        for place in board.places:
            left = whole.left + board.left(place, whole.width, GAP)
            top = whole.top + sum(high[: place.y]) + place.y * GAP
            width = board.width(place, whole.width, GAP)
            height = sum(high[place.y : place.y + place.high]) + (place.high - 1) * GAP
            yield place, Area(left, top, width, height)

    def _need(self, place: Place, whole: float) -> float:
        width = self._board.width(place, whole, GAP)
        if place.key == PERSON:
            beside = max(_FACE_BESIDE, self._person.height(width - _FACE_BESIDE))
            return beside if self._beside else _FACE + self._person.height(width)
        inside = width - 2 * PAD
        title = rows(self._titles[place.key], TITLE, inside) * TITLE * LEADING
        return title + 2 * PAD + packed(self._cards[place.key], inside, place.columns)

    def _draw_person(self, slide: Slide, area: Area) -> list[Card]:
        """The face, and the words below or beside it; returned is what did not fit there."""
        size = _FACE_BESIDE if self._beside else _FACE
        left = 0.0 if self._beside else (area.width - size) / 2
        slide.picture(
            face_png(self._face), Area(area.left + left, area.top, size, size), self._name
        )
        room = (
            Area(area.left + size, area.top, area.width - size, area.height)
            if self._beside
            else Area(area.left, area.top + size, area.width, area.height - size)
        )
        name = Card(title=self._person.title)
        for shown, rest in ((self._person, []), (name, [Card(self._person.text)])):
            if shown.height(room.width) <= room.height:
                slide.card(room, shown, centred=not self._beside)
                return rest
        return [self._person]
