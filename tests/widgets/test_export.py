"""A map or sheet in a notebook goes onto paper and slides without being saved first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from empathy_widgets import EmpathyMap, PersonaSheet
from empathy_widgets.errors import PrintingError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fatima() -> EmpathyMap:
    """A map that somebody has begun."""
    made = EmpathyMap(name="Fatima", lang="nl", view="seven")
    made.add("hear", "Ze bouwen bij het plein", evidence="told")
    return made


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("pdf", b"%PDF"),
        ("svg", b"<svg"),
        ("pptx", b"PK"),
        ("html", b"<!doctype"),
        ("csv", b"\xef\xbb"),
    ],
)
def test_the_ending_of_the_name_tells_what_a_map_becomes(
    ending: str, begins: bytes, fatima: EmpathyMap, tmp_path: Path
) -> None:
    (made,) = fatima.export(tmp_path / f"map.{ending}")

    assert made.read_bytes().startswith(begins)


def test_a_map_is_exported_in_its_own_language_and_view(fatima: EmpathyMap, tmp_path: Path) -> None:
    (seven,) = fatima.export(tmp_path / "seven.md")
    (six,) = fatima.export(tmp_path / "six.md", view="six")

    assert "## 6. Hoort" in seven.read_text(encoding="utf-8")
    assert "## 2. Hoort" in six.read_text(encoding="utf-8")


def test_behind_a_map_that_revises_another_stands_what_asking_changed(
    fatima: EmpathyMap, tmp_path: Path
) -> None:
    after = fatima.revise()
    after.add("see", "Twaalf vrouwen", evidence="observed")

    (made,) = after.export(tmp_path / "after.md")

    assert "## Wat er veranderde door te vragen" in made.read_text(encoding="utf-8")


def test_a_sheet_becomes_a_poster(tmp_path: Path) -> None:
    joost = PersonaSheet(name="Joost", who="buys for 180 colleagues")

    (sheet,) = joost.export(tmp_path / "sheet.svg")
    (poster,) = joost.export(str(tmp_path / "poster.SVG"), poster=True)

    assert 'width="595' in sheet.read_text(encoding="utf-8")
    assert 'width="841' in poster.read_text(encoding="utf-8")


def test_an_ending_or_paper_that_nobody_knows_is_refused_with_those_that_are_known(
    fatima: EmpathyMap, tmp_path: Path
) -> None:
    for name in ("map.docx", "map", "map.json"):
        with pytest.raises(PrintingError, match=r"\.pdf, \.png"):
            fatima.export(tmp_path / name)
    with pytest.raises(PrintingError, match="a4, a3, a2"):
        fatima.export(tmp_path / "map.pdf", paper="a5")
    assert [] == [*tmp_path.iterdir()]
