"""`persona_sheet`: one person who stands for a target group, on one page.

The themes follow "Doelgroep naar klantpersona in 8 stappen" (design, test and adjust a persona).

What an entry holds, by its id (`PersonaSheetAnswer.entries` shows the same in code):

| entry | value |
| --- | --- |
| `name` `quote` `who` `group` | `{text}`; `group` is the target group that the persona stands for |
| `face` | the parts of the drawn face, as on an empathy map |
| `photo-1` … `photo-3` | `{data}`: a JPEG in base64, made by `workbook/photos.py`; written once, never edited |
| `photo-1.alt` … | `{text}`: what is on the photo; apart, so that typing it does not send the photo again |
| `theme.<theme>` | `{text, source, evidence, notes}`; `notes` are the ids of map notes it was taken from |
| `demographics.<fact>` | `{text}` |
| `slider-<random>` | `{low, high, value}`: the labelled ends, and a place from 0 (low) to 100 (high); ranked |
| `review-<random>` | `{reviewer, group, <question>: text, …}`: one reviewer and the nine questions; ranked |
| `version-<random>` | `{version, date, changed, texts}`; `texts` is the sheet at that time (`persona_diff`); ranked |
| `journey-<random>` | `{touchpoint, does, thinks, feels, gap, quick_win}`; ranked |

A photo travels as a message of its own, because the kernel prepares it (docs/protocol.md); the browser
never writes `data`.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, TypeVar, get_args

from pydantic import Field

from empathy_widgets.model.answers import live, text_of
from empathy_widgets.model.empathy_map import EVIDENCE, FACE, Evidence, Face, face_of
from empathy_widgets.model.entries import edit
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.entries import Entry, Value

Row = TypeVar("Row")

Theme = Literal[
    "day", "goals", "fears", "dreams", "drives", "hobbies", "media", "buying", "attitude", "jobs"
]
THEMES: tuple[Theme, ...] = get_args(Theme)
"""In the order in which they stand on the sheet."""

Demographic = Literal["age", "household", "home", "education", "work", "income"]
DEMOGRAPHICS: tuple[Demographic, ...] = get_args(Demographic)

Group = Literal["staff", "supplier", "customer"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""Who tests a persona: people of three kinds, each of whom sees something else."""

Question = Literal[
    "know", "ours", "correct", "missing", "database", "they_want", "we_want", "reach", "change"
]
QUESTIONS: tuple[Question, ...] = get_args(Question)
"""The nine questions of the test."""

LINES = ("name", "quote", "who", "group")
PHOTOS = ("photo-1", "photo-2", "photo-3")
ALT = ".alt"
THEME = "theme."
DEMOGRAPHIC = "demographics."
SLIDER = "slider-"
REVIEW = "review-"
VERSION = "version-"
STOP = "journey-"

_JPEG = re.compile(r"/9j/[A-Za-z0-9+/]*={0,2}")
"""How every JPEG begins, in base64."""


class Photo(Frozen):
    """A photo of the persona: a JPEG in base64, and what is on it in words."""

    data: Annotated[str, Field(pattern=f"^{_JPEG.pattern}$")]
    alt: str = ""


class ThemeText(Frozen):
    """What is known about one theme, how, and from whom.

    Attributes:
        text: what is known.
        source: who said it, or where it was seen.
        evidence: how it is known; that of the best-known note when it was taken from a map.
        notes: the ids of the map notes it was taken from.
    """

    text: str
    source: str = ""
    evidence: Evidence = "assumed"
    notes: tuple[str, ...] = ()


class Slider(Frozen):
    """A place between two labelled ends, from 0 (low) to 100 (high)."""

    id: str
    low: str
    high: str
    value: Annotated[int, Field(ge=0, le=100)] = 50


class Review(Frozen):
    """What one reviewer answered to the nine questions."""

    id: str
    group: Group
    reviewer: str = ""
    answers: dict[Question, str] = Field(default_factory=dict)


class SheetVersion(Frozen):
    """A version of the sheet: which, when and what changed.

    `texts` is the sheet at that time, as `persona_diff.snapshot` makes it; "" when it was not kept.
    """

    id: str
    version: str
    date: str = ""
    changed: str = ""
    texts: str = ""


class JourneyStop(Frozen):
    """One touchpoint of the customer journey, seen by the persona."""

    id: str
    touchpoint: str
    does: str = ""
    thinks: str = ""
    feels: str = ""
    gap: str = ""
    quick_win: str = ""


JOURNEY = ("touchpoint", "does", "thinks", "feels", "gap", "quick_win")
"""The columns of the journey, from left to right."""


class PersonaRules(Frozen):
    """What the exercise asks of a sheet."""

    themes: tuple[Theme, ...] = ("day", "goals", "fears", "dreams")
    sources: Annotated[int, Field(ge=0, le=10)] = 1
    """On how many themes at least a source is named, and more than an assumption."""
    tested: bool = False
    """Whether at least one person of each of the three groups has answered questions."""
    versions: Annotated[int, Field(ge=0, le=20)] = 0
    """How many versions are recorded at least."""


class PersonaSheetStep(Step):
    """A step with a persona sheet; `from_map` names an earlier map to take notes over from."""

    kind: Literal["persona_sheet"]
    prompt: Text
    group: Text | None = None
    """The target group; None lets the learner write one."""
    from_map: Identifier | None = None
    rules: PersonaRules = PersonaRules()


class PersonaSheetAnswer(Answer):
    """The whole sheet."""

    kind: ClassVar[str] = "persona_sheet"
    name: str = ""
    quote: str = ""
    who: str = ""
    group: str = ""
    face: Face | None = None
    photos: Annotated[tuple[Photo, ...], Field(max_length=3)] = ()
    themes: dict[Theme, ThemeText] = Field(default_factory=dict)
    sliders: tuple[Slider, ...] = ()
    demographics: dict[Demographic, str] = Field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    versions: tuple[SheetVersion, ...] = ()
    journey: tuple[JourneyStop, ...] = ()

    @classmethod
    def read(cls, entries: Entries) -> Self:
        shown = live(entries)
        return cls(
            **{line: text_of(entries, line) for line in LINES},
            face=face_of(entries),
            photos=tuple(photo for slot in PHOTOS if (photo := _photo(entries, slot))),
            themes={theme: found for theme in THEMES if (found := _theme(entries, theme))},
            demographics={
                fact: text
                for fact in DEMOGRAPHICS
                if (text := text_of(entries, DEMOGRAPHIC + fact)).strip()
            },
            sliders=_each(shown, SLIDER, _slider),
            reviews=_each(shown, REVIEW, _review),
            versions=_each(shown, VERSION, _version),
            journey=_each(shown, STOP, _stop),
        )

    def entries(self, client: str = "example") -> Entries:
        values: dict[str, Value] = {
            line: {"text": text} for line in LINES if (text := getattr(self, line))
        }
        if self.face:
            values[FACE] = dict(self.face.model_dump())
        for slot, photo in zip(PHOTOS, self.photos, strict=False):
            values[slot] = {"data": photo.data}
            if photo.alt:
                values[slot + ALT] = {"text": photo.alt}
        values |= {THEME + name: _value(theme) for name, theme in self.themes.items()}
        values |= {DEMOGRAPHIC + fact: {"text": text} for fact, text in self.demographics.items()}
        made = {name: edit(None, client=client, value=value) for name, value in values.items()}
        for rows in (self.sliders, self.reviews, self.versions, self.journey):
            rank = ""
            for row in rows:
                rank = rank_between(rank, "")
                made[row.id] = edit(None, client=client, value=_value(row), rank=rank)
        return made

    @property
    def is_empty(self) -> bool:
        return self.face is None and not any(
            getattr(self, field) for field in type(self).model_fields if field != FACE
        )

    @property
    def assumed(self) -> tuple[Theme, ...]:
        """The themes that are filled but rest on assumptions only."""
        return tuple(name for name, theme in self.themes.items() if theme.evidence == "assumed")


def _value(part: Frozen) -> Value:
    """The value of an entry; the answers of a review stand beside its other fields."""
    fields = part.model_dump(mode="json", exclude={"id"})
    answers: Value = fields.pop("answers", {})
    return {**fields, **answers}


def _each(
    shown: Iterable[tuple[str, Entry]], prefix: str, read: Callable[[str, Value], Row | None]
) -> tuple[Row, ...]:
    """The rows of one table that hold anything, in their order."""
    rows = (read(name, entry.value) for name, entry in shown if name.startswith(prefix))
    return tuple(row for row in rows if row is not None)


def _photo(entries: Entries, slot: str) -> Photo | None:
    data = text_of(entries, slot, "data")
    return Photo(data=data, alt=text_of(entries, slot + ALT)) if _JPEG.fullmatch(data) else None


def _theme(entries: Entries, theme: Theme) -> ThemeText | None:
    entry = entries.get(THEME + theme)
    if entry is None or entry.deleted or not _text(entry.value, "text").strip():
        return None
    evidence, notes = entry.value.get("evidence"), entry.value.get("notes")
    return ThemeText(
        text=_text(entry.value, "text"),
        source=_text(entry.value, "source"),
        evidence=evidence if evidence in EVIDENCE else "assumed",
        notes=tuple(notes) if isinstance(notes, list) else (),
    )


def _slider(name: str, value: Value) -> Slider | None:
    low, high, place = _text(value, "low"), _text(value, "high"), value.get("value")
    if not low.strip() and not high.strip():
        return None
    known = isinstance(place, int | float) and not isinstance(place, bool) and isfinite(place)
    chosen = float(str(place)) if known else 50
    return Slider(id=name, low=low, high=high, value=min(100, max(0, round(chosen))))


def _review(name: str, value: Value) -> Review | None:
    group = value.get("group")
    answers = {asked: said for asked in QUESTIONS if (said := _text(value, asked)).strip()}
    reviewer = _text(value, "reviewer")
    if group not in GROUPS or not (answers or reviewer.strip()):
        return None
    return Review(id=name, group=group, reviewer=reviewer, answers=answers)


def _version(name: str, value: Value) -> SheetVersion | None:
    said = {field: _text(value, field) for field in ("version", "date", "changed", "texts")}
    told = said["version"].strip() or said["changed"].strip()
    return SheetVersion(id=name, **said) if told else None


def _stop(name: str, value: Value) -> JourneyStop | None:
    said = {column: _text(value, column) for column in JOURNEY}
    return JourneyStop(id=name, **said) if any(text.strip() for text in said.values()) else None


def _text(value: Value, field: str) -> str:
    found = value.get(field)
    return found if isinstance(found, str) else ""
