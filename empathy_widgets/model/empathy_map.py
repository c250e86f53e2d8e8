"""`empathy_map`: a person, a question, and notes in six regions.

Region keys and their numbers follow the older six-region map in *Business Model Generation*
(Osterwalder & Pigneur, 2010, p. 131), after XPLANE / Dave Gray; the prompts are our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, get_args

from pydantic import Field

from empathy_widgets.model.answers import live, text_of
from empathy_widgets.model.entries import edit
from empathy_widgets.model.language import Frozen, Identifier, Text
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.model.step import Answer, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.entries import Value

Region = Literal["see", "hear", "think_feel", "say_do", "pains", "gains"]
REGIONS: tuple[Region, ...] = get_args(Region)
"""In the order of the six questions: the number of a region is its place here, from 1."""

Evidence = Literal["observed", "told", "inferred", "assumed"]
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)

Tag = Literal["", "say", "do"]
TAGS: tuple[Tag, ...] = get_args(Tag)

PERSON_FIELDS = ("name", "role", "situation")
QUESTION = "question"
GOAL = "goal"
FACE = "face"
FACT = "fact."
FACTS = (
    "age",
    "gender",
    "household",
    "address",
    "education",
    "occupation",
    "position",
    "experience",
    "income",
)
"""The routine facts of a person, all optional; with the name they are ten."""
NOTE = "n-"
THEME = "t-"
NEED = "need-"
INSIGHT = "insight-"
COMMENT = "c-"


class Face(Frozen):
    """A drawn face, chosen part by part."""

    hair: Literal["none", "short", "curly", "long", "bun", "scarf"] = "short"
    hair_colour: Literal["black", "brown", "red", "blond", "grey"] = "brown"
    skin: Literal["1", "2", "3", "4", "5", "6"] = "3"
    beard: Literal["none", "stubble", "moustache", "full"] = "none"
    glasses: Literal["none", "round", "square"] = "none"
    expression: Literal["smile", "calm", "worried", "surprised"] = "calm"


class Note(Frozen):
    """One thought, where it stands, and how we know it."""

    id: str
    text: str
    region: Region
    evidence: Evidence = "assumed"
    source: str = ""
    author: str = ""
    tag: Tag = ""
    """Whether it is said or done; shown where says and does are two regions."""
    theme: str = ""
    """The id of its theme."""


class Item(Frozen):
    """One thing beside the notes: the name of a theme, a need, an insight."""

    id: str
    text: str


class Comment(Item):
    """What a reviewer says or asks.

    Attributes:
        about: the id of a note or the key of a region; "" for the whole map.
        author: who says it.
        resolved: whether it is dealt with.
    """

    about: str = ""
    author: str = ""
    resolved: bool = False


class MapRules(Frozen):
    """What the exercise asks of a map."""

    notes_per_region: Annotated[int, Field(ge=0, le=20)] = 1
    not_assumed: Annotated[int, Field(ge=0, le=100)] = 0
    """How many notes at least must rest on more than an assumption."""
    own_words: tuple[Text, ...] = ()
    """Words of our own product or plan; a note should be about the person instead."""


class EmpathyMapStep(Step):
    """A step with an empathy map; `follows` names an earlier map of the same person to revise."""

    kind: Literal["empathy_map"]
    prompt: Text
    question: Text | None = None
    """The question the map is about; None lets the learner write one."""
    person: Text | None = None
    """Who the map is about, such as "one of the women of the village"; used by the checks."""
    follows: Identifier | None = None
    rules: MapRules = MapRules()

    @property
    def compared(self) -> tuple[str, ...]:
        return (*self.compare, self.id) if self.compare else ()


class EmpathyMapAnswer(Answer):
    """The whole map."""

    kind: ClassVar[str] = "empathy_map"
    name: str = ""
    role: str = ""
    situation: str = ""
    question: str = ""
    goal: str = ""
    """What the person needs to do."""
    facts: dict[str, str] = Field(default_factory=dict)
    """Routine facts, by a key of `FACTS`."""
    face: Face | None = None
    notes: tuple[Note, ...] = ()
    themes: tuple[Item, ...] = ()
    needs: tuple[Item, ...] = ()
    insights: tuple[Item, ...] = ()
    comments: tuple[Comment, ...] = ()

    @classmethod
    def read(cls, entries: Entries) -> Self:
        return cls(
            name=text_of(entries, "name"),
            role=text_of(entries, "role"),
            situation=text_of(entries, "situation"),
            question=text_of(entries, QUESTION),
            goal=text_of(entries, GOAL),
            facts={key: said for key in FACTS if (said := text_of(entries, FACT + key))},
            face=face_of(entries),
            notes=tuple(
                note
                for name, entry in live(entries)
                if name.startswith(NOTE) and (note := _note(name, entry.value))
            ),
            themes=_items(entries, THEME),
            needs=_items(entries, NEED),
            insights=_items(entries, INSIGHT),
            comments=_comments(entries),
        )

    def entries(self, client: str = "example") -> Entries:
        made: Entries = {}
        texts = {field: getattr(self, field) for field in (*PERSON_FIELDS, QUESTION, GOAL)}
        texts |= {FACT + key: said for key, said in self.facts.items()}
        for field, text in texts.items():
            if text:
                made[field] = edit(None, client=client, value={"text": text})
        if self.face:
            made[FACE] = edit(None, client=client, value=dict(self.face.model_dump()))
        rank = ""
        ranked: tuple[Note | Item, ...] = (
            *self.notes,
            *self.themes,
            *self.needs,
            *self.insights,
            *self.comments,
        )
        for item in ranked:
            rank = rank_between(rank, "")
            value: Value = dict(item.model_dump(exclude={"id"}))
            made[item.id] = edit(None, client=client, value=value, rank=rank)
        return made

    @property
    def is_empty(self) -> bool:
        texts = (self.name, self.role, self.situation, self.question, self.goal)
        beside = (self.facts, self.themes, self.needs, self.insights, self.comments)
        return not (self.notes or any(texts) or any(beside))

    def in_region(self, region: Region) -> tuple[Note, ...]:
        """The notes of one region, in their order."""
        return tuple(note for note in self.notes if note.region == region)


def _note(name: str, value: Value) -> Note | None:
    """The note that an entry holds; None when it is blank or in no region we know."""
    text, region = value.get("text"), value.get("region")
    evidence, tag = value.get("evidence"), value.get("tag")
    if not isinstance(text, str) or not text.strip() or region not in REGIONS:
        return None
    return Note(
        id=name,
        text=text,
        region=region,
        evidence=evidence if evidence in EVIDENCE else "assumed",
        source=_text(value, "source"),
        author=_text(value, "author"),
        tag=tag if tag in TAGS else "",
        theme=_text(value, "theme"),
    )


def _items(entries: Entries, prefix: str) -> tuple[Item, ...]:
    return tuple(Item(id=name, text=text) for name, text, _ in _written(entries, prefix))


def _comments(entries: Entries) -> tuple[Comment, ...]:
    return tuple(
        Comment(
            id=name,
            text=text,
            about=_text(value, "about"),
            author=_text(value, "author"),
            resolved=value.get("resolved") is True,
        )
        for name, text, value in _written(entries, COMMENT)
    )


def _written(entries: Entries, prefix: str) -> Iterator[tuple[str, str, Value]]:
    """Id, text and value of every entry of a kind that is not blank, in their order."""
    for name, entry in live(entries):
        if name.startswith(prefix) and (text := _text(entry.value, "text")).strip():
            yield name, text, entry.value


def _text(value: Value, field: str) -> str:
    found = value.get(field)
    return found if isinstance(found, str) else ""


def face_of(entries: Entries) -> Face | None:
    """The drawn face that some entries hold; a part that is not known is drawn as usual."""
    entry = entries.get(FACE)
    if entry is None or entry.deleted:
        return None
    known = {
        name: entry.value[name]
        for name, field in Face.model_fields.items()
        if entry.value.get(name) in get_args(field.annotation)
    }
    return Face.model_validate(known)
