"""How easily the course reads, by workbook and by text, and which paragraphs are too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.scoring.readability import count_words, ease

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from empathy_widgets.build.prose import Passage
    from empathy_widgets.model.language import Lang

BAND = (60.0, 100.0)
"""For readers at B1 and B2: from what Flesch and Douma call normal to the end of the scale."""

ENOUGH = 60
"""In words; about a shorter text the score says little, so it only counts in that of its workbook."""

LONGEST_PARAGRAPH = 90
"""In words."""


def workbook_ease(passages: Iterable[Passage], lang: Lang) -> float:
    """How easily all running text of one language reads together."""
    return ease([one.text for one in passages if one.runs and one.lang == lang], lang)


def reading_problems(passages: Iterable[Passage]) -> Iterator[str]:
    """Texts outside the band and paragraphs that are too long, each with file, line and what to do."""
    texts: dict[tuple[object, Lang], list[Passage]] = {}
    for one in passages:
        words = count_words(one.text)
        if words > LONGEST_PARAGRAPH:
            yield (
                f"{one.where}: this paragraph has {words} words; a screen holds {LONGEST_PARAGRAPH} well, "
                "so make two of it or take some out"
            )
        if one.runs:
            texts.setdefault((one.path, one.lang), []).append(one)
    for (path, lang), parts in texts.items():
        if sum(count_words(part.text) for part in parts) >= ENOUGH:
            score = ease([part.text for part in parts], lang)
            hardest = min(parts, key=lambda part: ease([part.text], lang))
            yield from _outside(f"{path}:{hardest.line}", score)


def _outside(where: str, score: float) -> Iterator[str]:
    low, high = BAND
    if score < low:
        yield (
            f"{where}: this text scores {score:.0f} for reading ease, and {low:.0f} is the least here; begin with this "
            "paragraph: shorter sentences, shorter words"
        )
    elif score > high:
        yield (
            f"{where}: this text scores {score:.0f} for reading ease, and above {high:.0f} it is in fragments; join some "
            "sentences"
        )
