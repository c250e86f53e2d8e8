"""The static form of a `data` step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.data_questions import ChoiceQuestion, PickQuestion
from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.charts import chart, shown
from empathy_widgets.views.plots import plot_img
from empathy_widgets.views.quantities import quantity
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.data import DataAnswer, DataStep, Question
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block

_FIRST = 8
"""So many rows give an idea of a table; the whole of it is in the exercise."""


def render(
    step: DataStep,
    answer: DataAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: DataAnswer | None = None,  # noqa: ARG001
) -> str:
    """The first rows, the plot at the learner's cut and the answers, as HTML."""
    drawn = chart(step, _cut(step, answer), lang, strings)
    return fragment(
        "data.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        caption=_caption(step, lang, strings),
        columns=[{"title": c.title[lang], "is_number": c.is_number} for c in step.columns],
        rows=_first_rows(step, lang),
        chart=drawn,
        cut=_cut_in_words(step, answer, lang, strings),
        picture=plot_img(drawn) if drawn else "",
        answers=_answers(step, answer, lang),
        words=strings,
    )


def plain(
    step: DataStep,
    answer: DataAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: DataAnswer | None = None,  # noqa: ARG001
) -> str:
    """The same as plain text."""
    drawn = chart(step, _cut(step, answer), lang, strings)
    table = [" | ".join(column.title[lang] for column in step.columns)]
    table += [" | ".join(row) for row in _first_rows(step, lang)]
    plot = [_cut_in_words(step, answer, lang, strings), drawn.words] if drawn else []
    answers = [
        f"{asked}\n{given or strings['twin.empty']}"
        for asked, given in _answers(step, answer, lang)
    ]
    head = f"{step.title[lang]}\n{prompt_of(step, item)[lang]}"
    body = "\n".join([_caption(step, lang, strings), *table])
    return "\n\n".join([head, body, *(["\n".join(plot)] if plot else []), *answers])


def blocks(step: DataStep, answer: DataAnswer, lang: Lang) -> list[Block]:
    """Each question that has an answer, and below it the answer."""
    given = [(asked, text) for asked, text in _answers(step, answer, lang) if text]
    return [block for asked, text in given for block in ({"h": asked}, {"p": text})]


def _cut(step: DataStep, answer: DataAnswer) -> float:
    """Where the cut stands, kept between its bounds."""
    start = step.plot.cut.start if step.plot else 0
    low, high = step.bounds
    return min(max(start if answer.cut is None else answer.cut, low), high)


def _cut_in_words(
    step: DataStep, answer: DataAnswer, lang: Lang, strings: Mapping[str, str]
) -> str:
    if step.plot is None:
        return ""
    title = step.plot.cut.title
    words = title[lang] if title else strings[f"data.cut.{step.plot.kind}"]
    return f"{words}: {quantity(_cut(step, answer), 'number', lang)}"


def _caption(step: DataStep, lang: Lang, strings: Mapping[str, str]) -> str:
    count, rows = len(step.rows), step.rows_name[lang]
    if count <= _FIRST:
        return strings["data.table"].format(n=count, rows=rows)
    return strings["data.first"].format(n=_FIRST, all=count, rows=rows)


def _first_rows(step: DataStep, lang: Lang) -> list[list[str]]:
    return [
        [shown(step, column.id, row, lang) for column in step.columns] for row in step.rows[:_FIRST]
    ]


def _answers(step: DataStep, answer: DataAnswer, lang: Lang) -> list[tuple[str, str]]:
    """For each question what was asked, and the answer in words."""
    return [
        ((question.ask or question.title)[lang], _given(step, question, answer, lang))
        for question in step.questions
    ]


def _given(step: DataStep, question: Question, answer: DataAnswer, lang: Lang) -> str:
    given = answer.given.get(question.id, "")
    match question:
        case PickQuestion():
            picked = answer.picked.get(question.id, ())
            first = step.columns[0].id
            return ", ".join(shown(step, first, row, lang) for row in step.rows if row.id in picked)
        case ChoiceQuestion():
            return next((o.text[lang] for o in question.options if o.id == given), "")
        case _:
            unit = question.unit[lang] if question.unit else ""
            return f"{given} {unit}".strip() if given[-1:].isdigit() else given
