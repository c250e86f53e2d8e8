"""A workbook on paper: its prose, its questions with room to write, its cards to cut out, a blank map."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.data_questions import ChoiceQuestion
from empathy_widgets.model.empathy_map import EmpathyMapStep
from empathy_widgets.model.exercise import Prose
from empathy_widgets.model.order import OrderStep
from empathy_widgets.model.persona_sheet import DEMOGRAPHICS, PersonaSheetStep
from empathy_widgets.model.sort import SortStep
from empathy_widgets.model.step import prompt_of
from empathy_widgets.trainer.pieces import Paper, Piece, prose, told
from empathy_widgets.views.charts import shown
from empathy_widgets.views.worked_map import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.blanks import Blank
    from empathy_widgets.model.choose import ChooseStep
    from empathy_widgets.model.data import DataStep
    from empathy_widgets.model.form import FormStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.lines import LinesStep
    from empathy_widgets.model.table import TableStep
    from empathy_widgets.model.text import TextStep

_MUCH, _LITTLE = 6, 2
"""Lines to write on for a text, and for a short answer."""


def sheets_of(loaded: LoadedExercise, lang: Lang) -> Paper:
    """The workbook of an exercise for pen and paper; it holds no answer and no note for the trainer.

    What stays closed in the workbook until it is due stands on a page of its own, to hand out later.

    Args:
        loaded: the exercise.
        lang: the language of the sheets.

    >>> from empathy_widgets.content.exercises import load_exercise
    >>> sheets_of(load_exercise("start"), "en").pieces[-1]
    {'map': True}
    """
    words, exercise = strings(lang), loaded.exercise
    pieces = (*_work(loaded, lang), *_back(loaded, lang))
    credit = [words["print.credit"]] if {"map": True} in pieces else []
    return Paper(
        title=exercise.title[lang],
        lang=lang,
        lead=(exercise.summary[lang], words["sheets.about"]),
        pieces=pieces,
        footer=" · ".join([words["sheets.footer"].format(title=exercise.title[lang]), *credit]),
    )


def _work(loaded: LoadedExercise, lang: Lang) -> Iterator[Piece]:
    """The page of the workbook up to its last step; what follows rounds off on the screen."""
    words, page = strings(lang), loaded.exercise.page
    yield {"label": words["sheets.name"]}
    yield {"lines": 1}
    last = max(place for place, part in enumerate(page) if not isinstance(part, Prose))
    for part in page[: last + 1]:
        if isinstance(part, Prose):
            yield from _theory(loaded, part, lang)
        else:
            yield {"section": part.title[lang]}
            yield {"prompt": prompt_of(part, loaded.rubric.get(part.id))[lang]}
            yield from _ROOM[part.kind](part, lang)


def _theory(loaded: LoadedExercise, part: Prose, lang: Lang) -> Iterator[Piece]:
    """Prose between the steps; its headings stand beside those of the steps, not below them."""
    for piece in prose(loaded.prose(part.prose, lang)):
        yield {"title": piece["h"]} if "h" in piece else piece
    if part.map:
        yield from written(loaded.worked_map(part.map), lang)


def _back(loaded: LoadedExercise, lang: Lang) -> Iterator[Piece]:
    """What stands at the back: cards, what is handed out later, and a blank map."""
    words, steps = strings(lang), loaded.exercise.steps
    for step in steps:
        if isinstance(step, SortStep | OrderStep):
            title = step.title[lang]
            yield {"page": True}
            yield {"section": words["sheets.cards"].format(title=title)}
            yield {"p": words["sheets.cards.how"]}
            yield {"cards": _cards(step, lang)}
    for step in steps:
        if step.reveal:
            yield {"page": True}
            yield {"asked": words["sheets.later"].format(title=step.title[lang])}
            yield {"section": step.reveal.title[lang]}
            yield from told(loaded, step.reveal, lang)
    if any(isinstance(step, EmpathyMapStep) for step in steps):
        yield {"map": True}


def _cards(step: SortStep | OrderStep, lang: Lang) -> list[dict[str, str]]:
    cards = step.shuffled if isinstance(step, OrderStep) else step.cards
    texts = [card.text[lang] for card in cards]
    return [
        {"sign": sign, "text": text} for sign, text in zip(_signs(len(texts)), texts, strict=True)
    ]


def _signs(count: int) -> list[str]:
    """A, B, …, Z, AA, AB, …, as many as there are cards.

    >>> _signs(28)[-2:]
    ['AA', 'AB']
    """
    pairs = (f"{first}{second}" for first in ascii_uppercase for second in ascii_uppercase)
    return [*ascii_uppercase, *pairs][:count]


def _options(step: ChooseStep, lang: Lang) -> Iterator[Piece]:
    words = strings(lang)
    yield {"asked": words["sheets.choose.several" if step.several else "sheets.choose.one"]}
    yield {"ticks": [option.text[lang] for option in step.options]}


def _boxes(step: SortStep, lang: Lang) -> Iterator[Piece]:
    yield {"asked": strings(lang)["sheets.sort"]}
    yield {"boxes": [box.title[lang] for box in step.boxes]}


def _sequence(step: OrderStep, lang: Lang) -> Iterator[Piece]:  # noqa: ARG001 - called like the others
    yield {"asked": strings(lang)["sheets.order"]}
    yield {"lines": _LITTLE}


def _text(step: TextStep, lang: Lang) -> Iterator[Piece]:
    yield from _starter(step, lang)
    yield {"lines": _MUCH}


def _lines(step: LinesStep, lang: Lang) -> Iterator[Piece]:
    yield from _starter(step, lang)
    for number in range(1, step.count + 1):
        yield {"label": f"{number}."}
        yield {"lines": _LITTLE}


def _fields(step: FormStep, lang: Lang) -> Iterator[Piece]:
    for field in step.fields:
        yield from _blank(field, lang, field.help[lang] if field.help else "")


def _starter(step: TextStep | LinesStep, lang: Lang) -> Iterator[Piece]:
    if step.starter:
        yield {"asked": strings(lang)["sheets.starter"].format(starter=step.starter[lang])}


def _blank(blank: Blank, lang: Lang, about: str = "") -> Iterator[Piece]:
    unit = f" ({blank.unit[lang]})" if blank.unit else ""
    yield {"label": f"{blank.title[lang]}{unit}"}
    if about:
        yield {"asked": about}
    if blank.type == "choice":
        yield {"ticks": [option.text[lang] for option in blank.options]}
    elif blank.type == "tick":
        yield {"ticks": [blank.title[lang]]}
    else:
        yield {"lines": _LITTLE if blank.type == "text" else 1}


def _grid(step: TableStep, lang: Lang) -> Iterator[Piece]:
    """The table with what is given in it; below the title of a choice stand its options."""
    rows = [
        [
            row.title[lang] + (f"\n{row.about[lang]}" if row.about else ""),
            *(row.given[c.id][lang] if c.id in row.given else "" for c in step.columns),
        ]
        for row in step.rows
    ]
    if step.own_rows:
        own = max(step.own_rows.at_least, 1)
        name = step.own_rows.name[lang]
        rows += [[f"{name} {number}", *("" for _ in step.columns)] for number in range(1, own + 1)]
    first = step.rows_title[lang] if step.rows_title else ""
    yield {"grid": {"columns": [first, *(_heading(c, lang) for c in step.columns)], "rows": rows}}


def _heading(column: Blank, lang: Lang) -> str:
    unit = f" ({column.unit[lang]})" if column.unit else ""
    options = " / ".join(option.text[lang] for option in column.options)
    return column.title[lang] + unit + (f"\n{options}" if options else "")


def _table_and_questions(step: DataStep, lang: Lang) -> Iterator[Piece]:
    columns = [column.title[lang] for column in step.columns]
    rows = [[shown(step, column.id, row, lang) for column in step.columns] for row in step.rows]
    yield {"table": {"columns": columns, "rows": rows}}
    for question in step.questions:
        yield {"label": (question.ask or question.title)[lang]}
        if isinstance(question, ChoiceQuestion):
            yield {"ticks": [option.text[lang] for option in question.options]}
        else:
            yield {"lines": _LITTLE if question.kind == "pick" else 1}


def _map(step: EmpathyMapStep, lang: Lang) -> Iterator[Piece]:
    words = strings(lang)
    if step.question:
        yield {"prompt": words["sheets.map.question"].format(question=step.question[lang])}
    yield {"asked": words["sheets.map"]}


def _persona(step: PersonaSheetStep, lang: Lang) -> Iterator[Piece]:
    words = strings(lang)
    yield from _labelled([words[f"persona.field.{name}"] for name in ("name", "who", "quote")], 1)
    for theme in step.rules.themes:
        yield {"label": words[f"persona.theme.{theme}"]}
        yield {"asked": words[f"persona.theme.{theme}.prompt"]}
        yield {"lines": _LITTLE + 1}
    facts = [words[f"persona.demographics.{fact}"] for fact in DEMOGRAPHICS]
    yield {"label": words["persona.demographics"]}
    yield {"grid": {"columns": facts[:3], "rows": [["", "", ""]]}}
    yield {"grid": {"columns": facts[3:], "rows": [["" for _ in facts[3:]]]}}


def _labelled(labels: Sequence[str], lines: int) -> Iterator[Piece]:
    for label in labels:
        yield {"label": label}
        yield {"lines": lines}


_ROOM: dict[str, Callable[[Any, Lang], Iterator[Piece]]] = {
    "choose": _options,
    "sort": _boxes,
    "order": _sequence,
    "text": _text,
    "lines": _lines,
    "form": _fields,
    "table": _grid,
    "data": _table_and_questions,
    "empathy_map": _map,
    "persona_sheet": _persona,
}
"""For each kind of step where its answer is written."""
