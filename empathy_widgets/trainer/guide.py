"""The trainer's guide: what the author tells, then every step with its notes and its model answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.choose import ChooseStep
from empathy_widgets.model.guide import SECTIONS
from empathy_widgets.model.order import OrderStep
from empathy_widgets.model.sort import SortStep
from empathy_widgets.model.step import prompt_of
from empathy_widgets.trainer.pieces import Paper, Piece, note, prose, told
from empathy_widgets.views.blocks import answer_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.exercise import AnyStep
    from empathy_widgets.model.guide import Guide
    from empathy_widgets.model.language import Lang

_MODEL = "model"
_RIGHT = "✓"


def guide_of(loaded: LoadedExercise, lang: Lang) -> Paper:
    """The guide of an exercise; one without a guide file has its steps, notes and model answers.

    Args:
        loaded: the exercise.
        lang: the language of the guide.

    Raises:
        AuthoringError: when the guide file or the rubric holds faults.

    >>> from empathy_widgets.content.exercises import load_exercise
    >>> guide_of(load_exercise("well"), "nl").title
    'Trainersgids: De waterput'
    """
    words, exercise = strings(lang), loaded.exercise
    facts = words["guide.facts"].format(
        minutes=exercise.minutes, points=exercise.points, mark=round(100 * exercise.pass_mark)
    )
    return Paper(
        title=words["guide.title"].format(title=exercise.title[lang]),
        lang=lang,
        lead=(exercise.summary[lang], facts),
        pieces=tuple(_pieces(loaded, lang, words)),
        footer=words["guide.footer"],
    )


def _pieces(loaded: LoadedExercise, lang: Lang, words: Mapping[str, str]) -> Iterator[Piece]:
    guide, exercise = loaded.guide(lang), loaded.exercise
    if exercise.trainer:
        yield {"section": words["guide.short"]}
        yield from note(exercise.trainer[lang])
    if guide:
        yield from _told(guide, words)
    yield {"section": words["guide.section.steps"]}
    for number, step in enumerate(exercise.steps, start=1):
        yield from _step(loaded, step, number, guide, lang)


def _told(guide: Guide, words: Mapping[str, str]) -> Iterator[Piece]:
    for section in SECTIONS:
        if section == "minutes":
            yield {"section": words["guide.section.minutes"]}
            yield _minutes(guide, words)
        elif section in guide.prose:
            yield {"section": words[f"guide.section.{section}"]}
            yield from prose(guide.prose[section])


def _minutes(guide: Guide, words: Mapping[str, str]) -> Piece:
    """The plan of the meeting, with after how many minutes each stretch begins."""
    rows, begin = [], 0
    for stretch in guide.minutes:
        rows.append([str(begin), str(stretch.minutes), stretch.what])
        begin += stretch.minutes
    columns = [words[f"guide.minutes.{name}"] for name in ("from", "takes", "what")]
    return {"table": {"columns": columns, "rows": [*rows, [str(begin), "", words["guide.end"]]]}}


def _step(
    loaded: LoadedExercise, step: AnyStep, number: int, guide: Guide | None, lang: Lang
) -> Iterator[Piece]:
    words = strings(lang)
    kind = words[f"guide.kind.{step.kind}"]
    points = words["guide.points" if step.points != 1 else "guide.point"].format(n=step.points)
    about = f"{kind} · {points}" if step.points else kind
    yield {"step": {"number": number, "title": step.title[lang], "about": about}}
    yield {"asked": prompt_of(step, loaded.rubric.get(step.id))[lang]}
    if guide and step.id in guide.steps:
        yield from prose(guide.steps[step.id])
    if step.trainer:
        yield from note(step.trainer[lang])
    if step.hint:
        yield {"asked": words["guide.hint"].format(hint=step.hint[lang])}
    criteria = list(_criteria(loaded, step, lang))
    if criteria:
        yield {"answer": {"title": words["guide.criteria"], "pieces": [{"ul": criteria}]}}
    yield from _model_answer(loaded, step, lang)
    if step.reveal:
        revealed = list(told(loaded, step.reveal, lang))
        yield {"answer": {"title": step.reveal.title[lang], "pieces": revealed}}


def _criteria(loaded: LoadedExercise, step: AnyStep, lang: Lang) -> Iterator[str]:
    """What an answer is looked at for, by the checks or by the trainer."""
    words = strings(lang)
    item = loaded.rubric.get(step.id)
    for criterion in item.criteria if item and step.kind in {"text", "lines"} else ():
        yield f"{criterion.title[lang]}: {criterion.definition[lang]}"
    for asked in getattr(step, "for_trainer", ()):
        yield f"{asked.title[lang]}: {asked.about[lang]} {words['guide.yours']}"


def _model_answer(loaded: LoadedExercise, step: AnyStep, lang: Lang) -> Iterator[Piece]:
    words = strings(lang)
    match step:
        case ChooseStep():
            made: list[Piece] = [_options(step, lang, words)]
        case SortStep():
            made = [_sorted(step, lang, words)]
        case OrderStep():
            made = [_ordered(step, lang, words)]
        case _:
            if _MODEL not in loaded.examples:
                return
            answer = loaded.example(_MODEL, lang).plain(loaded.exercise, step.id)
            made = [piece for piece in answer_blocks(step, answer, lang) if any(piece.values())]
    if made:
        yield {"answer": {"title": words["guide.model"], "pieces": made}}


def _options(step: ChooseStep, lang: Lang, words: Mapping[str, str]) -> Piece:
    columns = [words["guide.right"], words["guide.option"], words["guide.why"]]
    rows = [
        [_RIGHT if option.right else "", option.text[lang], option.feedback[lang]]
        for option in step.options
    ]
    return {"table": {"columns": columns, "rows": rows}}


def _sorted(step: SortStep, lang: Lang, words: Mapping[str, str]) -> Piece:
    titles = {box.id: box.title[lang] for box in step.boxes}
    rows = [
        [card.text[lang], titles[card.box], card.feedback[lang]]
        for box in step.boxes
        for card in step.cards
        if card.box == box.id
    ]
    columns = [words["guide.card"], words["guide.box"], words["guide.why"]]
    return {"table": {"columns": columns, "rows": rows}}


def _ordered(step: OrderStep, lang: Lang, words: Mapping[str, str]) -> Piece:
    rows = [
        [str(place), card.text[lang], card.feedback[lang]]
        for place, card in enumerate(step.cards, start=1)
    ]
    return {"table": {"columns": ["", words["guide.card"], words["guide.why"]], "rows": rows}}
