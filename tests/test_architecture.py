"""The arrows between the rooms point one way, and no room becomes an attic."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1] / "empathy_widgets"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = {module.relative_to(PACKAGE).parts[0].removesuffix(".py") for module in MODULES}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "content": {"errors", "model"},
    "scoring": {"errors", "model", "content"},
    "views": {"errors", "model", "content", "scoring"},
    "widgets": {"errors", "model", "content", "views"},
    "workbook": {"errors", "model", "content", "scoring", "views"},
    "build": {"errors", "model", "content", "scoring", "views"},
    "grading": {"errors", "model", "content", "scoring", "views"},
    "printing": {"errors", "model", "content", "views"},
    "trainer": {"errors", "model", "content", "views", "printing"},
}
"""What each room may import besides itself. `cli` may import all; it is the front door."""

ONLY_INSIDE_FUNCTIONS = {
    "widgets": {"workbook", "printing"},  # making a photo clean; onto paper
    "workbook": {"widgets", "build"},  # build: the notebook that a hand-in is made from
    "grading": {"build", "workbook"},  # the workbook that is run, and what its cells call
    "printing": {"grading", "workbook"},  # reading a hand-in, and making a photo clean
    "cli": set(MAY_IMPORT),
}
"""What a room may import further, but only in the branch that needs it."""

HEAVY = {
    "IPython", "anywidget", "ipywidgets", "nbformat", "nbclient", "papermill", "pandas",
    "PIL", "pptx", "typst",
}  # fmt: skip
"""Imported only inside the function that needs them; `widgets` is the seam and may always."""


def room_of(module: Path) -> str:
    """The first name under the package, as in `model` or `cli`."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[tuple[str, int, bool]]:
    """Every name that a module imports, its line, and whether that is inside a function."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    inside = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, node in inside
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: write the whole name of the module"
            name = node.module or ""
            for alias in node.names:
                yield f"{name}.{alias.name}", node.lineno, node in inside


def rooms_imported(module: Path) -> Iterator[tuple[str, int, bool]]:
    for name, line, inside in imports_of(module):
        parts = name.split(".")
        if parts[0] == "empathy_widgets" and parts[1:] and parts[1] in ROOMS:
            yield parts[1], line, inside


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_rooms_it_stands_on(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = [
        f"{module}:{line} imports {other}"
        for module in MODULES
        if room_of(module) == room
        for other, line, inside in rooms_imported(module)
        if other not in allowed and not (inside and other in ONLY_INSIDE_FUNCTIONS.get(room, ()))
    ]

    assert wrong == []


def test_every_room_has_its_place_in_the_drawing() -> None:
    assert ROOMS - {"__init__", "__main__", "cli"} == set(MAY_IMPORT)


def test_the_command_line_imports_a_room_only_when_its_command_is_given() -> None:
    outside = [
        f"cli.py:{line} imports {room}"
        for room, line, inside in rooms_imported(PACKAGE / "cli.py")
        if not inside and room != "errors"
    ]

    assert outside == []


def test_heavy_packages_are_imported_by_the_function_that_needs_them() -> None:
    wrong = [
        f"{module}:{line} imports {name}"
        for module in MODULES
        if room_of(module) != "widgets"
        for name, line, inside in imports_of(module)
        if name.split(".")[0] in HEAVY and not inside
        if not _is_an_engine(module)
    ]

    assert wrong == []


def _is_an_engine(module: Path) -> bool:
    """Papermill itself imports the engines, and only when it runs one."""
    return "engines" in module.parts


def test_no_module_is_longer_than_a_newcomer_can_read() -> None:
    long = {
        str(module.relative_to(PACKAGE)): lines
        for module in MODULES
        if (lines := len(module.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert long == {}


def test_no_module_is_an_attic() -> None:
    attics = {"utils", "util", "helpers", "misc", "common"}

    assert [str(module) for module in MODULES if module.stem in attics] == []


def test_grading_loads_no_widget() -> None:
    program = (
        "import sys, pkgutil, importlib, empathy_widgets.grading as room\n"
        "for found in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        "assert 'anywidget' not in sys.modules and 'ipywidgets' not in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
