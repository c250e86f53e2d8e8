"""What the browser may know of a `table` step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.widgets.blanks import blank_props
from empathy_widgets.widgets.step import shared

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import RubricItem
    from empathy_widgets.model.table import TableStep


def props(step: TableStep, item: RubricItem | None, lang: Lang) -> dict[str, Any]:
    """The part of the step that the browser may see, in one language."""
    own = step.own_rows
    return {
        **shared(step, item, lang),
        "columns": [blank_props(column, lang) for column in step.columns],
        "rows_title": step.rows_title[lang] if step.rows_title else "",
        "rows": [
            {
                "id": row.id,
                "title": row.title[lang],
                "about": row.about[lang] if row.about else "",
                "given": {column: text[lang] for column, text in row.given.items()},
            }
            for row in step.rows
        ],
        "own": own and {"name": own.name[lang], "ready": own.at_least, "most": own.at_most},
    }
