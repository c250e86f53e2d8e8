"""Whatever is written, in whichever field: every format shows it as text, and nothing breaks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from empathy_widgets.printing.command import FORMATS, Format, print_together, print_work
from empathy_widgets.printing.tables import csv_of, read_csv
from empathy_widgets.printing.work import Work, read_work
from empathy_widgets.views.written import visible

from .conftest import HOSTILE, boxes_of, full_map, full_sheet, squeezed
from .test_document import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Say = Callable[[str], str]
    Make = Callable[[Say], Work]

FORBIDDEN = {"script", "iframe", "object", "embed", "foreignObject", "form", "input", "svg", "link"}
MAKE: dict[str, Make] = {
    "map": full_map,
    "map in seven that changed": lambda say: full_map(
        say, layout="seven", earlier=full_map(lambda field: f"old {field}").entries
    ),
    "sheet": full_sheet,
}
IN_PIECES = {
    *((name, "pdf") for name in ("bidi", "right to left", "emoji", "long word", "address")),
    ("long word", "pptx"),
}
"""Long texts go on over pages, and what runs both ways is read back from a PDF in another order."""


def marked(text: str) -> Say:
    """The same hostile text in every field, each with the field's own name behind it."""
    return lambda field: f"{text} q{field}q"


def shown(text: str) -> str:
    """What must stand on a page for a text: spaces, marks of direction and hyphens do not count."""
    return re.sub(
        "[\u200e\u200f\u061c-]", "", squeezed(visible(text.replace("\r", "\n").replace("\n", "")))
    )


def words_of(made: bytes, to: Format) -> str:
    """The text of a file as somebody reads it."""
    if to == "pdf":
        from pypdf import PdfReader

        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    if to == "pptx":
        from pptx import Presentation

        slides: Any = Presentation(io.BytesIO(made)).slides
        return "".join(text for slide in slides for text, *_ in boxes_of(slide))
    page = Page(made.decode() if to == "html" else rendered(made.decode()))
    assert not page.tags & FORBIDDEN
    assert not {name for name in page.attributes if name.startswith("on") or name == "href"}
    return page.text


def rendered(markdown: str) -> str:
    """Markdown as a page; HTML in it counts, as it does on most sites."""
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)  # type: ignore[no-any-return]


def fields_of(make: Make) -> list[str]:
    """The names of all fields of a map or sheet."""
    names: list[str] = []
    make(lambda field: names.append(field) or field)  # type: ignore[func-returns-value]
    return names


@pytest.mark.parametrize("to", ["html", "md", "pdf", "pptx"])
@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stands_there_as_text_in_every_field(name: str, kind: str, to: Format) -> None:
    say = marked(HOSTILE[name])
    (made,) = print_work([MAKE[kind](say)], to)

    found = shown(words_of(made, to))

    fields = fields_of(MAKE[kind])
    if (name, to) in IN_PIECES:
        assert [field for field in fields if shown(f"q{field}q") not in found] == []
        assert len(found) >= len(fields) * len(shown(HOSTILE[name]))
    else:
        assert [field for field in fields if shown(say(field)) not in found] == []


@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_leaves_an_svg_and_a_slide_well_formed(name: str, kind: str) -> None:
    work = MAKE[kind](marked(HOSTILE[name]))

    for page in print_work([work], "svg"):
        for element in ET.fromstring(page).iter():  # noqa: S314 - our own file
            assert element.tag.rpartition("}")[2] not in FORBIDDEN - {"svg"}
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on")
                assert not attribute.endswith("href") or value.startswith(("#", "data:image/"))
    (deck,) = print_work([work], "pptx")
    with zipfile.ZipFile(io.BytesIO(deck)) as files:
        for part in files.namelist():
            if part.endswith((".xml", ".rels")):
                ET.fromstring(files.read(part))  # noqa: S314 - our own file
            assert "vbaProject" not in part


@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_is_a_formula_and_every_cell_comes_back(name: str, kind: str) -> None:
    say = marked(HOSTILE[name])
    text = csv_of(MAKE[kind](say))

    cells = [cell for row in csv.reader(io.StringIO(text[1:], newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    back = [cell for row in read_csv(text) for cell in row]
    wanted = {say(field) for field in fields_of(MAKE[kind])} - {
        say("low"),
        say("high"),
        say("version"),
    }
    assert wanted <= set(back)
    assert all(any(say(end) in cell for cell in back) for end in ("low", "high") if kind == "sheet")


@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("name", HOSTILE)
def test_json_brings_hostile_text_back(name: str, kind: str, tmp_path: Path) -> None:
    work = MAKE[kind](marked(HOSTILE[name]))
    (tmp_path / "work.json").write_bytes(print_work([work], "json")[0])

    assert [work] == read_work(tmp_path / "work.json")


@pytest.mark.parametrize("to", ["html", "md", "pdf", "svg", "pptx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_maps_and_sheets_side_by_side_break_nothing(name: str, to: Format) -> None:
    say = marked(HOSTILE[name])
    full: tuple[Make, ...] = (full_map, full_sheet)
    for make, fields in zip(full, (("name", "see", "pains"), ("name", "who", "day")), strict=True):
        other = make(lambda field: f"{HOSTILE[name]} of another {field}")
        made = print_together([make(say), other], to)

        assert all(made)
        if to in {"html", "md", "pptx"}:
            found = shown(words_of(made[0], to))
            assert [field for field in fields if shown(say(field)) not in found] == []


@pytest.mark.parametrize("to", sorted({*FORMATS} - {"png"}))  # drawn like a PDF
def test_the_longest_text_goes_into_every_format(to: Format, tmp_path: Path) -> None:
    long = "=" + "word " * 19_998 + "end"
    fields = {"see"} if to in {"svg", "pdf"} else {"see", "name", "comment"}

    made = print_work([full_map(lambda field: long if field in fields else field)], to)

    if to in {"html", "md", "pdf", "pptx"}:
        assert shown(words_of(made[0], to)).count("word") >= len(fields) * 19_998
    if to == "json":
        (tmp_path / "work.json").write_bytes(made[0])
        assert read_work(tmp_path / "work.json")[0].map.name == long
    if to == "csv":
        assert [row[1] for row in read_csv(made[0].decode())].count(long) == 3


WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    str.strip
)


@pytest.mark.parametrize("make", [full_map, full_sheet])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_json_and_csv_bring_back_whatever_was_written(
    make: Make, data: st.DataObject, tmp_path: Path
) -> None:
    told: dict[str, str] = {}

    def say(field: str) -> str:
        return told.setdefault(field, data.draw(WRITTEN, label=field))

    work = make(say)
    path = tmp_path / "work.json"
    path.write_bytes(print_work([work], "json")[0])

    assert [work] == read_work(path)
    back = {cell for row in read_csv(csv_of(work)) for cell in row}
    assert {text for field, text in told.items() if field not in {"low", "high", "version"}} <= back
