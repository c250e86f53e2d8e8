"""The versions of a persona sheet: what it said then, and what changed since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, get_args

from empathy_widgets.model.entries import MAX_TEXT
from empathy_widgets.model.language import Frozen
from empathy_widgets.model.persona_sheet import DEMOGRAPHIC, LINES, THEME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.persona_sheet import PersonaSheetAnswer

Kind = Literal["changed", "new", "dropped"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which changes are shown."""


class FieldChange(Frozen):
    """What became of one field, named by its entry id, such as "theme.day"."""

    kind: Kind
    field: str
    before: str = ""
    after: str = ""


def texts_of(answer: PersonaSheetAnswer) -> dict[str, str]:
    """What the sheet says about the person, by entry id; photos, tests and versions are left out.

    >>> from empathy_widgets.model.persona_sheet import PersonaSheetAnswer
    >>> texts_of(PersonaSheetAnswer(name="Joost", demographics={"age": "41"}))
    {'name': 'Joost', 'demographics.age': '41'}
    """
    lines = {line: getattr(answer, line) for line in LINES}
    themes = {THEME + name: theme.text for name, theme in answer.themes.items()}
    sliders = {s.id: f"{s.low} | {s.high}: {s.value}" for s in answer.sliders}
    facts = {DEMOGRAPHIC + fact: text for fact, text in answer.demographics.items()}
    every = {**lines, **themes, **sliders, **facts}
    return {field: text for field, text in every.items() if text.strip()}


def snapshot(answer: PersonaSheetAnswer) -> str:
    """The sheet as it is now, to keep with a version of it; "" when it is too long to keep."""
    kept = json.dumps(texts_of(answer), ensure_ascii=False)
    return kept if len(kept) <= MAX_TEXT else ""


def texts_at(kept: str) -> dict[str, str]:
    """What a snapshot holds; nothing when it cannot be read."""
    try:
        found = json.loads(kept)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {field: text for field, text in found.items() if isinstance(text, str)}


def diff_personas(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Compare what two versions of a sheet say; spaces make no difference.

    Args:
        before: the texts of the earlier version (`texts_at` or `texts_of`).
        after: those of the later one.

    Returns:
        The changes by kind, in the order of `KINDS`; within a kind as they stand on the sheet.

    >>> [change.kind for change in diff_personas({"name": "Jo"}, {"name": "Joost", "who": "buyer"})]
    ['changed', 'new']
    """
    changes = []
    for field in dict.fromkeys([*after, *before]):
        old, new = before.get(field, ""), after.get(field, "")
        if old.split() == new.split():
            continue
        kind: Kind = "changed" if old and new else "new" if new else "dropped"
        changes.append(FieldChange(kind=kind, field=field, before=old, after=new))
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))
