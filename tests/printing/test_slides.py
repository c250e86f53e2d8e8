"""Slides: text that can be edited, on the slide, and never two boxes over each other."""

from __future__ import annotations

import io
import itertools
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.content.strings import strings
from empathy_widgets.printing.slides import pptx_of

from .conftest import (
    HOSTILE,
    MANY,
    SHORT,
    boxes_of,
    full_map,
    full_sheet,
    map_with,
    sheet_with,
    squeezed,
)

if TYPE_CHECKING:
    from empathy_widgets.printing.work import Work

WORKS = {
    "short map": map_with(SHORT["en"]),
    "Dutch map": map_with(SHORT["nl"] * 4, "nl", source="gesprek, 3 mei"),
    "full map": map_with([MANY["en"]] * 40, source=MANY["en"]),
    "very long map": map_with([MANY["nl"] * 100, "x" * 20_000], "nl", question=MANY["nl"] * 9),
    "sheet": sheet_with("Has never chosen a car"),
    "long sheet": sheet_with(MANY["nl"] * 12, "nl"),
    "map in seven that changed": full_map(
        lambda field: f"{field} {MANY['en']}", layout="seven", earlier=map_with(SHORT["en"]).entries
    ),
    "full sheet": full_sheet(lambda field: f"{field} {MANY['nl'] * 3}", "nl"),
    "hostile map": map_with(list(HOSTILE.values()), question=HOSTILE["address"]),
}


def deck_of(work: Work) -> Any:  # noqa: ANN401 - python-pptx has no types
    from pptx import Presentation

    return Presentation(io.BytesIO(pptx_of([work])))


def text_of_slide(slide: Any) -> str:  # noqa: ANN401 - python-pptx has no types
    return "".join(text for text, *_ in boxes_of(slide))


def text_of(deck: Any) -> str:  # noqa: ANN401 - python-pptx has no types
    return squeezed("".join(text for slide in deck.slides for text, *_ in boxes_of(slide)))


@pytest.mark.parametrize("name", WORKS)
def test_nothing_overlaps_and_nothing_leaves_the_slide(name: str) -> None:
    deck = deck_of(WORKS[name])

    for slide in deck.slides:
        boxes = boxes_of(slide)
        for _, left, top, right, bottom in boxes:
            assert 0 <= left < right <= deck.slide_width
            assert 0 <= top < bottom <= deck.slide_height
        for one, other in itertools.combinations(boxes, 2):
            _, l1, t1, r1, b1 = one
            _, l2, t2, r2, b2 = other
            assert min(r1, r2) <= max(l1, l2) + 1 or min(b1, b2) <= max(t1, t2) + 1, (one, other)


def test_no_word_of_a_long_map_is_lost() -> None:
    texts = [f"begin{n} {MANY['en'] * 30} end{n}" for n in range(8)]
    whole = text_of(deck_of(map_with(texts)))

    assert [f"begin{n}" in whole and f"end{n}" in whole for n in range(8)] == [True] * 8
    assert whole.count("eldest") == 8 * 30


def test_a_region_whose_notes_stand_on_a_later_slide_says_so() -> None:
    first = text_of_slide(deck_of(map_with([MANY["nl"] * 9] * 6, "nl")).slides[0])

    assert 6 == first.count(strings("nl")["print.goes_on"])
    assert strings("nl")["print.goes_on"] not in text_of_slide(
        deck_of(WORKS["Dutch map"]).slides[0]
    )


def test_a_short_map_is_one_slide() -> None:
    assert len(deck_of(WORKS["short map"]).slides) == 1


def test_no_picture_of_other_slides_goes_along() -> None:
    with zipfile.ZipFile(io.BytesIO(pptx_of([WORKS["short map"]]))) as files:
        assert [name for name in files.namelist() if "thumbnail" in name] == []


def test_every_slide_has_a_title_and_every_picture_words() -> None:
    deck = deck_of(WORKS["full map"])

    assert all(slide.shapes.title.text_frame.text for slide in deck.slides)
    pictures = [shape for shape in deck.slides[0].shapes if not shape.has_text_frame]
    assert ["Fatima"] == [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures]  # noqa: SLF001


def test_a_text_from_right_to_left_stands_to_the_right() -> None:
    deck = deck_of(map_with(["שלום עולם"]))

    (paragraph,) = [
        paragraph
        for shape in deck.slides[0].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if "שלום" in paragraph.text
    ]
    assert paragraph._p.get_or_add_pPr().get("rtl") == "1"  # noqa: SLF001
