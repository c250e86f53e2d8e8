"""A table, a plot and answers, wherever no widget can be."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from empathy_widgets.content.strings import strings
from empathy_widgets.model.data import DataAnswer
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.views import twin
from empathy_widgets.views.blocks import answer_blocks
from empathy_widgets.views.charts import chart
from empathy_widgets.views.quantities import quantity
from tests.figures import answers, data_step, figures

LOADED = figures()
VECTORS = Path(__file__).with_name("chart_vectors.json")
STEPS = ("core", "survey", "effect")
DONE = DataAnswer(
    cut=12, given={"how-many": "12", "next": "visit"}, picked={"core": ("c44", "c46")}
)


def html_of(step: str, answer: DataAnswer, lang: Lang = "en") -> str:
    return twin(LOADED.exercise, {}, step, answers(**{step: answer}), lang)["text/html"]


def test_the_words_below_a_plot_follow_the_cut() -> None:
    step = data_step(LOADED, "core")
    at = {cut: chart(step, cut, "nl", strings("nl")) for cut in (1, 12, 999)}

    assert [found.words for found in at.values() if found] == [
        "Omzet: de grootste van de 60 klanten (1,7%) is goed voor 14,7% van het totaal.",
        "Omzet: de 12 grootste van de 60 klanten (20%) zijn samen goed voor 80,2% van het totaal.",
        "Omzet: de 60 grootste van de 60 klanten (100%) zijn samen goed voor 100% van het totaal.",
    ]


def test_a_change_too_small_for_the_cut_does_not_count() -> None:
    step = data_step(LOADED, "effect")
    found = chart(step, 15, "en", strings("en"))

    assert found
    assert "Changed by 15% or more: 1 of 3." in found.words
    assert "Customer satisfaction: before 7.5, after 8 (+6.7%)" in found.words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_a_plot_is_a_picture_with_words(step: str, lang: Lang) -> None:
    html = html_of(step, DataAnswer(), lang)
    found = re.search(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="([^"]{40,})"', html)

    assert found
    picture = ET.fromstring(base64.b64decode(found[1]))  # noqa: S314 - our own drawing
    assert picture.tag.endswith("svg")
    assert 6 <= len(list(picture.iter("{http://www.w3.org/2000/svg}rect")))
    assert "<svg" not in html
    assert "<style" not in html


def test_the_first_rows_the_cut_and_the_answers_are_shown() -> None:
    html = html_of("core", DONE, "nl")

    assert "De eerste 8 van de 60 klanten" in html
    assert "Hoeveel van de grootste: 12" in html
    assert "12 klanten" in html
    assert "Ze opzoeken" in html
    assert html.count("<tr>") == 9


def test_a_small_table_is_shown_whole() -> None:
    assert "Table: 3 measures" in html_of("effect", DataAnswer())


def test_what_was_typed_is_shown_as_text() -> None:
    html = html_of("core", DataAnswer(given={"how-many": "<b>12</b>"}))

    assert "&lt;b&gt;12&lt;/b&gt;" in html


def test_a_model_answer_is_told_question_by_question() -> None:
    told = answer_blocks(data_step(LOADED, "core"), DONE, "en")

    assert [{"p": "12 customers"}, {"p": "Visit them"}] == [told[1], told[-1]]
    assert 6 == len(told)


@pytest.mark.parametrize(
    ("number", "type_", "en", "nl"),
    [
        (1234567, "money", "€1,234,567", "€\u00a01.234.567"),
        (1234.5, "money", "€1,234.5", "€\u00a01.234,5"),
        (2009, "number", "2009", "2009"),
        (10000, "number", "10,000", "10.000"),
        (-0.04, "percent", "0%", "0%"),
        (-2.25, "percent", "-2.3%", "-2,3%"),
    ],
)
def test_numbers_are_written_as_the_reader_does(
    number: float, type_: str, en: str, nl: str
) -> None:
    assert [en, nl] == [quantity(number, type_, lang) for lang in LANGUAGES]  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_the_words_are_those_that_the_browser_is_held_to(step: str, lang: Lang) -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    held = [each for each in vectors if (each["step"], each["lang"]) == (step, lang)]

    assert held
    for each in held:
        found = chart(data_step(LOADED, step), each["cut"], lang, strings(lang))
        assert found
        assert each["words"] == found.words
