"""One slide: text boxes, cards, fields and pictures, each where there is room for it.

An office program lays text out itself, in the font of its theme: so anybody can change the font of all
slides at once. The room that a text takes is measured here beforehand, with the widths of our own font,
which runs wider than those that such a program may take.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from empathy_widgets.printing.typesetting import FONTS
from empathy_widgets.views.written import is_rtl, lines_of, one_line, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1280.0, 720.0
"""A slide of 16 by 9, in points."""

MARGIN, GAP, PAD = 26.0, 7.0, 6.0
TEXT, SMALL, TITLE, HEAD = 12.5, 10.0, 15.0, 26.0
LEADING = 1.36
"""How much a line is higher than its letters; no font that may stand in for ours needs more."""

_MOST_TITLE, _MOST_LEAD = 2, 3
"""Over so many rows a title and the line under it may run."""

_SLACK, _SLACK_BOLD = 1.03, 1.14
"""How much wider a text may become in another font; titles are bold, the rest is measured as if it were."""

_WIDE = 1.35
"""How wide emoji and Chinese, Japanese and Korean signs are at most, in ems."""

_INK, _SOFT, _PAPER, _CARD, _LINE = "22262B", "57606A", "FBFAF7", "FFFFFF", "DCD8CF"
_ACCENTS: dict[str, tuple[str, str]] = {
    "see": ("27704F", "E8EDE7"),
    "hear": ("2F6F8F", "E8EDED"),
    "think_feel": ("6A4C93", "ECEAED"),
    "say_do": ("9A5B13", "F3EBE3"),
    "pains": ("A63D40", "F4E9E6"),
    "gains": ("47730B", "EAEEE2"),
    "": ("2F6F8F", "FBFAF7"),
}
"""For each region the colour of its title and that of its field; "" is for what is in none."""

Line = tuple[str, float, str, bool]
"""A line of text, its size in points, its colour, and whether it is bold."""


@dataclass(frozen=True)
class Area:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def inside(self) -> Area:
        """The same rectangle without its edge."""
        return Area(self.left + PAD, self.top + PAD, self.width - 2 * PAD, self.height - 2 * PAD)


@dataclass(frozen=True)
class Card:
    """A note, theme or cell: perhaps a title, its text, and in small how it is known.

    Its edge has the colour of its region, and is dashed when it is only a guess.
    """

    text: tuple[str, ...] = ()
    known: str = ""
    title: str = ""
    region: str = ""
    is_guess: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is a title and nothing else; such a card has no field behind it."""
        return bool(self.title) and not self.text and not self.known

    def height(self, width: float) -> float:
        """How high it is in a box of that width, in points."""
        room = width - 2 * PAD
        lines = sum(rows(line, TEXT, room) for line in self.text) * TEXT
        small = sum(rows(line, SMALL, room) for line in lines_of(self.known)) * SMALL
        head = sum(rows(line, TITLE, room) for line in lines_of(self.title)) * TITLE
        return 2 * PAD + LEADING * (lines + small + head)

    def pieces(self, width: float, height: float) -> Iterator[Card]:
        """The same card, in pieces when it is higher than that."""
        if self.height(width) <= height:
            yield self
            return
        room = width - 2 * PAD
        every = [*lines_of(self.title), *self.text, *lines_of(self.known)]
        lines = [piece for line in every for piece in wrapped(line, TEXT, room)]
        most = int((height - 2 * PAD) / (LEADING * TEXT)) - 1
        for start in range(0, len(lines), most):
            piece = tuple(lines[start : start + most])
            yield replace(self, text=piece, known="", title="")


def packed(cards: list[Card], width: float, columns: int) -> float:
    """How high an area must be to hold all these cards, laid out as `Slide.fill` does."""
    each = (width - (columns - 1) * GAP) / columns
    tops = [0.0] * columns
    for card in cards:
        column = tops.index(min(tops))
        tops[column] += card.height(each) + GAP
    return max(0.0, max(tops) - GAP) + 1


def rows(text: str, size: float, width: float) -> int:
    """Over how many rows a line of text of some size is broken in a box of some width, in points."""
    return len(wrapped(text, size, width))


def wrapped(text: str, size: float, width: float) -> list[str]:
    """A line of text, broken into rows that fit.

    >>> wrapped("one two three", 12, 50)
    ['one two', 'three']
    """
    most = width / size / (_SLACK_BOLD if size >= TITLE else _SLACK)
    made, row, used = [], "", 0.0
    for word in text.split(" "):
        wide = sum(map(_ems, word))
        if row and used + _ems(" ") + wide > most:
            made.append(row)
            row, used = "", 0.0
        if row:
            row, used = f"{row} {word}", used + _ems(" ") + wide
            continue
        for sign in word if wide > most else ():
            if row and used + _ems(sign) > most:
                made.append(row)
                row, used = "", 0.0
            row, used = row + sign, used + _ems(sign)
        if wide <= most:
            row, used = word, wide
    return [*made, row]


@cache
def _ems(sign: str) -> float:
    """How wide a sign is, in ems."""
    if width_of(sign) != 1:
        return _WIDE * width_of(sign) / 2
    return max(0.25, _font().getlength(sign) / _font().size)


@cache
def _font() -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / "NotoSans-Bold.ttf"), 100)


class Slide:
    """One slide, and what is put on it.

    Args:
        deck: the presentation.
        title: the title; one that takes more than two lines is left to the caller.
    """

    def __init__(self, deck: Any, title: str) -> None:  # noqa: ANN401
        self._slide = deck.slides.add_slide(deck.slide_layouts[5])  # a title and nothing else
        fill = self._slide.background.fill
        fill.solid()
        fill.fore_color.rgb = _colour(_PAPER)
        self._top = MARGIN
        self._title(title)

    @staticmethod
    def has_room_for(title: str, lead: str = "") -> bool:
        """Whether a title and the line under it leave most of the slide free."""
        width = WIDTH - 2 * MARGIN
        below = sum(rows(line, TEXT, width) for line in lines_of(lead))
        return rows(title, HEAD, width) <= _MOST_TITLE and below <= _MOST_LEAD

    def lead(self, text: str) -> float:
        """A line or two under the title; returned is where the room below begins."""
        lines = lines_of(text)
        width = WIDTH - 2 * MARGIN
        height = sum(rows(line, TEXT, width) for line in lines) * TEXT * LEADING
        if lines:
            self.text(
                Area(MARGIN, self._top, width, height),
                [(line, TEXT, _SOFT, False) for line in lines],
            )
            self._top += height
        return self._top + GAP

    def _title(self, title: str) -> None:
        width = WIDTH - 2 * MARGIN
        height = rows(title, HEAD, width) * HEAD * LEADING
        box = self._slide.shapes.title
        box.left, box.top, box.width, box.height = map(emu, (MARGIN, self._top, width, height))
        _plain(box.text_frame)
        _write(box.text_frame, [(title, HEAD, _INK, True)])
        self._top += height + 2

    def panel(self, area: Area, title: str, region: str) -> Area:
        """The field of a region with its title; returned is the room below it."""
        accent, tint = _ACCENTS[region]
        self._shape(area, tint, "" if region else _LINE)
        width = area.width - 2 * PAD
        high = rows(title, TITLE, width) * TITLE * LEADING
        self.text(Area(area.left + PAD, area.top + 4, width, high), [(title, TITLE, accent, True)])
        below = high + PAD
        return Area(area.left + PAD, area.top + below, width, area.height - below - PAD)

    def aside(self, area: Area, text: str) -> None:
        """Something in small in a place where no card stands; left out when there is no room for it."""
        if Card(known=text).height(area.width + 2 * PAD) - 2 * PAD <= area.height:
            self.text(area, [(line, SMALL, _SOFT, False) for line in lines_of(text)])

    def fill(self, area: Area, cards: list[Card], columns: int = 1) -> list[Card]:
        """Put as many cards as fit into an area, in their order; returned are the others."""
        width = (area.width - (columns - 1) * GAP) / columns
        tops = [area.top] * columns
        for number, card in enumerate(cards):
            height = card.height(width)
            column = min(range(columns), key=tops.__getitem__)
            if tops[column] + height > area.top + area.height:
                return cards[number:]
            left = area.left + column * (width + GAP)
            self.card(Area(left, tops[column], width, height), card)
            tops[column] += height + GAP
        return []

    def card(self, area: Area, card: Card, *, centred: bool = False) -> None:
        """One card: a box that can be edited and moved as a whole."""
        accent, _ = _ACCENTS[card.region]
        head = _INK if centred else accent
        lines = [(line, TITLE, head, True) for line in lines_of(card.title)]
        lines += [(line, TEXT, _SOFT if centred else _INK, False) for line in card.text]
        lines += [(line, SMALL, _SOFT, False) for line in lines_of(card.known)]
        if centred or card.is_heading:
            self.text(area.inside(), lines, centred=centred)
            return
        box = self._shape(area, _CARD, accent if card.region else _LINE, dashed=card.is_guess)
        _plain(box.text_frame, PAD)
        _write(box.text_frame, lines)

    def text(
        self, area: Area, lines: list[tuple[str, float, str, bool]], *, centred: bool = False
    ) -> None:
        """A text box with lines of text, size, colour and weight."""
        box = self._slide.shapes.add_textbox(
            *map(emu, (area.left, area.top, area.width, area.height))
        )
        _plain(box.text_frame)
        _write(box.text_frame, lines, centred=centred)

    def picture(self, data: bytes, area: Area, alt: str) -> None:
        """A picture, with what is on it in words."""
        place = map(emu, (area.left, area.top, area.width, area.height))
        shown = self._slide.shapes.add_picture(io.BytesIO(data), *place)
        shown._element.nvPicPr.cNvPr.set("descr", one_line(alt))  # noqa: SLF001 - no other way

    def photo(self, data: bytes, room: Area, alt: str) -> float:
        """A photo as large as the room allows; returned is how high it became."""
        from PIL import Image

        with Image.open(io.BytesIO(data)) as opened:
            wide, high = opened.size
        scale = min(room.width / wide, room.height / high)
        self.picture(data, Area(room.left, room.top, wide * scale, high * scale), alt)
        return high * scale

    def _shape(self, area: Area, colour: str, edge: str, *, dashed: bool = False) -> Any:  # noqa: ANN401
        from pptx.enum.dml import MSO_LINE
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.oxml.ns import qn

        place = map(emu, (area.left, area.top, area.width, area.height))
        shape = self._slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
        shape.fill.solid()
        shape.fill.fore_color.rgb = _colour(colour)
        # The style of the theme would add a shadow, and white letters in the middle.
        shape._element.remove(shape._element.find(qn("p:style")))  # noqa: SLF001 - no other way
        if edge:
            shape.line.color.rgb = _colour(edge)
            shape.line.width = emu(0.75)
        else:
            shape.line.fill.background()
        if dashed:
            shape.line.dash_style = MSO_LINE.DASH
        return shape


def _plain(frame: Any, margin: float = 0) -> None:  # noqa: ANN401
    """A text frame whose text begins at the top and is broken at its edge."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE

    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(margin)


def _write(frame: Any, lines: list[tuple[str, float, str, bool]], *, centred: bool = False) -> None:  # noqa: ANN401
    from pptx.enum.text import PP_ALIGN

    for number, (text, size, colour, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.line_spacing = 1.0
        rtl = is_rtl(text)
        paragraph.alignment = (
            PP_ALIGN.CENTER if centred else PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
        )
        if rtl:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - no other way
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = emu(size), bold
        run.font.color.rgb = _colour(colour)


def emu(points: float) -> Any:  # noqa: ANN401
    """A length in points, as the presentation counts it."""
    from pptx.util import Pt

    return Pt(round(points, 2))


def _colour(code: str) -> Any:  # noqa: ANN401
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made.from_string(code)
