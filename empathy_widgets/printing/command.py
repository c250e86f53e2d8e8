"""`empathy print`: a blank map, or what somebody made, onto paper, slides or into other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from empathy_widgets.errors import PrintingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.map_layouts import Layout
    from empathy_widgets.printing.document import Document
    from empathy_widgets.printing.layout import Paper
    from empathy_widgets.printing.typesetting import PageFormat
    from empathy_widgets.printing.work import Work

Format = Literal["pdf", "png", "svg", "pptx", "html", "md", "csv", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

BLANK_MAP = "blank-map"


def print_command(
    what: str | Sequence[str],
    to: Format = "pdf",
    *,
    out: Path | None = None,
    lang: Lang | None = None,
    paper: Paper | None = None,
    poster: bool = False,
    layout: Layout | None = None,
    before: Path | None = None,
    together: bool = False,
    step: str | None = None,
    exercises: Iterable[Path] = (),
) -> list[Path]:
    """Print something into files, and say which.

    Args:
        what: "blank-map", or paths of hand-ins, files of answers, saved maps and sheets.
        to: the kind of file.
        out: the file to write; None makes one in this folder, named after `what`.
        lang: the language; None takes that of the work, or else English.
        paper: "a4", "a3" or "a2"; None is A4, and A3 for a poster.
        poster: a persona as a poster, and a map in the size of one.
        layout: maps in "six" regions or in "seven"; None takes that of the work, mostly "six".
        before: an earlier version of the map; behind it stands what has changed since.
        together: two or three maps side by side, or two to eight personas.
        step: only the map or sheet of this step.
        exercises: folders with exercises of one's own.

    Returns:
        The files that were written: one, or one for each page where the format has no pages.

    Raises:
        PrintingError: when there is nothing to print, or not in that format.
        MissingExtraError: when the `print` extra is not installed.
    """
    from empathy_widgets.printing.work import read_work, since

    files = [what] if isinstance(what, str) else list(what)
    size: Paper = paper or ("a3" if poster else "a4")
    target = out or Path(f"{Path(files[0]).stem}.{to}")
    if files == [BLANK_MAP]:
        return _write(target, print_blank(to, lang or "en", size, layout or "six"))
    works = [
        replace(work, layout=layout or work.layout)
        for file in files
        for work in read_work(Path(file), lang=lang, step=step, exercises=exercises)
    ]
    if before:
        works = since(before, works)
    if together:
        return _write(target, print_together(works, to, paper=size))
    return _write(target, print_work(works, to, paper=size, poster=poster))


def export_work(work: Work, path: Path, *, paper: str = "", poster: bool = False) -> list[Path]:
    """One map or sheet into a file, of the kind that the ending of its name tells.

    Args:
        work: what to print.
        path: the file, ending in .pdf, .png, .svg, .pptx, .html, .md or .csv.
        paper: "a4", "a3" or "a2"; "" is A4, and A3 for a poster.
        poster: a persona as a poster.

    Returns:
        The files that were written: one, or one for each page of a picture.

    Raises:
        PrintingError: when the ending or the paper is none of these, or the file cannot be written.
        MissingExtraError: when the `print` extra is not installed and is needed.
    """
    from empathy_widgets.printing.layout import PAPERS

    endings = {f".{known}": known for known in FORMATS if known != "json"}
    to = endings.get(path.suffix.lower())
    if to is None:
        message = f"{path} does not tell what it is to become. Let its name end in {', '.join(endings)}; save() makes JSON."
        raise PrintingError(message)
    wanted = paper.lower() or ("a3" if poster else "a4")
    size = next((known for known in PAPERS if known == wanted), None)
    if size is None:
        message = f'There is no paper "{paper}". Choose {", ".join(PAPERS)}.'
        raise PrintingError(message)
    return _write(path, print_work([work], to, paper=size, poster=poster))


def print_blank(
    to: Format, lang: Lang = "en", paper: Paper = "a4", layout: Layout = "six"
) -> list[bytes]:
    """An empathy map to fill in: for pen and paper as PDF, PNG or SVG, or to type in as a slide.

    Raises:
        PrintingError: when the format is for what was written.
    """
    from empathy_widgets.printing.layout import blank_map_page
    from empathy_widgets.printing.slides import pptx_of
    from empathy_widgets.printing.typesetting import typeset
    from empathy_widgets.printing.work import Work

    if to == "pptx":
        return [pptx_of([Work("empathy_map", lang=lang, layout=layout)])]
    page = _page_format(to)
    if page is None:
        message = f"A blank map is for pen and paper, or a slide: print it to pdf, png, svg or pptx, not to {to}."
        raise PrintingError(message)
    return typeset("blank", blank_map_page(lang, paper, layout), page)


def print_work(
    works: list[Work], to: Format, *, paper: Paper = "a4", poster: bool = False
) -> list[bytes]:
    """Maps and sheets in another form.

    Args:
        works: what to print; CSV and JSON give a file for each, PPTX, HTML and Markdown one for all.
        to: the kind of file.
        paper: the size of the page, for PDF, PNG and SVG.
        poster: a persona as a poster.

    Returns:
        The files, each as bytes: for PNG and SVG one for each page, for PDF, CSV and JSON one for each work.
    """
    from empathy_widgets.printing.document import document_of
    from empathy_widgets.printing.slides import pptx_of
    from empathy_widgets.printing.tables import csv_of

    if to == "pptx":
        return [pptx_of(works)]
    if to == "html" or to == "md":  # noqa: PLR1714 - mypy follows this
        return [_text([document_of(work) for work in works], to)]
    if to == "csv":
        return [csv_of(work).encode() for work in works]
    page = _page_format(to)
    if page is None:
        return [work.to_json().encode() for work in works]
    return [made for work in works for made in _pages(work, page, paper, poster=poster)]


def print_together(works: list[Work], to: Format, *, paper: Paper = "a4") -> list[bytes]:
    """Two or three maps side by side, or two to eight personas.

    Args:
        works: the maps, or the sheets; the first tells the language.
        to: the kind of file; all but CSV and JSON, which hold one map or sheet each.
        paper: the size of the page, for PDF, PNG and SVG.

    Raises:
        PrintingError: when they cannot stand side by side, or the format holds only one.
    """
    from empathy_widgets.printing.layout import side_by_side_page
    from empathy_widgets.printing.slides import pptx_together
    from empathy_widgets.printing.together import side_by_side
    from empathy_widgets.printing.typesetting import typeset

    found = side_by_side(works)
    if to == "pptx":
        return [pptx_together(found)]
    if to == "html" or to == "md":  # noqa: PLR1714 - mypy follows this
        return [_text([found], to)]
    page = _page_format(to)
    if page is None:
        message = f"A file of {to} holds one map or sheet. Print each by itself, or side by side to another format."
        raise PrintingError(message)
    return typeset("together", side_by_side_page(found, paper), page)


def _text(documents: list[Document], to: Literal["html", "md"]) -> bytes:
    from empathy_widgets.printing.markup import html_of, markdown_of

    return (html_of if to == "html" else markdown_of)(documents).encode()


def _pages(work: Work, to: PageFormat, paper: Paper, *, poster: bool) -> list[bytes]:
    from empathy_widgets.printing.layout import map_page, sheet_page
    from empathy_widgets.printing.typesetting import typeset

    if work.kind == "empathy_map":
        return typeset("map", map_page(work, paper), to)
    return typeset("poster" if poster else "sheet", sheet_page(work, paper), to)


def _page_format(to: Format) -> PageFormat | None:
    """The format as one of those that have pages of paper; None for the others."""
    return to if to == "pdf" or to == "png" or to == "svg" else None  # noqa: PLR1714 - mypy follows this


def _write(target: Path, files: list[bytes]) -> list[Path]:
    """The files on disk; several are numbered from the second on."""
    names = [target, *(target.with_stem(f"{target.stem}-{n}") for n in range(2, len(files) + 1))]
    try:
        for name, data in zip(names, files, strict=True):
            name.parent.mkdir(parents=True, exist_ok=True)
            name.write_bytes(data)
    except OSError as error:
        message = f"{error.filename or target} could not be written: {error.strerror}. Say where with --out."
        raise PrintingError(message) from error
    return names
