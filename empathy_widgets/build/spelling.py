"""Spelling in both languages, by hunspell and the dictionaries of the machine.

What they do not know and is right all the same stands in `spelling.yaml` beside the exercises: words in
groups, each with the reason. A word there that nothing uses any more is told too, so that the list stays short.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from empathy_widgets.build.prose import Passage, plain, prose_passages, short_passages
from empathy_widgets.content.places import EXERCISES
from empathy_widgets.content.reading import read_model
from empathy_widgets.content.strings import STRINGS
from empathy_widgets.errors import NoDictionaryError
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.own_words import WordGroup

OWN_WORDS = "spelling.yaml"
_DICTIONARIES: dict[Lang, str] = {"en": "en_GB", "nl": "nl_NL"}
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def spelling_problems(exercises: Path) -> Iterator[str]:
    """Words that are spelled wrong, each with file and line; and own words that nothing uses.

    Args:
        exercises: a folder of exercise folders; with those of the course goes the text of the widgets.

    Raises:
        NoDictionaryError: when hunspell or a dictionary is missing.
        AuthoringError: when `spelling.yaml` cannot be read.
    """
    passages = list(_passages(exercises))
    own = _own_words(exercises / OWN_WORDS)
    used: set[str] = set()
    for lang in LANGUAGES:
        here = [one for one in passages if one.lang == lang]
        allowed = {word for group in own for word in group.words if group.lang in {None, lang}}
        unknown = _unknown({word for one in here for word in _words(one.text)}, lang)
        wrong = {
            word
            for word, parts in unknown.items()
            if not all(_forms(part) & allowed for part in parts)
        }
        used |= {
            form for parts in unknown.values() for part in parts for form in _forms(part) & allowed
        }
        for one in here:
            for word in sorted({*_words(one.text)} & wrong):
                yield (
                    f'{one.where}: "{word}" is not in the dictionary of {lang}; spell it otherwise, or add it to '
                    f"{exercises / OWN_WORDS} with the reason"
                )
    for word in sorted({word for group in own for word in group.words} - used):
        yield f'{exercises / OWN_WORDS}: "{word}" is not needed any more; take it out'


def _passages(exercises: Path) -> Iterator[Passage]:
    for folder in sorted({path.parent for path in exercises.glob("*/*.yaml")}):
        yield from prose_passages(folder)
        yield from short_passages(folder)
    if exercises in EXERCISES:
        yield from _strings()


def _strings() -> Iterator[Passage]:
    """The words of the widgets: one key a line."""
    for number, line in enumerate(STRINGS.read_text(encoding="utf-8").splitlines(), start=1):
        if '": {' in line:
            texts = json.loads("{" + line.strip().rstrip(",") + "}").popitem()[1]
            for lang in LANGUAGES:
                text = plain(_PLACEHOLDER.sub(" ", texts[lang]))
                yield Passage(STRINGS, number, lang, text, runs=False)


def _words(text: str) -> list[str]:
    return [word.replace("\u2019", "'") for word in _WORD.findall(text)]


def _forms(word: str) -> set[str]:
    """How an own word may stand in the list: without the 's, and small where it begins a sentence."""
    bare = word.removesuffix("'s")
    return {word, bare, bare[0].lower() + bare[1:]}


def _unknown(words: Iterable[str], lang: Lang) -> dict[str, set[str]]:
    """The words that the dictionary does not know, each with those of its parts that are unknown too.

    A word with a hyphen in it has parts; any other is its only part.
    """
    whole = _not_in_dictionary(words, lang)
    parts = _not_in_dictionary({part for word in whole for part in word.split("-")}, lang)
    found = {word: {*word.split("-")} & parts for word in whole}
    return {word: unknown for word, unknown in found.items() if unknown}


def _not_in_dictionary(words: Iterable[str], lang: Lang) -> set[str]:
    hunspell = shutil.which("hunspell")
    if hunspell is None:
        raise NoDictionaryError(lang, "hunspell is not installed")
    done = subprocess.run(  # noqa: S603 - a program of the machine, with our own words
        [hunspell, "-l", "-i", "utf-8", "-d", _DICTIONARIES[lang]],
        input="\n".join(sorted(words)) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or "Can't open" in done.stderr:
        raise NoDictionaryError(lang, f"there is no dictionary {_DICTIONARIES[lang]}")
    return set(done.stdout.split())


def _own_words(path: Path) -> tuple[WordGroup, ...]:
    from empathy_widgets.model.own_words import OwnWords

    return read_model(path, OwnWords).groups if path.is_file() else ()
