"""What changed between two maps of one person, note by note.

The same rules live in `js/src/empathy_map/changes.ts`; `tests/model/diff_vectors.json` holds both to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from empathy_widgets.model.language import Frozen

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note

Kind = Literal["confirmed", "changed", "guess", "new", "dropped"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which a diff is shown."""


class Change(Frozen):
    """What became of one note.

    Attributes:
        kind: "confirmed" (the same words, no longer assumed), "changed" (other words),
            "guess" (the same words, still assumed), "new" or "dropped".
        note: the id of the note.
        before: its text on the first map; empty for a new note.
        after: its text on the second map; empty for a dropped note.
    """

    kind: Kind
    note: str
    before: str = ""
    after: str = ""


def diff_maps(before: EmpathyMapAnswer, after: EmpathyMapAnswer) -> tuple[Change, ...]:
    """Compare two versions of one map; notes belong together when they have the same id.

    A note that was known before and still says the same is no change and is left out.

    Args:
        before: the first map, mostly guesses.
        after: the second, after asking.

    Returns:
        The changes by kind, in the order of `KINDS`; within a kind as they stand on the map.

    >>> from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
    >>> guess = Note(id="n-1", text="Proud", region="think_feel")
    >>> told = guess.model_copy(update={"evidence": "told"})
    >>> diff_maps(EmpathyMapAnswer(notes=(guess,)), EmpathyMapAnswer(notes=(told,)))[0].kind
    'confirmed'
    """
    old = {note.id: note for note in before.notes}
    new = {note.id for note in after.notes}
    changes = [change for note in after.notes if (change := _change(old.get(note.id), note))]
    changes += [
        Change(kind="dropped", note=note.id, before=note.text)
        for note in before.notes
        if note.id not in new
    ]
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))


def _change(old: Note | None, note: Note) -> Change | None:
    if old is None:
        return Change(kind="new", note=note.id, after=note.text)
    if old.text.split() != note.text.split():
        return Change(kind="changed", note=note.id, before=old.text, after=note.text)
    if note.evidence == "assumed":
        return Change(kind="guess", note=note.id, before=old.text, after=note.text)
    if old.evidence == "assumed":
        return Change(kind="confirmed", note=note.id, before=old.text, after=note.text)
    return None
