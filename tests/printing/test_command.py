"""`print_command`: what comes out, where, and what is said when it cannot."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, get_args

import pytest

from empathy_widgets.cli import main
from empathy_widgets.errors import MissingExtraError, PrintingError
from empathy_widgets.printing import print_command, read_work
from empathy_widgets.printing.command import FORMATS, Format

from .conftest import MANY, SHORT, map_with, sheet_with

if TYPE_CHECKING:
    from pathlib import Path

BEGINNINGS = {
    "pdf": b"%PDF-", "png": b"\x89PNG", "svg": b"<svg", "pptx": b"PK", "html": b"<!doctype html>",
    "md": b"# The map", "csv": b"\xef\xbb\xbffield,", "json": b"{",
}  # fmt: skip


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    """A map that was saved by itself."""
    path = tmp_path / "fatima.json"
    path.write_text(map_with(SHORT["en"]).to_json(), encoding="utf-8")
    return path


@pytest.mark.parametrize("to", FORMATS)
def test_a_map_goes_into_every_format(to: Format, map_file: Path, tmp_path: Path) -> None:
    (made,) = print_command(str(map_file), to, out=tmp_path / f"out.{to}")

    assert made.read_bytes().startswith(BEGINNINGS[to])


def test_every_format_is_tried_above() -> None:
    assert set(BEGINNINGS) == set(get_args(Format))


def test_without_a_place_the_file_is_named_after_the_work(
    map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert ["fatima.pdf"] == [str(path) for path in print_command(str(map_file))]


def test_a_picture_of_more_pages_is_more_files(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_text(map_with([MANY["en"] * 20] * 4).to_json(), encoding="utf-8")

    made = print_command(str(path), "png", out=tmp_path / "long.png")

    assert ["long.png", "long-2.png"] == [page.name for page in made[:2]]


def test_a_blank_map_is_for_paper_in_both_languages(tmp_path: Path) -> None:
    for lang in ("en", "nl"):
        (made,) = print_command("blank-map", lang=lang, paper="a3", out=tmp_path / f"{lang}.pdf")
        assert made.stat().st_size > 10_000
    with pytest.raises(PrintingError, match="pen and paper"):
        print_command("blank-map", "csv", out=tmp_path / "blank.csv")


def test_a_persona_becomes_a_poster(tmp_path: Path) -> None:
    path = tmp_path / "joost.json"
    path.write_text(sheet_with("Has never chosen a car").to_json(), encoding="utf-8")

    sheet, poster = (
        print_command(str(path), "svg", poster=poster, out=tmp_path / f"{poster}.svg")[
            0
        ].read_text()
        for poster in (False, True)
    )

    assert 'width="595' in sheet
    assert 'width="841' in poster


def test_what_was_printed_to_json_can_be_printed_again(map_file: Path, tmp_path: Path) -> None:
    (made,) = print_command(str(map_file), "json", out=tmp_path / "again.json")

    assert read_work(map_file) == read_work(made)


def test_a_folder_that_cannot_be_written_is_named(map_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(PrintingError, match="--out"):
        print_command(str(map_file), "md", out=tmp_path / "file" / "map.md")


@pytest.mark.parametrize(("package", "to"), [("typst", "pdf"), ("pptx", "pptx")])
def test_without_the_print_extra_it_says_how_to_install_it(
    package: str, to: Format, map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from empathy_widgets.printing import typesetting

    typesetting._compiler.cache_clear()  # noqa: SLF001
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtraError, match=r"empathy_widgets\[print\]"):
        print_command(str(map_file), to, out=tmp_path / f"map.{to}")


def test_the_command_line_takes_several_maps_in_seven_and_side_by_side(
    map_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seven, beside, changed = (tmp_path / name for name in ("seven.md", "beside.md", "changed.md"))

    assert main(["print", str(map_file), "--view", "seven", "--to", "md", "--out", str(seven)]) == 0
    assert "## 7. Thinks and feels" in seven.read_text(encoding="utf-8")
    two = [str(map_file), str(map_file)]
    assert main(["print", *two, "--side-by-side", "--to", "md", "--out", str(beside)]) == 0
    assert "# Side by side" in beside.read_text(encoding="utf-8")
    (tmp_path / "guess.json").write_text(map_with(["A guess"] * 4).to_json(), encoding="utf-8")
    before = ["--before", str(tmp_path / "guess.json"), "--to", "md", "--out", str(changed)]
    assert main(["print", str(map_file), *before]) == 0
    assert "## What asking changed" in changed.read_text(encoding="utf-8")
    assert main(["print", str(map_file), "--side-by-side"]) == 2
    assert "two or three empathy maps" in capsys.readouterr().err


def test_the_command_line_says_which_files_it_wrote(
    map_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "map.md"

    assert main(["print", str(map_file), "--to", "md", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert main(["print", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
