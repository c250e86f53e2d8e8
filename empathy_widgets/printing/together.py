"""Maps or personas side by side, as headings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PrintingError
from empathy_widgets.model.persona_sheet import THEMES
from empathy_widgets.printing.document import Document, Part, Picture, document_of
from empathy_widgets.views.compare import LEAST, MOST, compare
from empathy_widgets.views.persona_overview import MOST as MOST_PERSONAS
from empathy_widgets.views.persona_sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from empathy_widgets.printing.work import Work


def side_by_side(works: Sequence[Work]) -> Document:
    """Two or three maps side by side, or two to eight personas.

    Args:
        works: the maps, or the sheets; the first tells the language.

    Raises:
        PrintingError: when there are fewer or more, or both kinds.
    """
    kinds = [work.kind for work in works]
    if {*kinds} == {"empathy_map"} and LEAST <= len(works) <= MOST:
        return _maps(works)
    if {*kinds} == {"persona_sheet"} and LEAST <= len(works) <= MOST_PERSONAS:
        return _personas(works)
    maps, sheets = kinds.count("empathy_map"), kinds.count("persona_sheet")
    message = (
        "Side by side go two or three empathy maps, or two to eight persona sheets; these are "
        f"{maps} maps and {sheets} sheets. Name their files, and with --step a step when a file holds several."
    )
    raise PrintingError(message)


def _maps(works: Sequence[Work]) -> Document:
    """What the people share, and what sets them apart."""
    maps = [work.map for work in works]
    found = compare(*maps, lang=works[0].lang)
    words = strings(found.lang)
    columns = ("", *found.names)
    widths = _widths(works)
    return Document(
        title=words["map.compare"],
        lang=found.lang,
        lead=tuple(_about(name, work) for name, work in zip(found.names, works, strict=True)),
        pictures=tuple(
            Picture(name, face=each.face) for name, each in zip(found.names, maps, strict=True)
        ),
        parts=(
            Part(words["map.compare.shared"], (), columns, tuple(found.shared_rows()), widths,
                 empty=words["map.compare.none"]),
            Part(words["map.compare.apart"], (), columns, tuple(found.apart_rows()), widths),
        ),
        footer=words["print.credit"],
    )  # fmt: skip


def _personas(works: Sequence[Work]) -> Document:
    """A column for each persona: the quote, and every theme that one of them fills."""
    words = strings(works[0].lang)
    shown = [sheet(work.sheet, words, group=work.group) for work in works]
    filled = [{theme["key"]: theme for theme in one["themes"]} for one in shown]
    rows = [(words["persona.field.quote"], *(one["quote"] for one in shown))] + [
        (
            words[f"persona.theme.{theme}"],
            *(_theme(one[theme]) if theme in one else words["persona.empty"] for one in filled),
        )
        for theme in THEMES
        if any(theme in one for one in filled)
    ]
    names = [one["name"] for one in shown]
    return Document(
        title=words["persona.overview"],
        lang=works[0].lang,
        lead=tuple(": ".join(filter(None, (one["name"], one["who"]))) for one in shown),
        pictures=tuple(picture for work in works for picture in document_of(work).pictures[:1]),
        parts=(Part(words["persona.title"], (), ("", *names), tuple(rows), _widths(works)),),
        footer=words["print.persona"],
    )


def _theme(theme: Mapping[str, Any]) -> str:
    return f"{theme['text']}\n{theme['known']}"


def _widths(works: Sequence[Work]) -> tuple[float, ...]:
    names_of_rows = max(0.5, len(works) / 9)
    return (names_of_rows, *(1.0 for _ in works))


def _about(name: str, work: Work) -> str:
    about = (work.map.role.strip(), work.map.situation.strip(), work.map.question.strip())
    return ": ".join(filter(None, (name, " · ".join(filter(None, about)))))
