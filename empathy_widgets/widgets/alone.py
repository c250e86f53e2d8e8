"""A widget that stands alone in any notebook: its answers live in the memory of the kernel.

It speaks the protocol of `docs/protocol.md` like a step of a workbook, so what you type in the
browser and what your code adds become one, and neither interrupts the other. Nothing is written
to disk until you ask for it.
"""

from __future__ import annotations

import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from empathy_widgets.content.strings import strings_for
from empathy_widgets.errors import NotOurFileError, NotSavedError, UnknownNameError
from empathy_widgets.model.answers import Answers, readable_entries
from empathy_widgets.model.entries import edit
from empathy_widgets.widgets._base import StepWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.entries import Entry, Value
    from empathy_widgets.model.step import Answer

T = TypeVar("T", bound=str)

MAX_BYTES = 50_000_000
"""A file larger than this is not ours."""

TWIN_SECONDS = 1.0
"""The static twin in the notebook is renewed at most this often."""


class Alone(StepWidget):
    """One widget with a document of its own.

    Args:
        kind: the kind of step that it draws.
        lang: "en" or "nl".
        props: what the browser draws.
        prefixes: the beginnings of the keys of the words that it draws.
        given: what is in it from the start.
        answers: the document to go on with; its `exercise` is the kind with hyphens.
        read_only: whether it can only be changed from Python.
    """

    STEP = "alone"

    def __init__(
        self,
        *,
        kind: str,
        lang: str,
        props: dict[str, Any],
        prefixes: tuple[str, ...],
        given: Answer,
        answers: Answers | None,
        read_only: bool = False,
    ) -> None:
        self._read_only = read_only
        self._lock = threading.RLock()
        self._client = f"k{secrets.token_hex(4)}"
        document = answers or Answers.new(kind.replace("_", "-"))
        self._answers = document.with_entries(self.STEP, given.entries(self._client))
        self._timer: threading.Timer | None = None
        self._watchers: list[Callable[[], None]] = []
        super().__init__(
            kind=kind,
            step=self.STEP,
            lang=lang,
            props={"exercise": document.exercise, **props},
            strings=strings_for("nl" if lang == "nl" else "en", "ui.", "feedback.", *prefixes),
            on_message=lambda _, message: self._hear(message),
            twin=self._bundle,
        )
        self.props = {**self.props, "alone": self.model_id}

    @property
    def entries(self) -> Entries:
        """Everything in the widget, by the id of the entry."""
        return self._answers.entries(self.STEP)

    def save(self, path: str | Path) -> Path:
        """Write everything to a JSON file, from which `load` makes the same widget again.

        Args:
            path: the file; it is replaced whole or not at all.

        Returns:
            The path of the file.

        Raises:
            NotSavedError: when the file could not be written; an older one is still there.
        """
        file = Path(path)
        part = file.with_name(f".{file.name}.part")
        try:
            part.write_text(self._answers.model_dump_json(indent=1) + "\n", encoding="utf-8")
            part.replace(file)
        except OSError as error:
            raise NotSavedError(file, error.strerror or str(error)) from error
        return file

    def write(self, name: str, value: Value, rank: str | None = None) -> None:
        """Write one entry from Python; every page that shows the widget hears of it."""
        with self._lock:
            old = self.entries.get(name)
            laid = {**(old.value if old else {}), **value}
            self._take({name: edit(old, client=self._client, value=laid, rank=rank)})

    def remove(self, name: str) -> None:
        """Take one entry away, such as a note by its id; one that is not there stays away.

        Args:
            name: the id of the entry.
        """
        with self._lock:
            if old := self.entries.get(name):
                self._take({name: edit(old, client=self._client, deleted=True)})

    def watch(self, act: Callable[[], None]) -> None:
        """Have something done after every change, by hand or from Python."""
        self._watchers.append(act)

    def _previous(self) -> Entries | None:
        """The entries that this widget revises, if it does."""
        return None

    def _on_paper(self) -> str:
        """Whether it fits on one printed page, in words."""
        raise NotImplementedError

    def _bundle(self) -> dict[str, str]:
        """What is shown wherever no widget can be."""
        raise NotImplementedError

    def _hear(self, message: dict[str, Any]) -> None:
        found = {} if self._read_only else readable_entries(message.get("entries"))
        with self._lock:
            match message.get("type"):
                case "hello":
                    self._take(found)
                    self._send_state()
                case "edit":
                    self._take(found)
                    self._tell({}, client=message.get("client"), rev=message.get("rev"))

    def _take(self, entries: Entries) -> None:
        """Merge entries in and tell every page what is new."""
        before = self.entries
        self._answers = self._answers.with_entries(self.STEP, entries)
        news = {name: one for name, one in self.entries.items() if before.get(name) != one}
        if news:
            self._tell(news)
            self._renew_twin()
            for act in self._watchers:
                act()

    def _tell(
        self,
        entries: dict[str, Entry],
        client: object = "",
        rev: object = 0,
        twin: dict[str, str] | None = None,
    ) -> None:
        said = {"type": "ack", "client": client, "rev": rev, "entries": _json(entries)}
        page = {"page": self._on_paper()} if twin else {}
        self.send({**said, "saved_at": "", "twin": twin, **page})

    def _send_state(self) -> None:
        previous = self._previous()
        self.send(
            {
                "type": "state",
                "document_id": self._answers.document_id,
                "entries": _json(self.entries),
                "saved_at": "",
                "read_only": self._read_only,
                "notice": "",
                "notice_values": {},
                "documents": [],
                "result": None,
                "openable": [],
                "opened": {},
                "previous": None if previous is None else _json(previous),
                "page": self._on_paper(),
                "twin": None,
            }
        )

    def _renew_twin(self) -> None:
        if self._timer is None:
            self._timer = threading.Timer(TWIN_SECONDS, self._send_twin)
            self._timer.daemon = True
            self._timer.start()

    def _send_twin(self) -> None:
        self._timer = None
        self._tell({}, twin=self._bundle())


def read_document(path: str | Path, exercise: str) -> Answers:
    """The document in a file that `Alone.save` wrote.

    Raises:
        NotOurFileError: when there is no such file, or it holds something else.
    """
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise NotOurFileError(file, "is larger than 50 MB: that is no file that save() wrote.")
        answers = Answers.model_validate_json(file.read_bytes())
    except OSError as error:
        reason = f"cannot be read: {error.strerror}. Check the name and the folder."
        raise NotOurFileError(file, reason) from error
    except ValidationError as error:
        reason = "is damaged, or no file that save() wrote. Try another copy of it."
        raise NotOurFileError(file, reason) from error
    if answers.exercise != exercise:
        reason = f'holds "{answers.exercise}", not "{exercise}". Open it with what made it.'
        raise NotOurFileError(file, reason)
    return answers


def one_of(what: str, name: str, known: Collection[T]) -> T:
    """The name itself, when it is one of those that are known.

    Raises:
        UnknownNameError: when it is not; the message tells the nearest.
    """
    found = next((one for one in known if one == name), None)
    if found is None:
        raise UnknownNameError(what, name, filter(None, known))
    return found


def refuse(unknown: Iterable[str], known: Iterable[str]) -> None:
    """Refuse keywords that nothing knows; a mistyped one is never passed over.

    Raises:
        UnknownNameError: for the first of them; the message tells the nearest.
    """
    what = "keyword"
    for name in unknown:
        raise UnknownNameError(what, name, known)


def _json(entries: dict[str, Entry]) -> dict[str, Any]:
    return {name: entry.model_dump(mode="json") for name, entry in entries.items()}
