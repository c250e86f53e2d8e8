"""Reading an answer: its language, sentences, clauses and words, and what is denied in it."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.scoring.judging.lexicon import is_word, lexicon, look_up
from empathy_widgets.scoring.judging.wordlists import (
    ATTITUDES,
    DUTCH_GLUE,
    ENGLISH_GLUE,
    GLUE,
    LINKS,
    MYTHS,
    NEGATIONS,
    NOES,
    SUBJECTS,
    TURNS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from empathy_widgets.model.language import Lang

LONGEST = 6000
"""Characters that are read; what a learner writes beyond them is left to the trainer."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,:]\d+)*%?")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+|(?<=[^\d\s]);\s|\s[-–—]\s|•")
_CLAUSE_END = re.compile(r"[,;:()\"“”‘]|\s[-–—]\s|\s\+\s")
_APOSTROPHES = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "´": "'",
        "\u201c": '"',
        "\u201d": '"',
        "„": '"',
        "\u00a0": " ",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_REACH = 6
_WHOLE = 99


class Token(NamedTuple):
    """One word of the answer, where it stands, and whether it is denied."""

    form: str
    lemma: str
    ideas: tuple[str, ...]
    known: bool
    glue: bool
    negated: bool
    clause: int
    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence: its text, where it begins in the answer, its language and its words."""

    text: str
    start: int
    lang: Lang
    tokens: tuple[Token, ...]

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip("\"') ").endswith("?")


class Reading:
    """An answer as it is read, sentence by sentence.

    >>> [token.lemma for token in Reading("They weren't counting.", "en").tokens if token.negated]
    ['count']
    """

    def __init__(self, text: str, lang: Lang) -> None:
        self.text = _tidy(text)
        self.lang = lang

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold a word or a number; what is said twice is heard once."""
        home = language_of(self.text, self.lang)
        found = {}
        for text, start in _pieces(self.text):
            said = text.strip().casefold()
            if said not in found:
                found[said] = _sentence(text, start, home)
        told = [sentence for sentence in found.values() if sentence.tokens]
        return tuple(
            _denied(sentence)
            if sentence.is_question and then and then.tokens[0].form in NOES
            else sentence
            for sentence, then in zip_longest(told, told[1:])
        )

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words in order."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The words that carry meaning of their own."""
        return tuple(token for token in self.tokens if not token.glue)


def _denied(sentence: Sentence) -> Sentence:
    """A question that its own writer answers with no, as in "Friendship? Nonsense"."""
    return sentence._replace(
        tokens=tuple(token._replace(negated=True) for token in sentence.tokens)
    )


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", text[:LONGEST]).translate(_APOSTROPHES)
    return "".join(each if each == "\n" or each.isprintable() else " " for each in text)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.start()], start
        start = end.end()
    yield text[start:], start


def language_of(text: str, fallback: Lang) -> Lang:
    """The language a text is written in, by its small words; `fallback` when they do not tell.

    >>> language_of("omdat ze elkaar niet meer zagen", "en")
    'nl'
    """
    words = [match.group().lower() for match in _WORD.finditer(text[:1500])]
    english = sum(word in ENGLISH_GLUE for word in words)
    dutch = sum(word in DUTCH_GLUE for word in words)
    if english == dutch:
        english = sum(is_word(word, "en") for word in words)
        dutch = sum(is_word(word, "nl") for word in words)
    if english == dutch:
        return fallback
    return "en" if english > dutch else "nl"


def _sentence(text: str, start: int, home: Lang) -> Sentence:
    lang = language_of(text, home) if len(text) > 25 else home
    tokens: list[Token] = []
    clause = 0
    reach = 0
    last = 0
    for match in _WORD.finditer(text):
        form = match.group().lower()
        if _CLAUSE_END.search(text[last : match.start()]) or form in TURNS:
            clause += 1
            reach = reach if reach > _REACH or (tokens and tokens[-1].form in NEGATIONS) else 0
        last = match.end()
        if form in SUBJECTS and tokens and tokens[-1].form in LINKS and reach <= _REACH:
            reach = 0
        denies = form in NEGATIONS or form.endswith("n't")
        if denies:
            if form in {"niet", "not"}:
                tokens = _deny_before(tokens, clause, lang)
            reach = _REACH
        word = look_up(form, lang)
        glue = form in GLUE or word.lemma in GLUE
        tokens.append(
            Token(
                form,
                word.lemma,
                word.ideas,
                word.known,
                glue,
                reach > 0 and not denies,
                clause,
                start + match.start(),
                start + match.end(),
            )
        )
        if form in MYTHS or (reach and {form, word.lemma} & ATTITUDES):
            reach = _WHOLE
        elif reach and not glue and not denies:
            reach -= 1
    return Sentence(text, start, lang, _with_phrases(tokens, lang))


def _deny_before(tokens: list[Token], clause: int, lang: Lang) -> list[Token]:
    """Dutch denies after the verb and often after the object: "ze luisterde niet", "lag ze niet wakker van"."""
    if lang != "nl":
        return tokens
    cut = len(tokens)
    while (
        cut > 0
        and len(tokens) - cut < 4
        and tokens[cut - 1].clause == clause
        and tokens[cut - 1].form not in LINKS
    ):
        cut -= 1
    return [*tokens[:cut], *(token._replace(negated=True) for token in tokens[cut:])]


def _with_phrases(tokens: Sequence[Token], lang: Lang) -> tuple[Token, ...]:
    phrases = lexicon(lang).phrases
    ideas: dict[int, list[str]] = {}
    for place, token in enumerate(tokens):
        for form in {token.form, token.lemma}:
            for lemmas, idea in phrases.get(form, ()):
                window = tokens[place : place + len(lemmas)]
                if len(window) == len(lemmas) and all(
                    part in (each.lemma, each.form)
                    for part, each in zip(lemmas, window, strict=True)
                ):
                    ideas.setdefault(place, []).append(idea)
    return tuple(
        token._replace(
            ideas=(*token.ideas, *(each for each in ideas[place] if each not in token.ideas))
        )
        if place in ideas
        else token
        for place, token in enumerate(tokens)
    )
