"""The static form of an `empathy_map` step: person, question, six regions, and what asking changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings as words_of
from empathy_widgets.model.empathy_map import REGIONS
from empathy_widgets.model.map_diff import KINDS, diff_maps
from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.face import face_img
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.views.blocks import Block

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


def render(
    step: EmpathyMapStep,
    answer: EmpathyMapAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: EmpathyMapAnswer | None = None,
) -> str:
    """The map as HTML: a grid that falls to one column, and reads in order without any style."""
    return fragment(
        "empathy_map.html",
        title=step.title[lang],
        prompt=prompt_of(step, item)[lang],
        question=_question(step, answer, lang),
        who=[text for text in (answer.name, answer.role, answer.situation) if text.strip()],
        face=face_img(answer.face, face_in_words(answer.face, strings), 88),
        is_empty=answer.is_empty,
        regions=_filled(answer, strings),
        changes=_changes(answer, previous, strings),
        words=strings,
        signs=SIGNS,
    )


def plain(
    step: EmpathyMapStep,
    answer: EmpathyMapAnswer,
    *,
    lang: Lang,
    strings: Mapping[str, str],
    item: RubricItem | None = None,
    previous: EmpathyMapAnswer | None = None,
) -> str:
    """The same as plain text."""
    who = ", ".join(filter(None, (answer.name, answer.role, answer.situation)))
    parts = [
        f"{step.title[lang]}\n{prompt_of(step, item)[lang]}",
        "\n".join(filter(None, (_question(step, answer, lang), who or strings["twin.empty"]))),
    ]
    for region in _filled(answer, strings):
        notes = [f"- {note.text} ({note.how})" for note in region.notes]
        parts.append("\n".join([f"{region.number} {region.title}:", *notes]))
    for kind, changes in _changes(answer, previous, strings).items():
        lines = [f"- {_in_words(kind, change, strings)}" for change in changes]
        parts.append("\n".join([f"{SIGNS[kind]} {strings[f'map.diff.{kind}']}:", *lines]))
    return "\n\n".join(parts)


def face_in_words(face: Face | None, strings: Mapping[str, str]) -> str:
    """What is drawn, for those who do not see it."""
    if face is None:
        return strings["face.alt.none"]
    return strings["face.alt"].format(
        hair=strings[f"face.hair.{face.hair}"],
        glasses=strings[f"face.glasses.{face.glasses}"],
        expression=strings[f"face.expression.{face.expression}"],
    )


def blocks(step: EmpathyMapStep, answer: EmpathyMapAnswer, lang: Lang) -> list[Block]:  # noqa: ARG001
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


def _question(step: EmpathyMapStep, answer: EmpathyMapAnswer, lang: Lang) -> str:
    return step.question[lang] if step.question else answer.question


def _filled(answer: EmpathyMapAnswer, strings: Mapping[str, str]) -> Iterator[_Filled]:
    for number, region in enumerate(REGIONS, start=1):
        yield _Filled(
            number=number,
            title=strings[f"map.region.{region}"],
            prompt=strings[f"map.region.{region}.prompt"],
            tone=_TONES[region],
            notes=[_shown(note, strings) for note in answer.in_region(region)],
        )


def _shown(note: Note, strings: Mapping[str, str]) -> _Note:
    how = f"{SHAPES[note.evidence]} {strings[f'map.evidence.{note.evidence}']}"
    source = f" · {note.source}" if note.source.strip() else ""
    return _Note(note.text, how + source, is_assumed=note.evidence == "assumed")


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
