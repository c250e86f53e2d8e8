"""The fast engine: for every hand-in a fork of a shell that stands ready.

The parent imports once what every run needs. A child runs the cells and sends each cell's outputs
back as one line of JSON; then it is gone, with everything it changed. One that takes too long is
killed, one that takes too much memory is stopped by the system.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from papermill.engines import Engine

from empathy_widgets.errors import RunError, TimedOutError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode
    from papermill.engines import NotebookExecutionManager

    from empathy_widgets.grading.engines.recording_shell import RecordingShell

TIME_LIMIT = 60.0
"""Seconds that one hand-in may take."""

MEMORY_LIMIT = 1_000_000_000
"""Bytes that one hand-in may take on top of what stands ready."""

MAX_SENT = 50_000_000
"""Bytes that the outputs of one hand-in may take."""

Line = dict[str, Any]
Code = list[tuple[int, str]]
"""Of each code cell its place in the notebook and its source."""


class ForkEngine(Engine):  # type: ignore[misc]
    """Papermill's engine "empathy-fork"; needs a system that can fork."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,  # noqa: ARG003 - there is no kernel
        *,
        time_limit: float = TIME_LIMIT,
        memory_limit: int = MEMORY_LIMIT,
        **_: object,
    ) -> None:
        """Run the cells of a notebook.

        Args:
            nb_man: papermill's manager of the notebook.
            kernel_name: not used.
            time_limit: seconds for the whole notebook.
            memory_limit: bytes on top of what stands ready; 0 for no limit.

        Raises:
            TimedOutError: when it took longer than the time limit.
            RunError: when the child died, or sent more than can be kept.
        """
        code = [
            (i, cell.source) for i, cell in enumerate(nb_man.nb.cells) if cell.cell_type == "code"
        ]
        child = _Child(code, time_limit, memory_limit)
        try:
            for (index, _source), line in zip(code, child.lines(time_limit), strict=False):
                cell = nb_man.nb.cells[index]
                nb_man.cell_start(cell, index)
                _put(cell, line)
                if not line["ended_well"]:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
        finally:
            child.end()


def get_ready() -> None:
    """Build the shell that is forked, and leave alone what stands in memory now.

    Call it again after more was loaded: children then share it all.
    """
    _shell()
    gc.collect()
    gc.freeze()


@cache
def _shell() -> RecordingShell:
    from empathy_widgets.grading.engines.recording_shell import RecordingShell

    return RecordingShell.ready()


class _Child:
    """A forked process that runs cells, seen from the parent."""

    def __init__(self, code: Code, time_limit: float, memory_limit: int) -> None:
        self._code = code
        _shell()
        self._pipe, far_end = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._pipe)
            _live_as_child(code, far_end, time_limit, memory_limit)
        os.close(far_end)

    def lines(self, time_limit: float) -> Iterator[Line]:
        """What each cell put out, as soon as it is done; stops after one that failed."""
        until = time.monotonic() + time_limit
        done, sent, rest = 0, 0, b""
        while done < len(self._code):
            piece = self._read(until - time.monotonic())
            if piece is None:
                raise TimedOutError(time_limit, self._code[done][0])
            if not piece:
                raise RunError(self._how_it_died(self._code[done][0]))
            sent += len(piece)
            if sent > MAX_SENT:
                message = f"the workbook put out more than {MAX_SENT // 1_000_000} MB"
                raise RunError(message)
            *whole, rest = (rest + piece).split(b"\n")
            for text in whole:
                line = json.loads(text)
                yield line
                if not line["ended_well"]:
                    return
                done += 1

    def end(self) -> None:
        """Make sure that nothing of the child is left."""
        os.close(self._pipe)
        if self._process:
            for kill in (os.killpg, os.kill):
                try:
                    kill(self._process, signal.SIGKILL)
                except (ProcessLookupError, PermissionError):
                    continue
            os.waitpid(self._process, 0)
            self._process = 0

    def _read(self, seconds: float) -> bytes | None:
        """The next bytes; b"" when the child is gone, None when there are none in time."""
        if seconds <= 0:
            return None
        poll = select.poll()
        poll.register(self._pipe, select.POLLIN | select.POLLHUP)
        return os.read(self._pipe, 1 << 20) if poll.poll(seconds * 1000) else None

    def _how_it_died(self, cell: int) -> str:
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        code = os.waitstatus_to_exitcode(status)
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"the process that ran the workbook died in cell {cell + 1} ({how})"


def _live_as_child(code: Code, pipe: int, time_limit: float, memory_limit: int) -> NoReturn:
    """Run the cells, send what they put out, and be gone: nothing of the parent is tidied up."""
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.disable()
        _let_go_of_the_terminal()
        _limit(time_limit, memory_limit)
        shell = _shell()
        shell.become_the_shell()
        for number, (_index, source) in enumerate(code, start=1):
            outputs, ended_well = shell.run(source)
            _send(pipe, {"outputs": outputs, "count": number, "ended_well": ended_well})
            if not ended_well:
                break
        os._exit(0)
    except BaseException:  # noqa: BLE001 - whatever happens, a child must never go on as the parent
        os._exit(1)


def _let_go_of_the_terminal() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)


def _limit(seconds: float, memory: int) -> None:
    """Ask the system to stop this process, also when the parent is no longer there to do it."""
    import resource

    wanted = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: int(seconds) + 5}
    taken = _taken()
    if memory and taken is not None:
        wanted[resource.RLIMIT_AS] = taken + memory
    for what, limit in wanted.items():
        _, hard = resource.getrlimit(what)
        resource.setrlimit(
            what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard)
        )


def _taken() -> int | None:
    """The address space of this process in bytes; None where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _send(pipe: int, line: Line) -> None:
    left = memoryview(json.dumps(line).encode() + b"\n")
    while left:
        left = left[os.write(pipe, left) :]


def _put(cell: NotebookNode, line: Line) -> None:
    from nbformat import from_dict

    cell.execution_count = line["count"]
    cell.outputs = [from_dict(output) for output in line["outputs"]]  # type: ignore[no-untyped-call]
