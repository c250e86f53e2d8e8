"""Questions as a learner writes them: open or closed, leading, and what they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.scoring.judging.reading import Reading, Sentence

_OPEN = re.compile(
    r"\b(what|how|why|who|whom|which|where|wat|hoe|waarom|wie|welke?|waar\w*|vanwaar|hoezo)\b"
    r"|\b(tell (me|us)|describe|take me through|walk me through|talk me through|show me|explain"
    r"|vertel|beschrijf|neem me mee|schets|leg (me |eens )?uit|imagine|stel (dat|je|u))\b"
)
_COUNTING = re.compile(
    r"\b(how (many|much|long|far|often|old|big|deep|heavy|late|early|soon|frequently)"
    r"|what (time|age|distance|number|percentage)|at what time|since when"
    r"|hoe ?(veel|lang|ver|vaak|oud|groot|diep|zwaar|laat|vroeg|dikwijls|snel)|welk (uur|tijdstip)|sinds wanneer)\b"
)
_YES_NO = re.compile(
    r"^\W*(and |en |so |dus |but |maar |also |ook )?(do|does|did|is|are|was|were|am|can|could|would|will|shall|should|have|has|had|may"
    r"|might|don't|doesn't|didn't|isn't|aren't|wouldn't|won't|can't|couldn't|haven't"
    r"|vind(t|en)?|zou(den)?|wil(t|len)?|is|zijn|ben(t)?|heb(t|ben)?|heeft|kan|kunnen|kun|mag|mogen|moet(en)?"
    r"|ga(at|an)?|doe(t|n)?|hou(dt|den)?|krijg(t|en)?|denk(t|en)?|voel(t|en)?|loop(t|en)?|praat|praten|zie(t|n)?"
    r"|word(t|en)?|weet|weten|bestaat|klopt|mis(t|sen)?|werk(t|en)?|gebruik(t|en)?|ken(t|nen)?|geniet(en)?|staat)\b"
)
_LEADING = re.compile(
    r"\b(wouldn't|don't you|isn't|aren't|won't you|doesn't|surely|agree|right\?|no\?$|would(n't)? it be|would you (be happy|like|use|want|prefer|rather|love)"
    r"|do(n't)? you (want|need)|must be|must feel|how (happy|glad|much better|great|nice|grateful|terrible|awful|hard|tiring)"
    r"|zou(den)? (het|je|u|jullie|een)\b|zou(den)? .*\b(fijn|handig|blij|beter|leuk|heerlijk|helpen|mooi|gemakkelijk)"
    r"|toch|vast|zeker|akkoord|eens (met|dat)|niet (te|veel te|fijn|handig|zwaar|vermoeiend|erg|vervelend|beter|heerlijk)|nietwaar|hé\?|hè\?"
    r"|wil(len)? (je|jullie|u) (een|graag|niet|liever)|wil(t)? u|hoe (blij|fijn|erg|zwaar|vermoeiend|vervelend)"
    r"|our (plan|idea|project|well)|ons (plan|idee|project)|onze (put|pomp))\b"
)
_SELLING = re.compile(
    r"\b(well|pump|tap|pipe|pipeline|put|waterput|pomp|kraan\w*|leiding|waterleiding|build|building|built|bouw\w*|project|plan|install\w*|solution|oplossing)\b"
)
_DOUBLE = re.compile(
    r"\?.*\?|\b(and|en)\s+(what|how|why|who|which|where|wat|hoe|waarom|wie|welke?|waar)\b"
)


class Question(NamedTuple):
    """One question and what can be read off its wording."""

    text: str
    start: int
    open: bool
    leading: bool
    about_plan: bool
    double: bool
    hypothetical: bool


def questions(reading: Reading, *, every_line: bool) -> tuple[Question, ...]:
    """The questions of an answer; with `every_line` each line counts, with or without its mark.

    >>> from empathy_widgets.scoring.judging.reading import Reading
    >>> [q.open for q in questions(Reading("How was your day? Are you tired?", "en"), every_line=False)]
    [True, False]
    """
    return tuple(
        _question(text, start)
        for text, start in (_lines(reading.text) if every_line else _marked(reading.sentences))
        if sum(each.isalpha() for each in text) > 3
    )


def _lines(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield line, start
        start += len(line) + 1


def _marked(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, int]]:
    for sentence in sentences:
        if sentence.is_question:
            yield sentence.text, sentence.start


def _question(text: str, start: int) -> Question:
    small = text.lower()
    last = re.split(r"(?<=[.!])\s+|[;:]\s", small.strip())[-1] or small
    counting = bool(_COUNTING.search(last)) and not _OPEN.search(_COUNTING.sub(" ", last))
    is_open = bool(_OPEN.search(last)) and not counting and not _YES_NO.search(last)
    return Question(
        text,
        start,
        is_open,
        bool(_LEADING.search(small)),
        bool(_SELLING.search(small)),
        bool(_DOUBLE.search(small)),
        bool(re.search(r"\b(would|if|zou|zouden|stel|als)\b", small)),
    )
