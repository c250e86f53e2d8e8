"""The static form of a `sort` step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.sort import SortAnswer, SortStep
    from empathy_widgets.views.blocks import Block


@dataclass(frozen=True)
class _Filled:
    title: str
    cards: list[str]


def render(
    step: SortStep,
    answer: SortAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: SortAnswer | None = None,  # noqa: ARG001
) -> str:
    """The boxes with the cards that lie in them, as HTML."""
    return fragment(
        "sort.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        boxes=_filled(step, answer, lang, strings),
        words=strings,
    )


def plain(
    step: SortStep,
    answer: SortAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: SortAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    boxes = [
        "\n".join([f"{box.title}:", *(f"- {card}" for card in box.cards)])
        for box in _filled(step, answer, lang, strings)
    ]
    return "\n\n".join([f"{step.title[lang]}\n{prompt_of(step, item)[lang]}", *boxes])


def blocks(step: SortStep, answer: SortAnswer, lang: Lang) -> list[Block]:
    """The boxes, each with the cards that lie in it."""
    return [
        block
        for box in step.boxes
        for block in (
            {"h": box.title[lang]},
            {"ul": [c.text[lang] for c in step.cards if answer.placed.get(c.id) == box.id]},
        )
    ]


def _filled(
    step: SortStep, answer: SortAnswer, lang: Lang, strings: Mapping[str, str]
) -> list[_Filled]:
    """The boxes, and after them the cards that lie in none."""
    places = {box.id: _Filled(box.title[lang], []) for box in step.boxes}
    loose = _Filled(strings["twin.unsorted"], [])
    for card in step.cards:
        places.get(answer.placed.get(card.id, ""), loose).cards.append(card.text[lang])
    return [*places.values(), *([loose] if loose.cards else [])]
