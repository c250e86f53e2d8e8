"""The static form of a worked map, and what the browser draws it from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.views.empathy_map import Page, in_words

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.worked_map import WorkedMap
    from empathy_widgets.views.blocks import Block


def twin(worked: WorkedMap, lang: Lang) -> dict[str, str]:
    """The map as a MIME bundle of HTML and plain text."""
    answer = worked.answer(lang)
    page = Page(worked.title[lang], "", answer.question, answer, strings(lang))
    return {"text/html": page.html(), "text/plain": page.plain()}


def block(worked: WorkedMap, lang: Lang) -> Block:
    """The map as a block, which the browser draws live and read-only."""
    return {"map": shown(worked, lang)}


def written(worked: WorkedMap, lang: Lang) -> list[Block]:
    """The map as headings and lists, for paper."""
    return [{"h": worked.title[lang]}, *in_words(worked.answer(lang), lang)]


def shown(worked: WorkedMap, lang: Lang) -> dict[str, Any]:
    """What the browser may know of the map: its title, and its entries."""
    entries = worked.answer(lang).entries()
    return {
        "title": worked.title[lang],
        "entries": {name: entry.model_dump(mode="json") for name, entry in entries.items()},
    }
