"""One kernel for many hand-ins, emptied in between; for systems that cannot fork.

Only our own workbooks run here, so what a kernel keeps beyond its names (modules, settings) is
ours too. After a time-out or a death the next hand-in gets a new kernel.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any, ClassVar

from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine

from empathy_widgets.errors import RunError, TimedOutError
from empathy_widgets.grading.engines.fork import TIME_LIMIT

if TYPE_CHECKING:
    from papermill.engines import NotebookExecutionManager

_EMPTY = "get_ipython().reset(new_session=True); import os; os.chdir({folder!r}); del os"


class WarmEngine(Engine):  # type: ignore[misc]
    """Papermill's engine "empathy-warm"; call `close` when all is done."""

    _manager: ClassVar[Any] = None
    _client: ClassVar[Any] = None

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        time_limit: float = TIME_LIMIT,
        memory_limit: int = 0,  # noqa: ARG003 - a kernel takes what the system gives
        start_timeout: int = 60,
        **_: object,
    ) -> None:
        """Run the cells of a notebook in the kernel that stands ready, and empty it.

        Args:
            nb_man: papermill's manager of the notebook.
            kernel_name: which kernel to start, when none stands ready.
            time_limit: seconds that one cell may take.
            memory_limit: not used.
            start_timeout: seconds that a kernel may take to start.

        Raises:
            TimedOutError: when a cell took longer than the time limit.
            RunError: when the kernel died.
        """
        from nbclient.exceptions import CellTimeoutError, DeadKernelError

        runner = PapermillNotebookClient(
            nb_man,
            km=cls._manager,
            timeout=time_limit,
            startup_timeout=start_timeout,
            kernel_name=kernel_name,
            store_widget_state=False,
            record_timing=False,
        )
        try:
            cls._lend_kernel(runner)
            runner.papermill_execute_cells()
            cls._empty(runner)
        except CellTimeoutError:
            cls.close()
            raise TimedOutError(time_limit) from None
        except DeadKernelError:
            cls.close()
            message = "the kernel that ran the workbook died"
            raise RunError(message) from None
        except BaseException:
            cls.close()
            raise

    @classmethod
    def close(cls) -> None:
        """Stop the kernel, if there is one."""
        from jupyter_core.utils import run_sync

        manager, client = cls._manager, cls._client
        cls._manager = cls._client = None
        if client is not None:
            client.stop_channels()
        if manager is not None:
            run_sync(manager.shutdown_kernel)(now=True)
            manager.context.destroy(linger=0)

    @classmethod
    def _lend_kernel(cls, runner: PapermillNotebookClient) -> None:
        runner.reset_execution_trackers()
        if cls._manager is None:
            cls._manager = runner.create_kernel_manager()
            runner.start_new_kernel(stderr=subprocess.DEVNULL)
            runner.start_new_kernel_client()
            cls._client = runner.kc
            cls._empty(runner)
        runner.kc = cls._client
        runner.owns_km = False

    @classmethod
    def _empty(cls, runner: PapermillNotebookClient) -> None:
        message = runner.kc.execute(_EMPTY.format(folder=os.getcwd()), silent=True)  # noqa: PTH109 - a plain string travels
        runner.wait_for_reply(message)
