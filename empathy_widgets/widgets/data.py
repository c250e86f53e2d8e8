"""What the browser may know of a `data` step: the table and the questions, never the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.model.data import BeforeAfter, Pareto
from empathy_widgets.model.data_questions import ChoiceQuestion, NumberQuestion
from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.data import Column, DataStep, Plot, Question
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem


def props(step: DataStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "rows_name": step.rows_name[lang],
        "columns": [_column(column, lang) for column in step.columns],
        "rows": [
            {"id": row.id, "cells": [_cell(row.cells[c.id], c, lang) for c in step.columns]}
            for row in step.rows
        ],
        "plot": _plot(step, step.plot, lang) if step.plot else None,
        "questions": [_question(question, lang) for question in step.questions],
    }


def _column(column: Column, lang: Lang) -> dict[str, Any]:
    values = [text[lang] for text in column.values.values()] if column.type == "choice" else []
    return {"title": column.title[lang], "type": column.type, "values": values}


def _cell(cell: str | float, column: Column, lang: Lang) -> str | float:
    words = column.values.get(str(cell))
    return words[lang] if words else cell


def _plot(step: DataStep, plot: Plot, lang: Lang) -> dict[str, Any]:
    """Columns are told by their place, from 0."""
    place = {column.id: number for number, column in enumerate(step.columns)}
    low, high = step.bounds
    cut = {
        "title": plot.cut.title[lang] if plot.cut.title else "",
        "start": min(max(plot.cut.start, low), high),
        "at_least": low,
        "at_most": high,
        "step": plot.cut.step,
    }
    match plot:
        case Pareto():
            columns = {"columns": [place[plot.value]]}
        case BeforeAfter():
            columns = {"columns": [place[name] for name in (plot.label, plot.before, plot.after)]}
        case _:
            columns = {"columns": [place[name] for name in plot.columns]}
            columns |= {"by": [place[plot.by]] if plot.by else []}
    return {"kind": plot.kind, "cut": cut, **columns}


def _question(question: Question, lang: Lang) -> dict[str, Any]:
    unit = question.unit if isinstance(question, NumberQuestion) else None
    options = question.options if isinstance(question, ChoiceQuestion) else ()
    return {
        "id": question.id,
        "kind": question.kind,
        "title": question.title[lang],
        "ask": (question.ask or question.title)[lang],
        "unit": unit[lang] if unit else "",
        "options": [{"id": option.id, "text": option.text[lang]} for option in options],
    }
