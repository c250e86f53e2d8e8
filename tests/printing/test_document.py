"""HTML and Markdown: everything stands there, and hostile text stays text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from empathy_widgets.printing.document import html_of, markdown_of
from empathy_widgets.printing.written import visible

from .conftest import HOSTILE, SCRIPTS, map_with, sheet_with, squeezed


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


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_in_html(name: str) -> None:
    text = HOSTILE[name]
    for work in (map_with([text], source=text, question=text), sheet_with(text)):
        page = Page(html_of([work]))
        assert squeezed(page.text).count(squeezed(visible(text))) >= 3
        assert not page.tags & {"script", "iframe", "object"}
        assert not {name for name in page.attributes if name.startswith("on")}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_in_markdown(name: str) -> None:
    text = HOSTILE[name]
    for work in (map_with([text], source=text, question=text), sheet_with(text)):
        made = (
            MarkdownIt("commonmark")
            .enable("table")
            .enable("strikethrough")
            .render(markdown_of([work]))
        )
        page = Page(made)
        assert squeezed(page.text).count(squeezed(visible(text))) >= 3
        assert not page.tags & {"script", "img", "a", "code", "pre", "s", "hr"}


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_stands_in_both(text: str) -> None:
    work = map_with([text])

    assert text in Page(html_of([work])).text
    assert text.split(maxsplit=1)[0] in markdown_of([work])


def test_several_works_share_one_page() -> None:
    page = Page(html_of([map_with(["Tired"]), sheet_with("Never chosen")])).text

    assert "Tired" in page
    assert "Never chosen" in page


def test_the_page_says_its_language_and_the_title_of_what_is_on_it() -> None:
    page = html_of([map_with(["Moe"], "nl")])

    assert '<html lang="nl">' in page
    assert "<title>De kaart van Fatima</title>" in page
