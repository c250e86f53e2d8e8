"""The answers of one open workbook: merged, saved, and told to whoever listens."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.errors import SavingError
from empathy_widgets.model.answers import Answers, Entries, text_of
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.document import Document
from empathy_widgets.workbook.sidecar import Sidecar, sidecars

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def _entry(text: str, client: str = "page") -> Entries:
    return {"text": edit(None, client=client, value={"text": text})}


def test_nothing_is_written_before_the_first_edit(tmp_path: Path) -> None:
    Document(tmp_path, "well")
    assert not list(tmp_path.iterdir())


def test_an_edit_is_on_disk_when_receive_returns(tmp_path: Path) -> None:
    document = Document(tmp_path, "well")
    document.receive("need", _entry("together"))
    [found] = sidecars(tmp_path, "well")
    assert document.answers == found


def test_the_next_kernel_goes_on_where_the_last_one_stopped(tmp_path: Path) -> None:
    first = Document(tmp_path, "well")
    first.receive("need", _entry("together"))
    assert first.answers == Document(tmp_path, "well").answers


def test_two_documents_on_one_sidecar_hear_of_each_other_with_the_next_edit(tmp_path: Path) -> None:
    one = Document(tmp_path, "well")
    one.receive("need", _entry("one", "a"))
    two = Document(tmp_path, "well")
    two.receive("why", _entry("two", "b"))
    told: list[Mapping[str, Entries]] = []
    one.listen(told.append)
    one.receive("job", _entry("three", "a"))
    assert {"need", "why", "job"} == set(one.answers.steps)
    assert {"why", "job"} == set(told[-1])


def test_when_saving_fails_the_edit_is_kept_and_saved_with_the_next(tmp_path: Path) -> None:
    document = Document(tmp_path, "well")
    (tmp_path / "answers").write_text("in the way", encoding="utf-8")
    with pytest.raises(SavingError):
        document.receive("need", _entry("together"))
    (tmp_path / "answers").unlink()
    document.receive("why", _entry("nobody asked"))
    assert document.trouble is None
    [found] = sidecars(tmp_path, "well")
    assert {"need", "why"} == set(found.steps)


def test_edits_from_many_threads_are_all_kept(tmp_path: Path) -> None:
    document = Document(tmp_path, "well")

    def add(client: str) -> None:
        for number in range(10):
            entry = edit(None, client=client, value={"text": f"{number}"})
            document.receive("map", {f"n-{client}{number}": entry})

    threads = [threading.Thread(target=add, args=(client,)) for client in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    [found] = sidecars(tmp_path, "well")
    assert 40 == len(found.entries("map"))


def test_the_id_that_the_open_notebook_carries_wins_over_a_fresh_one(tmp_path: Path) -> None:
    document = Document(tmp_path, "well")
    document.meet("a" * 32, "01-well.ipynb")
    assert "a" * 32 == document.answers.document_id


def test_answers_begun_before_the_browser_told_its_id_come_along(tmp_path: Path) -> None:
    for digit in "ab":
        answers = Answers(document_id=digit * 32, exercise="well")
        Sidecar(tmp_path, "well", digit * 32).save(answers.with_entries("need", _entry(digit)))
    document = Document(tmp_path, "well")
    assert 2 == len(document.among)
    document.receive("why", _entry("typed while it asked"))
    document.choose("a" * 32)
    assert "a" == text_of(document.answers.entries("need"), "text")
    assert "typed while it asked" == text_of(document.answers.entries("why"), "text")
    assert not document.among


def test_starting_afresh_leaves_the_older_answers_on_disk(tmp_path: Path) -> None:
    for digit in "ab":
        answers = Answers(document_id=digit * 32, exercise="well")
        Sidecar(tmp_path, "well", digit * 32).save(answers.with_entries("need", _entry(digit)))
    document = Document(tmp_path, "well")
    document.choose("new")
    document.receive("need", _entry("afresh"))
    assert 3 == len(sidecars(tmp_path, "well"))
