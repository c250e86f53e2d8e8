"""The trainer's guides: there for the whole course, alike in both languages, and nowhere a learner looks."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from empathy_widgets.content.exercises import exercise_names, load_exercise, read_exercise
from empathy_widgets.content.guides import guide_file
from empathy_widgets.content.places import WORKBOOKS, the_one
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.language import LANGUAGES, Lang

FAULTY = Path(__file__).parent / "faulty"
WITH_GUIDE = [name for name in exercise_names() if load_exercise(name).guide("en")]
SHORT = 5
"""A sentence of fewer words could stand anywhere by chance."""


def test_every_workbook_of_the_course_has_a_guide() -> None:
    assert exercise_names() == WITH_GUIDE


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """An exercise with a guide in both languages, and one fault that a test can mend or add to."""
    folder = tmp_path / "guide-that-says-little"
    shutil.copytree(FAULTY / folder.name, folder)
    english = (folder / "guide.nl.md").read_text("utf-8")
    for dutch, heading in {
        "Doel": "Aim",
        "Minuten": "Minutes",
        "Klaarzetten": "Prepare",
        "Wat je zegt": "What to say",
        "Waar het misgaat": "Where people stumble",
        "Om over te praten": "To talk about",
        "Met een groep": "With a group",
        "Stap voor stap": "Step by step",
    }.items():
        english = english.replace(f"## {dutch}\n", f"## {heading}\n")
    (folder / "guide.en.md").write_text(english, "utf-8")
    return folder


def change(folder: Path, lang: Lang, before: str, after: str) -> None:
    path = guide_file(folder, lang)
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def fault_of(folder: Path) -> str:
    """The only fault of an exercise, without its folder."""
    with pytest.raises(AuthoringError) as raised:
        read_exercise(folder)
    (fault,) = raised.value.faults
    return fault.removeprefix(f"{folder}/")


def test_a_guide_is_read_section_by_section(bread: Path) -> None:
    guide = read_exercise(bread).guide("nl")

    assert guide is not None
    assert "Leren luisteren." == guide.prose["aim"]
    assert [(5, "Praten")] == [(stretch.minutes, stretch.what) for stretch in guide.minutes]
    assert {"why": "Vraag door."} == guide.steps


def test_an_exercise_may_do_without_a_guide(bread: Path) -> None:
    for lang in LANGUAGES:
        guide_file(bread, lang).unlink()

    assert read_exercise(bread).guide("en") is None


def test_a_guide_in_one_language_only_is_not_taken_for_none(bread: Path) -> None:
    guide_file(bread, "nl").unlink()

    with pytest.raises(AuthoringError, match="this file is missing"):
        load_exercise(bread.name, [bread.parent]).guide("nl")


def test_the_minutes_add_up_to_those_of_the_exercise(bread: Path) -> None:
    change(bread, "en", "- 5: ", "- 6: ")

    assert fault_of(bread).startswith("guide.en.md:5: these are 6 minutes together")


def test_both_languages_plan_the_same_minutes(bread: Path) -> None:
    change(bread, "nl", "- 5: Praten", "- 2: Praten\n- 3: Eten")

    assert fault_of(bread).startswith("guide.nl.md:1: the minutes are not those of guide.en.md")


def test_a_step_that_stands_twice_is_a_fault(bread: Path) -> None:
    change(bread, "en", "### why\n", "### why\n\nAsk.\n\n### why\n")

    assert 'guide.en.md:35: step "why" stands here twice; keep one' == fault_of(bread)


def test_a_step_with_a_trainer_note_of_its_own_needs_no_other(bread: Path) -> None:
    change(bread, "nl", "### why\n\nVraag door.", "### why\n\nVraag.")
    path = bread / "exercise.yaml"
    path.write_text(
        path.read_text("utf-8") + "    trainer: {en: Ask on., nl: Vraag door.}\n", "utf-8"
    )
    for lang in LANGUAGES:
        text = guide_file(bread, lang).read_text("utf-8")
        guide_file(bread, lang).write_text(text.split("### why")[0] + "### \n", "utf-8")

    with pytest.raises(AuthoringError) as raised:
        read_exercise(bread)
    assert not [fault for fault in raised.value.faults if "nothing is said" in fault]


def test_a_guide_changes_nothing_that_learners_read(bread: Path) -> None:
    before = read_exercise(bread).content_hash
    change(bread, "en", "Vraag door.", "Ask on.")

    assert before == read_exercise(bread).content_hash


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WITH_GUIDE)
def test_no_sentence_of_a_guide_stands_in_a_workbook(name: str, lang: Lang) -> None:
    loaded = load_exercise(name)
    workbooks = the_one(WORKBOOKS) / lang
    page = " ".join(_text_of(path) for path in workbooks.glob("*.ipynb"))
    guide = guide_file(loaded.folder, lang).read_text("utf-8")
    notes = [loaded.exercise, *loaded.exercise.steps]
    told = [guide, *(note.trainer[lang] for note in notes if note.trainer)]

    sentences = [sentence for text in told for sentence in _sentences(text)]
    assert len(sentences) > 20
    assert [sentence for sentence in sentences if sentence in page] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WITH_GUIDE)
def test_a_guide_does_not_repeat_the_notes_of_the_exercise(name: str, lang: Lang) -> None:
    loaded = load_exercise(name)
    guide = _words(guide_file(loaded.folder, lang).read_text("utf-8"))
    notes = [loaded.exercise, *loaded.exercise.steps]

    assert [
        sentence
        for note in notes
        if note.trainer
        for sentence in _sentences(note.trainer[lang])
        if sentence in guide
    ] == []


def _text_of(notebook: Path) -> str:
    """All a learner can see of a workbook before running it, and its metadata too."""
    texts: list[str] = []

    def gather(part: object) -> None:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, list):
            if all(isinstance(line, str) for line in part):
                texts.append("".join(part))
            else:
                for inner in part:
                    gather(inner)
        elif isinstance(part, dict):
            for inner in part.values():
                gather(inner)

    gather(json.loads(notebook.read_bytes()))
    return _words(" ".join(texts))


def _sentences(text: str) -> list[str]:
    """Whole sentences; the plan in minutes names steps by their titles, and may."""
    lines = re.sub(r"^(#+|>|- (\d+:)?)", "", text, flags=re.MULTILINE)
    paragraphs = re.split(r"\n\s*\n|\n(?=\s)", lines)
    found = [
        _words(sentence) for part in paragraphs for sentence in re.split(r"(?<=[.?!:])\s", part)
    ]
    return [
        sentence
        for sentence in found
        if len(sentence.split()) >= SHORT and sentence.rstrip("\"*'").endswith((".", "?", "!", ":"))
    ]


def _words(text: str) -> str:
    return " ".join(text.split())
