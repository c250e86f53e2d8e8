"""Hand-ins for the tests: ten of different quality, and a shelf of broken ones.

`ten/` holds what ten learners answered, in a few lines each; from that the notebooks are made, so
that they stay right when the course changes. `ten/gradebook.csv` is the gradebook they must give.

    python -m tests.submissions.make FOLDER       writes the ten hand-ins and the broken ones
    python -m tests.submissions.make --gradebook  writes ten/gradebook.csv anew; read the diff
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.answers import HAND_IN, Answers
from empathy_widgets.model.entries import edit
from empathy_widgets.model.exercise import ANSWERS

TEN = Path(__file__).parent / "ten"
GRADEBOOK = TEN / "gradebook.csv"

Json = dict[str, Any]


def document(told: Json, name: str = "example") -> Answers:
    """The answers that a few lines tell of.

    Args:
        told: `exercise`, `lang` and `answers` (plain, by step); with `like` the rest is taken
            from that example of the exercise, except the steps in `without`.
        name: the document's id is made from it.
    """
    loaded = load_exercise(told.get("exercise", "well"))
    plain: Json = {}
    if "like" in told:
        plain = dict(loaded.example(told["like"], told["lang"]).answers)
    plain |= told.get("answers", {})
    steps = {
        step: ANSWERS[loaded.exercise.step(step).kind].model_validate(answer).entries()
        for step, answer in plain.items()
        if step not in told.get("without", ())
    }
    if told.get("learner"):
        steps[HAND_IN] = {"learner": edit(None, client="page", value={"text": told["learner"]})}
    document_id = hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()
    return Answers(document_id=document_id, exercise=loaded.exercise.id, steps=steps)


def hand_in(told: Json, name: str = "example") -> Json:
    """The notebook that a learner downloads, with what the page stamps on it."""
    answers = document(told, name).model_dump(mode="json")
    loaded = load_exercise(answers["exercise"])
    stamp = {
        "at": told.get("at", "2026-11-20T10:00:00Z"),
        "learner": told.get("learner", ""),
        "content": told.get("content", loaded.content_hash),
        "lang": told["lang"],
        "version": "0.1.0",
    }
    mark = {
        "format_version": 1,
        "exercise": answers["exercise"],
        "lang": told["lang"],
        "content": stamp["content"],
        "answers": answers,
        "hand_in": stamp,
    }
    return notebook(mark, f"lang = {told['lang']!r}\nanswers = {answers!r}")


def notebook(mark: object, *code: str) -> Json:
    """A notebook with our mark in its metadata and some code cells."""
    cells: list[Json] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {"tags": ["parameters"]} if number == 0 else {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(code)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata: Json = {"kernelspec": kernel, "language_info": {"name": "python"}}
    if mark is not None:
        metadata["empathy_widgets"] = mark
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def as_bytes(made: object) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def the_ten() -> dict[str, bytes]:
    """The ten hand-ins by file name."""
    made = {}
    for path in sorted(TEN.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        made[f"{path.stem}.ipynb"] = as_bytes(hand_in(told, path.stem))
    return made


def the_broken() -> dict[str, tuple[bytes, str]]:
    """Hand-ins that cannot be graded, by what is wrong, each with the state it must get."""
    good = hand_in({"lang": "en", "like": "model", "learner": "Somebody"})
    text = as_bytes(good)
    mark = good["metadata"]["empathy_widgets"]
    answers = mark["answers"]

    def with_answers(**changed: object) -> bytes:
        return as_bytes(notebook({**mark, "answers": {**answers, **changed}}))

    def with_text(raw: str) -> bytes:
        """The same with some JSON in place of one answer, however wrong that JSON is."""
        entry = {"clock": [1, "a"], "seen": {"a": 1}, "value": {"text": "HERE"}}
        steps = {"need": {"text": entry}}
        whole = as_bytes(notebook({**mark, "answers": {**answers, "steps": steps}}))
        return whole.replace(b'"HERE"', raw.encode())

    return {
        "cut-off": (text[: len(text) // 2], "unreadable"),
        "empty-file": (b"", "unreadable"),
        "a-picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "unreadable"),
        "json-but-no-notebook": (b"[1, 2, 3]", "unreadable"),
        "a-number-of-5000-digits": (b'{"cells": [], "n": ' + b"9" * 5000 + b"}", "unreadable"),
        "brackets-without-end": (b"[" * 100_000, "refused"),
        "another-notebook": (as_bytes(notebook(None, "1 + 1")), "no_answers"),
        "nothing-filled-in": (with_answers(steps={}), "no_answers"),
        "answers-only-in-the-code": (
            as_bytes(notebook({**mark, "answers": None}, f"answers = {answers!r}")),
            "no_answers",
        ),
        "format-of-long-ago": (with_answers(format_version=0), "too_old"),
        "format-of-the-future": (as_bytes(notebook({**mark, "format_version": 9})), "too_new"),
        "unknown-field": (with_answers(points=100), "refused"),
        "wrong-type": (with_answers(steps=["need"]), "refused"),
        "no-document-id": (with_answers(document_id="../../etc/passwd"), "refused"),
        "mark-is-a-list": (as_bytes(notebook([mark])), "refused"),
        "a-text-too-long": (with_text(json.dumps("a" * 200_000)), "refused"),
        "not-a-number": (with_text("NaN"), "refused"),
        "too-large-a-number": (with_text("1e999"), "refused"),
        "half-a-sign": (with_text('"\\ud800"'), "refused"),
        "a-name-twice": (with_text('"a", "text": "b"'), "refused"),
        "answers-twice": (
            text.replace(b'"format_version"', b'"answers": null, "format_version"', 1),
            "refused",
        ),
        "nested-too-deep": (with_text("[" * 50 + "]" * 50), "refused"),
        "unknown-exercise": (
            as_bytes(notebook({**mark, "answers": {**answers, "exercise": "no-such-thing"}})),
            "wrong_exercise",
        ),
    }


def write(folder: Path, *, broken: bool = True) -> None:
    """Write the hand-ins into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in the_ten().items():
        (folder / name).write_bytes(data)
    for name, (data, _state) in the_broken().items() if broken else ():
        (folder / f"{name}.ipynb").write_bytes(data)


def write_gradebook() -> None:
    """Grade the ten and keep the gradebook as the one to expect."""
    from empathy_widgets.grading.grade import grade_into

    with TemporaryDirectory() as folder:
        write(Path(folder) / "ten", broken=False)
        grade_into(Path(folder) / "ten", Path(folder) / "out")
        GRADEBOOK.write_bytes((Path(folder) / "out" / "gradebook.csv").read_bytes())


if __name__ == "__main__":
    if sys.argv[1:] == ["--gradebook"]:
        write_gradebook()
    else:
        write(Path(sys.argv[1]))
