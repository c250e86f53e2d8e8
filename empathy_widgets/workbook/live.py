"""A workbook that is being worked in: widgets in the browser, answers in the kernel."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from empathy_widgets.content.strings import strings, strings_for
from empathy_widgets.errors import SavingError
from empathy_widgets.model.answers import (
    CHECKED,
    HAND_IN,
    HANDED_IN,
    OPENED,
    Entries,
    readable_entries,
)
from empathy_widgets.model.exercise import ANSWERS
from empathy_widgets.workbook.document import iso
from empathy_widgets.workbook.openable import is_due, openable, opened, whole_twin
from empathy_widgets.workbook.results import result_json, summary_json
from empathy_widgets.workbook.sidecar import saved_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.widgets import StepWidget
    from empathy_widgets.workbook.document import Document

TWIN_SECONDS = 1.0
"""A static twin is made at most this often for one step."""

CHECK = "check"
_PREFIXES = {
    "empathy_map": ("map.", "face."),
    "persona_sheet": ("persona.", "face.", "map.evidence", "map.undo", "map.redo", "map.bar."),
    "check": ("check.", "summary."),
    "hand_in": ("hand_in.", "check.", "summary."),
}
"""The words that a widget needs, by their keys, where those do not begin with the name of its kind."""

PANELS = {CHECK: "check", HAND_IN: "hand_in"}
_ENTRIES: TypeAdapter[Entries] = TypeAdapter(Entries, config={"defer_build": True})


class Live:
    """All widgets of one workbook, around one document.

    Args:
        loaded: the exercise.
        lang: the language of the workbook.
        document: the answers.
    """

    def __init__(self, loaded: LoadedExercise, lang: Lang, document: Document) -> None:
        self._loaded = loaded
        self._lang = lang
        self._document = document
        self._widgets: dict[str, list[StepWidget]] = {}
        self._twins = _Paced(TWIN_SECONDS, self._send_twin)
        self._followers = _Paced(TWIN_SECONDS, self._send_state)
        self._comparers = _Paced(TWIN_SECONDS, self._send_compared)
        document.listen(self._tell)

    def widget(self, step: str) -> StepWidget:
        """A new widget for a step, or for the panel "check" or "hand-in"."""
        from empathy_widgets.widgets import StepWidget, panel_props, step_props

        exercise = self._loaded.exercise
        if step in PANELS:
            kind, props = PANELS[step], panel_props(self._loaded, self._lang)
        else:
            asked = exercise.step(step)
            kind, props = asked.kind, step_props(self._loaded, step, self._lang)
        made = StepWidget(
            kind=kind,
            step=step,
            lang=self._lang,
            props=props,
            strings=strings_for(self._lang, "ui.", "feedback.", *self._words(kind, step)),
            on_message=self._on_message,
            twin=lambda: self._twin(step),
        )
        self._widgets.setdefault(step, []).append(made)
        return made

    def _words(self, kind: str, step: str) -> Iterator[str]:
        """How the keys of the words begin that a widget needs."""
        yield from _PREFIXES.get(kind, (f"{kind}.",))
        asked = None if step in PANELS else self._loaded.exercise.step(step)
        if asked and (asked.compare or (asked.reveal and asked.reveal.map)):
            yield from _PREFIXES["empathy_map"]

    def _on_message(self, widget: StepWidget, message: dict[str, Any]) -> None:
        """Answer one message of the browser; what it may say is listed in docs/protocol.md."""
        match message.get("type"):
            case "hello":
                self._hello(widget.step, message)
            case "edit":
                self._edit(widget, message)
            case "check":
                self._note(widget.step, CHECKED)
            case "open":
                self._open(widget.step, str(message.get("what")))
            case "choose_document":
                self._document.choose(str(message.get("document_id")))
                self._send_states()
            case "handed_in":
                self._handed_in()
            case "hand_in":
                self._make_hand_in()
            case "photo":
                self._photo(widget, message)

    def _hello(self, step: str, message: dict[str, Any]) -> None:
        before = self._document.answers.document_id
        notebook, claimed = message.get("notebook"), message.get("document_id")
        self._document.meet(claimed if isinstance(claimed, str) else None, str(notebook or ""))
        self._receive(step, message.get("entries"))
        self._document.try_again()
        if self._document.answers.document_id != before:
            self._send_states()
        else:
            self._send_state(step)

    def _edit(self, widget: StepWidget, message: dict[str, Any]) -> None:
        client, rev = message.get("client"), message.get("rev")
        trouble = self._receive(widget.step, message.get("entries"))
        if trouble:
            self._send(
                widget.step,
                {
                    "type": "not_saved",
                    "client": client,
                    "rev": rev,
                    "reason": self._in_words(trouble),
                    "entries": {},
                },
            )
            return
        self._send(
            widget.step,
            {
                "type": "ack",
                "client": client,
                "rev": rev,
                "entries": {},
                "saved_at": iso(time.time()),
                "twin": None,
            },
        )

    def _receive(self, step: str, entries: object) -> SavingError | None:
        """Take entries in; what cannot be read is left out, what cannot be saved is said."""
        found = readable_entries(entries)
        if not found:
            return self._document.trouble
        try:
            self._document.receive(step, found)
        except SavingError as error:
            return error
        return None

    def _note(self, step: str, name: str) -> None:
        """Record that something happened at a step; a full disk does not stop the learner."""
        if name != CHECKED or not self._is_blank(step):
            # The note is kept in memory, and the state that follows says that it is not on disk.
            with contextlib.suppress(SavingError):
                self._document.record(step, name, {"at": iso(time.time())})
        self._send_state(step)

    def _open(self, step: str, what: str) -> None:
        if is_due(self._loaded, step, what, self._document.answers):
            self._note(step, f"{OPENED}{what}")

    def _photo(self, widget: StepWidget, message: dict[str, Any]) -> None:
        from empathy_widgets.workbook.photos import received_photo

        slot, data, problem = received_photo(message, self._lang)
        if data:
            try:
                self._document.record(widget.step, slot, {"data": data})
            except SavingError:
                self._send_state(widget.step)
        self._send(widget.step, {"type": "photo", "slot": slot, "problem": problem})

    def _make_hand_in(self) -> None:
        from empathy_widgets.workbook.hand_in import hand_in_name, hand_in_text

        answers = self._document.answers
        text = hand_in_text(self._loaded, self._lang, answers)
        self._send(HAND_IN, {"type": "file", "name": hand_in_name(answers), "text": text})
        self._handed_in()

    def _handed_in(self) -> None:
        """What opens after the hand-in may open now."""
        self._note(HAND_IN, HANDED_IN)
        self._send_states()

    def _in_words(self, trouble: SavingError | None) -> str:
        if trouble is None:
            return ""
        return strings(self._lang)["ui.not_saved"].format(reason=trouble.reason)

    def _is_blank(self, step: str) -> bool:
        asked = self._loaded.exercise.step(step)
        return ANSWERS[asked.kind].read(self._document.answers.entries(step)).is_empty

    def _tell(self, changed: Mapping[str, Entries]) -> None:
        """Send what changed to every page, and renew what depends on it, in its own time."""
        for step, entries in changed.items():
            sent = _ENTRIES.dump_python(entries, mode="json")
            self._send(step, {"type": "ack", "client": "", "rev": 0, "entries": sent, "twin": None})
            self._twins.ask(step)
            for later in self._loaded.exercise.steps:
                if getattr(later, "follows", None) == step:
                    self._followers.ask(later.id)
                if step in later.compared:
                    self._comparers.ask(later.id)
                    self._twins.ask(later.id)
        for panel in PANELS:
            self._twins.ask(panel)

    def _send_states(self) -> None:
        for step in list(self._widgets):
            self._send_state(step)

    def _send_state(self, step: str) -> None:
        if step in PANELS:
            self._send_panel(step)
        document = self._document
        self._send(
            step,
            {
                "type": "state",
                "document_id": document.answers.document_id,
                "entries": _ENTRIES.dump_python(document.answers.entries(step), mode="json"),
                "saved_at": document.saved_at,
                "trouble": self._in_words(document.trouble),
                "read_only": bool(document.among),
                "notice": "ui.copied_from" if document.copied_from else "",
                "notice_values": {"notebook": document.copied_from},
                "documents": self._documents(),
                "result": result_json(self._loaded, step, document.answers, self._lang),
                "openable": openable(self._loaded, step, document.answers, self._lang),
                "opened": opened(self._loaded, step, document.answers, self._lang),
                "previous": self._previous(step),
                "page": self._on_paper(step),
                "twin": None,
            },
        )
        self._send_compared(step)

    def _send_compared(self, step: str) -> None:
        """The maps that a step lays side by side, where it does."""
        exercise = self._loaded.exercise
        if step in PANELS or step not in self._widgets or not exercise.step(step).compared:
            return
        from empathy_widgets.views.compare import compared

        if found := compared(exercise, step, self._document.answers, self._lang):
            self._send(step, {"type": "compared", "data": found.for_browser()})

    def _on_paper(self, step: str) -> str:
        """Whether the step fits on one printed page, in words; "" when it is none to print."""
        from empathy_widgets.views.on_paper import on_paper

        if step in PANELS:
            return ""
        return on_paper(self._loaded.exercise, step, self._document.answers, self._lang)

    def _previous(self, step: str) -> dict[str, Any] | None:
        """The entries of the earlier map that this step goes on from, as they are now."""
        if step in PANELS:
            return None
        asked = self._loaded.exercise.step(step)
        earlier = getattr(asked, "follows", None) or getattr(asked, "from_map", None)
        if not earlier:
            return None
        found: dict[str, Any] = _ENTRIES.dump_python(
            self._document.answers.entries(earlier), mode="json"
        )
        return found

    def _documents(self) -> list[dict[str, object]]:
        return [
            {
                "document_id": answers.document_id,
                "saved_at": iso(saved_at(self._document.folder, answers)),
                "entries": sum(len(entries) for entries in answers.steps.values()),
            }
            for answers in self._document.among
        ]

    def _send_panel(self, step: str) -> None:
        data = summary_json(self._loaded, self._document.answers, self._lang)
        self._send(step, {"type": "panel", "data": data})

    def _send_twin(self, step: str) -> None:
        if step in PANELS:
            self._send_panel(step)
        news = {"twin": self._twin(step), "page": self._on_paper(step)}
        self._send(step, {"type": "ack", "client": "", "rev": 0, "entries": {}, **news})

    def _twin(self, step: str) -> dict[str, str]:
        from empathy_widgets.views import panel_twin

        loaded, answers = self._loaded, self._document.answers
        if step in PANELS:
            return panel_twin(loaded.exercise, loaded.rubric, PANELS[step], answers, self._lang)
        return whole_twin(loaded, step, answers, self._lang)

    def _send(self, step: str, message: dict[str, Any]) -> None:
        for widget in self._widgets.get(step, []):
            widget.send(message)


class _Paced:
    """Calls `act(name)` at most once in so many seconds for each name, and never forgets the last."""

    def __init__(self, seconds: float, act: Callable[[str], None]) -> None:
        self._seconds = seconds
        self._act = act
        self._waiting: set[str] = set()
        self._lock = threading.Lock()

    def ask(self, name: str) -> None:
        with self._lock:
            if name in self._waiting:
                return
            self._waiting.add(name)
        timer = threading.Timer(self._seconds, self._run, [name])
        timer.daemon = True
        timer.start()

    def _run(self, name: str) -> None:
        with self._lock:
            self._waiting.discard(name)
        self._act(name)
