"""The wheel alone is enough: no clone, no node, no package registry.

It is installed into an empty environment; only what it depends on is lent from the environment that
runs the tests, so that nothing has to be fetched.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server import Server
from tests.submissions import make

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
LENT = Path(sysconfig.get_path("purelib"))
SHARE = Path(sys.prefix) / "share" / "jupyter"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


class Away:
    """An empty environment away from the clone, and a machine without node or a registry."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        self.programs = folder / "venv" / "bin"
        subprocess.run([sys.executable, "-m", "venv", folder / "venv", "--without-pip"], check=True)
        pip = [sys.executable, "-m", "pip", "--python", str(self.programs / "python")]
        subprocess.run(
            [*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True
        )
        (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
        (site / "lent.pth").write_text(f"{LENT}\n", encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """PATH holds nothing but this environment and what every machine has."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        for name in ("sh", "env", "uname"):
            if not (tools / name).exists():
                (tools / name).symlink_to(str(shutil.which(name)))
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        return kept | {
            "PATH": f"{self.programs}{os.pathsep}{tools}",
            "npm_config_registry": "http://127.0.0.1:9",
            "PIP_NO_INDEX": "1",
            "JUPYTERLAB_DIR": str(SHARE / "lab"),
        }

    def empathy(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one command, away from the clone."""
        return subprocess.run(
            [self.programs / "empathy", *arguments],
            cwd=self.folder,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="module")
def away(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Away:
    """The wheel in an environment of its own."""
    return Away(tmp_path_factory.mktemp("away"), wheel)


@pytest.fixture(scope="module")
def lab(away: Away) -> Iterator[Server]:
    """`empathy lab` there, up and running."""
    with Server(
        away.folder / "my-work",
        away.folder / "home",
        command=[str(away.programs / "empathy")],
        environment=away.environment,
    ) as running:
        yield running


def test_the_package_that_runs_is_the_one_from_the_wheel(away: Away) -> None:
    where = subprocess.run(
        [away.programs / "python", "-c", "import empathy_widgets; print(empathy_widgets.__file__)"],
        cwd=away.folder,
        env=away.environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()

    assert Path(where).is_relative_to(away.folder)
    assert shutil.which("node", path=away.environment["PATH"]) is None


def test_the_wheel_carries_the_course_and_the_widgets_but_nothing_of_the_workshop(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for wanted in (
        "empathy_widgets/exercises/well/exercise.yaml",
        "empathy_widgets/exercises/well/guide.nl.md",
        "empathy_widgets/workbooks/nl/01-well.ipynb",
        "empathy_widgets/widgets/static/widget.js",
        "empathy_widgets/widgets/static/widget.css",
        "empathy_widgets/printing/fonts/NotoSans-Regular.ttf",
        "empathy_widgets/printing/fonts/OFL.txt",
        "empathy_widgets/printing/pages/map.typ",
        "empathy_widgets/printing/pages/trainer.typ",
        "empathy_widgets/trainer/pages/paper.html",
        "empathy_widgets/py.typed",
    ):
        assert wanted in names
    assert any("labextensions/empathy-widgets/package.json" in name for name in names)
    assert [name for name in names if "node_modules" in name or name.startswith("tests/")] == []


def test_the_lab_serves_the_workbooks_in_both_languages(lab: Server) -> None:
    for name in ("en/00-start.ipynb", "en/01-well.ipynb", "nl/00-start.ipynb", "nl/01-well.ipynb"):
        answer = lab.ask("GET", f"api/contents/{name}")

        assert answer["type"] == "notebook"
        assert answer["content"]["metadata"]["empathy_widgets"]["lang"] == name[:2]


def test_the_lab_knows_what_to_show_before_anything_is_run(lab: Server) -> None:
    settings = lab.page_config()

    assert "empathy-widgets" in [found["name"] for found in settings["federated_extensions"]]


def test_the_course_checks_itself_away_from_the_clone(away: Away) -> None:
    done = away.empathy("rehearse")

    assert (done.returncode, done.stderr) == (0, "")


def test_ten_hand_ins_are_graded_away_from_the_clone(away: Away) -> None:
    make.write(away.folder / "hand-ins", broken=False)

    done = away.empathy("grade", away.folder / "hand-ins", "--out", away.folder / "results")

    assert done.returncode in {0, 1}, done.stderr
    with (away.folder / "results" / "gradebook.csv").open(encoding="utf-8", newline="") as file:
        states = [row["state"] for row in csv.DictReader(file)]
    assert len(states) == 10
    assert set(states) <= {"graded", "needs_trainer", "superseded"}
