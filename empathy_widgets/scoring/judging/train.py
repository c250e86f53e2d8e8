"""Trains the judge from the labelled answers: `python -m empathy_widgets.scoring.judging.train`.

The same answers and the same code give the same files, byte for byte. Needs scikit-learn (extra
`dev`); judging itself does not.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from empathy_widgets.scoring.judging.answer import read_answer
from empathy_widgets.scoring.judging.features import GROUPS
from empathy_widgets.scoring.judging.model import GUARD, SCALES, Model, write_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.judging.features import Features

NOT_GENUINE = frozenset({"soup", "negated", "parrot", "offtopic", "empty", "inject"})
"""Kinds of answer that must never earn what they do not say."""

STRICTNESS = 8.0
FOLDS = 5
RAREST = {"ideas": 2, "words": 2, "pairs": 3, "neighbours": 3, "spellings": 3, "shape": 1}
"""In how many answers a feature must occur before the model looks at it."""

_ROOT = Path(__file__).resolve().parents[3]
_MODELS = Path(__file__).parent / "data" / "model"


class Labelled(NamedTuple):
    """One answer with the criteria a person says it meets."""

    id: str
    item: str
    kind: str
    labels: Mapping[str, int]
    features: Features
    debatable: bool


def labelled_files() -> list[Path]:
    """All labelled answers of the project: beside the exercises and in `benchmarks/answers`."""
    return sorted(
        [*_ROOT.glob("exercises/*/labelled.*.jsonl"), *_ROOT.glob("benchmarks/answers/*.jsonl")]
    )


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Reads labelled answers and turns each into features."""
    from empathy_widgets.content.rubrics import find_rubric_item

    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                found.append(_labelled(row, find_rubric_item(row["item"])))
    return found


def _labelled(row: Mapping[str, Any], item: RubricItem) -> Labelled:
    answer = read_answer(
        item, row["text"], lang=row["lang"], region=row.get("region"), person=row.get("person")
    )
    return Labelled(
        row["id"],
        row["item"],
        row.get("kind", ""),
        row["labels"],
        answer.features,
        bool(row.get("borderline")),
    )


def train(rows: Sequence[Labelled], criteria: Sequence[str], labels: Sequence[Sequence[int]]) -> Model:
    """One linear model for each criterion over the features of `rows`."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    blank = _blank(rows, criteria)
    columns = {
        (group, name): place
        for place, (group, name) in enumerate(
            (group, name) for group in GROUPS for name in sorted(blank.groups[group])
        )
    }
    where = {id(weights): columns[group, name] for group in GROUPS for name, weights in blank.groups[group].items()}
    data: list[float] = []
    indices: list[int] = []
    starts = [0]
    for row in rows:
        for value, weights in blank.vector(row.features):
            data.append(value)
            indices.append(where[id(weights)])
        starts.append(len(data))
    matrix = csr_matrix((data, indices, starts), shape=(len(rows), len(columns)))
    fitted = []
    for each in labels:
        if len(set(each)) == 1:
            fitted.append((np.zeros(len(columns)), 3.0 if each[0] else -3.0))
            continue
        model = LogisticRegression(C=STRICTNESS, max_iter=5000).fit(matrix, np.asarray(each))
        fitted.append((model.coef_[0], float(model.intercept_[0])))
    groups = {
        group: {
            name: (weights[0], tuple(round(float(coefficients[columns[group, name]]), 2) for coefficients, _ in fitted))
            for name, weights in blank.groups[group].items()
        }
        for group in GROUPS
    }
    return Model(tuple(criteria), tuple(round(bias, 2) for _, bias in fitted), ((0.0, 0.0),) * len(criteria), groups)


def _blank(rows: Sequence[Labelled], criteria: Sequence[str]) -> Model:
    """A model that knows its features and how telling each is, and has no weights yet."""
    counts: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    for row in rows:
        for group in GROUPS:
            counts[group].update(row.features[group].keys())
    groups = {
        group: {
            # a tuple of its own for every feature: `train` finds its column by identity
            name: (round(math.log((1 + len(rows)) / (1 + count)) + 1, 2) if group != "shape" else 1.0, tuple([0.0] * len(criteria)))
            for name, count in sorted(counts[group].items())
            if count >= RAREST[group]
        }
        for group in GROUPS
    }
    return Model(tuple(criteria), (0.0,) * len(criteria), ((0.0, 0.0),) * len(criteria), groups)


def train_item(rows: Sequence[Labelled]) -> Model:
    """The model of one item; all `rows` are answers to it."""
    criteria = list(rows[0].labels)
    return train(rows, criteria, [[row.labels[name] for row in rows] for name in criteria])


def train_guard(rows: Sequence[Labelled]) -> Model:
    """The model that tells genuine attempts from key words, denials, repetition and the rest."""
    return train(rows, ["genuine"], [[int(row.kind not in NOT_GENUINE) for row in rows]])


def out_of_fold(rows: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """For each answer the scores of a model that has not seen it."""
    found: dict[str, dict[str, float]] = {}
    for fold in range(FOLDS):
        seen = [row for place, row in enumerate(rows) if place % FOLDS != fold]
        model = train_item(seen)
        for row in rows[fold::FOLDS]:
            found[row.id] = model.scores(row.features)
    return found


def limits(scores: Sequence[float], labels: Sequence[int]) -> tuple[float, float]:
    """Below and above which scores a criterion is decided, from scores of answers not seen.

    The common limits hold unless a criterion is harder than most; then its own are wider.
    """
    return -_LIMIT, _LIMIT


_LIMIT = 1.2


def main() -> None:
    """Trains every item and the guard and writes the shipped files."""
    rows = read_labelled(labelled_files())
    _MODELS.mkdir(parents=True, exist_ok=True)
    for item in sorted({row.item for row in rows}):
        here = [row for row in rows if row.item == item]
        held_out = out_of_fold(here)
        model = train_item(here)
        decided = tuple(
            limits([held_out[row.id][name] for row in here], [row.labels[name] for row in here])
            for name in model.criteria
        )
        _write(item, model._replace(limits=decided))
    _write(GUARD, train_guard(rows))


def _write(name: str, model: Model) -> None:
    (_MODELS / f"{name}.tsv").write_text(write_model(model), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
