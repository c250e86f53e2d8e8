"""What a teacher reads when grading is done, in plain words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from empathy_widgets.grading.gradebook import Row

_IN_ORDER = ("graded", "superseded")

_ADVICE = {
    "unreadable": "Ask for it once more.",
    "too_large": "Ask for the file that the hand-in panel makes; it is always smaller.",
    "too_old": "Ask the learner to open it with the present course and hand in again.",
    "too_new": "Install a newer empathy_widgets, then grade again.",
    "refused": "Ask for the file that the hand-in panel makes, as it was downloaded.",
    "no_answers": "Ask whether this is the right file.",
    "wrong_exercise": "Ask for the right one, or grade it with its own exercise.",
    "missing": "",
    "timed_out": "Grade again; when it stays so, it is a fault of the exercise.",
    "failed": "Grade again; when it stays so, it is a fault of the exercise or of this program.",
}


@dataclass(frozen=True)
class Summary:
    """The words, and whether something needs a look."""

    text: str
    needs_attention: bool


def summarise(rows: Iterable[Row], out: Path) -> Summary:
    """Count what became of every file, and say what to do with those that have no points.

    Args:
        rows: of the gradebook.
        out: where the results are.
    """
    states: Counter[str] = Counter()
    waiting = 0
    trouble, remarks = [], []
    for row in rows:
        states[row.state] += 1
        waiting += row.waiting or 0
        if row.state in _ADVICE:
            trouble.append(_trouble(row))
        remarks += [f"  {row.learner}, {row.exercise}: {remark}." for remark in row.remarks]
    lines = [_heading(states)]
    if waiting:
        lines.append(
            f"{_hand_ins(states['needs_trainer'])} for you: {_count(waiting, 'answer')} to judge."
        )
    if trouble:
        lines += ["", "Without points:", *trouble]
    if remarks:
        lines += ["", "To know:", *remarks]
    lines += [
        "",
        f"The gradebook is {out / 'gradebook.csv'}; the pages for learners are in {out / 'feedback'}.",
    ]
    return Summary(
        "\n".join(lines), any(count for state, count in states.items() if state not in _IN_ORDER)
    )


def _heading(states: Counter[str]) -> str:
    files = sum(states.values()) - states["missing"]
    parts = [f"{states['graded'] + states['needs_trainer']} graded"]
    if states["superseded"]:
        parts.append(f"{states['superseded']} superseded by a later one")
    without = sum(
        count for state, count in states.items() if state in _ADVICE and state != "missing"
    )
    if without:
        parts.append(f"{without} without points")
    if states["missing"]:
        parts.append(f"{_count(states['missing'], 'learner')} missing")
    return f"{_count(files, 'file')}: {', '.join(parts)}."


def _trouble(row: Row) -> str:
    who = row.learner if row.learner == row.file or not row.file else f"{row.learner} ({row.file})"
    # Some reasons are whole sentences that already say what to do.
    advice = "" if row.reason.endswith(".") else f" {_ADVICE[row.state]}".rstrip()
    return f"  {who}: {row.reason.rstrip('.')}.{advice}"


def _hand_ins(count: int) -> str:
    return f"{_count(count, 'hand-in')} {'waits' if count == 1 else 'wait'}"


def _count(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
