"""Maps and sheets as a page of HTML and as Markdown: whatever was written is shown as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.printing.map_words import how_known, question_and_goal, who_it_is
from empathy_widgets.printing.written import lines_of, visible
from empathy_widgets.views.face import face_img
from empathy_widgets.views.persona_sheet import MARKS, photo_alt, sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from empathy_widgets.model.language import Lang
    from empathy_widgets.printing.work import Work

_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_AT_THE_START = re.compile(r"^(\d*)([-+.=):])")
"""Signs that mean something in Markdown or HTML: anywhere, or only where a line begins."""


@dataclass(frozen=True)
class Item:
    """A note, theme or line: its text and, in small, how it is known."""

    text: str
    known: str = ""


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it.

    Attributes:
        title: the heading.
        items: notes or texts; several are a list.
        columns: the names of the columns, when it is a table.
        rows: the cells of the table.
        empty: what is said when there is nothing.
        key: the region of a map, for its colour.
    """

    title: str
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    empty: str = ""
    key: str = ""


@dataclass(frozen=True)
class Document:
    """One map or sheet as headings and texts, in the order in which to read it."""

    title: str
    lang: Lang
    lead: tuple[str, ...]
    quote: str = ""
    parts: tuple[Part, ...] = ()
    pictures: list[dict[str, str]] = field(default_factory=list)
    footer: str = ""


def html_of(works: list[Work]) -> str:
    """A whole page of HTML that needs nothing from elsewhere and prints well.

    Args:
        works: maps and sheets, in one language.
    """
    documents = [document_of(work) for work in works]
    page = _environment().get_template("document.html")
    return page.render(documents=documents, lang=documents[0].lang, faces=_faces(works)) + "\n"


def markdown_of(works: list[Work]) -> str:
    """The same as Markdown: headings and lists; no sign that was written means anything."""
    return "\n\n".join(_markdown(document_of(work)) for work in works) + "\n"


def escaped(line: str) -> str:
    r"""One line in which Markdown sees nothing but text.

    >>> print(escaped("# *no* <b>heading</b>"), escaped("1. no list"), escaped("- none"))
    \# \*no\* \<b\>heading\</b\> 1\. no list \- none
    """
    return _AT_THE_START.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\1", line))


def _markdown(document: Document) -> str:
    blocks = [f"# {_heading(document.title)}"]
    blocks += [_paragraph(text) for text in document.lead]
    if document.quote:
        blocks.append(
            "\n".join(f"> {_inline(line)}  " for line in lines_of(document.quote)).rstrip()
        )
    for part in document.parts:
        blocks.append(f"## {_heading(part.title)}")
        if part.columns:
            blocks.append(_table(part))
        elif not part.items:
            blocks.append(f"*{_inline(part.empty)}*")
        else:
            blocks.append("\n".join(_item(item) for item in part.items))
    if document.footer:
        blocks.append(f"*{_inline(document.footer)}*")
    return "\n\n".join(blocks)


def _inline(text: str) -> str:
    return " ".join(escaped(line) for line in lines_of(text))


def _heading(text: str) -> str:
    return " ".join(_ANYWHERE.sub(r"\\\1", line) for line in lines_of(text))


def _paragraph(text: str) -> str:
    return "\\\n".join(escaped(line) for line in lines_of(text))


def _item(item: Item) -> str:
    said = "\\\n  ".join(escaped(line) for line in lines_of(item.text))
    return f"- {said}" + (f"  \n  *{_inline(item.known)}*" if item.known else "")


def _table(part: Part) -> str:
    lines = [part.columns, tuple("---" for _ in part.columns)]
    rows = [f"| {' | '.join(_inline(cell) for cell in line)} |" for line in (lines[0], *part.rows)]
    return "\n".join([rows[0], f"| {' | '.join(lines[1])} |", *rows[1:]])


def document_of(work: Work) -> Document:
    """A map or sheet as headings and texts."""
    words = strings(work.lang)
    return (
        _map_document(work, words) if work.kind == "empathy_map" else _sheet_document(work, words)
    )


def _map_document(work: Work, words: Mapping[str, str]) -> Document:
    answer = work.map
    name = answer.name.strip()
    parts = []
    for number, region in enumerate(REGIONS, start=1):
        items = tuple(
            Item(note.text, f"{MARKS[note.evidence]} {how_known(note, words)}")
            for note in answer.in_region(region)
        )
        title = f"{number}. {words[f'map.region.{region}']}"
        parts.append(Part(title, items, empty=words["print.no_notes"], key=region))
    return Document(
        title=words["print.map.of"].format(name=name) if name else words["print.blank.title"],
        lang=work.lang,
        lead=tuple(filter(None, (question_and_goal(answer, words), who_it_is(answer, words)))),
        parts=tuple(parts),
        footer=words["print.credit"],
    )


def _sheet_document(work: Work, words: Mapping[str, str]) -> Document:
    answer = work.sheet
    shown = sheet(answer, words, asked=work.asked, group=work.group)
    parts = [_theme_part(theme, words) for theme in shown["themes"]]
    if shown["sliders"]:
        items = tuple(Item(slider["said"]) for slider in shown["sliders"])
        parts.append(Part(words["persona.sliders"], items))
    if shown["facts"]:
        items = tuple(Item(f"{fact['title']}: {fact['text']}") for fact in shown["facts"])
        parts.append(Part(words["persona.demographics"], items))
    for table in shown["tables"]:
        rows = tuple(tuple(row) for row in table["rows"])
        parts.append(Part(table["title"], columns=tuple(table["columns"]), rows=rows))
    return Document(
        title=words["print.persona.of"].format(name=shown["name"]),
        lang=work.lang,
        lead=tuple(text for text in (shown["subtitle"], shown["who"]) if text),
        quote=words["persona.quoted"].format(quote=shown["quote"]) if shown["quote"] else "",
        parts=tuple(parts),
        pictures=[
            {"data": photo.data, "alt": photo_alt(answer, photo, words)} for photo in answer.photos
        ],
        footer=shown["assumed"],
    )


def _theme_part(theme: Mapping[str, Any], words: Mapping[str, str]) -> Part:
    if not theme["text"]:
        return Part(theme["title"], empty=f"{words['persona.empty']}. {theme['prompt']}")
    known = _known(theme["evidence"], theme["source"], words)
    return Part(theme["title"], (Item(theme["text"], known),))


def _known(evidence: str, source: str, words: Mapping[str, str]) -> str:
    state = f"{MARKS[evidence]} {words[f'map.evidence.{evidence}']}"
    return f"{state} · {source.strip()}" if source.strip() else state


def _faces(works: list[Work]) -> list[str]:
    faces = [work.map.face if work.kind == "empathy_map" else work.sheet.face for work in works]
    return [face_img(face, "", 112) for face in faces]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        autoescape=True,
        loader=FileSystemLoader(Path(__file__).with_name("pages")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["lines"] = lines_of
    made.filters["visible"] = visible
    return made
