"""Worked maps and maps side by side as the kernel sends them; the tests and the demo of the front end draw these."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.language import LANGUAGES
from empathy_widgets.views.compare import compared
from empathy_widgets.views.worked_map import shown
from empathy_widgets.widgets import step_props

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

SENT = Path(__file__).with_name("sent.json")
OURS = {"exercise", "content", "version"}


def sent() -> dict[str, dict[Lang, Any]]:
    """What is drawn, by what it is and by language."""
    return {
        "worked": {
            lang: shown(load_exercise("well").worked_map("aysel"), lang) for lang in LANGUAGES
        },
        "compared": {lang: _compared(lang) for lang in LANGUAGES},
        "side_by_side": {lang: _side_by_side(lang) for lang in LANGUAGES},
    }


def _compared(lang: Lang) -> dict[str, Any]:
    own = load_exercise("customer-map")
    answers = own.example("model", lang).document(own.exercise)
    found = compared(own.exercise, "side-by-side", answers, lang)
    return found.for_browser() if found else {}


def _side_by_side(lang: Lang) -> dict[str, Any]:
    props = step_props(load_exercise("customer-map"), "side-by-side", lang)
    return {name: value for name, value in props.items() if name not in OURS}
