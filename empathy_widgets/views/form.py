"""The static form of a `form` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.blanks import in_words
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.form import FormAnswer, FormStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block


def render(
    step: FormStep,
    answer: FormAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: FormAnswer | None = None,  # noqa: ARG001
) -> str:
    """The fields with what was filled in, as HTML."""
    return fragment(
        "form.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        fields=_fields(step, answer, lang),
        words=strings,
    )


def plain(
    step: FormStep,
    answer: FormAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: FormAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    fields = [
        f"{title}: {text or strings['twin.empty']}" for title, text in _fields(step, answer, lang)
    ]
    return "\n".join([step.title[lang], prompt_of(step, item)[lang], "", *fields])


def blocks(step: FormStep, answer: FormAnswer, lang: Lang) -> list[Block]:
    """Each field that was filled in, below its title."""
    filled = [(title, text) for title, text in _fields(step, answer, lang) if text]
    return [block for title, text in filled for block in ({"h": title}, {"p": text})]


def _fields(step: FormStep, answer: FormAnswer, lang: Lang) -> list[tuple[str, str]]:
    """For each field its title and what it holds."""
    return [
        (field.title[lang], in_words(field, answer.fields.get(field.id, ""), lang))
        for field in step.fields
    ]
