"""A guide or sheets as a page of HTML, as Markdown and as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.printing.layout import blank_map_page
from empathy_widgets.printing.markup import escaped
from empathy_widgets.views.templates import environment
from empathy_widgets.views.written import visible, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.language import Lang
    from empathy_widgets.trainer.pieces import Paper, Piece

_PAGES = Path(__file__).with_name("pages")


def html_of(paper: Paper) -> str:
    """A whole page of HTML that needs nothing from elsewhere and prints well."""
    found = environment(_PAGES)
    found.filters["visible"] = visible
    page = found.get_template("paper.html")
    return page.render(paper=paper, regions=_regions(paper.lang), words=strings(paper.lang)) + "\n"


def pdf_of(paper: Paper) -> bytes:
    """The same on pages of A4.

    Raises:
        MissingExtraError: when the `print` extra is not installed.
    """
    from empathy_widgets.printing.typesetting import typeset

    data = {
        **blank_map_page(paper.lang, "a4"),
        "title": paper.title,
        "lead": list(paper.lead),
        "pieces": list(paper.pieces),
        "footer": written(paper.footer),
    }
    (made,) = typeset("trainer", data, "pdf")
    return made


def markdown_of(paper: Paper) -> str:
    """A guide as Markdown; no sign that an author wrote means anything in it."""
    blocks = [f"# {escaped(paper.title)}", *(escaped(line) for line in paper.lead)]
    blocks += _markdown(paper.pieces)
    return "\n\n".join([*blocks, f"*{escaped(paper.footer)}*"]) + "\n"


def _markdown(pieces: Iterable[Piece], depth: int = 2) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        ((kind, value),) = piece.items()
        match kind:
            case "section":
                found.append(f"{'#' * depth} {_line(value)}")
            case "step":
                found.append(f"{'#' * (depth + 1)} {value['number']}. {_line(value['title'])}")
                found.append(f"*{_line(value['about'])}*")
            case "h":
                found.append(f"{'#' * (depth + 1)} {_line(value)}")
            case "quote" | "asked":
                found.append(f"> {_line(value)}")
            case "ul":
                found.append("\n".join(f"- {_line(item)}" for item in value))
            case "ol":
                numbered = enumerate(value, start=1)
                found.append("\n".join(f"{number}. {_line(item)}" for number, item in numbered))
            case "table":
                found.append(_table(value))
            case "answer":
                found.append(f"**{_line(value['title'])}**")
                found += _markdown(value["pieces"], depth + 1)
            case _:
                found.append(_line(value))
    return found


def _table(table: dict[str, Any]) -> str:
    lines = [table["columns"], ["---" for _ in table["columns"]], *table["rows"]]
    ruled = {1}
    return "\n".join(
        f"| {' | '.join(cells if number in ruled else map(_line, cells))} |"
        for number, cells in enumerate(lines)
    )


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _regions(lang: Lang) -> list[dict[str, str]]:
    words = strings(lang)
    return [
        {
            "key": region,
            "title": f"{number}. {words[f'map.region.{region}']}",
            "prompt": words[f"map.region.{region}.prompt"],
        }
        for number, region in enumerate(REGIONS, start=1)
    ]
