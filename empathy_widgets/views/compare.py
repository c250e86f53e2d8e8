"""Two or three people side by side: what they share, and what sets them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import CompareError
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer
from empathy_widgets.scoring.map_likeness import Likeness, Shared, compare_maps
from empathy_widgets.views.empathy_map import SHAPES, face_in_words
from empathy_widgets.views.face import face_img
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.empathy_map import Note, Region
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang

LEAST, MOST = 2, 3
"""More people side by side are not read any more."""


class HasAnswer(Protocol):
    """An empathy map that can be shown."""

    @property
    def answer(self) -> EmpathyMapAnswer:
        """The whole map as it is now."""


@dataclass(frozen=True)
class Comparison:
    """Maps side by side; the last line of a cell shows it.

    Attributes:
        maps: as they were when they were compared.
        likeness: what they share and what each has for itself.
        lang: the language of the headings.
        titles: what a person without a name is called, for each map; "Person 1" and so on when
            there are none.
    """

    maps: tuple[EmpathyMapAnswer, ...]
    likeness: Likeness
    lang: Lang = "en"
    titles: tuple[str, ...] = ()

    @property
    def shared(self) -> tuple[Shared, ...]:
        """Notes that say the same, by region."""
        return self.likeness.shared

    @property
    def apart(self) -> tuple[tuple[Note, ...], ...]:
        """For each map the notes that are like no note of another."""
        return self.likeness.apart

    @property
    def can_be_read(self) -> bool:
        """Whether at least two of the maps hold notes."""
        return sum(bool(each.notes) for each in self.maps) >= LEAST

    def to_html(self) -> str:
        """The comparison as an HTML table that needs no script and no style sheet."""
        words = strings(self.lang)
        return fragment(
            "compare.html",
            title=words["map.compare"],
            words=words,
            people=[
                {
                    "name": name,
                    "face": face_img(each.face, face_in_words(each.face, words), 64),
                    "about": [text for text in (each.role, each.situation) if text.strip()],
                }
                for name, each in zip(self.names, self.maps, strict=True)
            ],
            shared=[(region, cells) for region, *cells in self.shared_rows()],
            apart=list(self._apart()),
        )

    def plain(self) -> str:
        """The same as plain text."""
        words, names = strings(self.lang), self.names
        lines = [words["map.compare"], "", words["map.compare.shared"]]
        for region, *said in self.shared_rows():
            lines.append(f"{region}:")
            lines += [f"- {n}: {text}" for n, text in zip(names, said, strict=True)]
        if not self.shared:
            lines.append(words["map.compare.none"])
        lines += ["", words["map.compare.apart"]]
        for region, cells in self._apart():
            lines.append(f"{region}:")
            lines += [f"- {n}: {said}" for n, own in zip(names, cells, strict=True) for said in own]
        return "\n".join(lines)

    def for_browser(self) -> dict[str, Any]:
        """The same as data, region by region, which the browser draws.

        As long as fewer than two maps hold notes there is nothing to compare, and nobody in it.
        """
        if not self.can_be_read:
            return {"people": [], "regions": []}
        people = [
            {
                "name": name,
                "about": [text for text in (each.role, each.situation) if text.strip()],
                "face": each.face and each.face.model_dump(),
            }
            for name, each in zip(self.names, self.maps, strict=True)
        ]
        regions = [
            {
                "key": region,
                "shared": [
                    [note and _note(note) for note in one.notes]
                    for one in self.shared
                    if one.region == region
                ],
                "apart": [
                    [_note(note) for note in own if note.region == region] for own in self.apart
                ],
            }
            for region in REGIONS
        ]
        return {"people": people, "regions": regions}

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.to_html(), "text/plain": self.plain()}

    @property
    def names(self) -> tuple[str, ...]:
        """The person of each map; one without a name gets a number."""
        unnamed = strings(self.lang)["map.compare.person"]
        numbers = range(1, len(self.maps) + 1)
        titles = self.titles or [unnamed.format(n=number) for number in numbers]
        people = zip(self.maps, titles, strict=True)
        return tuple(each.name.strip() or title for each, title in people)

    def shared_rows(self) -> Iterator[tuple[str, ...]]:
        """A row of a table for everything they share: the region, and how each of them says it."""
        for one in self.shared:
            yield self._region(one.region), *(self._said(note) for note in one.notes)

    def apart_rows(self) -> Iterator[tuple[str, ...]]:
        """A row for each region in which somebody stands apart, with a line for every note there."""
        for region, cells in self._apart():
            yield region, *("\n".join(own) for own in cells)

    def _apart(self) -> Iterator[tuple[str, list[list[str]]]]:
        """Each region in which somebody stands apart, with what every person has there."""
        for region in REGIONS:
            cells = [[self._said(n) for n in own if n.region == region] for own in self.apart]
            if any(cells):
                yield self._region(region), cells

    def _region(self, region: Region) -> str:
        return strings(self.lang)[f"map.region.{region}"]

    def _said(self, note: Note | None) -> str:
        if note is None:
            return "-"
        how = strings(self.lang)[f"map.evidence.{note.evidence}"]
        return f"{note.text} ({SHAPES[note.evidence]} {how})"


def _note(note: Note) -> dict[str, str]:
    fields = {"text", "evidence", "source", "author"}
    return note.model_dump(include=fields)


def compare(*maps: HasAnswer | EmpathyMapAnswer, lang: Lang = "en") -> Comparison:
    """Put the maps of two or three people side by side.

    Two notes in the same region are shared when they say the same, be it in other words.

    Args:
        maps: two or three maps.
        lang: the language of the headings, "en" or "nl".

    Raises:
        CompareError: when there are fewer than two maps, or more than three.

    >>> from empathy_widgets import EmpathyMap
    >>> fatima, aisha = EmpathyMap(name="Fatima"), EmpathyMap(name="Aisha")
    >>> _ = fatima.add("pains", "The walk is long"), aisha.add("pains", "It is a long walk")
    >>> _ = aisha.add("gains", "An hour with the others")
    >>> side_by_side = compare(fatima, aisha)
    >>> len(side_by_side.shared), [len(own) for own in side_by_side.apart]
    (1, [0, 1])
    """
    if not LEAST <= len(maps) <= MOST:
        raise CompareError(len(maps))
    answers = tuple(each if isinstance(each, EmpathyMapAnswer) else each.answer for each in maps)
    return Comparison(answers, compare_maps(answers), lang)


def compared(exercise: Exercise, step: str, answers: Answers, lang: Lang) -> Comparison | None:
    """The maps that a step lays side by side, as they are now; None when it names none.

    Raises:
        UnknownStepError: when the exercise has no such step.
    """
    names = exercise.step(step).compared
    if not names:
        return None
    maps = tuple(EmpathyMapAnswer.read(answers.entries(name)) for name in names)
    titles = tuple(exercise.step(name).title[lang] for name in names)
    return Comparison(maps, compare_maps(maps), lang, titles)
