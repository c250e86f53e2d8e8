"""`empathy judge`: decides a file of free-text answers, one JSON object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from empathy_widgets.content.rubrics import find_rubric_item
from empathy_widgets.errors import EmpathyError
from empathy_widgets.model.language import LANGUAGES
from empathy_widgets.scoring.judging import judge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from empathy_widgets.scoring.judging import Decision

_LONGEST_LINE = 1_000_000


class _BadLineError(ValueError):
    """A line that cannot be judged; its message says what to mend."""


def judge_file(path: Path, output: TextIO, errors: TextIO) -> int:
    """Reads answers from `path`, writes one line of decisions for each to `output`, in their order.

    A line holds `id`, `item`, `lang` and `text` (a string or a list of strings), and for a note also
    `region` and `person`. Lines that cannot be judged are named on `errors` and skipped.

    Returns:
        0 when every line was judged, 1 when some were skipped, 2 when the file cannot be read.
    """
    skipped = 0
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    output.write(_judged(line) + "\n")
                except (_BadLineError, EmpathyError) as error:
                    skipped += 1
                    errors.write(f"{path}:{number}: {error}\n")
    except OSError as error:
        errors.write(f"{path} cannot be read ({error.strerror}); check its name and try again.\n")
        return 2
    if skipped:
        errors.write(f"{skipped} line{'s' if skipped > 1 else ''} skipped; the rest is judged.\n")
    return 1 if skipped else 0


def _judged(line: str) -> str:
    row = _row(line)
    decisions = judge(
        find_rubric_item(row["item"]),
        row["text"],
        lang=row["lang"],
        region=row.get("region"),
        person=row.get("person"),
    )
    told = {"id": row["id"], "decisions": {name: _told(each) for name, each in decisions.items()}}
    try:
        json.dumps(told, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a character in the id: written as the escape it came as
        return json.dumps(told)
    return json.dumps(told, ensure_ascii=False)


def _told(decision: Decision) -> dict[str, str]:
    return {"verdict": decision.verdict, "evidence": decision.evidence}


def _row(line: str) -> Mapping[str, Any]:
    if len(line) > _LONGEST_LINE:
        message = "this line is longer than a million characters; shorten it"
        raise _BadLineError(message)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"this is not JSON ({error}); write one object a line"
        raise _BadLineError(message) from error
    if not isinstance(row, dict):
        message = "a line holds one object with id, item, lang and text"
        raise _BadLineError(message)
    for name in ("id", "item", "lang", "text"):
        if name not in row:
            message = f'"{name}" is missing; a line holds id, item, lang and text'
            raise _BadLineError(message)
    _check(row)
    return row


def _check(row: Mapping[str, Any]) -> None:
    text = row["text"]
    lines = text if isinstance(text, list) else [text]
    if not all(isinstance(each, str) for each in lines):
        message = '"text" is a string or a list of strings'
        raise _BadLineError(message)
    if row["lang"] not in LANGUAGES:
        message = f'"lang" is en or nl, not {json.dumps(row["lang"], ensure_ascii=False)}'
        raise _BadLineError(message)
    for name in ("item", "region", "person"):
        if not isinstance(row.get(name), str | None) or (name == "item" and row[name] is None):
            message = f'"{name}" is a string'
            raise _BadLineError(message)
