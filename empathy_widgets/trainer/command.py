"""`empathy guide`: the guide of an exercise for its trainer, or its sheets for learners on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.errors import PrintingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from empathy_widgets.model.language import Lang
    from empathy_widgets.trainer.pieces import Paper

GuideFormat = Literal["html", "pdf", "md"]
GUIDE_FORMATS: tuple[GuideFormat, ...] = get_args(GuideFormat)


def guide_command(
    name: str,
    to: GuideFormat = "html",
    *,
    lang: Lang = "en",
    sheets: bool = False,
    out: Path | None = None,
    exercises: Iterable[Path] = (),
) -> Path:
    """Write the trainer's guide of an exercise into a file, or its sheets, and say which file.

    Args:
        name: the id of the exercise.
        to: the kind of file; sheets are for pen and paper, so not "md".
        lang: the language.
        sheets: True for the workbook on paper instead of the guide.
        out: the file to write; None makes one in this folder, such as `well-guide.nl.html`.
        exercises: folders with exercises of one's own.

    Raises:
        UnknownExerciseError: when there is no exercise of that name.
        AuthoringError: when its files hold faults.
        PrintingError: when the format does not fit, or the file cannot be written.
        MissingExtraError: when a PDF is asked for and the `print` extra is not installed.
    """
    from empathy_widgets.trainer.guide import guide_of
    from empathy_widgets.trainer.sheets import sheets_of

    if sheets and to == "md":
        message = "Sheets are for pen and paper: write them to html or pdf, not to md."
        raise PrintingError(message)
    loaded = load_exercise(name, exercises)
    paper = sheets_of(loaded, lang) if sheets else guide_of(loaded, lang)
    target = out or Path(f"{name}-{'sheets' if sheets else 'guide'}.{lang}.{to}")
    _write(target, _made(paper, to))
    return target


def _made(paper: Paper, to: GuideFormat) -> bytes:
    from empathy_widgets.trainer import written

    if to == "pdf":
        return written.pdf_of(paper)
    text = written.html_of(paper) if to == "html" else written.markdown_of(paper)
    return text.encode()


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        message = f"{error.filename or target} could not be written: {error.strerror}. Say where with --out."
        raise PrintingError(message) from error
