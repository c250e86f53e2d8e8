"""The seam to the browser: one widget for every step, one protocol of messages.

The browser draws and keeps its own copy of the entries; the kernel merges, saves and judges.
What travels is listed in `docs/protocol.md`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from empathy_widgets.views.face import face_parts

if TYPE_CHECKING:
    from collections.abc import Callable

STATIC = Path(__file__).parent / "static"


class StepWidget(anywidget.AnyWidget):
    """One step of a workbook, or one of its panels, in the browser.

    Args:
        kind: the kind of step, or "check" or "hand_in" for a panel.
        step: the id of the step.
        lang: "en" or "nl".
        props: what the browser may know of the step; never a right answer.
        strings: the words that the browser needs, by key.
        on_message: called with this widget and each message from the browser; the bytes that came
            along with it, such as a photo, are its `buffers`.
        twin: makes the static twin, as a MIME bundle; shown wherever no widget can be.
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "widget.css"

    kind = traitlets.Unicode().tag(sync=True)
    step = traitlets.Unicode().tag(sync=True)
    lang = traitlets.Unicode("en").tag(sync=True)
    props = traitlets.Dict().tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)
    face_parts = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        on_message: Callable[[StepWidget, dict[str, Any]], None],
        twin: Callable[[], dict[str, str]],
        **state: object,
    ) -> None:
        super().__init__(**state)
        if any(key.startswith("face.") for key in self.strings):
            self.face_parts = face_parts()
        self._twin = twin
        self.on_msg(lambda _, message, buffers: on_message(self, {**message, "buffers": buffers}))

    def _repr_mimebundle_(
        self, **options: dict[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Any]] | None:
        made = super()._repr_mimebundle_(**options)
        if made is None:
            return None
        data, metadata = made
        return {**data, **self._twin()}, metadata
