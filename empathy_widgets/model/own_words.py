"""Words that a dictionary does not know and that are right all the same, in groups with the reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from empathy_widgets.model.language import Filled, Frozen, Lang


class WordGroup(Frozen):
    """Words that are right for one reason.

    Attributes:
        why: the reason.
        lang: the language they belong to; None for both.
        words: the words, as they are written; a genitive with 's is right as well.
    """

    why: Filled
    lang: Lang | None = None
    words: Annotated[tuple[Filled, ...], Field(min_length=1)]


class OwnWords(Frozen):
    """Everything in `spelling.yaml`."""

    groups: tuple[WordGroup, ...]
