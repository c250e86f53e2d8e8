"""What a guide or a sheet is made of: pieces of plain data, which a page draws one below the other.

A piece has one key, which says what it is:

- texts: `section` and `h` (headings), `p`, `quote`, `ul` and `ol` (lists), and `table` with `columns` and `rows`;
- in a guide: `step` with `number`, `title` and `about`; `asked`, what a learner is asked;
  `answer` with a `title` and `pieces` of its own, set apart;
- on a sheet: `title`, a heading of prose; `prompt`, what is asked; `lines` (so many to write on), `label` (what the lines below it are for), `ticks` (texts with a
  box to tick), `boxes` (titles with room below each), `grid` (a table with room to write), `cards` to cut
  out, each with `sign` and `text`, `page` (a new page begins) and `map` (a blank empathy map).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from empathy_widgets.views.blocks import prose_blocks
from empathy_widgets.views.worked_map import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.exercise import Prose
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.step import Reveal

Piece = dict[str, Any]

_HEADING = re.compile(r"^(#+ .*)\n(?=\S)", re.MULTILINE)
_LIST = re.compile(r"^(?![-*>|#]|\d+\. )(.*)\n(?=[-*] |\d+\. )", re.MULTILINE)
_NUMBERED = re.compile(r"^\d+\. ", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_EMPTY = re.compile(r"[\s-]*")
_RULE = re.compile(r"^\|[\s:|-]+\|$")


@dataclass(frozen=True)
class Paper:
    """A document to read or to write on.

    Attributes:
        title: what stands at the top.
        lang: its language.
        lead: a few lines below the title.
        pieces: the rest, from top to bottom.
        footer: what stands below every page.
    """

    title: str
    lang: Lang
    lead: tuple[str, ...]
    pieces: tuple[Piece, ...]
    footer: str


def prose(markdown: str) -> list[Piece]:
    r"""Prose of an author as pieces; emphasis is left out, and a link shows its address.

    >>> prose("## After\nThey *talked* to `her`.\n\n---\n\n1. one\n2. two")
    [{'h': 'After'}, {'p': 'They talked to her.'}, {'ol': ['one', 'two']}]
    >>> prose("| | Guess |\n| --- | --- |\n| **Sees** | a screen |")
    [{'table': {'columns': ['', 'Guess'], 'rows': [['Sees', 'a screen']]}}]
    """
    plain = _CODE.sub(r"\1", markdown.strip())
    apart = _LIST.sub(r"\1\n\n", _HEADING.sub(r"\1\n\n", plain))
    paragraphs = re.split(r"\n\s*\n", apart)
    told = [text.strip() for text in paragraphs if not _EMPTY.fullmatch(text)]
    return [piece for text in told for piece in _pieces(text)]


def note(text: str) -> list[Piece]:
    r"""A note from `exercise.yaml` as pieces: each of its lines is a paragraph.

    >>> note("Aim: to listen.\nLive: in pairs.")
    [{'p': 'Aim: to listen.'}, {'p': 'Live: in pairs.'}]
    """
    return prose("\n\n".join(text.splitlines()))


def told(loaded: LoadedExercise, part: Prose | Reveal, lang: Lang) -> Iterator[Piece]:
    """What a page or a reveal shows: its prose, and the worked map that belongs to it."""
    if part.prose:
        yield from prose(loaded.prose(part.prose, lang))
    if part.map:
        yield from written(loaded.worked_map(part.map), lang)


def _pieces(paragraph: str) -> list[Piece]:
    if paragraph.startswith("|"):
        return [_table(paragraph)]
    if _NUMBERED.match(paragraph):
        items = _NUMBERED.split(paragraph)[1:]
        return [{"ol": [_plain(" ".join(item.split())) for item in items]}]
    return prose_blocks(paragraph)


def _table(paragraph: str) -> Piece:
    lines = [line.strip() for line in paragraph.splitlines() if not _RULE.match(line.strip())]
    columns, *rows = [[_plain(cell) for cell in line.strip("|").split("|")] for line in lines]
    return {"table": {"columns": columns, "rows": rows}}


def _plain(text: str) -> str:
    (block,) = prose_blocks(text.strip()) or [{"p": ""}]
    return str(block.get("p", text.strip()))
