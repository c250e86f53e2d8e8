"""`import empathy_widgets` is light, and gives every public name when it is asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import empathy_widgets

HEAVY = ["anywidget", "ipywidgets", "pydantic", "nbformat", "papermill", "IPython", "jinja2"]


def run_fresh(program: str) -> str:
    """What a program prints in a Python that has imported nothing yet."""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return done.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = json.loads(
        run_fresh(
            "import json, sys\nbefore = set(sys.modules)\nimport empathy_widgets\n"
            "print(json.dumps(sorted(set(sys.modules) - before)))"
        )
    )

    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("empathy_widgets.")] == []


def test_the_public_names_are_sorted_and_each_is_there() -> None:
    names = empathy_widgets.__all__

    assert sorted(names) == list(names)
    assert [name for name in names if not hasattr(empathy_widgets, name)] == []


def test_the_public_names_are_listed_before_any_is_loaded() -> None:
    listed = json.loads(
        run_fresh(
            "import json, sys, empathy_widgets\nprint(json.dumps(dir(empathy_widgets)))\n"
            "assert 'pydantic' not in sys.modules"
        )
    )

    assert [name for name in empathy_widgets.__all__ if name not in listed] == []


def test_the_workbook_is_public() -> None:
    assert "Workbook" in empathy_widgets.__all__


def test_a_name_that_is_not_there_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = empathy_widgets.no_such_name


def test_importing_the_package_is_quick() -> None:
    """The budget is 30 ms; the best of five leaves out what else the machine is doing."""
    program = (
        "import time\nbegin = time.perf_counter()\nimport empathy_widgets\n"
        "print(time.perf_counter() - begin)"
    )

    assert min(float(run_fresh(program)) for _ in range(5)) <= 0.030
