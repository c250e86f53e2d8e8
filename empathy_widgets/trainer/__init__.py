"""For the trainer: the guide of an exercise, and its workbook on paper for learners.

`guide_command` does what `empathy guide` asks; `guide_of` and `sheets_of` make the documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from empathy_widgets.trainer.command import guide_command
    from empathy_widgets.trainer.guide import guide_of
    from empathy_widgets.trainer.sheets import sheets_of

__all__ = ["guide_command", "guide_of", "sheets_of"]

_PLACES = {"guide_command": "command", "guide_of": "guide", "sheets_of": "sheets"}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
