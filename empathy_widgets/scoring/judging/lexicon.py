"""Words and the ideas they stand for, the same ideas in English and in Dutch.

The files in `data/words` hold one idea a line. A word is found by its own form, by its dictionary
form, by the parts of a Dutch compound, or by the nearest spelling.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.scoring.judging.wordlists import GLUE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from empathy_widgets.model.language import Lang

_SHORTEST_TO_GUESS = 5
_NEAR_ENOUGH = 82
_LINKS = ("", "s", "en", "e", "n")


class Word(NamedTuple):
    """One word form in one language: its dictionary form, its ideas, and whether anybody knows it."""

    lemma: str
    ideas: tuple[str, ...]
    known: bool


class Lexicon(NamedTuple):
    """The ideas of one language: by single word, and by phrase under the phrase's first word."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]


def other(lang: Lang) -> Lang:
    """The other language of the course."""
    return "nl" if lang == "en" else "en"


@lru_cache(maxsize=100_000)
def lemma(form: str, lang: Lang) -> str:
    """The dictionary form of a word, small letters.

    >>> lemma("women", "en"), lemma("kletsten", "nl")
    ('woman', 'kletsen')
    """
    import simplemma

    return simplemma.lemmatize(form, lang=lang).lower()


@lru_cache(maxsize=100_000)
def is_word(form: str, lang: Lang) -> bool:
    """Whether the form stands in the dictionary of that language."""
    import simplemma

    return simplemma.is_known(form, lang=lang)


@cache
def lexicon(lang: Lang) -> Lexicon:
    """The ideas of one language, read once per process."""
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for idea, entries in _entries(lang):
        for entry in entries:
            parts = entry.replace("_", " ").split()
            if len(parts) > 1:
                lemmas = tuple(lemma(part, lang) for part in parts)
                phrases.setdefault(lemmas[0], []).append((lemmas, idea))
            else:
                for form in {entry, lemma(entry, lang)} - (GLUE - {entry}):
                    if idea not in words.setdefault(form, []):
                        words[form].append(idea)
    return Lexicon({form: tuple(ideas) for form, ideas in words.items()}, phrases)


def _entries(lang: Lang) -> Iterator[tuple[str, list[str]]]:
    folder = files(__package__) / "data" / "words"
    for source in sorted(folder.iterdir(), key=lambda each: each.name):
        for line in source.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                idea, _, sides = line.partition(":")
                english, _, dutch = sides.partition("|")
                yield idea.strip(), (english if lang == "en" else dutch).split()


@lru_cache(maxsize=100_000)
def look_up(form: str, lang: Lang) -> Word:
    """What is known of a word form in an answer written mostly in `lang`.

    >>> look_up("chatted", "en").ideas == look_up("kletsten", "nl").ideas
    True
    >>> "talk" in look_up("vriendinnenpraatjes", "nl").ideas
    True
    """
    found = _direct(form, lang)
    if found:
        return Word(lemma(form, lang), found, known=True)
    if is_word(form, lang):
        return Word(lemma(form, lang), _compound(form, lang), known=True)
    foreign = other(lang)
    found = _direct(form, foreign) if len(form) > 3 else ()
    if found or is_word(form, foreign):
        return Word(lemma(form, foreign), found, known=True)
    found = _compound(form, lang)
    if found:
        return Word(lemma(form, lang), found, known=True)
    return _nearest(form, lang)


def _direct(form: str, lang: Lang) -> tuple[str, ...]:
    words = lexicon(lang).words
    return words.get(form) or words.get(lemma(form, lang), ())


def _compound(form: str, lang: Lang) -> tuple[str, ...]:
    """The ideas of the parts of a compound ("praatuurtje": talk, time)."""
    if lang != "nl" or len(form) < 2 * _SHORTEST_TO_GUESS - 2:
        return ()
    for cut in range(len(form) - 3, 3, -1):
        tail = _direct(form[cut:], lang)
        if not tail:
            continue
        for link in _LINKS:
            head = form[: cut - len(link)] if link and form[:cut].endswith(link) else form[:cut]
            if len(head) > 2 and (_direct(head, lang) or is_word(head, lang)):
                return (*_direct(head, lang), *tail)
    return ()


def _nearest(form: str, lang: Lang) -> Word:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(form) < _SHORTEST_TO_GUESS or not form.isalpha():
        return Word(form, (), known=form.isnumeric())
    best = process.extractOne(
        form,
        _spellings(lang),
        scorer=OSA.normalized_similarity,
        score_cutoff=_NEAR_ENOUGH / 100,
    )
    if best is None:
        return Word(form, (), known=False)
    near = best[0]
    return Word(lemma(near, lang), _direct(near, lang), known=True)


@cache
def _spellings(lang: Lang) -> Sequence[str]:
    return sorted(form for form in lexicon(lang).words if len(form) >= _SHORTEST_TO_GUESS)
