"""The static form of a `choose` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.choose import ChooseAnswer, ChooseStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block


def render(
    step: ChooseStep,
    answer: ChooseAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: ChooseAnswer | None = None,  # noqa: ARG001
) -> str:
    """The options, with what was chosen, as HTML."""
    return fragment(
        "choose.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        options=step.options,
        chosen=answer.chosen,
        lang=lang,
        words=strings,
    )


def plain(
    step: ChooseStep,
    answer: ChooseAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],  # noqa: ARG001
    item: RubricItem | None = None,
    previous: ChooseAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    options = [
        f"[{'x' if option.id in answer.chosen else ' '}] {option.text[lang]}"
        for option in step.options
    ]
    return "\n".join([step.title[lang], prompt_of(step, item)[lang], "", *options])


def blocks(step: ChooseStep, answer: ChooseAnswer, lang: Lang) -> list[Block]:
    """The options that were chosen."""
    return [{"ul": [option.text[lang] for option in step.options if option.id in answer.chosen]}]
