"""`empathy lab`: the workbooks in a folder of the learner's own, opened in JupyterLab.

A file that is there is never written over, whatever has become of the course since.
"""

from __future__ import annotations

import json
import locale
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from empathy_widgets.content.places import WORKBOOKS, the_one
from empathy_widgets.errors import SavingError
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from empathy_widgets.model.language import Lang


def lab(folder: Path, *, lang: Lang | None = None, arguments: Sequence[str] = ()) -> int:
    """Put the workbooks into a folder, say what was done, and open JupyterLab there.

    Args:
        folder: where to work; made when it is not there.
        lang: put only the workbooks of this language; None puts both.
        arguments: passed on to JupyterLab.

    Returns:
        The exit code of JupyterLab. On POSIX systems JupyterLab takes the place of this process.

    Raises:
        SavingError: when the folder cannot be written in.
    """
    for said in put_workbooks(folder, lang=lang):
        _say(said)
    opened = f"--LabApp.default_url=/lab/tree/{_contents(lang)}"
    command = [sys.executable, "-m", "jupyterlab", *_for_root(), opened, *arguments]
    _say(f"Opening JupyterLab in {folder}. To stop it, press Ctrl+C here.")
    if os.name == "posix":
        os.chdir(folder)
        os.execv(command[0], command)  # noqa: S606 - our own interpreter
    return subprocess.call(command, cwd=folder)  # noqa: S603 - our own interpreter


def put_workbooks(folder: Path, *, lang: Lang | None = None) -> Iterator[str]:
    """Copy the workbooks that are not there yet, and say what became of each language.

    Raises:
        SavingError: when the folder cannot be written in.
    """
    source = the_one(WORKBOOKS)
    for language in [lang] if lang else LANGUAGES:
        put, kept = 0, 0
        for workbook in sorted((source / language).glob("*.ipynb")):
            target = folder / language / workbook.name
            if target.exists():
                kept += 1
                if _content(target) != _content(workbook):
                    yield (
                        f"{target} stays as you have it. The course now has a newer version; "
                        "to get that one, give your file another name and run this again."
                    )
                continue
            _copy(workbook, target)
            put += 1
        yield _sentence(folder / language, put, kept)


def _contents(lang: Lang | None) -> str:
    """The contents of the course in the language asked for, or else in that of the machine."""
    from empathy_widgets.build.workbooks import contents_name

    if lang is None:
        lang = "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"
    return contents_name(lang)


def _for_root() -> list[str]:
    """In a container one is often root; JupyterLab then wants to be told that this is meant."""
    return ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _sentence(folder: Path, put: int, kept: int) -> str:
    new = f"new workbooks: {put}" if put else "no new workbooks"
    return f"{folder}: {new}" + (f"; yours, left as they were: {kept}" if kept else "")


def _copy(workbook: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(workbook, target)
    except OSError as error:
        raise SavingError(target, error.strerror or str(error)) from error


def _content(path: Path) -> object:
    """Which version of an exercise a workbook was made from; None when it does not say."""
    try:
        mark = json.loads(path.read_bytes())["metadata"]["empathy_widgets"]
        return mark.get("content")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
