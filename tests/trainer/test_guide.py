"""The trainer's guide and the sheets: what stands in them, and what does not."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.content.exercises import exercise_names, load_exercise
from empathy_widgets.model.empathy_map import EmpathyMapStep
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.model.order import OrderStep
from empathy_widgets.model.sort import SortStep
from empathy_widgets.trainer import guide_of, sheets_of
from empathy_widgets.trainer.written import html_of, markdown_of, pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.trainer.pieces import Paper, Piece

BOTH = [(name, lang) for name in exercise_names() for lang in LANGUAGES]


def values(pieces: Iterable[Piece], kind: str) -> list[Any]:
    return [piece[kind] for piece in pieces if kind in piece]


def all_texts(part: object) -> Iterator[str]:
    """Every text in some pieces, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from all_texts(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from all_texts(inner)


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_a_guide_tells_every_step_with_what_a_good_answer_is(name: str, lang: Lang) -> None:
    loaded = load_exercise(name)
    pieces = guide_of(loaded, lang).pieces

    assert [step.title[lang] for step in loaded.exercise.steps] == [
        step["title"] for step in values(pieces, "step")
    ]
    told = " ".join(all_texts(pieces))
    notes = [step.trainer[lang] for step in loaded.exercise.steps if step.trainer]
    assert [note for note in notes if told.count(note) != 1] == []
    assert len(values(pieces, "answer")) >= len(loaded.exercise.steps)


def test_the_notes_and_the_minutes_of_the_author_stand_in_the_guide() -> None:
    loaded = load_exercise("well")
    guide = loaded.guide("en")
    assert guide is not None
    pieces = guide_of(loaded, "en").pieces

    told = " ".join(all_texts(pieces))
    assert all(" ".join(note.split()) in told for note in guide.steps.values())
    (plan,) = (table for table in values(pieces, "table") if table["columns"][0] == "From")
    assert "45" == plan["rows"][-1][0]


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_sheets_hold_all_questions_and_cards_but_no_note_and_no_feedback(
    name: str, lang: Lang
) -> None:
    loaded = load_exercise(name)
    pieces = sheets_of(loaded, lang).pieces
    titles = values(pieces, "section")
    texts = "\n".join(all_texts(pieces))

    assert [s.title[lang] for s in loaded.exercise.steps] == titles[: len(loaded.exercise.steps)]
    for step in loaded.exercise.steps:
        assert step.trainer is None or step.trainer[lang] not in texts
        if isinstance(step, SortStep | OrderStep):
            assert all(card.text[lang] in texts for card in step.cards)
            assert not any(card.feedback[lang] in texts for card in step.cards)
    has_map = any(isinstance(step, EmpathyMapStep) for step in loaded.exercise.steps)
    assert has_map == ({"map": True} in pieces)


def test_cards_to_order_are_shuffled_on_paper_too() -> None:
    loaded = load_exercise("persona")
    (step,) = (step for step in loaded.exercise.steps if isinstance(step, OrderStep))
    decks = values(sheets_of(loaded, "en").pieces, "cards")
    texts = next(
        [card["text"] for card in deck]
        for deck in decks
        if deck[0]["text"] in {card.text["en"] for card in step.cards}
    )

    assert texts != [card.text["en"] for card in step.cards]
    assert sorted(texts) == sorted(card.text["en"] for card in step.cards)


def test_what_the_women_said_comes_on_a_page_of_its_own_behind_the_questions() -> None:
    pieces = sheets_of(load_exercise("well"), "en").pieces
    said = pieces.index({"section": "What the women said"})

    assert {"page": True} in pieces[said - 2 : said]
    assert said > pieces.index({"section": "Looking back"})


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_every_guide_and_sheet_is_written_in_every_format(name: str, lang: Lang) -> None:
    loaded = load_exercise(name)
    for paper in (guide_of(loaded, lang), sheets_of(loaded, lang)):
        assert html_of(paper).startswith("<!doctype html>")
        assert pdf_of(paper).startswith(b"%PDF-")
    assert markdown_of(guide_of(loaded, lang)).startswith("# ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_of_a_pdf_hold_the_guide_and_say_what_it_is(lang: Lang) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    paper = guide_of(load_exercise("well"), lang)
    pages = PdfReader(BytesIO(pdf_of(paper))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert all(section in text for section in values(paper.pieces, "section"))
    assert len(pages) == text.count(paper.footer)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("make", [guide_of, sheets_of])
def test_headings_of_a_page_go_down_one_level_at_a_time(
    make: Callable[[LoadedExercise, Lang], Paper], lang: Lang
) -> None:
    for name in exercise_names():
        page = html_of(make(load_exercise(name), lang))
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_an_author_writes_is_text_in_every_format() -> None:
    from empathy_widgets.trainer.pieces import Paper

    nasty = "<script>alert(1)</script> #strong[no] *no* $x$"
    paper = Paper(nasty, "en", (nasty,), ({"p": nasty}, {"ul": [nasty]}), nasty)

    assert "<script>" not in html_of(paper)
    assert "<script>" not in markdown_of(paper)
    assert r"\*no\*" in markdown_of(paper)
    assert pdf_of(paper).startswith(b"%PDF-")
