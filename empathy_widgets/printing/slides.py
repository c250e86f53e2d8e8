"""Maps and sheets as slides (PPTX): every text in a text box that can be edited.

What does not fit into its field goes on a slide of its own after it, in as many boxes as it needs: nothing
is cut off, and no two boxes overlap.
"""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import MissingExtraError
from empathy_widgets.printing.document import document_of
from empathy_widgets.printing.layout import clean_photo
from empathy_widgets.printing.slide import GAP, HEIGHT, MARGIN, WIDTH, Area, Card, Slide, emu
from empathy_widgets.printing.typesetting import face_png
from empathy_widgets.views.written import lines_of, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.language import Lang
    from empathy_widgets.printing.document import Document, Item, Part, Picture, Section
    from empathy_widgets.printing.work import Work

_SIDE, _FACE, _SMALL_FACE = 200.0, 160.0, 64.0
_BESIDE = 4
"""So many parts stand beside each other on a slide."""


def pptx_of(works: list[Work]) -> bytes:
    """All maps and sheets as one presentation.

    Raises:
        MissingExtraError: when the `print` extra is not installed.
    """
    from empathy_widgets.printing.map_slides import map_slides

    found = [document_of(work) for work in works]
    deck = _deck(found[0].title)
    for work, document in zip(works, found, strict=True):
        draw = map_slides if work.kind == "empathy_map" else _sheet_slides
        draw(deck, work, document)
        for section in document.behind:
            _section_slides(deck, section, document.lang)
    return _bytes_of(deck)


def pptx_together(found: Document) -> bytes:
    """Maps or personas side by side as a presentation, from what `together.side_by_side` makes of them.

    Raises:
        MissingExtraError: when the `print` extra is not installed.
    """
    deck = _deck(found.title)
    slide = Slide(deck, found.title)
    room = _room(slide)
    people = [Card(tuple(lines_of(said))) for said in found.lead]
    widths = _widths(found.parts[0], room)
    left = room.left + widths[0] + GAP
    for picture, width in zip(found.pictures, widths[1:], strict=True):
        _picture(slide, picture, Area(left, room.top, _SMALL_FACE, _SMALL_FACE), found.lang)
        left += width + GAP
    about = [Card(), *people]
    top = room.top + _SMALL_FACE + GAP
    fits = _height(about, widths) < room.height / 2
    if fits:
        top = _row(slide, top, about, widths)
    for part in found.parts:
        slide, top = _table(deck, slide, top, part, found.lang)
    go_on(deck, found.title, [] if fits else people, found.lang)
    return _bytes_of(deck)


def above(title: str, short: str, lead: str) -> tuple[str, str, list[Card]]:
    """What stands above a slide; a title or line that is too long for it becomes a card."""
    shown = one_line(title)
    if Slide.has_room_for(shown, lead):
        return shown, lead, []
    if Slide.has_room_for(shown):
        return shown, "", [Card(tuple(lines_of(lead)))]
    return short, "", [Card(tuple(lines_of(text))) for text in (title, lead) if lines_of(text)]


def go_on(deck: Any, title: str, cards: list[Card], lang: Lang) -> None:  # noqa: ANN401 - pptx has no types
    """As many further slides as the cards need."""
    if not cards:
        return
    slide = Slide(deck, continued(title, lang))
    room = _room(slide)
    width = (room.width - GAP) / 2
    left = [piece for card in cards for piece in card.pieces(width, room.height)]
    while left := slide.fill(room, left, 2):
        slide = Slide(deck, continued(title, lang))


def continued(title: str, lang: Lang) -> str:
    """The title of a slide that goes on with another."""
    return strings(lang)["print.continued"].format(title=title)


def item_card(item: Item) -> Card:
    """A note as a card."""
    guess = item.evidence == "assumed"
    return Card(tuple(lines_of(item.text)), item.how, region=item.key or "", is_guess=guess)


def _deck(title: str) -> Any:  # noqa: ANN401
    try:
        from pptx import Presentation
    except ImportError as error:
        raise MissingExtraError(extra="print", package="python-pptx") from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    deck.core_properties.title = one_line(title)[:200]
    package = deck.part.package
    for link in [link for link in package.iter_rels() if link.reltype.endswith("/thumbnail")]:
        package.drop_rel(link.rId)  # a picture of other slides
    return deck


def _bytes_of(deck: Any) -> bytes:  # noqa: ANN401
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _room(slide: Slide) -> Area:
    """All of a slide below its title."""
    top = slide.lead("")
    return Area(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - MARGIN)


def _sheet_slides(deck: Any, work: Work, found: Document) -> None:  # noqa: ANN401
    """The person, the quote and the themes, and after them the tables."""
    words, answer = strings(work.lang), work.sheet
    subtitle = found.lead[0] if found.lead and found.lead[0] != answer.who.strip() else ""
    title, lead, late = above(found.title, words["print.persona"], subtitle)
    slide = Slide(deck, title)
    top = slide.lead(lead)
    _portraits(slide, found, Area(MARGIN, top, _SIDE, HEIGHT - MARGIN - top))
    quote = [Card(tuple(lines_of(found.quote)))] if found.quote else []
    who = [Card(tuple(lines_of(answer.who)))] if answer.who.strip() else []
    themes = [_theme(part) for part in found.parts if not part.columns]
    footer = [Card(tuple(lines_of(found.footer)))] if found.footer else []
    left = MARGIN + _SIDE + 2 * GAP
    room = Area(left, top, WIDTH - MARGIN - left, HEIGHT - top - MARGIN)
    rest = slide.fill(room, [*late, *quote, *who, *themes, *footer], 2)
    go_on(deck, title, rest, work.lang)
    for part in found.parts:
        if part.columns:
            slide = Slide(deck, part.title)
            _table(deck, slide, _room(slide).top, part, work.lang)


def _portraits(slide: Slide, found: Document, area: Area) -> None:
    top, high = area.top, area.height / len(found.pictures) - GAP
    for picture in found.pictures:
        room = Area(area.left, top, area.width if picture.photo else _FACE, min(high, _FACE))
        top += _picture(slide, picture, room, found.lang) + GAP


def _picture(slide: Slide, picture: Picture, room: Area, lang: Lang) -> float:
    """A photo or drawn face as large as the room allows; returned is how high it became."""
    if not picture.photo:
        side = min(room.width, room.height)
        slide.picture(face_png(picture.face), Area(room.left, room.top, side, side), picture.alt)
        return side
    data = clean_photo(picture.photo)
    if data:
        return slide.photo(data, room, picture.alt)
    refused = Card((strings(lang)["print.photo.refused"],))
    high = refused.height(room.width)
    slide.card(Area(room.left, room.top, room.width, high), refused)
    return high


def _theme(part: Part) -> Card:
    if not part.items:
        return Card((part.empty,), title=part.title)
    texts = tuple(line for item in part.items for line in lines_of(item.text))
    return Card(texts, part.items[0].how, part.title)


def _section_slides(deck: Any, section: Section, lang: Lang) -> None:  # noqa: ANN401
    """Parts in columns beside each other, each as far down as it goes, and on over more slides."""
    for start in range(0, len(section.parts), _BESIDE):
        slide = Slide(deck, continued(section.title, lang) if start else section.title)
        room = _room(slide)
        width = (room.width - (_BESIDE - 1) * GAP) / _BESIDE
        columns = [
            [piece for card in _part_cards(part) for piece in card.pieces(width, room.height)]
            for part in section.parts[start : start + _BESIDE]
        ]
        lefts = [room.left + number * (width + GAP) for number in range(_BESIDE)]
        while any(columns):
            columns = [
                slide.fill(replace(room, left=left, width=width), cards)
                for left, cards in zip(lefts, columns, strict=False)
            ]
            if any(columns):
                slide = Slide(deck, continued(section.title, lang))


def _part_cards(part: Part) -> list[Card]:
    items = [item_card(item) for item in part.items] or [Card((part.empty,))]
    return [Card(title=part.title), *items]


def _table(deck: Any, slide: Slide, top: float, part: Part, lang: Lang) -> tuple[Slide, float]:  # noqa: ANN401
    """A table as rows of boxes, from some height of a slide on; returned is where it ended.

    A row that is too high for what is left goes to the next slide, with the names of the columns
    above it; one that is too high for half a slide goes on in the next row.
    """
    room = _room(slide)
    widths = _widths(part, room)
    title, head = [Card(title=part.title)], [Card(title=column) for column in part.columns]
    rows = [[Card(title=first), *(Card(tuple(lines_of(cell))) for cell in cells)] for first, *cells in part.rows]  # fmt: skip
    first = [*_pieces(title, [room.width], room)] if top > room.top else []
    first += [*_pieces(head, widths, room)] if rows else [[Card((part.empty,))]]
    again = head if _height(head, widths) < room.height / 3 else []
    for row in [*first, *(piece for cells in rows for piece in _pieces(cells, widths, room))]:
        across = widths if len(row) > 1 else [room.width]
        if top + _height(row, across) > room.top + room.height:
            slide = Slide(deck, continued(part.title, lang))
            top = _row(slide, room.top, again, widths) if again else room.top
        top = _row(slide, top, row, across)
    return slide, top


def _widths(part: Part, room: Area) -> list[float]:
    inside = room.width - GAP * (len(part.widths) - 1)
    return [share / sum(part.widths) * inside for share in part.widths]


def _pieces(row: list[Card], widths: list[float], room: Area) -> Iterator[list[Card]]:
    """A row, in pieces when one of its cells is higher than half of the room."""
    cells = [card.pieces(width, room.height / 2) for card, width in zip(row, widths, strict=True)]
    for pieces in zip_longest(*cells):
        yield [piece or Card() for piece in pieces]


def _height(row: list[Card], widths: list[float]) -> float:
    return max(card.height(width) for card, width in zip(row, widths, strict=True))


def _row(slide: Slide, top: float, row: list[Card], widths: list[float]) -> float:
    """Draw a row, and tell where the next begins."""
    high, left = _height(row, widths), MARGIN
    for card, width in zip(row, widths, strict=True):
        if card != Card():
            slide.card(Area(left, top, width, high), card)
        left += width + GAP
    return top + high + GAP
