"""Out into the world: maps and persona sheets on paper, on slides, and as files for other programs.

`read_work` takes them out of a file, `print_work` makes them into another; `empathy print` does both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from empathy_widgets.printing.command import export_work, print_command, print_work
    from empathy_widgets.printing.work import Work, read_work

__all__ = ["Work", "export_work", "print_command", "print_work", "read_work"]

_PLACES = {
    "Work": "work",
    "export_work": "command",
    "print_command": "command",
    "print_work": "command",
    "read_work": "work",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
