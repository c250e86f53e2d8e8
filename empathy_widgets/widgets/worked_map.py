"""A map that an author filled, to read in the browser: nothing in it changes, so it says nothing to the kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings_for
from empathy_widgets.model.worked_map import CELL
from empathy_widgets.views.worked_map import shown, twin
from empathy_widgets.widgets._base import StepWidget

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.worked_map import WorkedMap


def worked_map(name: str, worked: WorkedMap, lang: Lang) -> StepWidget:
    """The map as a widget.

    Args:
        name: of its file, without ending.
        worked: the map.
        lang: the language to show it in.
    """
    return StepWidget(
        kind="worked_map",
        step=f"{CELL}{name}",
        lang=lang,
        props=shown(worked, lang),
        strings=strings_for(lang, "ui.", "map.", "face."),
        on_message=lambda *_: None,
        twin=lambda: twin(worked, lang),
    )
