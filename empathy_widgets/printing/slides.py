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
    packed,
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
_HEAD = 80.0
"""How large the face of the person is in the middle of a map, in points."""

_TITLE_ROW = TITLE * LEADING + PAD


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
    title, lead, late = _above(
        found.title, words["print.blank.title"], question_and_goal(answer, words)
    )
    slide = Slide(deck, title)
    top = slide.lead(lead)
    whole = Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - MARGIN)
    cards = {r: _cards(part.items) for r, part in zip(REGIONS, found.parts, strict=True)}
    person = _person_card(work)
    fields = _fields(whole, _row_heights(whole, cards, person))
    late += _person(slide, work, person, _middle(fields))
    more: list[tuple[str, list[Card], str]] = [(words["map.person"], late, "")]
    for region, part in zip(REGIONS, found.parts, strict=True):
        slide.panel(fields[region], part.title, region)
        room = _below_title(fields[region])
        more.append((part.title, slide.fill(room, cards[region], _COLUMNS[region], region), region))
    for shown, left, key in more:
        _go_on(deck, words["print.continued"].format(title=shown), left, key)


def _sheet_slides(deck: Any, work: Work, found: Document) -> None:  # noqa: ANN401
    """The person, the quote and the themes, and after them the tables."""
    words, answer = strings(work.lang), work.sheet
    subtitle = found.lead[0] if found.lead and found.lead[0] != answer.who.strip() else ""
    title, lead, late = _above(found.title, words["print.persona"], subtitle)
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


def _above(title: str, short: str, lead: str) -> tuple[str, str, list[Card]]:
    """What stands above a slide; a title or line that is too long for it becomes a card."""
    shown = " ".join(lines_of(title))
    if Slide.has_room_for(shown, lead):
        return shown, lead, []
    if Slide.has_room_for(shown):
        return shown, "", [Card(tuple(lines_of(lead)))]
    return short, "", [Card(tuple(lines_of(text))) for text in (title, lead) if lines_of(text)]


def _row_heights(whole: Area, cards: dict[Region, list[Card]], person: Card) -> list[float]:
    """How high the four rows of a map are: what they need and an even share of the rest.

    When they need more than there is, each has its usual share, and what does not fit goes on later.
    """
    room = whole.height - 3 * GAP
    usual = [share * room for share in (0.23, 0.33, 0.22, 0.22)]
    fields = _fields(whole, usual)
    need = {
        region: _TITLE_ROW
        + PAD
        + packed(found, _below_title(fields[region]).width, _COLUMNS[region])
        for region, found in cards.items()
    }
    middle = max(need["hear"], need["see"], _HEAD + person.height(_middle(fields).width))
    needed = [need["think_feel"], middle, need["say_do"], max(need["pains"], need["gains"])]
    spare = room - sum(needed)
    return [height + spare / 4 for height in needed] if spare >= 0 else usual


def _fields(whole: Area, high: list[float]) -> dict[Region, Area]:
    """Where each region stands: think and feel above, hear and see beside the person, the rest below."""
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
    left, width = area.left + PAD, area.width - 2 * PAD
    return Area(left, area.top + _TITLE_ROW, width, area.height - _TITLE_ROW - PAD)


def _person_card(work: Work) -> Card:
    words, answer = strings(work.lang), work.map
    name = answer.name.strip() or words["map.person.none"]
    return Card(tuple(lines_of(who_it_is(answer, words))), title=name)


def _person(slide: Slide, work: Work, person: Card, area: Area) -> list[Card]:
    """The person in the middle; returned is what did not fit there."""
    face = Area(area.left + (area.width - _HEAD) / 2, area.top, _HEAD, _HEAD)
    slide.picture(face_png(work.map.face), face, person.title)
    room = Area(area.left, area.top + _HEAD, area.width, area.height - _HEAD)
    name = Card(title=person.title)
    for shown, left in ((person, []), (name, [Card(person.text)])):
        if shown.height(room.width) <= room.height:
            slide.card(room, shown, "", centred=True)
            return left
    return [person]


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
        else:
            refused = Card((strings(work.lang)["print.photo.refused"],))
            slide.card(Area(room.left, top, room.width, refused.height(room.width)), refused, "")
            top += refused.height(room.width) + GAP


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
