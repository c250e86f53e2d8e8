"""HTML and Markdown: everything stands there."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.printing.command import print_work

from .conftest import SCRIPTS, map_with, sheet_with

if TYPE_CHECKING:
    from empathy_widgets.printing.command import Format
    from empathy_widgets.printing.work import Work


def printed(*works: Work, to: Format) -> str:
    """Some works in one text."""
    (made,) = print_work([*works], to)
    return made.decode()


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._aside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._aside = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        """Called by the parser."""
        self._aside = self._aside and tag != "style"

    def handle_data(self, data: str) -> None:
        """Called by the parser."""
        self.text += "" if self._aside else data


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_stands_in_both(text: str) -> None:
    work = map_with([text])

    assert text in Page(printed(work, to="html")).text
    assert text.split(maxsplit=1)[0] in printed(work, to="md")


def test_several_works_share_one_page() -> None:
    page = Page(printed(map_with(["Tired"]), sheet_with("Never chosen"), to="html")).text

    assert "Tired" in page
    assert "Never chosen" in page


def test_the_page_says_its_language_and_the_title_of_what_is_on_it() -> None:
    page = printed(map_with(["Moe"], "nl"), to="html")

    assert '<html lang="nl">' in page
    assert "<title>De kaart van Fatima</title>" in page
