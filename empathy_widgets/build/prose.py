"""What learners and trainers read of an exercise, piece by piece, with the place where it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.content.reading import read_tree
from empathy_widgets.content.worked_maps import MAPS
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from empathy_widgets.model.language import Lang

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BARE_LINK = re.compile(r"<?https?://\S+>?")
_CODE = re.compile(r"`[^`]*`")
_SIGNS = re.compile(r"[*_]+|^[#> ]+", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) +")
_STEP = re.compile(r"### [a-z][a-z0-9-]*")
"""The heading above a note on a step in a trainer's guide: an id, and no words."""


@dataclass(frozen=True)
class Passage:
    """One paragraph, item of a list, heading, row of a table or short text.

    Attributes:
        path: the file.
        line: where it begins in the file, from 1.
        lang: its language.
        text: the words, without the signs of Markdown, the addresses of links and what is code.
        runs: whether it is running text, which is what readability is about.
    """

    path: Path
    line: int
    lang: Lang
    text: str
    runs: bool

    @property
    def where(self) -> str:
        """File and line, as an editor reads them."""
        return f"{self.path}:{self.line}"


def prose_passages(folder: Path) -> Iterator[Passage]:
    """Everything in the prose files of an exercise, in the order of their names."""
    for lang in LANGUAGES:
        for path in sorted(folder.glob(f"*.{lang}.md")):
            yield from markdown_passages(path, lang)


def markdown_passages(path: Path, lang: Lang) -> Iterator[Passage]:
    """The passages of one file of Markdown."""
    block: list[str] = []
    start = 0
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, ""], start=1):
        alone = line.startswith(("#", "|")) or _ITEM.match(line)
        if block and (not line.strip(" >") or alone):
            yield _passage(path, start, lang, block)
            block = []
        if line.strip(" >"):
            start = start if block else number
            block.append(line)
        if line.startswith(("#", "|")):
            yield _passage(path, number, lang, block)
            block = []


def short_passages(folder: Path) -> Iterator[Passage]:
    """The texts that stand in both languages in the YAML files of an exercise, such as prompts and feedback."""
    files = (
        folder / "exercise.yaml",
        folder / "rubric.yaml",
        *sorted((folder / MAPS).glob("*.yaml")),
    )
    for path in files:
        if path.is_file():
            yield from _both(path, read_tree(path))


def _both(path: Path, node: object) -> Iterator[Passage]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in LANGUAGES and isinstance(value, str):
                place: tuple[int, int] = node.lc.value(key)  # type: ignore[attr-defined]
                for paragraph in value.splitlines():
                    yield Passage(path, place[0] + 1, key, plain(paragraph), runs=False)
            else:
                yield from _both(path, value)
    elif isinstance(node, list):
        for value in node:
            yield from _both(path, value)


def _passage(path: Path, line: int, lang: Lang, block: list[str]) -> Passage:
    runs = not block[0].startswith(("#", "|"))
    text = "\n".join(block)
    item = _ITEM.match(text)
    words = "" if _STEP.fullmatch(text) else plain(text[item.end() :] if item else text)
    return Passage(path, line, lang, words, runs)


def plain(text: str) -> str:
    """The words of a piece of Markdown, on one line.

    >>> plain("Read [the *story*](https://example.org), then run `empathy lab`.")
    'Read the story, then run .'
    """
    plain = _SIGNS.sub("", _CODE.sub("", _BARE_LINK.sub("", _LINK.sub(r"\1", text))))
    return " ".join(plain.replace("|", " ").split())
