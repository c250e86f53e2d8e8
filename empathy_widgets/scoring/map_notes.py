"""Checks of the notes on an empathy map, one by one.

Each criterion's share is divided over the notes that are asked for, or over those that are there
when there are more. So a lone good note earns little, and a weak one among many costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.model.language import LANGUAGES, Text
from empathy_widgets.scoring.free_text import VERDICTS
from empathy_widgets.scoring.likeness import has_words, is_copy
from empathy_widgets.scoring.results import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, EmpathyMapStep, Note
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import Criterion, RubricItem
    from empathy_widgets.scoring.results import Verdict

NOTE_CRITERIA = ("one_thought", "concrete", "their_life")

_ALL_GOOD = Text(en="All your notes do this.", nl="Al je briefjes doen dit.")
_GOOD = Text(en="Notes that do this: {n} of {all}.", nl="Briefjes die dit doen: {n} van de {all}.")
_THINK = Text(en="Look at this note once more.", nl="Kijk nog eens naar dit briefje.")
_OPEN = Text(
    en="A program cannot be sure of everything. Judge these notes yourself, or ask your trainer.",
    nl="Een programma weet niet alles zeker. Beoordeel deze briefjes zelf, of vraag het je trainer.",
)
_OWN_WORD = Text(
    en="“{word}” belongs to the plan, and not to this person's day.",
    nl="‘{word}’ hoort bij het plan, en niet bij de dag van deze persoon.",
)
_COPY = Text(en="In your own words", nl="In eigen woorden")
_COPY_OF_TEXT = Text(
    en="This note repeats the text of the workbook.",
    nl="Dit briefje herhaalt de tekst van het werkboek.",
)
_COPY_OF_NOTE = Text(
    en="This note says the same as another one.", nl="Dit briefje zegt hetzelfde als een ander."
)
_COPY_QUESTION = Text(
    en="What else could this person notice at that moment?",
    nl="Wat zou deze persoon op dat moment nog meer merken?",
)


def notes(
    step: EmpathyMapStep, answer: EmpathyMapAnswer, item: RubricItem, lang: Lang, share: float
) -> list[Finding]:
    """Every note: no copy, one thought, concrete, from the person's own life."""
    wanted = max(len(answer.notes), len(REGIONS) * step.rules.notes_per_region)
    if not answer.notes:
        return []
    each = share / wanted
    copies = dict(_copies(step, answer, item))
    found = [_copy(note, copies[note.id], each) for note in answer.notes if note.id in copies]
    own = [note for note in answer.notes if note.id not in copies]
    decided = {note.id: _decide(step, note, item, lang) for note in own}
    for name in NOTE_CRITERIA:
        criterion = item.criterion(name)
        found += _findings(criterion, [(note, *decided[note.id][name]) for note in own], each)
    return found


def _decide(
    step: EmpathyMapStep, note: Note, item: RubricItem, lang: Lang
) -> dict[str, tuple[Verdict, Text]]:
    """For each criterion the verdict on one note, and what to say of it when it is not met."""
    from empathy_widgets.scoring.judging import judge

    person = step.person[lang] if step.person else ""
    decisions = judge(item, note.text, lang=lang, region=note.region, person=person)
    decided = {name: (VERDICTS[found.verdict], _THINK) for name, found in decisions.items()}
    if word := _own_word(step, note):
        decided["their_life"] = ("not_met", _OWN_WORD.format(word=word))
    return decided


def _findings(
    criterion: Criterion, decided: list[tuple[Note, Verdict, Text]], each: float
) -> Iterator[Finding]:
    """The good notes together, those to think about one by one, and the open ones together."""
    name, title = criterion.id, criterion.title
    if good := sum(verdict == "met" for _, verdict, _ in decided):
        said = _ALL_GOOD if good == len(decided) else _GOOD.format(n=good, all=len(decided))
        yield Finding(name, "met", each * good, title, said)
    for note, verdict, why in decided:
        if verdict == "not_met":
            yield Finding(name, verdict, each, title, why, note.text, criterion.hint, note.id)
    unsure = [note.text for note, verdict, _ in decided if verdict == "open"]
    if unsure:
        points = each * len(unsure)
        yield Finding(name, "open", points, title, _OPEN, " · ".join(unsure), criterion.hint)


def _own_word(step: EmpathyMapStep, note: Note) -> str:
    """The first word of one's own product or plan that a note holds."""
    words = (own[lang] for own in step.rules.own_words for lang in LANGUAGES)
    return next((word for word in words if has_words(note.text, word)), "")


def _copies(
    step: EmpathyMapStep, answer: EmpathyMapAnswer, item: RubricItem
) -> Iterator[tuple[str, Text]]:
    """The notes that only repeat something, each with what to say of it."""
    given = list(_given(step, item))
    before: list[str] = []
    for note in answer.notes:
        if is_copy(note.text, given):
            yield note.id, _COPY_OF_TEXT
        elif is_copy(note.text, before):
            yield note.id, _COPY_OF_NOTE
        before.append(note.text)


def _given(step: EmpathyMapStep, item: RubricItem) -> Iterator[str]:
    """What the learner could read: the prompts of the step and of the regions, and the story."""
    from empathy_widgets.content.strings import strings

    for lang in LANGUAGES:
        for text in (step.prompt, step.question, step.hint, item.prompt, item.facts):
            if text:
                yield text[lang]
        for region in REGIONS:
            yield strings(lang)[f"map.region.{region}.prompt"]


def _copy(note: Note, said: Text, each: float) -> Finding:
    at_stake = each * len(NOTE_CRITERIA)
    return Finding("copies", "not_met", at_stake, _COPY, said, note.text, _COPY_QUESTION, note.id)
