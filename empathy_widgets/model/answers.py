"""A learner's work: one document, one merge.

Example of the JSON form::

    {"format_version": 1, "document_id": "0f…", "exercise": "well",
     "steps": {"need": {"text": {"clock": [3, "k1"], "rank": "", "deleted": false,
                                 "value": {"text": "Time together"}, "seen": {"k1": 3}, "kept": []}}}}

Entries whose id begins with "~" are notes of the workbook itself: "~checked" (the learner asked
for a check; value {"at": ISO time}) and "~opened.<what>" (a hint, model answer or reveal was opened).
The step "hand-in" holds the entry "learner" (value {"text": name or number}) and, once a file was
made, "~handed-in".
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from empathy_widgets.errors import DifferentDocumentsError
from empathy_widgets.model.entries import Entry, merge_entries
from empathy_widgets.model.language import Frozen, Identifier

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT_VERSION = 1
HAND_IN = "hand-in"
CHECKED = "~checked"
OPENED = "~opened."
HANDED_IN = "~handed-in"

DocumentId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9~._-]+$", max_length=80)]
Entries = dict[EntryId, Entry]
StepEntries = Annotated[Entries, Field(max_length=2_000)]


class Answers(Frozen):
    """Everything one learner answered in one workbook.

    Attributes:
        format_version: of this JSON form.
        document_id: 32 hexadecimal digits, random, made with the first edit; copies share it.
        exercise: the id of the exercise.
        steps: per step id the entries of that step, by entry id.
    """

    format_version: Literal[1] = 1
    document_id: DocumentId
    exercise: Identifier
    steps: Annotated[dict[Identifier, StepEntries], Field(max_length=100)] = Field(
        default_factory=dict
    )

    @classmethod
    def new(cls, exercise: str) -> Answers:
        """An empty document with an id of its own.

        >>> len(Answers.new("well").document_id)
        32
        """
        return cls(document_id=secrets.token_hex(16), exercise=exercise)

    def entries(self, step: str) -> Entries:
        """The entries of one step; empty when nothing was answered there."""
        return self.steps.get(step, {})

    @property
    def learner(self) -> str:
        """The name or number given at hand-in, or an empty string."""
        return text_of(self.entries(HAND_IN), "learner")

    @property
    def is_empty(self) -> bool:
        """True when no entry was ever made."""
        return not any(self.steps.values())

    def with_entries(self, step: str, entries: Mapping[str, Entry]) -> Answers:
        """The same document with some entries of one step merged in."""
        joined = merge_steps(self.entries(step), entries)
        return self.model_copy(update={"steps": {**self.steps, step: joined}})


def merge(a: Answers, b: Answers) -> Answers:
    """Join two copies of one document: commutative, associative, idempotent.

    Raises:
        DifferentDocumentsError: when they are not copies of one document.
    """
    if (a.document_id, a.exercise) != (b.document_id, b.exercise):
        raise DifferentDocumentsError(a.document_id, b.document_id)
    steps = {
        step: merge_steps(a.entries(step), b.entries(step)) for step in sorted({*a.steps, *b.steps})
    }
    return a.model_copy(update={"steps": steps})


def merge_steps(a: Mapping[str, Entry], b: Mapping[str, Entry]) -> Entries:
    """Join the entries of one step, entry by entry."""
    return {
        name: merge_entries(a[name], b[name])
        if name in a and name in b
        else (a.get(name) or b[name])
        for name in sorted({*a, *b})
    }


def readable_entries(found: object) -> Entries:
    """Those entries of a message that can be read; one that cannot does not cost the others.

    >>> readable_entries({"bad": {"clock": "?"}})
    {}
    """
    read = _adapter().validate_python
    try:
        return read(found or {})
    except ValidationError:
        entries: Entries = {}
        for name, entry in found.items() if isinstance(found, dict) else ():
            with suppress(ValidationError):
                entries |= read({name: entry})
        return entries


@cache
def _adapter() -> TypeAdapter[Entries]:
    return TypeAdapter(Entries)


def live(entries: Mapping[str, Entry]) -> list[tuple[str, Entry]]:
    """The learner's own entries that are not deleted, in the order in which they stand."""
    shown = [
        (name, entry)
        for name, entry in entries.items()
        if not entry.deleted and not name.startswith("~")
    ]
    return sorted(shown, key=lambda item: (item[1].rank, item[0]))


def text_of(entries: Mapping[str, Entry], name: str, field: str = "text") -> str:
    """One text field of one entry, or an empty string."""
    entry = entries.get(name)
    found = entry.value.get(field) if entry and not entry.deleted else None
    return found if isinstance(found, str) else ""
