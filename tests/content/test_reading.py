"""Files of authors: what they may write, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets.content.messages import name_of
from empathy_widgets.content.reading import Positions, read_model
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.language import Text

if TYPE_CHECKING:
    from pathlib import Path


def file_with(folder: Path, text: str) -> Path:
    path = folder / "text.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{en: Does she?, nl: Doet ze dat?}", ("Does she?", "Doet ze dat?")),
        ("en: no\nnl: on\n", ("no", "on")),
        ("en: 'At 12:30'\nnl: 'Om 12:30'\n", ("At 12:30", "Om 12:30")),
        ("en: >-\n  one\n  two\nnl: een\n", ("one two", "een")),
        ("en: Zoë's café\nnl: Zoë’s café\n", ("Zoë's café", "Zoë’s café")),  # noqa: RUF001
    ],
)
def test_what_people_write_is_read_as_they_mean_it(
    tmp_path: Path, written: str, read: tuple[str, str]
) -> None:
    text = read_model(file_with(tmp_path, written), Text)

    assert read == (text.en, text.nl)


def test_a_missing_file_says_which() -> None:
    from pathlib import Path

    with pytest.raises(AuthoringError, match=r"nowhere\.yaml:1: this file is missing; make it"):
        read_model(Path("nowhere.yaml"), Text)


def test_a_place_that_is_not_in_the_file_has_the_line_of_what_it_should_stand_in(
    tmp_path: Path,
) -> None:
    positions = Positions(file_with(tmp_path, "a: 1\nlist:\n  - x: 1\n  - y: 2\n"))

    assert 4 == positions.line("list", 1, "y")
    assert 4 == positions.line("list", 1, "missing")
    assert 1 == positions.line("nothing", "here")


def test_a_place_is_called_as_an_author_counts() -> None:
    assert "page 2 / cards 1 / text" == name_of(["page", 1, "cards", 0, "text"])
