"""The smallest piece of an answer, and how two copies of it become one.

An entry is a card, a note, a text: whatever a learner changes in one go. Each change is a
*version* with a clock `[counter, client]`; an entry also remembers which versions it has `seen`.
Two versions of which neither knew the other are *rivals*: the later one is shown, the other is
`kept` beside it until the learner lets go of it. So nothing that was typed is ever lost, and the
order in which copies meet does not matter.

The same rules live in `js/src/shared/entries.ts`; `tests/model/merge_vectors.json` holds both to them.
This is a multi-value register with version vectors (Preguiça et al., "Dotted version vectors", 2012).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints, model_validator

from empathy_widgets.model.language import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

MAX_TEXT = 100_000
"""The longest text, in characters, that one field may hold."""

MAX_COUNTER = 2**53 - 1
"""The largest counter; beyond it JavaScript no longer counts exactly."""

ShortText = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Value = dict[
    Annotated[str, StringConstraints(max_length=60)],
    ShortText | bool | int | float | Annotated[list[ShortText], Field(max_length=200)] | None,
]
Client = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Counter = Annotated[int, Field(ge=1, le=MAX_COUNTER)]
Clock = tuple[Counter, Client]
Rank = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]*$", max_length=1_000)]


class Version(Frozen):
    """What an entry was at one moment: its clock, its place among others and its value."""

    clock: Clock
    rank: Rank = ""
    deleted: bool = False
    value: Value = Field(default_factory=dict)


class Entry(Version):
    """One entry: the version to show, the versions it has seen, and the rivals kept beside it.

    Attributes:
        seen: for each client the highest counter that this entry knows of.
        kept: versions that were written at the same time by somebody else, latest first.
    """

    seen: dict[Client, Counter] = Field(max_length=500)
    kept: tuple[Version, ...] = Field(default=(), max_length=100)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Read any entry into its one canonical form, so that merging twice changes nothing."""
        ordered = _entry(_versions(self), self.seen)
        if ordered is not None and _form(ordered) != _form(self):
            for name in ("clock", "rank", "deleted", "value", "seen", "kept"):
                object.__setattr__(self, name, getattr(ordered, name))
        return self

    @property
    def rivals(self) -> tuple[Version, ...]:
        """The kept versions that say something else than the one shown."""
        return tuple(
            version for version in self.kept if not version.deleted and version.value != self.value
        )


def edit(
    entry: Entry | None,
    *,
    client: str,
    value: Value | None = None,
    rank: str | None = None,
    deleted: bool = False,
    replaces: Clock | None = None,
) -> Entry:
    """A new version of an entry, written by one client; rivals stay beside it.

    Args:
        entry: the entry as this client knows it, or None to make one.
        client: who writes (a random name per open page or kernel).
        value: the new value; None keeps the old one.
        rank: the new place; None keeps the old one.
        deleted: True to delete; this lets go of the rivals too.
        replaces: the clock of the version that was on the screen while typing; by default the
            version that is shown. When that version is gone, because somebody else wrote over
            it meanwhile, what they wrote was never seen here and stays as a rival.

    >>> first = edit(None, client="a", value={"text": "She walks"})
    >>> edit(first, client="b", value={"text": "She walks an hour"}).clock
    (2, 'b')
    """
    known = _versions(entry) if entry else []
    seen = dict(entry.seen) if entry else {}
    counter = max(seen.values(), default=0) + 1
    old = next((v for v in known if v.clock == replaces), None) if replaces else entry
    base = old or entry
    version = Version(
        clock=(counter, client),
        rank=rank if rank is not None else (base.rank if base else ""),
        deleted=deleted,
        value=value if value is not None else (base.value if base else {}),
    )
    others = [] if deleted else [v for v in known if old is None or v.clock != old.clock]
    merged = _entry([version, *others], {**seen, client: counter})
    assert merged is not None
    return merged


def let_go(entry: Entry, clock: Clock, *, client: str) -> Entry:
    """The entry without one of the rivals kept beside it.

    The version that is shown is written anew, so that every copy learns of it.
    """
    fresh = edit(entry, client=client)
    left = [version for version in _versions(fresh) if version.clock != clock]
    return _entry(left, fresh.seen) or fresh


def merge_entries(a: Entry, b: Entry) -> Entry:
    """Join two copies of one entry; the order and the number of times do not matter."""
    mine = {version.clock: version for version in _versions(a)}
    theirs = {version.clock: version for version in _versions(b)}
    alive = [
        max(version, theirs[clock], key=_form) if clock in theirs else version
        for clock, version in mine.items()
        if clock in theirs or not _has_seen(b, clock)
    ]
    alive += [
        version
        for clock, version in theirs.items()
        if clock not in mine and not _has_seen(a, clock)
    ]
    seen = {
        client: max(a.seen.get(client, 0), b.seen.get(client, 0)) for client in {*a.seen, *b.seen}
    }
    return _entry(alive or [*mine.values(), *theirs.values()], seen) or a


def _versions(entry: Entry) -> list[Version]:
    shown = Version(clock=entry.clock, rank=entry.rank, deleted=entry.deleted, value=entry.value)
    return [shown, *entry.kept]


def _has_seen(entry: Entry, clock: Clock) -> bool:
    counter, client = clock
    return entry.seen.get(client, 0) >= counter


def _entry(versions: Iterable[Version], seen: dict[str, int]) -> Entry | None:
    """The canonical entry of some versions: a text outlives a deletion that did not know of it."""
    unique: dict[Clock, Version] = {}
    for version in versions:
        other = unique.get(version.clock)
        unique[version.clock] = version if other is None else max(version, other, key=_form)
    if not unique:
        return None
    shown, *rest = sorted(unique.values(), key=lambda v: (not v.deleted, v.clock), reverse=True)
    all_seen = dict(seen)
    for counter, client in unique:
        all_seen[client] = max(counter, all_seen.get(client, 0))
    return Entry.model_construct(
        clock=shown.clock,
        rank=shown.rank,
        deleted=shown.deleted,
        value=shown.value,
        seen=dict(sorted(all_seen.items())),
        kept=tuple(sorted(rest, key=lambda v: v.clock, reverse=True)),
    )


def _form(version: Version) -> str:
    """One spelling of a version, to compare two that claim the same clock."""
    return json.dumps(version.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
