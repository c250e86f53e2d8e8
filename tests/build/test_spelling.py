"""Words are spelled right in both languages; what no dictionary knows is listed with its reason."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from empathy_widgets import cli
from empathy_widgets.build.spelling import spelling_problems
from empathy_widgets.content.exercises import find_exercise
from empathy_widgets.content.places import EXERCISES, the_one
from empathy_widgets.errors import AuthoringError, NoDictionaryError

if TYPE_CHECKING:
    from pathlib import Path

needs_hunspell = pytest.mark.skipif(
    shutil.which("hunspell") is None,
    reason="sudo apt install hunspell hunspell-en-gb hunspell-nl",
)


@pytest.fixture
def exercises(tmp_path: Path) -> Path:
    """A folder with the exercise `start`, which needs own words for its names."""
    shutil.copytree(find_exercise("start"), tmp_path / "exercises" / "start")
    return tmp_path / "exercises"


def own(exercises: Path, words: str, lang: str = "") -> None:
    group = f"  - why: because\n    words: [{words}]\n" + (f"    lang: {lang}\n" if lang else "")
    (exercises / "spelling.yaml").write_text(f"groups:\n{group}", encoding="utf-8")


def say(exercises: Path, lang: str, text: str) -> str:
    path = exercises / "start" / f"next.{lang}.md"
    path.write_text(f"## Water\n\n{text}\n", encoding="utf-8")
    return "\n".join(problem for problem in spelling_problems(exercises) if path.name in problem)


@needs_hunspell
def test_the_course_and_its_widgets_are_spelled_right() -> None:
    assert [] == list(spelling_problems(the_one(EXERCISES)))


@needs_hunspell
@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("en", "They recieve water.", "recieve"),
        ("nl", "Ze vind het fijn, onmidellijk.", "onmidellijk"),
    ],
)
def test_a_misspelled_word_is_told_with_file_and_line(
    exercises: Path, lang: str, text: str, wrong: str
) -> None:
    assert f'next.{lang}.md:3: "{wrong}" is not in the dictionary of {lang}' in say(
        exercises, lang, text
    )


@needs_hunspell
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The women\u2019s self-check, the neighbour's colour: 20,000 litres."),
        (
            "nl",
            "De auto\u2019s van de technisch-commerciële buitendienst; \u2018ideeën\u2019 in 3 dagen.",
        ),
        ("en", "Run `empathy rehearsse` and read [the paper](https://example.org/recieve)."),
    ],
)
def test_quotes_hyphens_numbers_code_and_links_are_no_faults(
    exercises: Path, lang: str, text: str
) -> None:
    assert "" == say(exercises, lang, text)


@needs_hunspell
def test_an_own_word_may_begin_a_sentence_and_have_a_genitive(exercises: Path) -> None:
    own(exercises, "sellogram")

    assert "" == say(
        exercises, "en", "Sellogram. A sellogram. The sellogram's use. A non-sellogram."
    )


@needs_hunspell
def test_an_own_word_of_one_language_is_not_one_of_the_other(exercises: Path) -> None:
    own(exercises, "sellogram", "nl")

    assert "sellogram" in say(exercises, "en", "A sellogram.")


@needs_hunspell
def test_an_own_word_that_nothing_uses_is_told(exercises: Path) -> None:
    own(exercises, "abracadabrant")

    assert (
        f'{exercises}/spelling.yaml: "abracadabrant" is not needed any more; take it out'
        in list(spelling_problems(exercises))
    )


def test_a_list_of_own_words_with_faults_is_told_with_its_line(exercises: Path) -> None:
    (exercises / "spelling.yaml").write_text("groups:\n  - words: [a]\n", encoding="utf-8")

    with pytest.raises(AuthoringError, match=r"spelling.yaml:2: .*why"):
        list(spelling_problems(exercises))


def test_without_hunspell_one_hears_what_to_install(
    exercises: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(exercises))

    assert 2 == cli.main(["rehearse", "--spelling", "--exercises", str(exercises)])
    assert "sudo apt install hunspell hunspell-en-gb hunspell-nl" in capsys.readouterr().err


def test_without_a_dictionary_one_hears_which(
    exercises: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = exercises / "hunspell"
    program.write_text(
        '#!/bin/sh\necho "Can\'t open affix or dictionary files" >&2\n', encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{exercises}:/bin:/usr/bin")

    with pytest.raises(NoDictionaryError, match="there is no dictionary en_GB"):
        list(spelling_problems(exercises))
