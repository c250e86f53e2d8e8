"""One hand-in: what was found in a file, or why nothing could be.

Only `metadata.empathy_widgets` is read. The cells of a hand-in, their outputs and whatever they
say about points are left alone.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from empathy_widgets.content.notebooks import MARK
from empathy_widgets.errors import (
    EmpathyError,
    NoAnswersError,
    RefusedFileError,
    TooNewError,
    TooOldError,
    UnreadableFileError,
)
from empathy_widgets.grading.json_reader import fault_in, read_json
from empathy_widgets.model.answers import FORMAT_VERSION, HAND_IN, Answers, live

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.language import Lang

State = Literal[
    "graded",
    "needs_trainer",
    "superseded",
    "unreadable",
    "too_large",
    "too_old",
    "too_new",
    "refused",
    "no_answers",
    "wrong_exercise",
    "missing",
    "timed_out",
    "failed",
]
"""What became of a hand-in; only the first two have points."""

OLDEST_FORMAT = 1
MAX_LEARNER = 200
"""The longest name or number of a learner, in characters."""

_STATE_OF: Mapping[type[EmpathyError], State] = {
    UnreadableFileError: "unreadable",
    RefusedFileError: "refused",
    TooOldError: "too_old",
    TooNewError: "too_new",
    NoAnswersError: "no_answers",
}


@dataclass(frozen=True)
class Submission:
    """One hand-in as it was found.

    Attributes:
        file: its place in the folder or zip that was graded, for people to read.
        learner: name or number; the file when the hand-in does not say.
        is_named: whether the hand-in itself says who the learner is.
        exercise: the id of the exercise, "" when it is not known.
        lang: in which language the learner worked, "" when it is not known.
        handed_in: when, as ISO time in UTC; "" when it was never stamped.
        content: the version of the exercise it was made from.
        answers: None when there are none that can be used; then `state` and `reason` say why.
    """

    file: str
    learner: str
    is_named: bool = False
    exercise: str = ""
    lang: Lang | Literal[""] = ""
    handed_in: str = ""
    content: str = ""
    answers: Answers | None = None
    state: State | Literal[""] = ""
    reason: str = ""

    def turned_away(self, state: State, reason: str) -> Submission:
        """The same hand-in with a reason why it gets no points."""
        return replace(self, state=state, reason=reason)


def read_submission(file: str, data: bytes) -> Submission:
    """Read one hand-in. Never raises: what is wrong with a file is said in its state and reason.

    Args:
        file: its name, for people to read.
        data: what is in it.

    >>> read_submission("empty.ipynb", b"").state
    'unreadable'
    """
    mark: Mapping[str, Any] = {}
    answers: Answers | None = None
    state: State | Literal[""] = ""
    reason = ""
    try:
        mark = _mark(data)
        answers = _answers(mark)
    except tuple(_STATE_OF) as error:
        state, reason = _STATE_OF[type(error)], str(error)
    stamp = mark.get("hand_in")
    stamp = stamp if isinstance(stamp, dict) else {}
    learner = tidy(stamp.get("learner")) or tidy(answers.learner if answers else "")
    return Submission(
        file=file,
        learner=learner or file,
        is_named=bool(learner),
        exercise=answers.exercise if answers else _text(mark.get("exercise"))[:60],
        lang="nl" if mark.get("lang") == "nl" else "en" if mark else "",
        handed_in=_moment(stamp.get("at")),
        content=_text(stamp.get("content") or mark.get("content"))[:64],
        answers=answers,
        state=state,
        reason=reason,
    )


def tidy(found: object) -> str:
    r"""A name on one line without signs that cannot be seen, at most `MAX_LEARNER` long.

    >>> tidy(" Zoë\n van  Dam\u202e")
    'Zoë van Dam'
    """
    text = unicodedata.normalize("NFC", found) if isinstance(found, str) else ""
    spaced = " ".join(text.split())
    seen = "".join(sign for sign in spaced if not unicodedata.category(sign).startswith("C"))
    return seen[:MAX_LEARNER].strip()


def _mark(data: bytes) -> Mapping[str, Any]:
    notebook = read_json(data)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        reason = "the file is JSON, but not a notebook"
        raise UnreadableFileError(reason)
    metadata = notebook.get("metadata")
    mark = metadata.get(MARK) if isinstance(metadata, dict) else None
    if mark is None:
        reason = "the notebook holds no answers of this course"
        raise NoAnswersError(reason)
    if fault := fault_in(mark, notebook, metadata):
        raise RefusedFileError(fault)
    if not isinstance(mark, dict):
        reason = f"metadata.{MARK} is not what it should be"
        raise RefusedFileError(reason)
    return mark


def _answers(mark: Mapping[str, Any]) -> Answers:
    found = mark.get("answers")
    for holder in (mark, found):
        _check_format(holder.get("format_version", 1) if isinstance(holder, dict) else 1)
    if found is None:
        reason = "the notebook was handed in without an answer"
        raise NoAnswersError(reason)
    try:
        answers = Answers.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part)[:60] for part in first["loc"][:8])
        reason = f"the answers break the rules of their format: {where}: {first['msg'][:200]}"
        raise RefusedFileError(reason) from None
    if not any(live(entries) for step, entries in answers.steps.items() if step != HAND_IN):
        reason = "the notebook was handed in without an answer"
        raise NoAnswersError(reason)
    return answers


def _check_format(found: object) -> None:
    if not isinstance(found, int) or isinstance(found, bool):
        reason = "its format_version is not a number"
        raise RefusedFileError(reason)
    if found < OLDEST_FORMAT:
        raise TooOldError(found, OLDEST_FORMAT)
    if found > FORMAT_VERSION:
        raise TooNewError(found, FORMAT_VERSION)


def _moment(found: object) -> str:
    try:
        moment = datetime.fromisoformat(_text(found))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return ""


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""
