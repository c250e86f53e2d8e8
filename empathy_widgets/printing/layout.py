"""What stands on each printed page, as plain data for the templates in `pages/`."""

from __future__ import annotations

import base64
import io
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal, get_args

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PhotoError
from empathy_widgets.model.empathy_map import EVIDENCE, EmpathyMapAnswer
from empathy_widgets.model.map_layouts import areas
from empathy_widgets.printing.document import TABLE_WIDTHS, document_of
from empathy_widgets.printing.map_words import how_known, question_and_goal, who_it_is
from empathy_widgets.views.boards import board_for
from empathy_widgets.views.face import face_svg
from empathy_widgets.views.fits import (
    MAP_LINES,
    NOTE_SPAN,
    SHEET_LINES,
    THEME_SPAN,
    map_lines,
    sheet_lines,
)
from empathy_widgets.views.persona_sheet import sheet
from empathy_widgets.views.written import width_of, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.empathy_map import Note
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.map_layouts import Layout
    from empathy_widgets.printing.document import Document, Part, Picture, Section
    from empathy_widgets.printing.work import Work

Paper = Literal["a4", "a3", "a2"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
Page = dict[str, Any]

_HIGHEST = 1.35
"""A photo on a sheet is at most so many times as high as it is wide."""

_FOOTER = 90
"""As many letters fit below a page."""

_MUCH = 4
"""From so many pages on, whether it fits on one is not even tried."""


def blank_map_page(lang: Lang, paper: Paper, layout: Layout = "six") -> Page:
    """An empathy map to fill in with a pen."""
    words, nobody = strings(lang), EmpathyMapAnswer()
    labels = (
        "title",
        "about",
        "name",
        "role",
        "situation",
        "question",
        "date",
        "made_by",
        "legend",
    )
    return {
        **_page(words["print.blank.title"], lang, paper, words["print.credit"]),
        "blank": True,
        "labels": {label: words[f"print.blank.{label}"] for label in labels},
        **_board(layout, nobody, words),
    }


def map_page(work: Work, paper: Paper) -> Page:
    """A filled empathy map."""
    words, answer, layout = strings(work.lang), work.map, work.layout
    name = answer.name.strip()
    title = words["print.map.of"].format(name=name) if name else words["print.blank.title"]
    return {
        **_page(title, work.lang, paper, words["print.credit"]),
        "much": map_lines(answer, layout) > _MUCH * MAP_LINES,
        "heading": written(title),
        "question": written(
            question_and_goal(answer, words) if layout == "six" else answer.question
        ),
        "goal": written(answer.goal),
        "name": written(name or words["map.person.none"]),
        "who": written(who_it_is(answer, words)),
        "picture": {"kind": "svg", "data": face_svg(answer.face), "alt": name},
        **_board(layout, answer, words),
        "behind": [_section(section) for section in document_of(work).behind],
    }


def side_by_side_page(found: Document, paper: Paper) -> Page:
    """Maps or personas side by side, as `together.side_by_side` puts them."""
    return {
        **_page(found.title, found.lang, paper, found.footer),
        "heading": written(found.title),
        "people": [
            {
                "picture": _picture(picture, strings(found.lang)),
                "about": written(about),
            }
            for picture, about in zip(found.pictures, found.lead, strict=True)
        ],
        "parts": [_part(part) for part in found.parts],
    }


def sheet_page(work: Work, paper: Paper) -> Page:
    """A persona sheet, or the poster of a persona."""
    words, answer = strings(work.lang), work.sheet
    shown = sheet(answer, words, asked=work.asked, group=work.group)
    title = words["print.persona.of"].format(name=shown["name"])
    return {
        **_page(title, work.lang, paper, _footer(shown["subtitle"], words["print.persona"])),
        "much": sheet_lines(answer, work.asked) > _MUCH * SHEET_LINES,
        "heading": written(title),
        "name": written(shown["name"]),
        "subtitle": written(shown["subtitle"]),
        "who": written(shown["who"]),
        "quote": written(
            words["persona.quoted"].format(quote=shown["quote"]) if shown["quote"] else ""
        ),
        "pictures": [_picture(picture, words) for picture in document_of(work).pictures],
        "themes": [_theme(theme, words) for theme in shown["themes"]],
        "sliders_title": words["persona.sliders"],
        "sliders": [
            {**slider, "low": written(slider["low"]), "high": written(slider["high"])}
            for slider in shown["sliders"]
        ],
        "facts_title": words["persona.demographics"],
        "facts": [{**fact, "text": written(fact["text"])} for fact in shown["facts"]],
        "assumed": written(shown["assumed"]),
        "tables": [
            {
                **table,
                "columns": [written(column) for column in table["columns"]],
                "rows": [[written(cell) for cell in row] for row in table["rows"]],
                "widths": TABLE_WIDTHS[table["key"]],
            }
            for table in shown["tables"]
        ],
    }


def _page(title: str, lang: Lang, paper: Paper, footer: str) -> Page:
    words = strings(lang)
    return {
        "title": " ".join(line["text"] for line in written(title)),
        "lang": lang,
        "paper": paper,
        "footer": written(footer),
        "page_of": words["print.page"],
        "legend": [{"evidence": e, "word": words[f"map.evidence.{e}"]} for e in EVIDENCE],
    }


def _footer(text: str, short: str) -> str:
    """What stands below every page; a long text stands on the page only."""
    return text if width_of(text) <= _FOOTER else short


def _board(layout: Layout, answer: EmpathyMapAnswer, words: Mapping[str, str]) -> Page:
    """Where everything stands, and each region with its notes."""
    found = areas(layout, answer)
    return {
        "layout": layout,
        "board": asdict(board_for(layout, [area.key for area, _ in found])),
        "goal_title": words["map.goal"],
        "regions": [
            {
                "key": area.key,
                "region": area.region,
                "number": area.number,
                "title": words[f"map.region.{area.key}"],
                "prompt": words[f"map.region.{area.key}.prompt"],
                "notes": [_note(note, words) for note in notes],
            }
            for area, notes in found
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "parts": [_part(part) for part in section.parts]}


def _part(part: Part) -> dict[str, Any]:
    """A part of a document: notes one below the other, or a table."""
    return {
        "title": written(part.title),
        "items": [
            {
                "text": written(item.text),
                "evidence": item.evidence,
                "known": written(item.known),
                "region": item.key,
                "span": _span(item.text + item.known, NOTE_SPAN // 2),
            }
            for item in part.items
        ],
        "columns": [written(column) for column in part.columns],
        "rows": [[written(cell) for cell in row] for row in part.rows],
        "widths": part.widths,
        "repeat": sum(map(width_of, part.columns)) < _FOOTER,
        "empty": written(part.empty),
    }


def _note(note: Note, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "text": written(note.text),
        "evidence": note.evidence,
        "known": written(how_known(note, words)),
        "span": _span(note.text + note.source + note.author, NOTE_SPAN),
    }


def _theme(theme: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    known = " · ".join(
        text for text in (words[f"map.evidence.{theme['evidence']}"], theme["source"]) if text
    )
    return {
        "title": theme["title"]
        if theme["text"]
        else f"{words['persona.empty']}: {theme['title'].lower()}",
        "empty": not theme["text"],
        "text": written(theme["text"] or theme["prompt"]),
        "evidence": theme["evidence"],
        "known": written(known),
        "span": _span(theme["text"] + theme["source"], THEME_SPAN),
    }


def _span(text: str, per_column: int) -> int:
    """Over how many columns a text is laid out: the longer, the wider."""
    return 1 + width_of(text[:10_000]) // per_column


def clean_photo(data: str) -> bytes | None:
    """A photo as it may be shown; None when it is none.

    It is made anew, as a file that somebody handed in may hold anything under that name.
    """
    from empathy_widgets.workbook.photos import prepare_photo

    try:
        return base64.b64decode(prepare_photo(base64.b64decode(data, validate=True)))
    except (PhotoError, ValueError):
        return None


def _ratio(data: bytes) -> float:
    """How high a photo is for its width; of a very high one the middle is shown."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        return min(_HIGHEST, opened.height / opened.width)


def _picture(picture: Picture, words: Mapping[str, str]) -> dict[str, Any]:
    if not picture.photo:
        return {"kind": "svg", "data": face_svg(picture.face), "alt": picture.alt}
    data = clean_photo(picture.photo)
    if data is None:
        return {"kind": "none", "alt": picture.alt, "reason": words["print.photo.refused"]}
    return {"kind": "jpg", "data": list(data), "alt": picture.alt, "ratio": _ratio(data)}
