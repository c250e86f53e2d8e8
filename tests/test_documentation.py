"""The commands are documented, and what the documents tell to type is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from empathy_widgets.model.exercise import Exercise
from empathy_widgets.model.worked_map import WorkedMap

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EVERYTHING = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)


def help_of(*command: str) -> str:
    """What `empathy … --help` prints."""
    return subprocess.run(
        [sys.executable, "-m", "empathy_widgets", *command, "--help"],
        check=True,
        capture_output=True,
        text=True,
        env={"COLUMNS": "200", "PYTHONPATH": str(ROOT)},
    ).stdout


def commands() -> list[str]:
    """The commands that `empathy --help` lists."""
    return re.findall(r"^    ([a-z]+) ", help_of(), re.MULTILINE)


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("command", commands())
def test_every_command_has_help_and_stands_in_the_documents(command: str) -> None:
    assert f"empathy {command}" in EVERYTHING
    assert re.search(rf"^    {command} +\S.{{20,}}$", help_of(), re.MULTILINE)


def test_the_documents_name_only_commands_that_are_there() -> None:
    typed = re.findall(r"(?:^|`|/|\\|&& )empathy ([a-z]+)", EVERYTHING, re.MULTILINE)

    assert typed
    assert [command for command in typed if command not in commands()] == []


def test_the_documents_name_only_make_targets_that_are_there() -> None:
    typed = re.findall(r"(?:^|`)make ([a-z]+)", EVERYTHING, re.MULTILINE)

    assert {"lab", "test", "setup"} <= set(typed)
    assert [target for target in typed if target not in make_targets()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    sections = {
        re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }

    assert [link for link in links if not (document.parent / link).exists()] == []
    assert [name for name in re.findall(r"\]\(#([^)]+)\)", text) if name not in sections] == []


def test_the_rooms_that_the_map_of_the_house_names_are_there() -> None:
    house = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = re.findall(r"`((?:empathy_widgets|js|tests|exercises|workbooks)/[a-z_/.]*)`", house)

    assert len(rooms) > 8
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_the_exercise_in_the_authors_guide_is_one_that_can_be_used() -> None:
    guide = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    shown, *others = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    steps = [text for text in others if not text.startswith("# maps/")]
    read = YAML(typ="safe").load

    whole = read(shown)
    exercise = Exercise.model_validate(whole)
    more = Exercise.model_validate(
        {**whole, "page": [step for text in steps for step in read(text)]}
    )

    assert [step.id for step in exercise.steps] == ["wish", "need"]
    assert [step.id for step in more.steps] == ["plan", "journey", "core"]


def test_the_worked_map_in_the_authors_guide_is_one_that_can_be_shown() -> None:
    guide = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    [written] = re.findall(r"```yaml\n# maps/fatima\.yaml\n(.*?)```", guide, re.DOTALL)

    worked = WorkedMap.model_validate(YAML(typ="safe").load(written))

    assert ["see", "say_do"] == [note.region for note in worked.answer("nl").notes]


def test_the_pictures_are_few_and_small_and_the_readme_says_what_is_on_each() -> None:
    pictures = sorted((ROOT / "docs" / "screenshots").glob("*"))
    shown = dict(re.findall(r"!\[([^\]]+)\]\(docs/screenshots/([^)]+)\)", EVERYTHING))

    assert sorted(shown.values()) == [picture.name for picture in pictures]
    assert [text for text in shown if len(text) < 20] == []
    assert len(pictures) <= 8
    assert [picture.name for picture in pictures if picture.stat().st_size > 120_000] == []
