"""Our own mark in a notebook's metadata, read with plain JSON.

`metadata.empathy_widgets` is `{format_version, exercise, lang, content, notebook, answers, hand_in}`:
`answers` is the document (mirrored there by the browser with every edit), `notebook` the file name
under which it was last worked on, `hand_in` the stamp of a hand-in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from empathy_widgets.model.answers import Answers

if TYPE_CHECKING:
    from pathlib import Path

MARK = "empathy_widgets"
RESULT_MIME = "application/vnd.empathy-widgets.result+json"
"""Under this MIME type a notebook with answers carries what the checks said, as data."""

MAX_BYTES = 50_000_000
"""A notebook larger than this is not looked into."""


@dataclass(frozen=True)
class Mark:
    """What a notebook says of itself."""

    exercise: str
    notebook: str
    answers: Answers | None
    is_hand_in: bool


def read_mark(path: Path) -> Mark | None:
    """Our mark in a notebook on disk; None when it has none or cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        notebook = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return mark_of(notebook)


def mark_of(notebook: Any) -> Mark | None:  # noqa: ANN401 - untrusted JSON can be anything
    """Our mark in a notebook's JSON; whatever is not as it should be is left out."""
    metadata = notebook.get("metadata") if isinstance(notebook, dict) else None
    mark = metadata.get(MARK) if isinstance(metadata, dict) else None
    if not isinstance(mark, dict):
        return None
    return Mark(
        exercise=_text(mark.get("exercise")),
        notebook=_text(mark.get("notebook")),
        answers=_answers(mark.get("answers")),
        is_hand_in=isinstance(mark.get("hand_in"), dict),
    )


def _answers(found: object) -> Answers | None:
    try:
        return Answers.model_validate(found)
    except ValidationError:
        return None


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""
