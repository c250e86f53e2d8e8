"""Exercise folders: found, read, and every fault told with its line in an author's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_widgets.content.exercises import (
    exercise_names,
    find_exercise,
    load_exercise,
    read_exercise,
)
from empathy_widgets.errors import AuthoringError, UnknownExerciseError
from empathy_widgets.model.language import LANGUAGES

FAULTY = Path(__file__).parent / "faulty"
DEFECTS = sorted(path.name for path in FAULTY.iterdir())


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_faulty_exercise_tells_all_its_faults_with_their_lines(defect: str) -> None:
    folder = FAULTY / defect
    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()

    with pytest.raises(AuthoringError) as raised:
        read_exercise(folder)

    assert expected == [fault.removeprefix(f"{folder}/") for fault in raised.value.faults]


@pytest.mark.parametrize("defect", DEFECTS)
def test_no_fault_is_told_in_the_words_of_a_parser(defect: str) -> None:
    with pytest.raises(AuthoringError) as raised:
        read_exercise(FAULTY / defect)

    message = str(raised.value).lower()
    for word in (
        "pydantic",
        "validation",
        "union",
        "tuple",
        "mapping",
        "nonetype",
        "discriminator",
    ):
        assert word not in message


@pytest.mark.parametrize("name", exercise_names())
def test_an_exercise_of_the_course_reads_without_faults(name: str) -> None:
    loaded = load_exercise(name)

    assert name == loaded.exercise.id
    assert loaded.exercise.points > 0


@pytest.mark.parametrize("name", exercise_names())
def test_no_paragraph_of_the_course_is_longer_than_ninety_words(name: str) -> None:
    loaded = load_exercise(name)
    long = [
        f"{path.name}: {paragraph[:40]}… ({len(paragraph.split())} words)"
        for path in loaded.folder.glob("*.md")
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if len(paragraph.split()) > 90
        if not paragraph.startswith(("|", "- ", ">"))
    ]

    assert long == []


def test_an_unknown_exercise_names_the_nearest() -> None:
    with pytest.raises(UnknownExerciseError, match="Did you mean well"):
        load_exercise("wel")


@pytest.mark.parametrize("name", ["../well", "well/", "", "Well", ".", "well\n"])
def test_a_name_that_is_no_id_is_never_looked_for_on_disk(name: str) -> None:
    with pytest.raises(UnknownExerciseError):
        find_exercise(name)


def test_a_folder_of_ones_own_comes_before_the_package(tmp_path: Path) -> None:
    mine = tmp_path / "well"
    mine.mkdir()
    (mine / "exercise.yaml").write_text("id: well\n", encoding="utf-8")

    assert mine == find_exercise("well", [tmp_path])


def test_every_free_text_step_and_every_map_has_what_it_is_judged_on() -> None:
    loaded = load_exercise("well")

    assert {"need", "why", "job", "ask", "adjust", "measure", "map", "map-after"} == set(
        loaded.rubric
    )
    assert "map.note" == loaded.rubric["map"].name


def test_the_story_comes_along_with_what_notes_are_judged_on() -> None:
    facts = load_exercise("well").rubric["map"].facts

    assert facts is not None
    assert "twelve women" in facts["en"]
    assert "twaalf vrouwen" in facts["nl"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_becomes_a_document_that_reads_back_as_it_was_written(lang: str) -> None:
    loaded = load_exercise("well")
    example = loaded.example("model", lang)  # type: ignore[arg-type]
    document = example.document(loaded.exercise)

    for step in loaded.exercise.steps:
        plain = example.plain(loaded.exercise, step.id)
        assert plain == type(plain).read(document.entries(step.id))


def test_the_content_hash_changes_with_a_word_and_not_with_an_example(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "well"
    shutil.copytree(find_exercise("well"), folder)
    before = read_exercise(folder).content_hash
    (folder / "examples" / "empty.en.json").write_text("{}", encoding="utf-8")
    same = read_exercise(folder).content_hash
    story = folder / "story.en.md"
    story.write_text(story.read_text(encoding="utf-8") + "\nThe end.\n", encoding="utf-8")

    assert before == same
    assert before != read_exercise(folder).content_hash
