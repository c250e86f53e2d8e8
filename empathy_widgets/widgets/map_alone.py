"""An empathy map in any notebook, without a workbook around it."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import CompareError
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.empathy_map import (
    COMMENT,
    EVIDENCE,
    GOAL,
    NOTE,
    PERSON_FIELDS,
    QUESTION,
    REGIONS,
    TAGS,
    EmpathyMapAnswer,
    Note,
)
from empathy_widgets.model.language import Lang
from empathy_widgets.model.map_layouts import LAYOUTS
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.views.compare import MOST, Comparison, compare
from empathy_widgets.views.empathy_map import Page
from empathy_widgets.views.on_paper import map_on_paper
from empathy_widgets.widgets.alone import Alone, one_of, read_document, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.answers import Entries
    from empathy_widgets.model.entries import Value
    from empathy_widgets.model.map_layouts import Layout

EXERCISE = "empathy-map"
_TEXTS = (*PERSON_FIELDS, QUESTION, GOAL)


class EmpathyMap(Alone):
    """An empathy map: show it, fill it in by hand or from Python, save it.

    What you type and what your code adds are one map at every moment; a note that is added while
    you type does not interrupt you.

    Args:
        name: of the person.
        role: of the person in the situation.
        situation: that the person is in.
        question: what you want to understand.
        goal: what the person needs to do.
        lang: "en" or "nl".
        view: "six" regions or "seven"; the same notes, and you can switch at any time.
        others: one or two maps of other people, to compare this one with; "Compare" in the map
            shows what all of them share and what sets them apart, as they are at that moment.
        answers: a document to go on with; `load` reads one from a file.
        follows: an earlier map of the same person; what asking changed stands under this one.
            `revise` makes such a map with the notes of the first already in it.
        read_only: to show it as it is; only Python still changes it.
        unknown: refused.

    Raises:
        UnknownNameError: when a keyword, language or view is not one of these.
        CompareError: when there are more than two others.

    >>> fatima = EmpathyMap(name="Fatima", question="What does water mean to her?")
    >>> note = fatima.add("hear", "They are building near the square", evidence="told")
    >>> [(note.region, note.text) for note in fatima.notes]
    [('hear', 'They are building near the square')]
    """

    def __init__(
        self,
        *,
        name: str = "",
        role: str = "",
        situation: str = "",
        question: str = "",
        goal: str = "",
        lang: str = "en",
        view: str = "six",
        others: Iterable[EmpathyMap | EmpathyMapAnswer] = (),
        answers: Answers | None = None,
        follows: EmpathyMap | None = None,
        read_only: bool = False,
        **unknown: object,
    ) -> None:
        refuse(unknown, (*_TEXTS, "lang", "view", "others", "answers", "follows", "read_only"))
        self._others = tuple(others)
        if len(self._others) >= MOST:
            raise CompareError(len(self._others) + 1)
        given = EmpathyMapAnswer(
            name=name, role=role, situation=situation, question=question, goal=goal
        )
        self._lang: Lang = one_of("language", lang, get_args(Lang))
        self._view: Layout = one_of("view", view, LAYOUTS)
        props: dict[str, Any] = {
            "title": strings(self._lang)["map.title"],
            "question": "",
            "follows": follows is not None,
            "previous": None,
            "view": view,
        }
        self._first = follows
        super().__init__(
            kind="empathy_map",
            lang=lang,
            props=props,
            prefixes=("map.", "face."),
            given=given,
            answers=answers,
            read_only=read_only,
        )
        for other in self._others:
            if isinstance(other, EmpathyMap):
                other.watch(self._renew_twin)

    @classmethod
    def load(
        cls,
        path: str | Path,
        *,
        lang: str = "en",
        view: str = "six",
        others: Iterable[EmpathyMap | EmpathyMapAnswer] = (),
    ) -> EmpathyMap:
        """The map in a file that `save` wrote.

        Args:
            path: the file.
            lang: the language to show it in; the notes stay as they were written.
            view: "six" or "seven".
            others: one or two maps of other people, to compare it with.

        Raises:
            NotOurFileError: when there is no such file, or it holds something else.
            CompareError: when there are more than two others.
        """
        return cls(answers=read_document(path, EXERCISE), lang=lang, view=view, others=others)

    def revise(self, *, view: str = "") -> EmpathyMap:
        """A second map of the same person, to change after asking; this one stays as it is.

        It begins with everything but the comments, and shows under itself what asking changed.

        Args:
            view: "six" or "seven"; by default that of this map.

        >>> guess = EmpathyMap(name="Fatima")
        >>> note = guess.add("gains", "A shorter walk")
        >>> heard = guess.revise()
        >>> heard.write(note.id, {"text": "A walk with the others", "evidence": "told"})
        >>> [(note.text, note.evidence) for note in heard.notes]
        [('A walk with the others', 'told')]
        """
        kept = {name: e for name, e in self.entries.items() if not name.startswith(COMMENT)}
        document = Answers.new(EXERCISE).with_entries(self.STEP, kept)
        return EmpathyMap(answers=document, follows=self, lang=self._lang, view=view or self._view)

    @property
    def answer(self) -> EmpathyMapAnswer:
        """The whole map as it is now: person, question, notes."""
        return EmpathyMapAnswer.read(self.entries)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in their order; `note.region` tells where each stands."""
        return self.answer.notes

    def add(
        self,
        region: str,
        text: str,
        *,
        evidence: str = "assumed",
        source: str = "",
        author: str = "",
        tag: str = "",
        **unknown: object,
    ) -> Note:
        """Add one note at the end of a region.

        Args:
            region: "see", "hear", "think_feel", "say_do", "pains" or "gains".
            text: one thought.
            evidence: how you know: "observed", "told", "inferred" or "assumed".
            source: who or what told it, such as "interview, 3 May".
            author: who wrote the note.
            tag: "say" or "do" for a note that says or does; "" for neither.
            unknown: refused.

        Returns:
            The note, with its id.

        Raises:
            UnknownNameError: when a region, evidence, tag or keyword is not one of these.
            ValueError: when the text is empty.

        >>> EmpathyMap().add("hears", "It is far")
        Traceback (most recent call last):
        ...
        empathy_widgets.errors.UnknownNameError: There is no region "hears". Did you mean hear?
        """
        refuse(unknown, ("evidence", "source", "author", "tag"))
        value: Value = {
            "text": text,
            "region": one_of("region", region, REGIONS),
            "evidence": one_of("evidence", evidence, EVIDENCE),
            "source": source,
            "author": author,
            "tag": one_of("tag", tag, TAGS),
        }
        if not text.strip():
            message = "A note needs a text: one thought."
            raise ValueError(message)
        name = NOTE + secrets.token_hex(4)
        with self._lock:
            ranks = [e.rank for key, e in self.entries.items() if key.startswith(NOTE)]
            self.write(name, value, rank_between(max(ranks, default=""), ""))
        return next(note for note in self.notes if note.id == name)

    def to_html(self, *, view: str = "") -> str:
        """The map as an HTML fragment that needs no script, no style sheet and no other file.

        Args:
            view: "six" or "seven"; by default the one the map was made with.
        """
        layout: Layout = one_of("view", view or self._view, LAYOUTS)
        return self._page(layout).html()

    def export(self, path: str | Path, *, view: str = "", paper: str = "") -> list[Path]:
        """Put the map on paper, on slides or into a file for another program.

        Behind it stand its themes, needs, insights and comments, and what asking changed when it
        revises another.

        Args:
            path: the file; its ending tells what it becomes: .pdf, .png, .svg, .pptx, .html, .md or .csv.
            view: "six" or "seven"; by default the one the map was made with.
            paper: "a4", "a3" or "a2"; by default A4.

        Returns:
            The files that were written: one, or one for each page of a picture.

        Raises:
            PrintingError: when the ending or paper is none of these, or the file cannot be written.
            MissingExtraError: when the `print` extra is not installed and is needed.
        """
        from empathy_widgets.printing import Work, export_work

        layout: Layout = one_of("view", view or self._view, LAYOUTS)
        earlier = self._previous() or {}
        work = Work("empathy_map", self.entries, self._lang, earlier=earlier, layout=layout)
        return export_work(work, Path(path), paper=paper)

    def _previous(self) -> Entries | None:
        return self._first.entries if self._first else None

    def _on_paper(self) -> str:
        before = self._first.answer if self._first else None
        return map_on_paper(self.answer, self._lang, layout=self._view, before=before)

    def _bundle(self) -> dict[str, str]:
        page = self._page(self._view)
        html, plain = page.html(), page.plain()
        beside = self._compared()
        if beside and beside.can_be_read:
            html, plain = html + beside.to_html(), f"{plain}\n\n{beside.plain()}"
        return {"text/html": html, "text/plain": plain}

    def _compared(self) -> Comparison | None:
        """This map and the others side by side; None when there are no others."""
        return compare(self, *self._others, lang=self._lang) if self._others else None

    def _send_state(self) -> None:
        super()._send_state()
        self._send_compared()

    def _send_twin(self) -> None:
        super()._send_twin()
        self._send_compared()

    def _send_compared(self) -> None:
        if beside := self._compared():
            self.send({"type": "compared", "data": beside.for_browser()})

    def _page(self, layout: Layout) -> Page:
        answer, words = self.answer, strings(self._lang)
        first = self._first.answer if self._first else None
        return Page(words["map.title"], "", answer.question, answer, words, layout, first)
