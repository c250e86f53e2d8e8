"""An author's own item, for which nobody has labelled answers: judged by its signs, or left open."""

from __future__ import annotations

import pytest

from empathy_widgets.model.language import Text
from empathy_widgets.model.rubric import Criterion, Phrases, RubricItem
from empathy_widgets.scoring.judging import judge

SMELL = Criterion(
    id="smell",
    title=Text(en="The smell", nl="De geur"),
    definition=Text(en="The smell of bread draws people in.", nl="De geur van brood trekt mensen."),
    hint=Text(en="What do people notice first?", nl="Wat merken mensen het eerst?"),
    signs=Phrases(
        en=("the smell of fresh bread draws customers",),
        nl=("de geur van vers brood trekt klanten",),
    ),
    contradicts=Phrases(
        en=("the price of the bread draws customers",),
        nl=("de prijs van het brood trekt klanten",),
    ),
)
BAKERY = RubricItem(
    name="bakery.why",
    prompt=Text(en="Why do people come in?", nl="Waarom komen mensen binnen?"),
    points=1,
    criteria=(SMELL,),
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I think the smell of fresh bread draws the customers.", "met"),
        ("De geur van vers brood trekt de klanten volgens mij.", "met"),
        ("The price of the bread draws the customers.", "not_met"),
        ("The smell of fresh bread does not draw customers.", "unsure"),
        ("Their grandmother lived next door.", "unsure"),
        ("geen idee", "not_met"),
        ("smell, bread, fresh, customers, draw", "not_met"),
    ],
)
def test_signs_alone_decide_the_plain_cases_and_leave_the_rest_open(
    text: str, verdict: str
) -> None:
    assert judge(BAKERY, text, lang="en")["smell"].verdict == verdict
