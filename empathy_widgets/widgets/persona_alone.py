"""A persona sheet in any notebook, without a workbook around it; several of them side by side."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import PhotoError
from empathy_widgets.model.empathy_map import EVIDENCE, EmpathyMapAnswer
from empathy_widgets.model.language import Lang
from empathy_widgets.model.persona_diff import snapshot
from empathy_widgets.model.persona_from_map import themes_from_map
from empathy_widgets.model.persona_sheet import (
    ALT,
    LINES,
    PHOTOS,
    THEME,
    THEMES,
    VERSION,
    PersonaRules,
    PersonaSheetAnswer,
)
from empathy_widgets.model.ranks import rank_between
from empathy_widgets.views import persona_overview
from empathy_widgets.views.on_paper import sheet_on_paper
from empathy_widgets.views.persona_sheet import Page
from empathy_widgets.widgets.alone import Alone, one_of, read_document, refuse
from empathy_widgets.widgets.persona_sheet import parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.entries import Value
    from empathy_widgets.model.persona_sheet import SheetVersion, Theme, ThemeText
    from empathy_widgets.widgets.map_alone import EmpathyMap

EXERCISE = "persona-sheet"
ASKED = PersonaRules().themes
"""The themes that stand ready; the others are one press away."""


class PersonaSheet(Alone):
    """A persona sheet: show it, fill it in by hand or from Python, save it.

    Args:
        name: of the persona.
        quote: a sentence that the persona would say, in the first person.
        who: the persona in one line.
        group: the target group that the persona stands for.
        lang: "en" or "nl".
        answers: a document to go on with; `load` reads one from a file.
        read_only: to show it as it is; only Python still changes it.
        unknown: refused.

    Raises:
        UnknownNameError: when a keyword or language is not one of these.

    >>> joost = PersonaSheet(name="Joost", who="buys for 180 colleagues")
    >>> theme = joost.fill("fears", "Saying no to people he likes", evidence="told")
    >>> joost.themes["fears"].text
    'Saying no to people he likes'
    """

    def __init__(
        self,
        *,
        name: str = "",
        quote: str = "",
        who: str = "",
        group: str = "",
        lang: str = "en",
        answers: Answers | None = None,
        read_only: bool = False,
        **unknown: object,
    ) -> None:
        refuse(unknown, (*LINES, "lang", "answers", "read_only"))
        given = PersonaSheetAnswer(name=name, quote=quote, who=who, group=group)
        self._lang: Lang = one_of("language", lang, get_args(Lang))
        props: dict[str, Any] = {
            **parts(ASKED, self._lang),
            "title": strings(self._lang)["persona.title"],
            "group": "",
            "takes_notes": False,
        }
        super().__init__(
            kind="persona_sheet",
            lang=lang,
            props=props,
            prefixes=("persona.", "face.", "map.evidence", "map.undo", "map.redo", "map.bar."),
            given=given,
            answers=answers,
            read_only=read_only,
        )

    @classmethod
    def load(cls, path: str | Path, *, lang: str = "en") -> PersonaSheet:
        """The sheet in a file that `save` wrote.

        Args:
            path: the file.
            lang: the language to show it in; the texts stay as they were written.

        Raises:
            NotOurFileError: when there is no such file, or it holds something else.
        """
        return cls(answers=read_document(path, EXERCISE), lang=lang)

    @property
    def answer(self) -> PersonaSheetAnswer:
        """The whole sheet as it is now."""
        return PersonaSheetAnswer.read(self.entries)

    @property
    def themes(self) -> dict[Theme, ThemeText]:
        """The themes that are filled, in the order of the sheet."""
        return self.answer.themes

    def fill(
        self,
        theme: str,
        text: str,
        *,
        evidence: str = "assumed",
        source: str = "",
        **unknown: object,
    ) -> ThemeText:
        """Write one theme; what stood there before is replaced.

        Args:
            theme: "day", "goals", "fears", "dreams", "drives", "hobbies", "media", "buying",
                "attitude" or "jobs".
            text: what is known about it.
            evidence: how you know: "observed", "told", "inferred" or "assumed".
            source: who or what told it, such as "5 of 7 interviews".
            unknown: refused.

        Raises:
            UnknownNameError: when a theme, evidence or keyword is not one of these.
            ValueError: when the text is empty.
        """
        refuse(unknown, ("evidence", "source"))
        chosen = one_of("theme", theme, THEMES)
        how = one_of("evidence", evidence, EVIDENCE)
        if not text.strip():
            message = "A theme needs a text; leave it out to keep it empty."
            raise ValueError(message)
        self.write(THEME + chosen, {"text": text, "evidence": how, "source": source, "notes": []})
        return self.themes[chosen]

    def take_notes(
        self, found: EmpathyMap | EmpathyMapAnswer, choice: Mapping[str, Theme | None] | None = None
    ) -> dict[Theme, ThemeText]:
        """Fill themes with the notes of an empathy map; each keeps how it is known.

        Args:
            found: the map.
            choice: for the id of a note the theme it goes to, or None to leave it out; all other
                notes go where notes of their region mostly belong.

        Returns:
            The themes that were filled; what stood in them before is replaced.
        """
        answer = found if isinstance(found, EmpathyMapAnswer) else found.answer
        taken = themes_from_map(answer, choice)
        for theme, text in taken.items():
            self.write(THEME + theme, text.model_dump(mode="json"))
        return taken

    def keep_version(self, changed: str, *, date: str = "") -> SheetVersion:
        """Keep the sheet as it is now as its next version, to see later what changed since.

        Args:
            changed: what changed, and who made you change it.
            date: when, as it should be read, such as "3 May".

        >>> joost = PersonaSheet(name="Joost")
        >>> joost.keep_version("First interviews", date="3 May").version
        '1'
        """
        with self._lock:
            before = [(one.version, self.entries[one.id].rank) for one in self.answer.versions]
            numbers = [int(version) for version, _ in before if version.isdecimal()]
            value: Value = {
                "version": str(max([len(before), *numbers]) + 1),
                "date": date,
                "changed": changed,
                "texts": snapshot(self.answer),
            }
            name = VERSION + secrets.token_hex(4)
            self.write(name, value, rank_between(before[-1][1] if before else "", ""))
        return next(one for one in self.answer.versions if one.id == name)

    def add_photo(self, path: str | Path, alt: str = "") -> None:
        """Put a photo on the sheet, made small and clean; a sheet holds three.

        Args:
            path: a PNG, JPEG or WebP file up to 10 MB.
            alt: what is on the photo, for those who cannot see it.

        Raises:
            PhotoError: when it cannot be used, or there are three photos already.
        """
        from empathy_widgets.workbook.photos import prepare_photo

        entries = self.entries
        free = [slot for slot in PHOTOS if slot not in entries or entries[slot].deleted]
        if not free:
            reason = "full"
            message = "Three photos is what a sheet holds. Take one away first."
            raise PhotoError(reason, message)
        self.write(free[0], {"data": prepare_photo(Path(path).read_bytes())})
        self.write(free[0] + ALT, {"text": alt})

    def to_html(self) -> str:
        """The sheet as an HTML fragment that needs no script, no style sheet and no other file."""
        return self._page().html()

    def export(self, path: str | Path, *, paper: str = "", poster: bool = False) -> list[Path]:
        """Put the sheet on paper, on slides or into a file for another program.

        Args:
            path: the file; its ending tells what it becomes: .pdf, .png, .svg, .pptx, .html, .md or .csv.
            paper: "a4", "a3" or "a2"; by default A4, and A3 for a poster.
            poster: as a poster, to hang on a wall.

        Returns:
            The files that were written: one, or one for each page of a picture.

        Raises:
            PrintingError: when the ending or paper is none of these, or the file cannot be written.
            MissingExtraError: when the `print` extra is not installed and is needed.
        """
        from empathy_widgets.printing import Work, export_work

        work = Work("persona_sheet", self.entries, self._lang, asked=ASKED)
        return export_work(work, Path(path), paper=paper, poster=poster)

    def _on_paper(self) -> str:
        return sheet_on_paper(self.answer, self._lang, asked=ASKED)

    def _bundle(self) -> dict[str, str]:
        page = self._page()
        return {"text/html": page.html(), "text/plain": page.plain()}

    def _page(self) -> Page:
        words = strings(self._lang)
        return Page(words["persona.title"], "", self.answer, words, ASKED)

    def _hear(self, message: dict[str, Any]) -> None:
        if message.get("type") != "photo":
            super()._hear(message)
            return
        from empathy_widgets.workbook.photos import received_photo

        slot, data, problem = received_photo(message, self._lang)
        if data and not self._read_only:
            self.write(slot, {"data": data})
        self.send({"type": "photo", "slot": slot, "problem": problem})


@dataclass(frozen=True)
class Overview:
    """Personas side by side; a notebook shows it as a table.

    Attributes:
        html: the table, as HTML that needs no other file.
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html


def overview(*personas: PersonaSheet | PersonaSheetAnswer, lang: str = "en") -> Overview:
    """Three to eight personas of one target group side by side.

    Args:
        personas: the sheets, from left to right.
        lang: the language of the headings.

    Raises:
        UnknownNameError: when the language is not known.
        ValueError: when there is no persona, or there are more than eight.

    >>> shown = overview(PersonaSheet(name="Joost"), PersonaSheet(name="Fatima"))
    >>> "Joost" in shown.html and "Fatima" in shown.html
    True
    """
    language: Lang = one_of("language", lang, get_args(Lang))
    answers = [one.answer if isinstance(one, PersonaSheet) else one for one in personas]
    return Overview(persona_overview.overview(answers, strings(language)))
