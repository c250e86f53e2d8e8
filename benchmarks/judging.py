"""How well free text is judged, on answers the judge has not seen: `python benchmarks/judging.py`.

Cross-validation over all labelled answers; with `--unseen` the judge as it is shipped, on the answers
it never learns from; or with `--held-out dev` trained without the answers whose id begins so and
reported on those. Beside it three baselines: the majority, the author's key words, and a plain n-gram
logistic regression. Needs scikit-learn (extra `dev`).
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from empathy_widgets.scoring.judging.engine import decide, guard_of
from empathy_widgets.scoring.judging.train import (
    NOT_GENUINE,
    Labelled,
    labelled_files,
    part_of,
    read_labelled,
    train_guards,
    train_item,
    unseen_files,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from empathy_widgets.scoring.judging.decision import Verdict

    Split = tuple[list[Labelled], list[Labelled]]
    Judged = Iterator[tuple[Labelled, str, Verdict]]


@dataclass
class Count:
    """How the decisions on one group of criteria turned out."""

    total: int = 0
    decided: int = 0
    right: int = 0
    truly_met: int = 0
    found_met: int = 0
    said_not: int = 0
    rightly_not: int = 0
    fooled: list[str] = field(default_factory=list)

    def add(self, row: Labelled, criterion: str, verdict: Verdict) -> None:
        """One decision more."""
        met = bool(row.labels[criterion])
        self.total += 1
        self.truly_met += met
        if verdict == "met" and not met and row.kind in NOT_GENUINE:
            self.fooled.append(f"{row.id} {criterion}")
        if verdict == "unsure":
            return
        self.decided += 1
        self.right += (verdict == "met") == met
        self.found_met += verdict == "met" and met
        self.said_not += verdict == "not_met"
        self.rightly_not += verdict == "not_met" and not met

    def line(self, name: str) -> str:
        """The figures of the group as one row of a Markdown table."""
        shares = (
            (self.decided, self.total),
            (self.right, self.decided),
            (self.found_met, self.truly_met),
            (self.rightly_not, self.said_not),
        )
        told = " | ".join(f"{100 * part / whole:.1f} %" if whole else "-" for part, whole in shares)
        return f"| {name} | {self.total} | {told} | {len(self.fooled)} |"


HEAD = (
    "| | criteria | decided | right of decided | met found | right of not met | fooled |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def splits(rows: Sequence[Labelled], folds: int) -> Iterator[Split]:
    """Every answer once on the unseen side."""
    for fold in range(folds):
        yield (
            [row for row in rows if part_of(row.id, folds) != fold],
            [row for row in rows if part_of(row.id, folds) == fold],
        )


def judged(seen: Sequence[Labelled], unseen: Sequence[Labelled]) -> Judged:
    """What the judge, trained on `seen`, says of `unseen`."""
    guards = train_guards(seen)
    for item in sorted({row.item for row in unseen}):
        model = train_item([row for row in seen if row.item == item])
        for row in unseen:
            if row.item == item:
                guard = guards[guard_of(row.answer.item)]
                for name, decision in decide(row.answer, model, guard).items():
                    yield row, name, decision.verdict


def by_majority(seen: Sequence[Labelled], unseen: Sequence[Labelled]) -> Judged:
    """The commoner verdict of each criterion."""
    for row in unseen:
        for name in row.labels:
            known = [each.labels[name] for each in seen if each.item == row.item]
            yield row, name, "met" if 2 * sum(known) > len(known) else "not_met"


def by_key_words(_: Sequence[Labelled], unseen: Sequence[Labelled]) -> Judged:
    """Met when a meaning word of any sign of the criterion stands in the answer."""
    from empathy_widgets.scoring.judging.train import sign_rows

    for row in unseen:
        words = {token.lemma for token in row.answer.reading.content}
        for name in row.labels:
            signs = {
                token.lemma
                for sign in sign_rows(row.item)
                if sign.labels.get(name)
                for token in sign.answer.reading.content
            }
            yield row, name, "met" if words & signs else "not_met"


def by_ngrams(seen: Sequence[Labelled], unseen: Sequence[Labelled]) -> Judged:
    """Logistic regression over words, word pairs and letters; decides everything."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    for item in sorted({row.item for row in unseen}):
        known = [row for row in seen if row.item == item]
        asked = [row for row in unseen if row.item == item]
        for name in asked[0].labels:
            model = make_pipeline(
                make_union(
                    TfidfVectorizer(ngram_range=(1, 2)),
                    TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)),
                ),
                LogisticRegression(C=10, max_iter=2000),
            )
            model.fit(
                [row.answer.reading.text for row in known], [row.labels[name] for row in known]
            )
            said = model.predict([row.answer.reading.text for row in asked])
            for row, verdict in zip(asked, said, strict=True):
                yield row, name, "met" if verdict else "not_met"


METHODS: Mapping[str, Callable[[Sequence[Labelled], Sequence[Labelled]], Judged]] = {
    "judge": judged,
    "majority": by_majority,
    "key words": by_key_words,
    "n-grams": by_ngrams,
}


def report(
    results: Iterable[tuple[Labelled, str, Verdict]], detail: Literal["all", "criteria"]
) -> list[str]:
    """The rows of the table, and what fooled the judge; debatable labels are left out."""
    counts: dict[str, Count] = defaultdict(Count)
    for row, name, verdict in results:
        if row.debatable:
            continue
        kind = "notes" if row.item == "map.note" else "answers"
        groups = [f"{kind}, {row.lang}"]
        if detail == "criteria":
            groups += [f"{row.item}, {row.lang}", f"{row.item}: {name}"]
        for group in groups:
            counts[group].add(row, name, verdict)
    lines = [counts[group].line(group) for group in sorted(counts)]
    fooled = [
        each
        for group in sorted(counts)
        if group.startswith(("answers", "notes"))
        for each in counts[group].fooled
    ]
    return [*lines, *(f"fooled: {each}" for each in fooled)]


def speed(rows: Sequence[Labelled]) -> str:
    """How many answers one core judges in a second, reading included."""
    from empathy_widgets.scoring.judging import judge

    start = time.perf_counter()
    for row in rows:
        judge(row.answer.item, row.answer.reading.text, lang=row.lang)
    return f"{len(rows) / (time.perf_counter() - start):.0f} answers a second"


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--held-out", default="", metavar="PREFIX")
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--item", default="")
    asked = parser.parse_args()
    rows = [row for row in read_labelled(labelled_files()) if row.item.startswith(asked.item)]
    if asked.unseen:
        unseen = read_labelled(unseen_files())
        parts = [(rows, [row for row in unseen if row.item.startswith(asked.item)])]
    elif asked.held_out:
        aside = tuple(asked.held_out.split(","))
        seen = [row for row in rows if not row.id.startswith(aside)]
        parts = [(seen, [row for row in rows if row.id.startswith(aside)])]
    else:
        parts = list(splits(rows, asked.folds))
    for name, method in METHODS.items():
        if name == "judge" or asked.baselines:
            results = [each for seen, unseen in parts for each in method(seen, unseen)]
            print(f"\n### {name}\n\n{HEAD}")
            print("\n".join(report(results, "criteria" if name == "judge" else "all")))
    print(f"\n{speed(rows)}")


if __name__ == "__main__":
    main()
