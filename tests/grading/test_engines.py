"""Three ways of running a notebook of ours, with one outcome."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.errors import RunError, TimedOutError
from empathy_widgets.grading.run import Notebook, execute
from tests.submissions.make import notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., Any]  # a notebook node: what is in it is read like attributes

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
pytestmark = pytest.mark.usefixtures("engines")

PARAMETERS = 'lang = "en"\nanswers = None'


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Run some cells after the parameters; gives the executed notebook."""
    from nbformat import from_dict

    def execute_cells(
        *code: str, engine: str = "fork", answers: object = None, **options: float
    ) -> Notebook:
        workbook = from_dict(notebook({"exercise": "start"}, PARAMETERS, *code))  # type: ignore[no-untyped-call]
        parameters = {"lang": "nl", "answers": answers}
        return execute(workbook, parameters, engine=engine, folder=tmp_path, **options)

    yield execute_cells
    from empathy_widgets.grading.engines.warm import WarmEngine

    WarmEngine.close()


EVERYTHING = (
    "from IPython.display import display\nimport os, sys",
    "print('one'); display({'text/plain': 'two', 'application/x+json': {'a': [1]}}, raw=True); print('three')",
    "print('loud', file=sys.stderr)\nlang",
    "answers['text']",
    "class Drawn:\n    def _repr_mimebundle_(self, **_):\n        return {'text/html': '<b>é</b>', 'text/plain': 'é'}\nDrawn()",
    "1;",
    "sorted(os.listdir())",
)


@posix
def test_all_engines_give_the_same_notebook(run: Run) -> None:
    answers = {"text": 'quote " backslash \\ line \u2028 {braces} é 😀'}

    made = [
        run(*EVERYTHING, engine=engine, answers=answers) for engine in ("fork", "warm", "plain")
    ]

    for other in made[1:]:
        assert [cell.get("outputs") for cell in other.cells] == [
            cell.get("outputs") for cell in made[0].cells
        ]
        assert other == made[0]
    assert made[0].cells[-1].outputs[0].data["text/plain"] == "[]"


@posix
def test_nothing_of_papermill_is_left_in_the_notebook(run: Run) -> None:
    made = run("lang", answers={"text": "secret"})

    assert set(made.metadata) == {"kernelspec", "language_info", "empathy_widgets"}
    assert all("papermill" not in cell.metadata for cell in made.cells)
    injected = made.cells[1]
    assert injected.metadata.tags == ["injected-parameters"]
    assert injected.metadata.jupyter.source_hidden


@posix
def test_one_run_leaves_nothing_for_the_next(run: Run) -> None:
    run("import os, json\nmine = 1\njson.mine = 1\nos.environ['MINE'] = '1'\nmine")

    made = run(
        "import os, json\n'mine' in globals(), hasattr(json, 'mine'), 'MINE' in os.environ, _oh"
    )

    assert made.cells[-1].outputs[0].data["text/plain"] == "(False, False, False, {})"


@posix
@pytest.mark.parametrize("engine", ["fork", "warm"])
def test_a_cell_that_never_ends_is_stopped_and_the_next_run_is_fine(run: Run, engine: str) -> None:
    begun = time.monotonic()

    with pytest.raises(TimedOutError, match="after 1 seconds"):
        run("while True: pass", engine=engine, time_limit=1)

    assert time.monotonic() - begun < 15
    assert run("1 + 1", engine=engine).cells[-1].outputs[0].data["text/plain"] == "2"


@posix
def test_a_stopped_run_says_in_which_cell_it_was(run: Run) -> None:
    with pytest.raises(TimedOutError, match="in cell 4"):
        run("1", "import time; time.sleep(60)", time_limit=0.5)


@posix
def test_a_program_that_a_cell_started_goes_with_it(run: Run, tmp_path: Path) -> None:
    start = f"import subprocess; print(subprocess.Popen(['sleep', '60']).pid, file=open({str(tmp_path / 'pid')!r}, 'w', encoding='utf-8'), flush=True)"
    with pytest.raises(TimedOutError):
        run(start, "while True: pass", time_limit=1)

    started = int((tmp_path / "pid").read_text(encoding="utf-8"))
    for _ in range(50):
        if not _is_running(started):
            break
        time.sleep(0.1)
    assert not _is_running(started)


@posix
def test_a_cell_that_takes_too_much_memory_fails_alone(run: Run) -> None:
    with pytest.raises(RunError, match="MemoryError"):
        run("filled = bytearray(3_000_000_000)", memory_limit=500_000_000)


@posix
@pytest.mark.parametrize("engine", ["fork", "warm"])
def test_a_process_that_dies_is_told_and_the_next_run_is_fine(run: Run, engine: str) -> None:
    with pytest.raises(RunError, match="died"):
        run("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", engine=engine)

    assert run("1 + 1", engine=engine).cells[-1].outputs[0].data["text/plain"] == "2"


@posix
@pytest.mark.parametrize("engine", ["fork", "warm"])
def test_a_cell_that_fails_is_told_with_its_place(run: Run, engine: str) -> None:
    with pytest.raises(RunError, match="cell 4 of the workbook failed: ZeroDivisionError"):
        run("1", "1 / 0", "print('never')", engine=engine)


@posix
def test_forking_leaves_the_shell_and_the_streams_of_this_process_alone(
    run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    import sys

    before = sys.stdout, sys.displayhook, sys.modules["__main__"], signal.getsignal(signal.SIGINT)
    run("print('out'); import os; os.write(1, b'raw'); 1")

    assert (
        sys.stdout,
        sys.displayhook,
        sys.modules["__main__"],
        signal.getsignal(signal.SIGINT),
    ) == before
    assert capfd.readouterr() == ("", "")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat", encoding="ascii") as file:  # noqa: PTH123
        return file.read().split()[2] != "Z"
