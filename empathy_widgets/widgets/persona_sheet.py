"""What the browser may know of a `persona_sheet` step.

The words of the themes and questions come along in the strings (prefix "persona."). `usual` tells for
each region of a map the theme where its notes mostly belong; the notes themselves come from the workbook,
which has the answers, as `previous`. What the entries hold is told in `model/persona_sheet.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.persona_from_map import USUAL
from empathy_widgets.model.persona_sheet import DEMOGRAPHICS, GROUPS, JOURNEY, QUESTIONS, THEMES
from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.persona_sheet import PersonaSheetStep, Theme
    from empathy_widgets.model.rubric import RubricItem


def props(step: PersonaSheetStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        **parts(step.rules.themes, lang),
        "group": step.group[lang] if step.group else "",
        "takes_notes": step.from_map is not None,
    }


def parts(asked: Iterable[Theme], lang: Lang) -> dict[str, Any]:
    """What a sheet consists of, whether it stands in a workbook or alone."""
    words, asked = strings(lang), set(asked)
    return {
        "themes": [
            {
                "key": theme,
                "title": words[f"persona.theme.{theme}"],
                "prompt": words[f"persona.theme.{theme}.prompt"],
                "asked": theme in asked,
            }
            for theme in THEMES
        ],
        "demographics": _named("persona.demographics", DEMOGRAPHICS, lang),
        "groups": _named("persona.group", GROUPS, lang),
        "questions": _named("persona.question", QUESTIONS, lang),
        "journey": _named("persona.journey", JOURNEY, lang),
        "usual": dict(USUAL),
    }


def _named(prefix: str, keys: tuple[str, ...], lang: Lang) -> list[dict[str, str]]:
    words = strings(lang)
    return [{"key": key, "title": words[f"{prefix}.{key}"]} for key in keys]
