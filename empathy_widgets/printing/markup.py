"""Documents as a page of HTML and as Markdown: whatever was written is shown as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_widgets.views.face import face_img
from empathy_widgets.views.templates import environment
from empathy_widgets.views.written import lines_of, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from empathy_widgets.printing.document import Document, Item, Part

_PAGES = Path(__file__).with_name("pages")
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_AT_THE_START = re.compile(r"^(\d*)([-+.=):])")
"""Signs that mean something in Markdown or HTML: anywhere, or only where a line begins."""


def html_of(documents: Sequence[Document]) -> str:
    """A whole page of HTML that needs nothing from elsewhere and prints well.

    Args:
        documents: in one language.
    """
    found = environment(_PAGES)
    found.filters |= {"lines": lines_of, "one_line": one_line}
    page = found.get_template("document.html")
    return page.render(documents=documents, lang=documents[0].lang, face_img=face_img) + "\n"


def markdown_of(documents: Sequence[Document]) -> str:
    """The same as Markdown: headings and lists; no sign that was written means anything."""
    return "\n\n".join("\n\n".join(_blocks(document)) for document in documents) + "\n"


def escaped(line: str) -> str:
    r"""One line in which Markdown sees nothing but text.

    >>> print(escaped("# *no* <b>heading</b>"), escaped("1. no list"), escaped("- none"))
    \# \*no\* \<b\>heading\</b\> 1\. no list \- none
    """
    return _AT_THE_START.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\1", line))


def _blocks(document: Document) -> Iterator[str]:
    yield f"# {_heading(document.title)}"
    yield from map(_paragraph, document.lead)
    if document.quote:
        yield "\n".join(f"> {_inline(line)}  " for line in lines_of(document.quote)).rstrip()
    yield from (block for part in document.parts for block in _part(part, "##"))
    for section in document.behind:
        yield f"## {_heading(section.title)}"
        yield from (block for part in section.parts for block in _part(part, "###"))
    if document.footer:
        yield f"*{_inline(document.footer)}*"


def _part(part: Part, level: str) -> Iterator[str]:
    yield f"{level} {_heading(part.title)}"
    if part.rows:
        yield _table(part)
    elif part.items:
        yield "\n".join(_item(item) for item in part.items)
    else:
        yield f"*{_inline(part.empty)}*"


def _inline(text: str) -> str:
    return " ".join(escaped(line) for line in lines_of(text))


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in lines_of(text))


def _heading(text: str) -> str:
    return " ".join(_ANYWHERE.sub(r"\\\1", line) for line in lines_of(text))


def _paragraph(text: str) -> str:
    return "\\\n".join(escaped(line) for line in lines_of(text))


def _item(item: Item) -> str:
    said = "\\\n  ".join(escaped(line) for line in lines_of(item.text))
    return f"- {said}" + (f"  \n  *{_inline(item.how)}*" if item.how else "")


def _table(part: Part) -> str:
    lines = [part.columns, tuple("---" for _ in part.columns)]
    rows = [f"| {' | '.join(map(_cell, line))} |" for line in (lines[0], *part.rows)]
    return "\n".join([rows[0], f"| {' | '.join(lines[1])} |", *rows[1:]])
