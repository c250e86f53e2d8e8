"""What was acknowledged is on disk, whatever happens next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from empathy_widgets.errors import SavingError
from empathy_widgets.model.answers import Answers, text_of
from empathy_widgets.model.entries import edit
from empathy_widgets.workbook.sidecar import Sidecar, sidecars

DOCUMENT = "0123456789abcdef" * 2


def _answers(text: str, name: str = "text", client: str = "k") -> Answers:
    entry = edit(None, client=client, value={"text": text})
    return Answers(document_id=DOCUMENT, exercise="well").with_entries("need", {name: entry})


def _sidecar(folder: Path) -> Sidecar:
    return Sidecar(folder, "well", DOCUMENT)


def test_answers_lie_beside_the_workbook_under_the_name_of_their_document(tmp_path: Path) -> None:
    _sidecar(tmp_path).save(_answers("together"))
    assert (tmp_path / "answers" / "well-01234567.json").is_file()
    found = _sidecar(tmp_path).read()
    assert found is not None
    assert "together" == text_of(found.entries("need"), "text")


def test_a_save_joins_what_somebody_else_wrote_meanwhile(tmp_path: Path) -> None:
    mine, theirs = _sidecar(tmp_path), _sidecar(tmp_path)
    mine.save(_answers("mine", "n-1", "a"))
    theirs.save(_answers("theirs", "n-2", "b"))
    joined = mine.save(_answers("mine", "n-1", "a"))
    assert {"n-1", "n-2"} == set(joined.entries("need"))


def test_when_the_newest_file_is_broken_the_one_before_it_is_read(tmp_path: Path) -> None:
    sidecar = _sidecar(tmp_path)
    first = sidecar.save(_answers("first"))
    second = first.with_entries(
        "need", {"text": edit(first.entries("need")["text"], client="k", value={"text": "second"})}
    )
    sidecar.save(second)
    sidecar.path.write_text('{"format_version": 1, "docu', encoding="utf-8")
    assert first == _sidecar(tmp_path).read()


def test_a_file_that_is_no_document_of_answers_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "well-11111111.json").write_text("[1, 2]", encoding="utf-8")
    _sidecar(tmp_path).save(_answers("together"))
    assert [DOCUMENT] == [found.document_id for found in sidecars(tmp_path, "well")]


def test_where_nothing_can_be_written_it_is_said_with_the_place_and_the_reason(
    tmp_path: Path,
) -> None:
    (tmp_path / "answers").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SavingError, match=r"well-01234567\.json.*download a copy") as caught:
        _sidecar(tmp_path).save(_answers("together"))
    assert _sidecar(tmp_path).path == caught.value.path


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.workbook.test_sidecar import _answers, _sidecar
from empathy_widgets.errors import SavingError
folder = Path({folder!r})
_sidecar(folder).save(_answers("before"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
try:
    _sidecar(folder).save(_answers("x" * 50_000, "n-1", "b"))
except SavingError as error:
    print(error)
"""


def test_a_full_disk_leaves_what_was_saved_before_and_no_half_file(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    script = FULL_DISK.format(root=root, folder=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "could not be saved" in done.stdout
    found = _sidecar(tmp_path).read()
    assert found is not None
    assert "before" == text_of(found.entries("need"), "text")
    assert not list((tmp_path / "answers").glob("*.part")) + list(
        (tmp_path / "answers").glob(".*.part")
    )


TYPING = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from empathy_widgets.model.entries import edit
from tests.workbook.test_sidecar import _answers, _sidecar
answers, sidecar = _answers("0"), _sidecar(Path({folder!r}))
for number in itertools.count(1):
    entry = edit(answers.entries("need")["text"], client="k", value={{"text": str(number)}})
    answers = sidecar.save(answers.with_entries("need", {{"text": entry}}))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_a_kernel_killed_while_it_saves_loses_nothing_it_acknowledged(
    tmp_path: Path, acknowledged: int
) -> None:
    root = str(Path(__file__).parents[2])
    script = TYPING.format(root=root, folder=str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    ) as typing:
        assert typing.stdout is not None
        last = next(int(line) for line in typing.stdout if int(line) >= acknowledged)
        os.kill(typing.pid, signal.SIGKILL)
    found = _sidecar(tmp_path).read()
    assert found is not None
    assert int(text_of(found.entries("need"), "text")) >= last


def _add_notes(folder: Path, client: str) -> None:
    sidecar = _sidecar(folder)
    for number in range(50):
        sidecar.save(_answers(f"{client} {number}", f"n-{client}{number}", client))


def test_two_kernels_on_one_sidecar_keep_the_notes_of_both(tmp_path: Path) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=_add_notes, args=(tmp_path, client)) for client in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = _sidecar(tmp_path).read()
    assert found is not None
    assert 100 == len(found.entries("need"))
