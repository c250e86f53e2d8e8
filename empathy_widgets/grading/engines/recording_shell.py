"""An IPython shell without a kernel, that writes down what cells put out as notebook outputs."""

from __future__ import annotations

import io
import sys
import tempfile
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Output = dict[str, Any]


class _Stream(io.TextIOBase):
    """Standard output or error of a cell."""

    def __init__(self, shell: RecordingShell, name: Literal["stdout", "stderr"]) -> None:
        self._shell = shell
        self._name = name

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        outputs = self._shell.outputs
        if outputs and outputs[-1].get("name") == self._name:
            outputs[-1]["text"] += text
        else:
            outputs.append({"output_type": "stream", "name": self._name, "text": text})
        return len(text)


class _Publisher(DisplayPublisher):
    """Where `display(...)` ends."""

    shell: Any

    def publish(
        self,
        data: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = None,
        *_args: object,
        **_options: object,
    ) -> None:
        self.shell.outputs.append(
            {"output_type": "display_data", "data": dict(data), "metadata": dict(metadata or {})}
        )

    def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - IPython's own signature
        self.shell.outputs.clear()


class _ResultHook(DisplayHook):
    """Where the value of the last line of a cell ends."""

    shell: Any

    def write_output_prompt(self) -> None:
        """Nothing is printed before a result."""

    def write_format_data(
        self, format_dict: Mapping[str, Any], md_dict: Mapping[str, Any] | None = None
    ) -> None:
        self.shell.outputs.append(
            {
                "output_type": "execute_result",
                "execution_count": self.prompt_count,
                "data": dict(format_dict),
                "metadata": dict(md_dict or {}),
            }
        )

    def finish_displayhook(self) -> None:
        """Nothing is printed after a result."""


class RecordingShell(InteractiveShell):
    """Runs cells one after the other; `outputs` holds what the last one put out."""

    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_ResultHook)

    outputs: list[Output]

    @classmethod
    def ready(cls) -> RecordingShell:
        """A shell that has run nothing yet and keeps no history."""
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        module = ModuleType("__workbook__")
        # Nobody's profile takes part: the shell looks for its settings where there are none.
        with tempfile.TemporaryDirectory(prefix="empathy-shell-") as nowhere:
            shell = cls(
                config=config,
                ipython_dir=nowhere,
                user_module=module,
                user_ns=module.__dict__,
            )
        shell.outputs = []
        return shell

    def become_the_shell(self) -> None:
        """Make this the shell that `display` and `get_ipython` find in this process."""
        if InteractiveShell.initialized():
            type(InteractiveShell.instance()).clear_instance()
        for kind in type(self)._walk_mro():  # noqa: SLF001 - how traitlets itself keeps a singleton
            kind._instance = self  # type: ignore[assignment]  # noqa: SLF001

    def run(self, source: str) -> tuple[list[Output], bool]:
        """Run one cell.

        Returns:
            What it put out, and whether it ended well.
        """
        self.outputs = []
        with self._streams():
            result = self.run_cell(source, store_history=True)  # type: ignore[no-untyped-call]
        return self.outputs, bool(result.success)

    @contextmanager
    def _streams(self) -> Iterator[None]:
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Stream(self, "stdout"), _Stream(self, "stderr")
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before

    def _showtraceback(
        self, etype: type[BaseException], evalue: BaseException, stb: list[str]
    ) -> None:
        self.outputs.append(
            {
                "output_type": "error",
                "ename": etype.__name__,
                "evalue": str(evalue),
                "traceback": list(stb),
            }
        )
