"""What a free-text answer is judged on: an item, its criteria, and the signs an author gives of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from empathy_widgets.model.language import Filled, Frozen, Lang, Text

CriterionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]

Form = Literal[
    "job_story",
    "open_questions",
    "not_leading",
    "open_question",
    "one_thought",
    "concrete",
    "their_life",
]
"""A shape of language that can be read off the sentence itself, whatever the subject."""


class Phrases(Frozen):
    """Ways of saying something, per language; a phrase may stand in one language only.

    >>> Phrases(en=("being together",))["nl"]
    ()
    """

    en: tuple[Filled, ...] = ()
    nl: tuple[Filled, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.nl if lang == "nl" else self.en

    @property
    def all(self) -> tuple[str, ...]:
        """The phrases of both languages."""
        return self.en + self.nl


class Examples(Frozen):
    """Whole answers that meet a criterion, and answers that come near but do not."""

    met: Phrases = Phrases()
    not_met: Phrases = Phrases()


class Criterion(Frozen):
    """One thing an answer must say, as an author writes it.

    `signs` are ways of saying it, `contradicts` ways of saying the opposite. `by_absence` marks a
    criterion that any genuine attempt meets unless it does the thing (no pressure, no features).
    `form` names the shape of language the criterion asks for, where it asks for one.
    """

    id: CriterionId
    title: Text
    definition: Text
    hint: Text
    points: int = Field(default=1, ge=0)
    signs: Phrases = Phrases()
    contradicts: Phrases = Phrases()
    examples: Examples = Examples()
    by_absence: bool = False
    form: Form | None = None


class RubricItem(Frozen):
    """One free-text task: its prompt, the story it belongs to and the criteria of a good answer.

    >>> contact = Criterion(
    ...     id="contact",
    ...     title=Text(en="Contact", nl="Contact"),
    ...     definition=Text(en="The walk gave contact.", nl="De wandeling gaf contact."),
    ...     hint=Text(en="What did they do on the way?", nl="Wat deden ze onderweg?"),
    ... )
    >>> question = Text(en="What did the walk give?", nl="Wat gaf de wandeling?")
    >>> RubricItem(name="well.need", prompt=question, points=1, criteria=(contact,)).criterion("contact").points
    1
    """

    name: str = ""
    """`<exercise>.<step>`, set when the rubric is read: a rubric does not repeat its own folder."""
    prompt: Text
    points: int = Field(ge=0)
    parts: int = Field(default=1, ge=1, le=20)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    facts: Text | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> RubricItem:
        names = [criterion.id for criterion in self.criteria]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            message = f"criterion {', '.join(twice)} stands here twice; give each its own id"
            raise ValueError(message)
        total = sum(criterion.points for criterion in self.criteria)
        if total != self.points:
            message = f"the criteria are worth {total} points together, the item says {self.points}"
            raise ValueError(message)
        return self

    def criterion(self, name: str) -> Criterion:
        """The criterion of that id; raises `KeyError` when the item has none."""
        for criterion in self.criteria:
            if criterion.id == name:
                return criterion
        raise KeyError(name)


class Rubric(Frozen):
    """A whole `rubric.yaml`: the story in short, and an item for each free-text step by its id."""

    facts: Text | None = None
    items: dict[str, RubricItem] = Field(min_length=1)
