"""The list of learners, as teachers have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets.errors import RosterError
from empathy_widgets.grading.roster import read_roster

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("learner\nAnna\nZoë\n", "utf-8"),
        ("learner,group\nAnna,1\nZoë,2\n", "utf-8-sig"),
        ("groep;Learner\r\n1;Anna\r\n2;Zoë\r\n;\r\n", "cp1252"),
        ("naam\tgroep\nAnna\t1\n Zoë \t2\nAnna\t3\n", "utf-8"),
        ('name\n"Anna"\n\nZoë\n', "utf-8"),
    ],
)
def test_names_are_found_whatever_program_made_the_list(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))

    assert read_roster(path) == ["Anna", "Zoë"]


@pytest.mark.parametrize("text", ["", "learner\n", "learner,group\n,1\n"])
def test_a_list_of_nobody_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RosterError, match="holds nobody below its heading"):
        read_roster(path)


def test_a_list_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="cannot be read"):
        read_roster(tmp_path / "nowhere.csv")
