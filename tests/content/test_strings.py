"""The words of the interface: complete in both languages, with the same placeholders."""

from __future__ import annotations

import json
import re
from pathlib import Path

from empathy_widgets.content import strings as module
from empathy_widgets.content.strings import strings, strings_for

RAW = Path(module.__file__).with_name("strings.json").read_text(encoding="utf-8")


def test_every_key_has_both_languages_and_nothing_else() -> None:
    assert [] == [key for key, texts in json.loads(RAW).items() if set(texts) != {"en", "nl"}]


def test_no_word_is_empty() -> None:
    assert [] == [
        key for key, text in {**strings("en"), **strings("nl")}.items() if not text.strip()
    ]


def test_both_languages_have_the_same_placeholders() -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(re.findall(r"\{[a-z_]*\}", text))

    assert [] == [
        key
        for key, texts in json.loads(RAW).items()
        if placeholders(texts["en"]) != placeholders(texts["nl"])
    ]


def test_no_key_stands_twice() -> None:
    pairs = json.loads(RAW, object_pairs_hook=list)

    assert len({key for key, _ in pairs}) == len(pairs)


def test_a_widget_gets_only_the_words_it_asks_for() -> None:
    assert {"map.region.see", "map.region.see.prompt"} == set(strings_for("en", "map.region.see"))
