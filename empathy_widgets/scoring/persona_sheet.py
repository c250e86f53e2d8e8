"""Checking a `persona_sheet` step: is this somebody, and how do we know?

The points of the step are shared evenly between the things that are looked at; which those are
depends on the exercise (`PersonaRules`). Whether the person rings true is for people to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.persona_sheet import DEMOGRAPHICS, GROUPS
from empathy_widgets.scoring import persona_words as words
from empathy_widgets.scoring.likeness import is_copy
from empathy_widgets.scoring.results import Finding, add_up, nothing_yet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.language import Lang, Text
    from empathy_widgets.model.persona_sheet import (
        PersonaRules,
        PersonaSheetAnswer,
        PersonaSheetStep,
        Theme,
    )
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.results import State, StepResult


def check(
    step: PersonaSheetStep,
    answer: PersonaSheetAnswer,
    *,
    item: RubricItem | None = None,  # noqa: ARG001
    previous: PersonaSheetAnswer | None = None,  # noqa: ARG001
    lang: Lang = "en",  # noqa: ARG001
) -> StepResult:
    """Somebody with a quote, the themes that are asked, more life than figures, and where it comes from."""
    if answer.is_empty:
        return nothing_yet(step.id, step.points)
    rules = step.rules
    share = step.points / _looks(rules)
    found = [_person(answer, share), _quote(answer, share), *_themes(answer, rules, share)]
    found.append(_human(answer, share))
    if rules.sources:
        found += _sources(answer, rules, share)
    if rules.tested:
        found += _tested(answer, share)
    if rules.versions:
        found.append(_versions(answer, rules, share))
    return add_up(step.id, _state(answer, rules), step.points, found)


def _looks(rules: PersonaRules) -> int:
    """How many things are looked at: person, quote and figures always, the others when asked."""
    return 3 + bool(rules.themes) + bool(rules.sources) + bool(rules.tested) + bool(rules.versions)


def _person(answer: PersonaSheetAnswer, share: float) -> Finding:
    if not answer.name.strip():
        return Finding(
            "person", "not_met", share, words.PERSON, words.NO_NAME,
            question=words.NO_NAME_QUESTION, part="name",
        )  # fmt: skip
    if not answer.who.strip():
        return Finding(
            "person", "not_met", share, words.PERSON, words.NO_WHO, answer.name,
            words.NO_WHO_QUESTION, "who",
        )  # fmt: skip
    return Finding("person", "met", share, words.PERSON, words.PERSON_MET, answer.name)


def _quote(answer: PersonaSheetAnswer, share: float) -> Finding:
    """In the first person when it says so; about the person when it names them; else it is open."""
    quote = answer.quote.strip()
    if not quote:
        return Finding(
            "quote", "not_met", share, words.QUOTE, words.NO_QUOTE,
            question=words.QUOTE_QUESTION, part="quote",
        )  # fmt: skip
    if words.FIRST_PERSON.search(quote):
        return Finding("quote", "met", share, words.QUOTE, words.QUOTE_MET, quote)
    if words.THIRD_PERSON.match(quote) or _starts_with_name(quote, answer.name):
        return Finding(
            "quote", "not_met", share, words.QUOTE, words.QUOTE_ABOUT, quote,
            words.QUOTE_QUESTION, "quote",
        )  # fmt: skip
    return Finding(
        "quote", "open", share, words.QUOTE, words.QUOTE_OPEN, quote, words.QUOTE_QUESTION, "quote"
    )


def _starts_with_name(quote: str, name: str) -> bool:
    first = name.split(maxsplit=1)[0].strip(",.").casefold() if name.split() else ""
    said = quote.casefold().lstrip("\"'“‘„ ")
    return bool(first) and said.startswith(f"{first} ")


def _themes(answer: PersonaSheetAnswer, rules: PersonaRules, share: float) -> Iterator[Finding]:
    """Each theme that is asked holds something of its own."""
    if not rules.themes:
        return
    each = share / len(rules.themes)
    filled = 0
    for theme in rules.themes:
        said = _missing(answer, theme)
        if said is None:
            filled += 1
            continue
        yield Finding(
            "themes", "not_met", each, words.title_of(theme), said,
            question=words.question_of(theme), part=theme,
        )  # fmt: skip
    if filled:
        message = words.THEMES_MET.format(n=filled, asked=len(rules.themes))
        yield Finding("themes", "met", each * filled, words.THEMES_ASKED, message)


def _missing(answer: PersonaSheetAnswer, theme: Theme) -> Text | None:
    """What to say of a theme that does not count; None when it does."""
    found = answer.themes.get(theme)
    if found is None or not words.WORD.search(found.text):
        return words.THEME_EMPTY
    others = [other.text for name, other in answer.themes.items() if name < theme]
    if is_copy(found.text, [*words.prompts(), *others]):
        return words.THEME_COPY
    return None


def _human(answer: PersonaSheetAnswer, share: float) -> Finding:
    """At least as many facts about the life as about age, home and income."""
    human, figures = len(answer.themes), len(answer.demographics)
    if human >= figures and human:
        message = words.HUMAN_MET.format(human=human, figures=figures)
        return Finding("human", "met", share, words.HUMAN, message)
    message = words.HUMAN_NOT.format(human=human, figures=figures, most=len(DEMOGRAPHICS))
    return Finding("human", "not_met", share, words.HUMAN, message, question=words.HUMAN_QUESTION)


def _sources(answer: PersonaSheetAnswer, rules: PersonaRules, share: float) -> Iterator[Finding]:
    """Some themes rest on more than an assumption and say where it comes from."""
    known = [
        theme
        for theme in answer.themes.values()
        if theme.evidence != "assumed" and theme.source.strip()
    ]
    seen = " · ".join(dict.fromkeys(theme.source.strip() for theme in known))
    counted = min(len(known), rules.sources)
    each = share / rules.sources
    if counted:
        message = words.SOURCES_MET.format(n=len(known))
        yield Finding("sources", "met", each * counted, words.SOURCES, message, seen)
    if counted < rules.sources:
        message = words.SOURCES_NOT.format(n=len(known), asked=rules.sources)
        points = each * (rules.sources - counted)
        yield Finding(
            "sources", "not_met", points, words.SOURCES, message, question=words.SOURCES_QUESTION
        )


def _tested(answer: PersonaSheetAnswer, share: float) -> Iterator[Finding]:
    """Somebody of each group has answered: staff, suppliers and customers see different things."""
    each = share / len(GROUPS)
    heard = {review.group for review in answer.reviews if review.answers}
    for group in GROUPS:
        if group in heard:
            continue
        yield Finding(
            "tested", "not_met", each, words.TESTED, words.TESTED_NOT[group],
            question=words.TESTED_QUESTION[group], part=group,
        )  # fmt: skip
    if heard:
        message = words.TESTED_MET.format(n=len(heard))
        yield Finding("tested", "met", each * len(heard), words.TESTED, message)


def _versions(answer: PersonaSheetAnswer, rules: PersonaRules, share: float) -> Finding:
    """The versions are there, each with what changed."""
    told = [v for v in answer.versions if v.version.strip() and v.changed.strip()]
    if len(told) >= rules.versions:
        message = words.VERSIONS_MET.format(n=len(told))
        return Finding("versions", "met", share, words.VERSIONS, message, told[-1].changed)
    message = words.VERSIONS_NOT.format(n=len(told), asked=rules.versions)
    return Finding(
        "versions", "not_met", share, words.VERSIONS, message, question=words.VERSIONS_QUESTION
    )


def _state(answer: PersonaSheetAnswer, rules: PersonaRules) -> State:
    filled = all(theme in answer.themes for theme in rules.themes)
    return "complete" if answer.name.strip() and answer.quote.strip() and filled else "started"
