"""The shipped models are what the labelled answers make, and hold no answer they are measured on."""

from __future__ import annotations

from pathlib import Path

import pytest

from empathy_widgets.scoring.judging.model import load_model

ROOT = Path(__file__).parents[3]
ITEM = "salesperson.measure"


def test_training_again_gives_the_shipped_model() -> None:
    pytest.importorskip("sklearn")
    from empathy_widgets.scoring.judging.train import labelled_files, read_labelled, train_item

    paths = [
        path
        for path in labelled_files()
        if path.parent.name in {"salesperson", "answers", "hard"}
        and ITEM in path.read_text("utf-8")
    ]

    model = train_item([row for row in read_labelled(paths) if row.item == ITEM])

    shipped = load_model(ITEM)
    assert shipped is not None
    assert model.criteria == shipped.criteria
    for group, known in model.groups.items():
        assert known.keys() == shipped.groups[group].keys()
        for name, (_, weights) in known.items():
            assert weights == pytest.approx(shipped.groups[group][name][1], abs=2)


def test_the_shipped_data_stays_small() -> None:
    data = ROOT / "empathy_widgets" / "scoring" / "judging" / "data"

    assert sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) < 2_000_000
