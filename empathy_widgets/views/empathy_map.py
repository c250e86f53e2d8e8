"""The static form of an empathy map: person, question, regions, and what asking changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings as words_of
from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.model.map_diff import KINDS, diff_maps
from empathy_widgets.model.map_layouts import areas
from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.face import face_img
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Unpack

    from empathy_widgets.model.empathy_map import (
        EmpathyMapAnswer,
        EmpathyMapStep,
        Evidence,
        Face,
        Note,
        Region,
    )
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.map_diff import Change, Kind
    from empathy_widgets.model.map_layouts import Layout
    from empathy_widgets.views.blocks import Block
    from empathy_widgets.views.given import Given

SHAPES: dict[Evidence, str] = {"observed": "■", "told": "●", "inferred": "◆", "assumed": "○"}
"""Evidence by shape, so that it never hangs on colour."""

SIGNS: dict[Kind, str] = {
    "confirmed": "✓",
    "changed": "↻",
    "guess": "○",
    "new": "+",
    "dropped": "-",
}

_TONES: dict[Region, str] = {
    "see": "43,122,87",
    "hear": "47,111,143",
    "think_feel": "106,76,147",
    "say_do": "154,91,19",
    "pains": "166,61,64",
    "gains": "77,124,15",
}
"""Red, green and blue of a region; laid thinly over a page that may be light or dark."""


@dataclass(frozen=True)
class _Note:
    text: str
    how: str
    """Shape and word of the evidence, and the source."""
    is_assumed: bool


@dataclass(frozen=True)
class _Filled:
    number: int
    title: str
    prompt: str
    tone: str
    notes: list[_Note]


@dataclass(frozen=True)
class _Difference:
    region: str
    before: str
    after: str


@dataclass(frozen=True)
class Page:
    """A map and what stands over it, ready to be drawn.

    Attributes:
        title: the heading.
        prompt: what is asked; may be empty.
        question: what the map is about; may be empty.
        answer: the map.
        strings: the words of one language.
        layout: "six" or "seven".
        previous: the earlier map that this one follows.
    """

    title: str
    prompt: str
    question: str
    answer: EmpathyMapAnswer
    strings: Mapping[str, str]
    layout: Layout = "six"
    previous: EmpathyMapAnswer | None = None

    def html(self) -> str:
        """The map as HTML: a grid that falls to one column, and reads in order without any style."""
        answer = self.answer
        return fragment(
            "empathy_map.html",
            title=self.title,
            prompt=self.prompt,
            question=self.question,
            goal=answer.goal.strip(),
            facts=_facts(answer, self.strings),
            who=[text for text in (answer.name, answer.role, answer.situation) if text.strip()],
            face=face_img(answer.face, face_in_words(answer.face, self.strings), 88),
            is_empty=answer.is_empty,
            regions=_filled(answer, self.layout, self.strings),
            beside=_beside(answer, self.strings),
            changes=_changes(answer, self.previous, self.strings),
            words=self.strings,
            signs=SIGNS,
        )

    def plain(self) -> str:
        """The same as plain text."""
        answer, words = self.answer, self.strings
        who = ", ".join(filter(None, (answer.name, answer.role, answer.situation)))
        goal = answer.goal and f"{words['map.goal']} {answer.goal}"
        facts = "\n".join(_facts(answer, words))
        lines = (self.question, goal, who or words["twin.empty"], facts)
        parts = [
            "\n".join(filter(None, (self.title, self.prompt))),
            "\n".join(filter(None, lines)),
        ]
        for region in _filled(answer, self.layout, words):
            notes = [f"- {note.text} ({note.how})" for note in region.notes]
            title = f"{region.number} {region.title}" if region.number else region.title
            parts.append("\n".join([f"{title}:", *notes]))
        for title, items in _beside(answer, words).items():
            parts.append("\n".join([f"{title}:", *(f"- {item}" for item in items)]))
        for kind, changes in _changes(answer, self.previous, words).items():
            told = [f"- {_in_words(kind, change, words)}" for change in changes]
            parts.append("\n".join([f"{SIGNS[kind]} {words[f'map.diff.{kind}']}:", *told]))
        return "\n\n".join(parts)


def render(step: EmpathyMapStep, answer: EmpathyMapAnswer, **given: Unpack[Given]) -> str:
    """The map of a step as HTML."""
    return _page(step, answer, **given).html()


def plain(step: EmpathyMapStep, answer: EmpathyMapAnswer, **given: Unpack[Given]) -> str:
    """The same as plain text."""
    return _page(step, answer, **given).plain()


def _page(step: EmpathyMapStep, answer: EmpathyMapAnswer, **given: Unpack[Given]) -> Page:
    lang, previous = given["lang"], given.get("previous")
    question = step.question[lang] if step.question else answer.question
    prompt = prompt_of(step, given.get("item"))[lang]
    return Page(step.title[lang], prompt, question, answer, given["strings"], previous=previous)


def face_in_words(face: Face | None, strings: Mapping[str, str]) -> str:
    """What is drawn, for those who do not see it."""
    if face is None:
        return strings["face.alt.none"]
    head = [strings[f"face.hair.{face.hair}"]]
    if face.beard != "none":
        head.append(strings[f"face.beard.{face.beard}"])
    return strings["face.alt"].format(
        hair=", ".join(head),
        glasses=strings[f"face.glasses.{face.glasses}"],
        expression=strings[f"face.expression.{face.expression}"],
    )


def _beside(answer: EmpathyMapAnswer, strings: Mapping[str, str]) -> dict[str, list[str]]:
    """Themes with how many notes they hold, needs, insights and comments, under their headings."""
    notes = {note.id: f"“{note.text}”" for note in answer.notes}
    themes = []
    for theme in answer.themes:
        count = sum(note.theme == theme.id for note in answer.notes)
        themes.append(f"{theme.text} ({strings['map.count'].format(count=count)})")
    comments = []
    for comment in answer.comments:
        region = strings.get(f"map.region.{comment.about}", strings["map.comments.whole"])
        told = f"{notes.get(comment.about, region)}: {comment.text}"
        by = comment.author and strings["map.by"].format(author=comment.author)
        done = strings["map.comments.resolved"] if comment.resolved else ""
        comments.append(" · ".join(filter(None, (told, by, done))))
    found = {
        strings["map.themes"]: themes,
        strings["map.needs"]: [need.text for need in answer.needs],
        strings["map.insights"]: [insight.text for insight in answer.insights],
        strings["map.comments"]: comments,
    }
    return {title: items for title, items in found.items() if items}


def _facts(answer: EmpathyMapAnswer, strings: Mapping[str, str]) -> list[str]:
    return [f"{strings[f'map.fact.{key}']}: {said}" for key, said in answer.facts.items()]


def blocks(step: EmpathyMapStep, answer: EmpathyMapAnswer, lang: Lang) -> list[Block]:  # noqa: ARG001
    """The answer to a step in words."""
    return in_words(answer, lang)


def in_words(answer: EmpathyMapAnswer, lang: Lang) -> list[Block]:
    """The person, the question, and each region that holds notes."""
    words = words_of(lang)
    who = ", ".join(text for text in (answer.name, answer.role, answer.situation) if text)
    found: list[Block] = [{"p": text} for text in (who, answer.question) if text]
    for region in REGIONS:
        notes = [
            f"{note.text} ({words[f'map.evidence.{note.evidence}']})"
            for note in answer.in_region(region)
        ]
        if notes:
            found += [{"h": words[f"map.region.{region}"]}, {"ul": notes}]
    return found


def _filled(
    answer: EmpathyMapAnswer, layout: Layout, strings: Mapping[str, str]
) -> Iterator[_Filled]:
    for area, notes in areas(layout, answer):
        yield _Filled(
            number=area.number,
            title=strings[f"map.region.{area.key}"],
            prompt=strings[f"map.region.{area.key}.prompt"],
            tone=_TONES[area.region],
            notes=[_shown(note, strings) for note in notes],
        )


def _shown(note: Note, strings: Mapping[str, str]) -> _Note:
    how = f"{SHAPES[note.evidence]} {strings[f'map.evidence.{note.evidence}']}"
    source = f" · {note.source}" if note.source.strip() else ""
    author = f" · {strings['map.by'].format(author=note.author)}" if note.author.strip() else ""
    return _Note(note.text, how + source + author, is_assumed=note.evidence == "assumed")


def _changes(
    answer: EmpathyMapAnswer, previous: EmpathyMapAnswer | None, strings: Mapping[str, str]
) -> dict[Kind, list[_Difference]]:
    """What asking changed, by kind; nothing as long as one of the two maps has no notes."""
    if previous is None or not (previous.notes and answer.notes):
        return {}
    places = {note.id: note.region for note in (*previous.notes, *answer.notes)}

    def shown(change: Change) -> _Difference:
        region = strings[f"map.region.{places[change.note]}"]
        return _Difference(region, change.before, change.after)

    changes = diff_maps(previous, answer)
    by_kind = {kind: [shown(one) for one in changes if one.kind == kind] for kind in KINDS}
    return {kind: some for kind, some in by_kind.items() if some}


def _in_words(kind: Kind, change: _Difference, strings: Mapping[str, str]) -> str:
    text = f"{change.region}: {change.after or change.before}"
    was = f" {strings['map.diff.before']} {change.before}" if kind == "changed" else ""
    return text + was
