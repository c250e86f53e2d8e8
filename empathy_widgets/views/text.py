"""The static form of a `text` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.blocks import prose_blocks
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.text import TextAnswer, TextStep
    from empathy_widgets.views.blocks import Block


def render(
    step: TextStep,
    answer: TextAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: TextAnswer | None = None,  # noqa: ARG001
) -> str:
    """What was asked and what was written, as HTML."""
    return fragment(
        "text.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        text=answer.text,
        words=strings,
    )


def plain(
    step: TextStep,
    answer: TextAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: TextAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    written = strings["twin.empty"] if answer.is_empty else answer.text
    return f"{step.title[lang]}\n{prompt_of(step, item)[lang]}\n\n{written}"


def blocks(step: TextStep, answer: TextAnswer, lang: Lang) -> list[Block]:  # noqa: ARG001
    """What was written, paragraph by paragraph."""
    return prose_blocks(answer.text)
