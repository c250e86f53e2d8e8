"""CSV: one line for each note or field, safe in a spreadsheet, and back as it was written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.printing.tables import bare, csv_of, guarded, read_csv

from .conftest import HOSTILE, SHORT, map_with, sheet_with

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30
)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'", "\t", "\r"])
def test_a_text_that_begins_like_a_formula_gets_one_apostrophe(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    assert bare(guarded(f"{start}1")) == f"{start}1"


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXT.filter(str.strip), min_size=1, max_size=6), TEXT)
def test_every_note_comes_back_as_it_was_written(texts: list[str], source: str) -> None:
    back = read_csv(csv_of(map_with(texts, source=source)))

    notes = {name: (text, known) for _, text, _, known, _, name in back if name.startswith("n-")}
    assert notes == {f"n-{n}": (text, source) for n, text in enumerate(texts)}


def test_no_cell_of_a_hostile_work_is_a_formula() -> None:
    for work in (map_with(list(HOSTILE.values())), sheet_with(HOSTILE["formula"])):
        rows = csv.reader(io.StringIO(csv_of(work).removeprefix("\ufeff"), newline=""))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


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
        "\ufeffveld,tekst,hoe bekend,bron,auteur,id\r\n"
    )


def test_a_text_of_100_000_signs_comes_back() -> None:
    long = "=" + "x" * 99_999

    assert long in [text for _, text, *_ in read_csv(csv_of(map_with([long])))]
