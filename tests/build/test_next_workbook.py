"""What every workbook of the course says at its end."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.language import LANGUAGES, Lang

COURSE = ("start", "well", "salesperson", "blog", "customer-map", "sales-map", "ask", "persona")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "following"), [*pairwise(COURSE)])
def test_every_workbook_ends_with_the_name_of_the_next(
    name: str, following: str, lang: Lang
) -> None:
    title = load_exercise(following).exercise.title[lang]

    assert [title] == re.findall(
        r"(?<!\*)\*([^*]+)\*(?!\*)", load_exercise(name).prose("next", lang)
    )
