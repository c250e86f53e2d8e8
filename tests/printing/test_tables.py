"""CSV: one line for each note or field, safe in a spreadsheet, and back as it was written."""

from __future__ import annotations

import pytest

from empathy_widgets.printing.tables import bare, csv_of, guarded, read_csv

from .conftest import SHORT, map_with, sheet_with


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'", "\t", "\r"])
def test_a_text_that_begins_like_a_formula_gets_one_apostrophe(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    assert bare(guarded(f"{start}1")) == f"{start}1"


def test_there_is_one_line_for_each_field_of_a_sheet() -> None:
    back = read_csv(csv_of(sheet_with("Has never chosen a car")))
    names = [name for *_, name in back]

    assert names.count("review-1") == 9
    assert names.count("journey-1") == 6
    assert len([name for name in names if name.startswith("theme.")]) == 10
    assert {"name", "quote", "who", "group", "slider-1", "version-1", "demographics.age"} <= set(
        names
    )


def test_the_columns_are_named_in_the_language_of_the_work() -> None:
    assert csv_of(map_with(SHORT["nl"], "nl")).startswith(
        "\ufeffveld,tekst,hoe bekend,bron,auteur,thema,id\r\n"
    )
