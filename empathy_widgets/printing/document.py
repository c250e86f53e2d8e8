"""Maps and sheets as headings and texts, in the order in which to read them.

Every form but that of the page itself is made from these: HTML, Markdown, slides, and the pages that
stand behind a map.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.map_layouts import areas
from empathy_widgets.printing.map_words import how_known, question_and_goal, who_it_is
from empathy_widgets.views.persona_sheet import MARKS, photo_alt, sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.empathy_map import Evidence, Face, Note, Region
    from empathy_widgets.model.language import Lang
    from empathy_widgets.printing.work import Work


@dataclass(frozen=True)
class Item:
    """A note, theme or line.

    Attributes:
        text: what was written.
        known: in small, how it is known; may have several lines.
        evidence: the mark before it; "" for none.
        key: the region of a note, for its colour; "" for none.
    """

    text: str
    known: str = ""
    evidence: Evidence | None = None
    key: Region | None = None

    @property
    def how(self) -> str:
        """How it is known, with the mark of its evidence."""
        return f"{MARKS[self.evidence]} {self.known}" if self.evidence else self.known


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it.

    Attributes:
        title: the heading.
        items: notes or texts; several are a list.
        columns: the names of the columns, when it is a table.
        rows: the cells of the table.
        widths: the columns of the table, as shares of its width; () when they are alike.
        empty: what is said when there is nothing.
        key: the region of a map, for its colour.
    """

    title: str
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    empty: str = ""
    key: Region | None = None


@dataclass(frozen=True)
class Section:
    """Parts that stand behind a map, under one heading."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Picture:
    """A photo, or else a drawn face, with what is on it in words.

    Attributes:
        alt: in words.
        photo: a JPEG in base64, or "".
        face: the drawn face when there is no photo.
    """

    alt: str
    photo: str = ""
    face: Face | None = None


@dataclass(frozen=True)
class Document:
    """One map or sheet, or several maps side by side."""

    title: str
    lang: Lang
    lead: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    quote: str = ""
    parts: tuple[Part, ...] = ()
    behind: tuple[Section, ...] = ()
    footer: str = ""


def document_of(work: Work) -> Document:
    """A map or sheet as headings and texts."""
    words = strings(work.lang)
    return (
        _map_document(work, words) if work.kind == "empathy_map" else _sheet_document(work, words)
    )


def note_item(note: Note, words: Mapping[str, str]) -> Item:
    """A note with how it is known."""
    return Item(note.text, how_known(note, words), note.evidence, note.region)


def _map_document(work: Work, words: Mapping[str, str]) -> Document:
    from empathy_widgets.printing.behind import behind_map

    answer = work.map
    name = answer.name.strip()
    return Document(
        title=words["print.map.of"].format(name=name) if name else words["print.blank.title"],
        lang=work.lang,
        lead=tuple(filter(None, (question_and_goal(answer, words), who_it_is(answer, words)))),
        pictures=(Picture(name, face=answer.face),),
        parts=tuple(
            Part(
                title=f"{area.number}. {title}" if area.number else title,
                items=tuple(note_item(note, words) for note in notes),
                empty=words["print.no_notes"],
                key=area.region,
            )
            for area, notes in areas(work.layout, answer)
            if (title := words[f"map.region.{area.key}"])
        ),
        behind=behind_map(work),
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
        widths = TABLE_WIDTHS[table["key"]]
        parts.append(Part(table["title"], (), tuple(table["columns"]), rows, widths))
    photos = [Picture(photo_alt(answer, each, words), each.data) for each in answer.photos]
    return Document(
        title=words["print.persona.of"].format(name=shown["name"]),
        lang=work.lang,
        lead=tuple(text for text in (shown["subtitle"], shown["who"]) if text),
        pictures=tuple(photos) or (Picture(answer.name.strip(), face=answer.face),),
        quote=words["persona.quoted"].format(quote=shown["quote"]) if shown["quote"] else "",
        parts=tuple(parts),
        footer=shown["assumed"],
    )


TABLE_WIDTHS: dict[str, tuple[float, ...]] = {
    "journey": (1.2, 1, 1, 1, 1.1, 1.1),
    "review": (1.2, 0.7, 0.8, 1.8),
    "versions": (0.5, 0.7, 2.6),
}
"""The columns of the tables behind a sheet, as shares of the width."""


def _theme_part(theme: Mapping[str, Any], words: Mapping[str, str]) -> Part:
    if not theme["text"]:
        return Part(theme["title"], empty=f"{words['persona.empty']}. {theme['prompt']}")
    known = " · ".join(filter(None, (words[f"map.evidence.{theme['evidence']}"], theme["source"])))
    return Part(theme["title"], (Item(theme["text"], known, theme["evidence"]),))
