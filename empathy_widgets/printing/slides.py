"""Maps and sheets as slides (PPTX): every text in a text box that can be edited.

What does not fit into its field goes on a slide of its own after it, in as many boxes as it needs: nothing
is cut off, and no two boxes overlap.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import MissingExtraError
from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.printing.document import document_of
from empathy_widgets.printing.layout import clean_photo
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
    emu,
)
from empathy_widgets.printing.typesetting import face_png
from empathy_widgets.printing.written import lines_of

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import Region
    from empathy_widgets.printing.document import Document, Item, Part
    from empathy_widgets.printing.work import Work

_COLUMNS: dict[Region, int] = {
    "think_feel": 5, "hear": 2, "see": 2, "say_do": 5, "pains": 3, "gains": 3,
}  # fmt: skip
_SIDE, _FACE = 200.0, 160.0


def pptx_of(works: list[Work]) -> bytes:
    """All maps and sheets as one presentation.

    Raises:
        MissingExtraError: when the `print` extra is not installed.
    """
    try:
        from pptx import Presentation
    except ImportError as error:
        raise MissingExtraError(extra="print", package="python-pptx") from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    deck.core_properties.title = " ".join(lines_of(document_of(works[0]).title))[:200]
    for work in works:
        draw = _map_slides if work.kind == "empathy_map" else _sheet_slides
        draw(deck, work, document_of(work))
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _map_slides(deck: Any, work: Work, found: Document) -> None:  # noqa: ANN401 - pptx has no types
    """The map round the person; what does not fit goes on after it, region by region."""
    words, answer = strings(work.lang), work.map
    title, lead, late = _head(
        found.title, words["print.blank.title"], question_and_goal(answer, words)
    )
    slide = Slide(deck, title)
    top = slide.lead(lead)
    fields = _fields(Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - MARGIN))
    more: list[tuple[str, list[Card], str]] = [
        (words["map.person"], [*late, *_person(slide, work, _middle(fields))], "")
    ]
    for region, part in zip(REGIONS, found.parts, strict=True):
        area = fields[region]
        slide.panel(area, part.title, region)
        left = slide.fill(_below_title(area), _cards(part.items), _COLUMNS[region], region)
        more.append((part.title, left, region))
    for shown, cards, key in more:
        _go_on(deck, words["print.continued"].format(title=shown), cards, key)


def _sheet_slides(deck: Any, work: Work, found: Document) -> None:  # noqa: ANN401
    """The person, the quote and the themes, and after them the tables."""
    words, answer = strings(work.lang), work.sheet
    subtitle = found.lead[0] if found.lead and found.lead[0] != answer.who.strip() else ""
    title, lead, late = _head(found.title, words["print.persona"], subtitle)
    slide = Slide(deck, title)
    top = slide.lead(lead)
    _portraits(slide, work, found, Area(MARGIN, top, _SIDE, HEIGHT - MARGIN - top))
    quote = [Card(tuple(lines_of(found.quote)))] if found.quote else []
    who = [Card(tuple(lines_of(answer.who)))] if answer.who.strip() else []
    themes = [_theme(part) for part in found.parts if not part.columns]
    footer = [Card(tuple(lines_of(found.footer)))] if found.footer else []
    left = MARGIN + _SIDE + 2 * GAP
    room = Area(left, top, WIDTH - MARGIN - left, HEIGHT - top - MARGIN)
    rest = slide.fill(room, [*late, *quote, *who, *themes, *footer], 2, "")
    _go_on(deck, words["print.continued"].format(title=title), rest, "")
    for part in found.parts:
        if part.columns:
            _go_on(deck, part.title, [_row(part, row) for row in part.rows], "")


def _head(title: str, short: str, lead: str) -> tuple[str, str, list[Card]]:
    """What stands above a slide; a title or line that is too long for it becomes a card."""
    shown = " ".join(lines_of(title))
    if Slide.has_room_for(shown, lead):
        return shown, lead, []
    if Slide.has_room_for(shown):
        return shown, "", [Card(tuple(lines_of(lead)))]
    return short, "", [Card(tuple(lines_of(text))) for text in (title, lead) if lines_of(text)]


def _fields(whole: Area) -> dict[Region, Area]:
    """Where each region stands: think and feel above, hear and see beside the person, the rest below."""
    high = [share * (whole.height - 3 * GAP) for share in (0.23, 0.33, 0.22, 0.22)]
    tops = [whole.top + sum(high[:row]) + row * GAP for row in range(4)]
    side = (whole.width - 2 * GAP) * 0.385
    half = (whole.width - GAP) / 2
    right = whole.left + whole.width
    return {
        "think_feel": Area(whole.left, tops[0], whole.width, high[0]),
        "hear": Area(whole.left, tops[1], side, high[1]),
        "see": Area(right - side, tops[1], side, high[1]),
        "say_do": Area(whole.left, tops[2], whole.width, high[2]),
        "pains": Area(whole.left, tops[3], half, high[3]),
        "gains": Area(right - half, tops[3], half, high[3]),
    }


def _middle(fields: dict[Region, Area]) -> Area:
    hear, see = fields["hear"], fields["see"]
    left = hear.left + hear.width + GAP
    return Area(left, hear.top, see.left - GAP - left, hear.height)


def _below_title(area: Area) -> Area:
    used = TITLE * LEADING + PAD
    return Area(area.left + PAD, area.top + used, area.width - 2 * PAD, area.height - used - PAD)


def _person(slide: Slide, work: Work, area: Area) -> list[Card]:
    """The person in the middle; returned is what did not fit there."""
    words, answer = strings(work.lang), work.map
    name = answer.name.strip() or words["map.person.none"]
    size = area.height * 0.46
    face = Area(area.left + (area.width - size) / 2, area.top, size, size)
    slide.picture(face_png(answer.face), face, name)
    room = Area(area.left, area.top + size, area.width, area.height - size)
    who = tuple(lines_of(who_it_is(answer, words)))
    for shown, left in ((Card(who, title=name), []), (Card(title=name), [Card(who)])):
        if shown.height(room.width) <= room.height:
            slide.card(room, shown, "", centred=True)
            return left
    return [Card(who, title=name)]


def _portraits(slide: Slide, work: Work, found: Document, area: Area) -> None:
    if not found.pictures:
        face = Area(area.left, area.top, _FACE, _FACE)
        slide.picture(face_png(work.sheet.face), face, work.sheet.name)
        return
    top = area.top
    for picture in found.pictures:
        room = Area(area.left, top, area.width, area.height / len(found.pictures) - GAP)
        data = clean_photo(picture["data"])
        if data:
            top += slide.photo(data, room, picture["alt"]) + GAP


def _theme(part: Part) -> Card:
    if not part.items:
        return Card((part.empty,), title=part.title)
    texts = tuple(line for item in part.items for line in lines_of(item.text))
    return Card(texts, part.items[0].known, part.title)


def _row(part: Part, row: tuple[str, ...]) -> Card:
    """A row of a table as a card: its first cell is the title."""
    (_, first), *others = zip(part.columns, row, strict=True)
    lines = tuple(f"{name}: {line}" for name, cell in others for line in lines_of(cell))
    return Card(lines, title=" ".join(lines_of(first)))


def _cards(items: tuple[Item, ...]) -> list[Card]:
    return [Card(tuple(lines_of(item.text)), item.known) for item in items]


def _go_on(deck: Any, title: str, cards: list[Card], region: str) -> None:  # noqa: ANN401
    """As many further slides as the cards need."""
    while cards:
        slide = Slide(deck, title)
        top = slide.lead("")
        room = Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - MARGIN)
        width = (room.width - GAP) / 2
        pieces = [piece for card in cards for piece in card.pieces(width, room.height)]
        cards = slide.fill(room, pieces, 2, region)
