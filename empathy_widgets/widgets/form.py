"""What the browser may know of a `form` step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.blanks import blank_props
from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.form import FormStep
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem


def props(step: FormStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    return {
        **shared(step, item, lang),
        "fields": [
            {**blank_props(field, lang), "help": field.help[lang] if field.help else ""}
            for field in step.fields
        ],
    }
