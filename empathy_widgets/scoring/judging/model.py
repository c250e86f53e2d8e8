"""The trained part of the judge: linear weights over features, one small text file for each item."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.scoring.judging.features import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from empathy_widgets.scoring.judging.features import Features

SCALES = {
    "ideas": 1.3,
    "words": 1.0,
    "pairs": 1.0,
    "neighbours": 0.7,
    "spellings": 0.6,
    "shape": 1.0,
}
"""How loud each group of features speaks; found by cross-validation."""

GUARD = "_guard"
"""The name of the model that tells genuine attempts from the rest, over all items."""

NOTE_GUARD = "_guard_notes"
"""The same for notes on a map, where nearly any short sentence looks like an attempt."""

UNIT = 100
"""Weights and idf are kept in hundredths, whole numbers: quick to read and the same everywhere."""

_Weights = tuple[int, tuple[int, ...]]


class Model(NamedTuple):
    """Weights of one item: per feature how telling it is (idf) and one weight for each criterion.

    Both are whole hundredths (`UNIT`).
    """

    criteria: tuple[str, ...]
    bias: tuple[float, ...]
    groups: Mapping[str, Mapping[str, _Weights]]

    def vector(self, features: Features) -> list[tuple[float, _Weights]]:
        """The features the model knows, each group brought to length one and to its scale."""
        found: list[tuple[float, _Weights]] = []
        for group in GROUPS:
            known = self.groups[group]
            here = [
                (value, known[name]) for name, value in features[group].items() if name in known
            ]
            if group == "shape":
                found += [(value * SCALES[group], weights) for value, weights in here]
                continue
            here = [(value * weights[0], weights) for value, weights in here]
            length = math.sqrt(sum(value * value for value, _ in here)) or 1.0
            found += [(value / length * SCALES[group], weights) for value, weights in here]
        return found

    def scores(self, features: Features) -> dict[str, float]:
        """For each criterion how much speaks for it (log odds)."""
        totals = [0.0] * len(self.bias)
        for value, (_, weights) in self.vector(features):
            for place, weight in enumerate(weights):
                totals[place] += value * weight
        return {
            name: bias + total / UNIT
            for name, bias, total in zip(self.criteria, self.bias, totals, strict=True)
        }

    def pull(self, name: str, ideas: Iterable[str], words: Iterable[str]) -> float:
        """How strongly single ideas and words speak for a criterion; finds the evidence."""
        place = self.criteria.index(name)
        total = 0.0
        for group, names in (("ideas", ideas), ("words", words)):
            known = self.groups[group]
            for each in names:
                if each in known:
                    idf, weights = known[each]
                    total += idf * weights[place]
        return total


@cache
def load_model(name: str) -> Model | None:
    """The trained model of an item, or None when nobody has trained one yet."""
    source = files(__package__) / "data" / "model" / f"{name}.tsv"
    if not source.is_file():
        return None
    head, *lines = source.read_text(encoding="utf-8").splitlines()
    about = json.loads(head)
    groups: dict[str, dict[str, _Weights]] = {group: {} for group in GROUPS}
    for line in lines:
        if line.startswith("#"):
            group = line[1:]
            continue
        feature, idf, *weights = line.split("\t")
        groups[group][feature] = (int(idf), tuple(map(int, weights)))
    return Model(
        tuple(about["criteria"]),
        tuple(about["bias"]),
        groups,
    )


def write_model(model: Model) -> str:
    """The text of a model file; reading it back gives the same model."""
    head = {"criteria": model.criteria, "bias": model.bias}
    lines = [json.dumps(head, sort_keys=True)]
    for group in GROUPS:
        lines.append(f"#{group}")
        for feature, (idf, weights) in sorted(model.groups[group].items()):
            lines.append("\t".join(map(str, (feature, idf, *weights))))
    return "\n".join(lines) + "\n"
