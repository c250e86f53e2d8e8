"""Hand-ins in a folder, and the engines ready to run."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.grading.run import _register_engines
from tests.submissions import make

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def kernels_find_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel is a process of its own; it must load the package that is tested."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


@pytest.fixture
def engines() -> None:
    """Papermill knows our engines."""
    _register_engines()


@pytest.fixture
def hand_in(tmp_path: Path) -> Callable[..., Path]:
    """Write one hand-in and return its path; see `make.document` for what can be told."""

    def write(name: str = "hand-in.ipynb", **told: object) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {"lang": "en", "exercise": "start", "like": "model", **told}
        path.write_bytes(make.as_bytes(make.hand_in(told, name)))
        return path

    return write


def rows(out: Path) -> list[dict[str, str]]:
    """The gradebook of a run."""
    with (out / "gradebook.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
