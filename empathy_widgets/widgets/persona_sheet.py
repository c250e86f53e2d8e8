"""What the browser may know of a `persona_sheet` step.

The words of the themes and questions come along in the strings (prefix "persona."). `notes` (the
notes of the map that the sheet may take over, `[{id, text, region, evidence, source, theme}]`, with the
theme each mostly belongs to) is added by the workbook, which has the answers; None when there is no map.
How entries and photos travel is told in `model/persona_sheet.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.persona_from_map import USUAL
from empathy_widgets.model.persona_sheet import DEMOGRAPHICS, GROUPS, JOURNEY, QUESTIONS, THEMES
from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.empathy_map import EmpathyMapAnswer
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.persona_sheet import PersonaSheetStep
    from empathy_widgets.model.rubric import RubricItem


def props(step: PersonaSheetStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    words = strings(lang)
    return {
        **shared(step, item, lang),
        "group": step.group[lang] if step.group else "",
        "themes": [
            {
                "key": theme,
                "title": words[f"persona.theme.{theme}"],
                "prompt": words[f"persona.theme.{theme}.prompt"],
                "asked": theme in step.rules.themes,
            }
            for theme in THEMES
        ],
        "demographics": _named("persona.demographics", DEMOGRAPHICS, lang),
        "groups": _named("persona.group", GROUPS, lang),
        "questions": _named("persona.question", QUESTIONS, lang),
        "journey": _named("persona.journey", JOURNEY, lang),
        "takes_notes": step.from_map is not None,
        "notes": None,
    }


def notes_to_take(found: EmpathyMapAnswer) -> list[dict[str, Any]]:
    """The notes of a map, each with the theme of the sheet that it mostly belongs to."""
    return [{**note.model_dump(), "theme": USUAL[note.region]} for note in found.notes]


def _named(prefix: str, keys: tuple[str, ...], lang: Lang) -> list[dict[str, str]]:
    words = strings(lang)
    return [{"key": key, "title": words[f"{prefix}.{key}"]} for key in keys]
