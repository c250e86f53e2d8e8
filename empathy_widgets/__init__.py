"""A bilingual course in JupyterLab with which people learn to understand their customers.

In a notebook of the course::

    from empathy_widgets import Workbook
    book = Workbook("well", "en")
    book.step("map")

`Contents("en")` shows how far you are with every workbook. In any other notebook::

    from empathy_widgets import EmpathyMap
    EmpathyMap(name="Fatima", question="What does water mean to her?")

Likewise `PersonaSheet(name="Joost")`, and `overview(…)` of several sheets.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from empathy_widgets.errors import EmpathyError
    from empathy_widgets.model.answers import Answers, merge
    from empathy_widgets.views.compare import compare
    from empathy_widgets.widgets.map_alone import EmpathyMap
    from empathy_widgets.widgets.persona_alone import PersonaSheet, overview
    from empathy_widgets.workbook.contents import Contents
    from empathy_widgets.workbook.workbook import Workbook

__version__ = "0.1.0"

__all__ = [
    "Answers",
    "Contents",
    "EmpathyError",
    "EmpathyMap",
    "PersonaSheet",
    "Workbook",
    "compare",
    "merge",
    "overview",
]

_HOMES = {
    "Answers": "empathy_widgets.model.answers",
    "Contents": "empathy_widgets.workbook.contents",
    "EmpathyError": "empathy_widgets.errors",
    "EmpathyMap": "empathy_widgets.widgets.map_alone",
    "PersonaSheet": "empathy_widgets.widgets.persona_alone",
    "Workbook": "empathy_widgets.workbook.workbook",
    "compare": "empathy_widgets.views.compare",
    "merge": "empathy_widgets.model.answers",
    "overview": "empathy_widgets.widgets.persona_alone",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    """Load a public name when it is first asked for, so that the package is light to import."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
