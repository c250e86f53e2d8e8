"""Texts as blocks: plain data that the browser draws with text nodes, never as HTML.

A block is `{"p": text}`, `{"h": text}`, `{"quote": text}` or `{"ul": [texts]}`; a worked map is one too
(`views/worked_map.py`).
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.step import Answer, Step

Block = dict[str, Any]

_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def prose_blocks(markdown: str) -> list[Block]:
    r"""A piece of prose as blocks: headings, paragraphs, quotes and lists.

    >>> prose_blocks("## After\n\nThey *talked*.\n\n- one\n- two")
    [{'h': 'After'}, {'p': 'They talked.'}, {'ul': ['one', 'two']}]
    """
    paragraphs = re.split(r"\n\s*\n", markdown.strip())
    return [_block(paragraph.strip()) for paragraph in paragraphs if paragraph.strip()]


def answer_blocks(step: Step, answer: Answer, lang: Lang) -> list[Block]:
    """An answer, such as the model answer, as blocks; the view of its kind makes them."""
    kind = import_module(f"empathy_widgets.views.{answer.kind}")
    blocks: list[Block] = kind.blocks(step, answer, lang)
    return blocks


def as_twin(title: str, blocks: Sequence[Block]) -> dict[str, str]:
    r"""Blocks below a title, as a MIME bundle; maps among them are passed over.

    >>> as_twin("They said", [{"p": "Come along"}])["text/plain"]
    'They said\n\nCome along'
    """
    texts = [text for block in blocks if "map" not in block for text in block.values()]
    lines = [
        "\n".join(f"- {item}" for item in text) if isinstance(text, list) else text
        for text in texts
    ]
    return {
        "text/html": fragment("opened.html", title=title, blocks=blocks),
        "text/plain": "\n\n".join([title, *lines]),
    }


def _block(paragraph: str) -> Block:
    lines = paragraph.splitlines()
    if lines[0].startswith("#"):
        return {"h": _plain(lines[0].lstrip("# "))}
    if all(line.startswith(">") for line in lines):
        return {"quote": _plain(" ".join(line.lstrip("> ") for line in lines))}
    if lines[0].startswith(("- ", "* ")):
        items = re.split(r"\n[-*] ", paragraph[2:])
        return {"ul": [_plain(" ".join(item.split())) for item in items]}
    return {"p": _plain(" ".join(lines))}


def _plain(text: str) -> str:
    without_links = _LINK.sub(r"\1 (\2)", text)
    return _EMPHASIS.sub(r"\2", without_links).strip()
