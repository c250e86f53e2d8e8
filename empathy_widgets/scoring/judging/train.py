"""Trains the judge from the labelled answers: `python -m empathy_widgets.scoring.judging.train`.

The same answers and the same code give the same files, byte for byte. Needs scikit-learn (extra
`dev`); judging itself does not.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from empathy_widgets.model.language import LANGUAGES
from empathy_widgets.scoring.judging.answer import is_note, read_answer
from empathy_widgets.scoring.judging.features import GROUPS
from empathy_widgets.scoring.judging.model import GUARD, NOTE_GUARD, UNIT, Model, write_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.scoring.judging.answer import Answer

NOT_GENUINE = frozenset({"soup", "negated", "parrot", "offtopic", "empty", "inject"})
"""Kinds of answer that must never earn what they do not say."""

STRICTNESS = 8.0
"""How closely a model follows the labelled answers (scikit-learn's C); found by cross-validation."""

SIGN_WEIGHT = 0.5
"""What one sign of an author counts beside one labelled answer."""

GUARDED = frozenset({"ideas", "words", "shape"})
"""The groups of features the guard looks at: it serves all items, so it stays general."""

RAREST = {"ideas": 2, "words": 2, "pairs": 5, "neighbours": 5, "spellings": 5, "shape": 1}
"""In how many answers a feature must occur before the model looks at it."""

PARTS = 5
"""In how many parts the answers are cut to bring scores to scale."""

ENOUGH = 40
"""Fewer answers cannot bring scores to scale."""

_ROOT = Path(__file__).resolve().parents[3]
_TYPICAL = _ROOT / "benchmarks" / "answers"
"""Answers as learners give them; its folder `hard`, and most beside the exercises, are written to be hard."""
_MODELS = Path(__file__).parent / "data" / "model"


class Labelled(NamedTuple):
    """One answer with the criteria a person says it meets."""

    id: str
    kind: str
    labels: Mapping[str, int]
    answer: Answer
    lang: Lang
    debatable: bool = False
    typical: bool = False

    @property
    def item(self) -> str:
        """The name of the item it answers."""
        return self.answer.item.name


def labelled_files() -> list[Path]:
    """The labelled answers to learn from: beside the exercises and in `benchmarks/answers`."""
    places = (
        "exercises/*/labelled.*.jsonl",
        "benchmarks/answers/*.jsonl",
        "benchmarks/answers/hard/*.jsonl",
    )
    return sorted(path for place in places for path in _ROOT.glob(place))


def unseen_files() -> list[Path]:
    """Labelled answers that the judge never learns from, to measure it on."""
    return sorted(_TYPICAL.glob("unseen/*.jsonl"))


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Reads labelled answers and turns each into features."""
    from empathy_widgets.content.rubrics import find_rubric_item

    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                item = find_rubric_item(row["item"])
                found.append(_labelled(row, item, typical=path.parent == _TYPICAL))
    return found


def _labelled(row: Mapping[str, Any], item: RubricItem, *, typical: bool) -> Labelled:
    answer = read_answer(
        item, row["text"], lang=row["lang"], region=row.get("region"), person=row.get("person")
    )
    return Labelled(
        row["id"],
        row.get("kind", ""),
        row["labels"],
        answer,
        row["lang"],
        bool(row.get("borderline")),
        typical,
    )


@cache
def sign_rows(name: str) -> tuple[Labelled, ...]:
    """The author's signs and examples as short answers, each labelled on its own criterion only."""
    from empathy_widgets.content.rubrics import find_rubric_item

    item = find_rubric_item(name)
    found = []
    for criterion in item.criteria:
        groups = (
            (criterion.signs, 1),
            (criterion.examples.met, 1),
            (criterion.contradicts, 0),
            (criterion.examples.not_met, 0),
        )
        for phrases, met in groups:
            for lang in LANGUAGES:
                for phrase in phrases[lang]:
                    text = phrase.split(" / ") if item.parts > 1 else phrase
                    made = read_answer(item, text, lang=lang)
                    found.append(Labelled("", "sign", {criterion.id: met}, made, lang))
    return tuple(found)


def train(rows: Sequence[Labelled], criteria: Sequence[str]) -> Model:
    """One linear model for each criterion over the features of the `rows` that are labelled on it."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    blank = _blank(rows, criteria)
    names = [(group, name) for group in GROUPS for name in blank.groups[group]]
    column = {id(blank.groups[group][name]): place for place, (group, name) in enumerate(names)}
    data: list[float] = []
    indices: list[int] = []
    starts = [0]
    for row in rows:
        for value, weights in blank.vector(row.answer.features):
            data.append(value)
            indices.append(column[id(weights)])
        starts.append(len(data))
    matrix = csr_matrix((data, indices, starts), shape=(len(rows), len(names)))
    columns: list[list[int]] = []
    bias = []
    for criterion in criteria:
        here = [place for place, row in enumerate(rows) if criterion in row.labels]
        fitted = LogisticRegression(C=STRICTNESS, max_iter=5000).fit(
            matrix[here],
            [rows[place].labels[criterion] for place in here],
            sample_weight=[SIGN_WEIGHT if rows[place].kind == "sign" else 1.0 for place in here],
        )
        columns.append([round(UNIT * float(weight)) for weight in fitted.coef_[0]])
        bias.append(round(float(fitted.intercept_[0]), 2))
    groups: dict[str, dict[str, tuple[int, tuple[int, ...]]]] = {group: {} for group in GROUPS}
    for place, (group, name) in enumerate(names):
        fit = tuple(each[place] for each in columns)
        groups[group][name] = (blank.groups[group][name][0], fit)
    return Model(tuple(criteria), tuple(bias), groups)


def _blank(rows: Sequence[Labelled], criteria: Sequence[str]) -> Model:
    """A model that knows its features and how telling each is, and has no weights yet."""
    counts: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
    for row in rows:
        for group in GROUPS:
            counts[group].update(row.answer.features[group].keys())
    groups = {
        group: {
            # a tuple of its own for every feature: `train` finds its column by identity
            name: (
                round(UNIT * (math.log((1 + len(rows)) / (1 + count)) + 1)),
                tuple([0] * len(criteria)),
            )
            for name, count in sorted(counts[group].items())
            if count >= RAREST[group]
        }
        for group in GROUPS
    }
    return Model(tuple(criteria), (0.0,) * len(criteria), groups)


def train_item(rows: Sequence[Labelled]) -> Model:
    """The model of one item; all `rows` are answers to it.

    Its scores are log odds one can take at their word: they are brought to scale on answers that
    the model had not seen (Platt scaling over five parts), the typical ones where there are enough.
    """
    item = rows[0].answer.item
    signs = sign_rows(item.name)
    criteria = [criterion.id for criterion in item.criteria]
    if len(rows) < ENOUGH:
        return train([*rows, *signs], criteria)
    unseen: list[tuple[Labelled, dict[str, float]]] = []
    for part in range(PARTS):
        seen = [row for row in rows if part_of(row.id, PARTS) != part]
        model = train([*seen, *signs], criteria)
        unseen += [
            (row, model.scores(row.answer.features))
            for row in rows
            if part_of(row.id, PARTS) == part
        ]
    typical = [each for each in unseen if each[0].typical]
    return _to_scale(
        train([*rows, *signs], criteria), typical if len(typical) >= ENOUGH else unseen
    )


def part_of(name: str, parts: int) -> int:
    """A fixed part for each answer; one written in both languages lies in the same for both."""
    return zlib.crc32(re.sub(r"-(en|nl)-", "-", name).encode()) % parts


def _to_scale(model: Model, unseen: Sequence[tuple[Labelled, dict[str, float]]]) -> Model:
    from sklearn.linear_model import LogisticRegression

    scale, shift = [], []
    for criterion in model.criteria:
        asked = [(scores[criterion], row.labels[criterion]) for row, scores in unseen]
        fitted = LogisticRegression(C=1.0).fit(
            [[score] for score, _ in asked], [met for _, met in asked]
        )
        scale.append(float(fitted.coef_[0][0]))
        shift.append(float(fitted.intercept_[0]))
    bias = (a * each + b for a, b, each in zip(scale, shift, model.bias, strict=True))
    groups = {
        group: {
            name: (idf, tuple(round(a * w) for a, w in zip(scale, weights, strict=True)))
            for name, (idf, weights) in features.items()
        }
        for group, features in model.groups.items()
    }
    return Model(model.criteria, tuple(round(each, 2) for each in bias), groups)


def train_guards(rows: Sequence[Labelled]) -> dict[str, Model]:
    """By name the models that tell genuine attempts from the rest: over everything, and over notes."""
    notes = [row for row in rows if is_note(row.answer.item)]
    groups = {GUARD: rows, NOTE_GUARD: notes}
    return {name: _train_guard(group) for name, group in groups.items() if group}


def _train_guard(rows: Sequence[Labelled]) -> Model:
    """What tells genuine attempts from key words, denials, repetition and the rest."""
    plain = [
        row._replace(
            labels={"genuine": int(row.kind not in NOT_GENUINE or any(row.labels.values()))},
            answer=row.answer._replace(
                features={
                    group: row.answer.features[group] if group in GUARDED else {}
                    for group in GROUPS
                }
            ),
        )
        for row in rows
    ]
    return train(plain, ["genuine"])


def main() -> None:
    """Trains every item and the guards and writes the shipped files."""
    rows = read_labelled(labelled_files())
    _MODELS.mkdir(parents=True, exist_ok=True)
    for item in sorted({row.item for row in rows}):
        _write(item, train_item([row for row in rows if row.item == item]))
    for name, guard in train_guards(rows).items():
        _write(name, guard)


def _write(name: str, model: Model) -> None:
    (_MODELS / f"{name}.tsv").write_text(write_model(model), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
