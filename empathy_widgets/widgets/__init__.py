"""The seam to the browser.

Each kind has a module with one function `props`: what the browser may know of a step of that
kind, in one language. No right answer is ever among it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets._base import StepWidget

if TYPE_CHECKING:
    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang

__all__ = ["StepWidget", "panel_props", "step_props"]


def step_props(loaded: LoadedExercise, step: str, lang: Lang) -> dict[str, Any]:
    """What the browser may know of one step."""
    asked = loaded.exercise.step(step)
    kind = import_module(f"empathy_widgets.widgets.{asked.kind}")
    item = None if asked.prompt else loaded.rubric.get(step)
    props: dict[str, Any] = kind.props(asked, item, lang)
    return {**_of_the_workbook(loaded), **props, "points": asked.points}


def panel_props(loaded: LoadedExercise, lang: Lang) -> dict[str, Any]:
    """What the browser may know in the panels: the title and what a hand-in is stamped with."""
    return {**_of_the_workbook(loaded), "title": loaded.exercise.title[lang]}


def _of_the_workbook(loaded: LoadedExercise) -> dict[str, Any]:
    from empathy_widgets import __version__

    return {
        "exercise": loaded.exercise.id,
        "content": loaded.content_hash,
        "version": __version__,
    }
