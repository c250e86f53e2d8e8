"""How easily the course reads, in both languages, and where it does not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.build.prose import markdown_passages, prose_passages, short_passages
from empathy_widgets.build.readability import BAND, workbook_ease
from empathy_widgets.build.rehearse import rehearse_one
from empathy_widgets.content.exercises import exercise_names, find_exercise
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.scoring.readability import (
    count_words,
    dutch_syllables,
    ease,
    english_syllables,
)

if TYPE_CHECKING:
    from pathlib import Path

HEARD: dict[Lang, dict[int, str]] = {
    "en": {
        1: "well walked jars stayed else one you're eye",
        2: "water women's village people table walking jumping needed player makers",
        3: "customer expected together video",
        4: "everybody anybody information economy",
    },
    "nl": {
        1: "put één vóór zie leeuw nieuw haai mooi bij team",
        2: "over water kaartje auto's moeite open vrouwen niveau vrije",
        3: "ideeën klanten-app eerlijkheid enquête persona",
        4: "beantwoorden medewerker reageerden",
        5: "organiseren overzichtelijk",
    },
}
HEARD_ONE_BY_ONE = [
    (lang, word, count)
    for lang, counts in HEARD.items()
    for count, words in counts.items()
    for word in words.split()
]


@pytest.mark.parametrize(("lang", "word", "count"), HEARD_ONE_BY_ONE)
def test_the_syllables_of_a_word_are_those_one_hears(lang: Lang, word: str, count: int) -> None:
    assert count == {"en": english_syllables, "nl": dutch_syllables}[lang](word)


def test_reading_ease_is_what_the_formulas_say() -> None:
    # 6 words, 1 sentence, 6 syllables; 5 words, 2 sentences, 7 syllables.
    assert 206.835 - 1.015 * 6 - 84.6 == pytest.approx(ease(["The cat sat on the mat."], "en"))
    dutch = ease(["De kat slaapt.", "Water helpt altijd. "], "nl")
    assert 206.84 - 0.93 * 3 - 77 * 8 / 6 == pytest.approx(dutch)


def test_longer_words_and_longer_sentences_read_less_easily() -> None:
    plain = ["She asked him. He told her why."]
    long_sentence = [
        "She asked him and he told her why and then she asked him more and he told her all."
    ]
    long_words = ["Organisational effectiveness necessitates interdepartmental communication."]

    assert ease(plain, "en") > ease(long_sentence, "en") > ease(long_words, "en")


def test_an_abbreviated_word_and_a_number_count_as_people_count_them() -> None:
    assert 4 == count_words("It's a well-known story, 1948")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", exercise_names())
def test_the_course_reads_well_in_both_languages(name: str, lang: Lang) -> None:
    low, high = BAND

    assert low < workbook_ease(prose_passages(find_exercise(name)), lang) < high


def test_a_passage_knows_its_line_and_leaves_the_signs_of_markdown_out(tmp_path: Path) -> None:
    path = tmp_path / "story.en.md"
    path.write_text(
        "## The *well*\n\nTwelve women\nwalk [far](https://example.org/a).\n\n- one\n- two\n  more\n\n| a | b |\n\n> said\n",
        encoding="utf-8",
    )

    assert [
        (1, "The well", False),
        (3, "Twelve women walk far.", True),
        (6, "one", True),
        (7, "two more", True),
        (10, "a b", False),
        (12, "said", True),
    ] == [(one.line, one.text, one.runs) for one in markdown_passages(path, "en")]


def test_short_texts_of_an_exercise_are_found_in_both_languages_with_their_lines() -> None:
    found = list(short_passages(find_exercise("start")))

    assert {"en", "nl"} == {one.lang for one in found}
    for text, file in (
        ("Begin hier", "exercise.yaml"),
        ("Kijkt drie keer in de tas", "joris.yaml"),
    ):
        [one] = [passage for passage in found if passage.text == text]
        assert file == one.path.name
        assert text in one.path.read_text(encoding="utf-8").splitlines()[one.line - 1]


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """A copy of the exercise `start` to spoil."""
    shutil.copytree(find_exercise("start"), tmp_path / "start")
    return tmp_path / "start"


def problems(folder: Path) -> str:
    return "\n".join(rehearse_one(folder, folder.parent).problems)


def test_a_text_that_is_too_hard_is_told_with_its_hardest_paragraph(start: Path) -> None:
    hard = (
        "Organisatorische effectiviteitsverbetering vereist interdisciplinaire communicatie. " * 14
    )
    path = start / "theory.nl.md"
    path.write_text(f"## Kop\n\nDe kat zat op de mat.\n\n{hard}\n", encoding="utf-8")

    assert f"{path}:5: this text scores" in problems(start)


def test_a_paragraph_of_more_than_ninety_words_is_told(start: Path) -> None:
    path = start / "theory.en.md"
    path.write_text("## Head\n\n" + "She walks to the well. " * 19 + "\n", encoding="utf-8")
    text = (start / "exercise.yaml").read_text(encoding="utf-8")
    long = "You look. " * 46
    (start / "exercise.yaml").write_text(
        text.replace("What would make today a good day for this person?", long), encoding="utf-8"
    )

    assert f"{path}:3: this paragraph has 95 words" in problems(start)
    assert "exercise.yaml:" in problems(start)
    assert "this paragraph has 92 words" in problems(start)
