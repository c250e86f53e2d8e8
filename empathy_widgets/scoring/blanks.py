"""What is still lacking in one blank of a form or a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from empathy_widgets.model.language import LANGUAGES, Text
from empathy_widgets.scoring.likeness import is_copy
from empathy_widgets.scoring.numbers import read_number
from empathy_widgets.scoring.results import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from empathy_widgets.model.blanks import Blank, ForTrainer
    from empathy_widgets.model.language import Lang

EMPTY = Text(en="Nothing is filled in here yet.", nl="Hier is nog niets ingevuld.")
_SHORT = Text(
    en="This is still short; say it in {n} words or more.",
    nl="Dit is nog kort; zeg het in minstens {n} woorden.",
)
_COPY = Text(
    en="These are the words of the question or of its example, not yet your own.",
    nl="Dit zijn de woorden van de vraag of van het voorbeeld, nog niet die van jou.",
)
_NO_NUMBER = Text(en="This does not read as a number.", nl="Dit is niet als getal te lezen.")
_LOW = Text(en="This number is lower than {n}.", nl="Dit getal is lager dan {n}.")
_HIGH = Text(en="This number is higher than {n}.", nl="Dit getal is hoger dan {n}.")
_NO_DATE = Text(en="This does not read as a date.", nl="Dit is niet als datum te lezen.")

_WRITTEN = Text(
    en="What do you know about this, and whom could you ask?",
    nl="Wat weet je hierover, en aan wie kun je het vragen?",
)
_QUESTIONS = {
    "line": _WRITTEN,
    "text": _WRITTEN,
    "number": Text(
        en="Which number comes nearest to what you know?",
        nl="Welk getal komt het dichtst bij wat je weet?",
    ),
    "date": Text(en="Which day could it be?", nl="Welke dag zou het kunnen zijn?"),
    "choice": Text(en="Which comes nearest?", nl="Wat komt het dichtst in de buurt?"),
    "tick": Text(
        en="What is needed before you can tick this?",
        nl="Wat is er nodig voordat je dit kunt aanvinken?",
    ),
}


def question_of(blank: Blank) -> Text:
    """What to think about when a blank is not filled well: its own question, or one for its type."""
    return blank.question or _QUESTIONS[blank.type]


def lacking(blank: Blank, text: str, lang: Lang, *, asked: Iterable[Text] = ()) -> Text | None:
    """What is still lacking in what was filled in, as a sentence; None when it is well.

    Args:
        blank: what was to be filled in.
        text: what it holds.
        lang: the language of the workbook, for numbers that could be read in two ways.
        asked: what the step asks; who copies that has not answered.
    """
    if not text.strip():
        return EMPTY
    match blank.type:
        case "number":
            return _lacking_number(blank, text, lang)
        case "date":
            return None if _is_date(text) else _NO_DATE
        case "choice":
            return None if blank.in_words(text, lang) else EMPTY
        case "tick":
            return None
    given = [blank.title, blank.example, blank.question, *asked]
    return _lacking_words(blank, text, [said for said in given if said])


def for_trainer(
    criteria: Iterable[ForTrainer], said: Mapping[str, str], whole: str
) -> Iterator[Finding]:
    """The criteria that no program decides, each open, with the words it is about.

    Args:
        criteria: those of the step.
        said: for each field or column what was filled in, in words.
        whole: everything that was filled in, in words.
    """
    for criterion in criteria:
        words = said.get(criterion.part, "") if criterion.part else whole
        if words:
            yield Finding(
                criterion.id,
                "open",
                criterion.points,
                criterion.title,
                criterion.about,
                words,
                criterion.question,
                criterion.part or "",
            )


def _lacking_words(blank: Blank, text: str, given: list[Text]) -> Text | None:
    if is_copy(text, (said[lang] for said in given for lang in LANGUAGES)):
        return _COPY
    return _SHORT.format(n=blank.min_words) if len(text.split()) < blank.min_words else None


def _lacking_number(blank: Blank, text: str, lang: Lang) -> Text | None:
    number = read_number(text, lang)
    if number is None:
        return _NO_NUMBER
    if blank.at_least is not None and number < blank.at_least:
        return _LOW.format(n=f"{blank.at_least:g}")
    if blank.at_most is not None and number > blank.at_most:
        return _HIGH.format(n=f"{blank.at_most:g}")
    return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
