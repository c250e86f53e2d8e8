"""Papermill's own engine: a new kernel for every hand-in. Slow, and as plain as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papermill.engines import Engine, NBClientEngine

from empathy_widgets.errors import RunError, TimedOutError
from empathy_widgets.grading.engines.fork import TIME_LIMIT

if TYPE_CHECKING:
    from papermill.engines import NotebookExecutionManager


class PlainEngine(Engine):  # type: ignore[misc]
    """Papermill's engine "empathy-plain": `NBClientEngine` with our time limit and errors."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        time_limit: float = TIME_LIMIT,
        memory_limit: int = 0,  # noqa: ARG003 - a kernel takes what the system gives
        **options: object,
    ) -> None:
        """Run the cells of a notebook in a kernel of their own.

        Args:
            nb_man: papermill's manager of the notebook.
            kernel_name: which kernel to start.
            time_limit: seconds that one cell may take.
            memory_limit: not used.
            options: for papermill's own engine.

        Raises:
            TimedOutError: when a cell took longer than the time limit.
            RunError: when the kernel died.
        """
        from nbclient.exceptions import CellTimeoutError, DeadKernelError

        try:
            NBClientEngine.execute_managed_notebook(
                nb_man,
                kernel_name,
                execution_timeout=time_limit,
                store_widget_state=False,
                record_timing=False,
                **options,
            )
        except CellTimeoutError:
            raise TimedOutError(time_limit) from None
        except DeadKernelError:
            message = "the kernel that ran the workbook died"
            raise RunError(message) from None
