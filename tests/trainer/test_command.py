"""`empathy guide`: which file it writes, and what it says when it cannot."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.cli import main
from empathy_widgets.errors import MissingExtraError
from empathy_widgets.trainer import guide_command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Trainer's guide: The well"), ("nl", "Trainersgids: De waterput")]
)
def test_it_writes_the_guide_in_the_language_that_was_asked_for(
    lang: str, title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "well.md"

    assert main(["guide", "well", "--lang", lang, "--to", "md", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_text("utf-8").startswith(f"# {title}\n")


def test_without_a_place_the_file_is_named_after_the_exercise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["guide", "start", "--lang", "nl"]) == 0
    assert main(["guide", "start", "--sheets", "--to", "pdf"]) == 0
    assert ["start-guide.nl.html", "start-sheets.en.pdf"] == sorted(
        path.name for path in tmp_path.iterdir()
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["wel"], "Did you mean well"),
        (["well", "--sheets", "--to", "md"], "pen and paper"),
        (["well", "--out", "{tmp}/file/guide.html"], "--out"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")

    assert main(["guide", *(word.format(tmp=tmp_path) for word in words)]) == 2
    assert said in capsys.readouterr().err


def test_the_faults_of_a_guide_are_told_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    from empathy_widgets.content.exercises import find_exercise

    shutil.copytree(find_exercise("well"), tmp_path / "well")
    (tmp_path / "well" / "guide.nl.md").write_text("## Doel\n\nLeren.\n", "utf-8")

    assert main(["guide", "well", "--lang", "nl", "--exercises", str(tmp_path)]) == 1
    assert 'guide.nl.md:1: there is no part "## Minuten"; write it' in capsys.readouterr().err
    assert main(["build", "--exercises", str(tmp_path), "--workbooks", str(tmp_path / "w")]) == 1


def test_html_needs_no_print_extra_and_pdf_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from empathy_widgets.printing import typesetting

    typesetting._compiler.cache_clear()  # noqa: SLF001
    for package in ("typst", "PIL", "pptx"):
        monkeypatch.setitem(sys.modules, package, None)

    for sheets in (False, True):
        guide_command("well", "html", sheets=sheets, out=tmp_path / "out.html")
    with pytest.raises(MissingExtraError, match=r"empathy_widgets\[print\]"):
        guide_command("well", "pdf", out=tmp_path / "out.pdf")
