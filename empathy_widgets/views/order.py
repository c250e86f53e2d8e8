"""The static form of an `order` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.order import OrderAnswer, OrderStep
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block


def render(
    step: OrderStep,
    answer: OrderAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: OrderAnswer | None = None,  # noqa: ARG001
) -> str:
    """The sequence, and after it the cards without a place, as HTML."""
    return fragment(
        "order.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        placed=_placed(step, answer, lang),
        loose=_loose(step, answer, lang),
        words=strings,
    )


def plain(
    step: OrderStep,
    answer: OrderAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: OrderAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    lines = [step.title[lang], prompt_of(step, item)[lang], ""]
    lines += [f"{place}. {text}" for place, text in enumerate(_placed(step, answer, lang), start=1)]
    loose = _loose(step, answer, lang)
    if loose:
        lines += [f"{strings['order.tray']}:", *(f"- {text}" for text in loose)]
    return "\n".join(lines)


def blocks(step: OrderStep, answer: OrderAnswer, lang: Lang) -> list[Block]:
    """The sequence, numbered."""
    numbered = enumerate(_placed(step, answer, lang), start=1)
    return [{"ul": [f"{place}. {text}" for place, text in numbered]}]


def _placed(step: OrderStep, answer: OrderAnswer, lang: Lang) -> list[str]:
    texts = {card.id: card.text[lang] for card in step.cards}
    return [texts[card] for card in dict.fromkeys(answer.order) if card in texts]


def _loose(step: OrderStep, answer: OrderAnswer, lang: Lang) -> list[str]:
    return [card.text[lang] for card in step.shuffled if card.id not in answer.order]
