"""The gradebook: one row per file, kept in SQLite and written out as CSV.

SQLite holds everything (answers, findings, reasons); the CSV is for a spreadsheet.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from empathy_widgets.grading.marks import Marks
    from empathy_widgets.grading.submission import State, Submission
    from empathy_widgets.model.language import Lang

FILE = "gradebook.sqlite"
APPLICATION_ID = 0x456D7061
"""Written into the file, so that it can be told from any other database."""

_SCHEMA = """
CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  learner TEXT NOT NULL, who TEXT NOT NULL, is_named INTEGER NOT NULL, exercise TEXT NOT NULL, lang TEXT NOT NULL DEFAULT '',
  attempt INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL, reason TEXT NOT NULL, remarks TEXT NOT NULL DEFAULT '[]',
  points_min REAL, points_max REAL, points_possible REAL,
  passed TEXT NOT NULL DEFAULT '', waiting INTEGER,
  file TEXT NOT NULL DEFAULT '', handed_in TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '',
  document_id TEXT NOT NULL DEFAULT '', answers TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT ''
);
CREATE TABLE step (
  submission INTEGER NOT NULL REFERENCES submission, place INTEGER NOT NULL,
  step TEXT NOT NULL, state TEXT NOT NULL,
  points_min REAL NOT NULL, points_max REAL NOT NULL, points_possible REAL NOT NULL,
  PRIMARY KEY (submission, step)
);
CREATE TABLE finding (
  submission INTEGER NOT NULL REFERENCES submission, step TEXT NOT NULL, place INTEGER NOT NULL,
  criterion TEXT NOT NULL, verdict TEXT NOT NULL, points REAL NOT NULL, title TEXT NOT NULL,
  message TEXT NOT NULL, evidence TEXT NOT NULL, question TEXT NOT NULL, part TEXT NOT NULL,
  PRIMARY KEY (submission, step, place)
);
CREATE VIEW by_learner AS
  SELECT * FROM submission ORDER BY learner COLLATE NOCASE, learner, exercise, attempt, id;
"""

# The attempts of one learner at one exercise, in the order in which they were handed in.
_NUMBER = """
UPDATE submission SET attempt = numbered.attempt FROM (
  SELECT id, row_number() OVER (
    PARTITION BY who, exercise ORDER BY handed_in, file, id
  ) AS attempt FROM submission
) AS numbered WHERE numbered.id = submission.id
"""

_SUPERSEDE = """
UPDATE submission SET state = 'superseded', reason = 'the learner handed in again later'
WHERE state = '' AND is_named AND EXISTS (
  SELECT 1 FROM submission AS later
  WHERE later.who = submission.who AND later.exercise = submission.exercise
    AND later.state = '' AND later.attempt > submission.attempt
)
"""

COLUMNS = (
    "learner",
    "exercise",
    "lang",
    "attempt",
    "state",
    "points_min",
    "points_max",
    "points_possible",
    "passed",
    "waiting",
)
"""The columns of the CSV before those of the steps; after these comes `file`."""


@dataclass(frozen=True)
class Pending:
    """A hand-in that is to be graded."""

    id: int
    learner: str
    exercise: str
    lang: Lang
    attempt: int
    handed_in: str
    content: str
    document_id: str
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One row of the gradebook; points are None where there are none."""

    learner: str
    exercise: str
    lang: str
    attempt: int
    state: State
    reason: str
    remarks: tuple[str, ...]
    points_min: float | None
    points_max: float | None
    points_possible: float | None
    passed: str
    waiting: int | None
    file: str
    result: str
    steps: Mapping[str, str]


_PENDING = tuple(name for name in Pending.__dataclass_fields__ if name != "answers")
_ROW = tuple(name for name in Row.__dataclass_fields__ if name not in {"remarks", "steps"})


class Gradebook:
    """A gradebook in the making; a context manager that closes the file.

    Args:
        path: of the SQLite file, which must not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.row_factory = sqlite3.Row
        # It is built aside and moved into place when it is whole, so no journal is needed.
        self._db.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;"
            + _SCHEMA
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.commit()
        self._db.close()

    def add(self, found: Submission) -> None:
        """Note one hand-in; without a state it is still to be graded."""
        answers = found.answers
        self._insert(
            learner=found.learner,
            who=who(found.learner) if found.is_named else f"file {found.file}",
            is_named=found.is_named,
            exercise=found.exercise,
            lang=found.lang,
            state=found.state,
            reason=found.reason,
            file=found.file,
            handed_in=found.handed_in,
            content=found.content,
            document_id=answers.document_id if answers else "",
            answers=answers.model_dump_json() if answers else "",
        )

    def add_missing(self, learner: str, exercise: str) -> None:
        """Note a learner of whom there is no hand-in."""
        self._insert(
            learner=learner,
            who=who(learner),
            is_named=True,
            exercise=exercise,
            state="missing",
            reason="nothing was handed in",
        )

    def _insert(self, **columns: object) -> None:
        names = ", ".join(columns)
        marks = ", ".join("?" for _ in columns)
        sql = f"INSERT INTO submission ({names}) VALUES ({marks})"  # noqa: S608 - our own column names
        self._db.execute(sql, tuple(columns.values()))

    def number_attempts(self) -> None:
        """Count each learner's attempts; only the last one that can be graded stays to be graded."""
        self._db.execute(_NUMBER)
        self._db.execute(_SUPERSEDE)

    def to_grade(self) -> list[int]:
        """The hand-ins that are still to be graded, by learner."""
        return [row["id"] for row in self._db.execute("SELECT id FROM by_learner WHERE state = ''")]

    def pending(self, number: int) -> Pending:
        """One of them, with its answers."""
        found = self._db.execute("SELECT * FROM submission WHERE id = ?", (number,)).fetchone()
        plain = {name: found[name] for name in _PENDING}
        return Pending(**plain, answers=json.loads(found["answers"]))

    def settle(self, number: int, state: State, reason: str = "") -> None:
        """Note what became of a hand-in that has no points."""
        self._db.execute(
            "UPDATE submission SET state = ?, reason = ? WHERE id = ?", (state, reason, number)
        )

    def grade(self, number: int, marks: Marks, result: str) -> None:
        """Note the marks of a hand-in, and the name under which its pages are kept."""
        self._db.execute(
            "UPDATE submission SET state = ?, points_min = ?, points_max = ?, points_possible = ?,"
            " passed = ?, waiting = ?, result = ? WHERE id = ?",
            (
                "needs_trainer" if marks.waiting else "graded",
                marks.points_min,
                marks.points_max,
                marks.points_possible,
                marks.passed,
                marks.waiting,
                result,
                number,
            ),
        )
        for place, step in enumerate(marks.steps):
            points = (step.points_min, step.points_max, step.points_possible)
            self._db.execute(
                "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, place, step.step, step.state, *points),
            )
            self._db.executemany(
                "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        number,
                        step.step,
                        nth,
                        *(getattr(finding, name) for name in finding.__dataclass_fields__),
                    )
                    for nth, finding in enumerate(step.findings)
                ],
            )

    def remark(self, number: int, remark: str) -> None:
        """Flag a hand-in for the teacher, without changing what it earns."""
        self._db.execute(
            "UPDATE submission SET remarks = json_insert(remarks, '$[#]', ?) WHERE id = ?",
            (remark, number),
        )

    def handed_in_by(self) -> set[str]:
        """Everybody of whom there is a hand-in that says who they are, as `who` spells them."""
        return {one for (one,) in self._db.execute("SELECT who FROM submission WHERE is_named")}

    def named(self) -> Iterator[tuple[int, str]]:
        """The hand-ins that say whose they are, each with that name or number."""
        yield from self._db.execute("SELECT id, learner FROM submission WHERE is_named ORDER BY id")

    def exercises(self) -> list[str]:
        """The exercises of which there are answers."""
        found = self._db.execute(
            "SELECT DISTINCT exercise FROM submission WHERE answers <> '' ORDER BY 1"
        )
        return [one for (one,) in found]

    def doubtful(self) -> Iterator[tuple[int, str]]:
        """Hand-ins of which it is not sure whose they are, each with a remark."""
        yield from self._db.execute(
            "SELECT max(id), 'other work was handed in under the same name; if these are two people, '"
            " || 'give one of them another name and grade again'"
            " FROM submission WHERE is_named AND document_id <> ''"
            " GROUP BY who, exercise HAVING count(DISTINCT document_id) > 1 ORDER BY 1"
        )
        yield from self._db.execute(
            "SELECT this.id, 'the same work was handed in as ' || min(other.learner)"
            " FROM submission AS this JOIN submission AS other USING (document_id, exercise)"
            " WHERE document_id <> '' AND this.who <> other.who GROUP BY this.id ORDER BY 1"
        )

    def step_names(self) -> list[str]:
        """All steps that were graded, in the order of their pages."""
        found = self._db.execute(
            "SELECT step, min(exercise), min(place) FROM step JOIN submission ON submission = id"
            " GROUP BY step ORDER BY 2, 3"
        )
        return [step for step, _, _ in found]

    def rows(self) -> Iterator[Row]:
        """All rows, by learner."""
        for found in self._db.execute("SELECT * FROM by_learner"):
            plain = {name: found[name] for name in _ROW}
            steps = self._db.execute(
                "SELECT step, points_min, points_max FROM step WHERE submission = ?", (found["id"],)
            )
            yield Row(
                **plain,
                remarks=tuple(json.loads(found["remarks"])),
                steps={step: span(low, high) for step, low, high in steps},
            )

    def write_csv(self, path: Path) -> None:
        """Write all rows as CSV (UTF-8, comma)."""
        steps = self.step_names()
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow([*COLUMNS, *map(safe, steps), "file"])
            for row in self.rows():
                cells = [shown(getattr(row, column)) for column in COLUMNS]
                out.writerow([*cells, *(row.steps.get(step, "") for step in steps), safe(row.file)])


def shown(cell: object) -> str:
    """A cell as text: nothing for nothing, a number without needless decimals.

    >>> shown(2.0), shown(1 / 3), shown(None)
    ('2', '0.33', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".")
    return safe(str(cell))


def span(low: float, high: float) -> str:
    """Points as they stand: one number, or a range while something waits for the trainer.

    >>> span(2, 2), span(1, 2.5)
    ('2', '1..2.5')
    """
    low, high = float(low), float(high)
    return shown(low) if low == high else f"{shown(low)}..{shown(high)}"


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("Fatima")
    ("'=1+1", 'Fatima')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "'", "\t", "\r")) else text


def who(learner: str) -> str:
    """One spelling of a name or number, so that "Fatima" and "fatima " are one learner.

    >>> who("Fatima El Amrani") == who("fatima el amrani ")
    True
    """
    return " ".join(learner.split()).casefold()


def is_gradebook(path: Path) -> bool:
    """Whether a file is a gradebook of ours."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            found = cast("int", db.execute("PRAGMA application_id").fetchone()[0])
        db.close()
    except (sqlite3.Error, OSError):
        return False
    return found == APPLICATION_ID
