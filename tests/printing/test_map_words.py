"""Everything on a map that is no note stands on the print too, in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets.model.empathy_map import FACTS, EmpathyMapAnswer, Note
from empathy_widgets.printing.command import FORMATS, Format, print_work
from empathy_widgets.printing.work import Work

from .conftest import squeezed

if TYPE_CHECKING:
    from collections.abc import Callable

MAP = EmpathyMapAnswer(
    name="Fatima", role="mother", situation="on the path", question="What is it to her?",
    goal="carry water home", facts={key: f"fact{n}" for n, key in enumerate(FACTS)},
    notes=(Note(id="n-1", text="It is far", region="say_do", tag="say", author="Ann", source="visit"),),
)  # fmt: skip
TEXTS = [
    MAP.role,
    MAP.situation,
    MAP.question,
    MAP.goal,
    *MAP.facts.values(),
    "Ann",
    "visit",
    "It is far",
]


@pytest.mark.parametrize("to", sorted(set(FORMATS) - {"png", "svg", "pptx", "pdf"}))
def test_all_of_it_stands_in_a_text(to: Format) -> None:
    (made,) = print_work([Work("empathy_map", MAP.entries())], to)

    assert [text for text in TEXTS if text not in made.decode()] == []


def test_all_of_it_stands_on_the_page(pdf_text: Callable[[bytes], list[str]]) -> None:
    (made,) = print_work([Work("empathy_map", MAP.entries())], "pdf")
    (page,) = pdf_text(made)

    assert [text for text in TEXTS if squeezed(text) not in page] == []
    assert squeezed("assumed · says · visit · Ann") in page
