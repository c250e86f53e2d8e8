"""The words of the user interface, in one language.

They lie in `strings.json`: one key a line, both languages beside each other.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang

STRINGS = Path(__file__).with_name("strings.json")


@cache
def strings(lang: Lang) -> Mapping[str, str]:
    """All words of the user interface by their dotted key.

    >>> strings("nl")["map.region.see"]
    'Ziet'
    """
    both = json.loads(STRINGS.read_text(encoding="utf-8"))
    return MappingProxyType({key: texts[lang] for key, texts in both.items()})


def strings_for(lang: Lang, *prefixes: str) -> dict[str, str]:
    """Only the words whose key begins with one of the prefixes; what a widget needs.

    >>> sorted(strings_for("en", "map.region.p"))
    ['map.region.pains', 'map.region.pains.prompt']
    """
    return {key: text for key, text in strings(lang).items() if key.startswith(prefixes)}
