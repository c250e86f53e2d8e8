"""`empathy judge FILE.jsonl`: in order, one line each, bad lines named and skipped."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.grading.judge_file import judge_file

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"id": "a", "item": "well.need", "lang": "en", "text": "They laughed together."}
LINES = {"id": "b", "item": "well.ask", "lang": "nl", "text": ["Hoe gaat het?", "", ""]}
NOTE = {
    "id": "c",
    "item": "map.note",
    "lang": "nl",
    "text": "Schoonmoeder beslist",
    "region": "hear",
    "person": "een van de vrouwen van het dorp",
}


def run(path: Path, *lines: object) -> tuple[int, list[dict[str, Any]], str]:
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines),
        encoding="utf-8",
    )
    output, errors = io.StringIO(), io.StringIO()
    code = judge_file(path, output, errors)
    return code, [json.loads(line) for line in output.getvalue().splitlines()], errors.getvalue()


def test_answers_come_back_in_their_order_one_line_each(tmp_path: Path) -> None:
    code, found, errors = run(tmp_path / "answers.jsonl", GOOD, LINES, "", NOTE)

    assert code == 0
    assert [row["id"] for row in found] == ["a", "b", "c"]
    assert set(found[2]["decisions"]) == {"one_thought", "concrete", "their_life"}
    assert found[0]["decisions"]["togetherness"].keys() == {"verdict", "evidence"}
    assert errors == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "not JSON"),
        ("[1, 2]", "one object"),
        ({**GOOD, "lang": "fr"}, '"lang" is en or nl'),
        ({**GOOD, "text": 5}, '"text" is a string'),
        ({**GOOD, "text": ["fine", None]}, '"text" is a string'),
        ({**GOOD, "region": 3}, '"region" is a string'),
        ({"id": "x", "item": "well.need", "lang": "en"}, '"text" is missing'),
        ({**GOOD, "item": "wel.need"}, "well.need"),
        ({**GOOD, "item": "../../etc.passwd"}, "no free-text item"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_judged(
    tmp_path: Path, line: object, said: str
) -> None:
    code, found, errors = run(tmp_path / "answers.jsonl", GOOD, line, NOTE)

    assert code == 1
    assert [row["id"] for row in found] == ["a", "c"]
    assert "answers.jsonl:2: " in errors
    assert said in errors


def test_half_a_character_anywhere_breaks_nothing(tmp_path: Path) -> None:
    broken = '{"id": "\\ud800", "item": "well.need", "lang": "en", "text": "\\ud800 They talked."}'

    code, found, _ = run(tmp_path / "answers.jsonl", broken, NOTE)

    assert code == 0
    assert [row["id"] for row in found] == ["\ud800", "c"]


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    errors = io.StringIO()

    assert judge_file(tmp_path / "nowhere.jsonl", io.StringIO(), errors) == 2
    assert "nowhere.jsonl" in errors.getvalue()
