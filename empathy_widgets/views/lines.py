"""The static form of a `lines` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.lines import LinesAnswer, LinesStep
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block


def render(
    step: LinesStep,
    answer: LinesAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: LinesAnswer | None = None,  # noqa: ARG001
) -> str:
    """What was asked and the lines that were filled, as HTML."""
    return fragment(
        "lines.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        lines=answer.lines,
        words=strings,
    )


def plain(
    step: LinesStep,
    answer: LinesAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: LinesAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    written = [f"{number}. {line}" for number, line in enumerate(answer.lines, start=1)]
    return "\n".join(
        [step.title[lang], prompt_of(step, item)[lang], "", *(written or [strings["twin.empty"]])]
    )


def blocks(step: LinesStep, answer: LinesAnswer, lang: Lang) -> list[Block]:  # noqa: ARG001
    """The lines that were filled."""
    return [{"ul": list(answer.lines)}]
