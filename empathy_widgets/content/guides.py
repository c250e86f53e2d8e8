"""Reading the trainer's guide of an exercise: `guide.en.md` and `guide.nl.md`, with a line for every fault.

A guide has the same headings in the same order everywhere; `docs/authoring.md` shows one. An exercise
may do without, but not in one language only.
"""

from __future__ import annotations

import difflib
import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from empathy_widgets.content.exercises import GUIDE
from empathy_widgets.content.strings import strings
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.guide import SECTIONS, Guide, Section, Stretch
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang

LONGEST_PARAGRAPH = 90
"""In words; a trainer reads a guide standing up."""

_STRETCH = re.compile(r"- (\d{1,3}): (\S.*)")


class _Line(NamedTuple):
    number: int
    text: str


class _Part(NamedTuple):
    """A heading with the lines below it."""

    number: int
    title: str
    lines: list[_Line]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines).strip()


def guide_file(folder: Path, lang: Lang) -> Path:
    """Where the guide of an exercise lies."""
    return folder / f"{GUIDE}.{lang}.md"


def read_guide(folder: Path, exercise: Exercise, lang: Lang) -> Guide | None:
    """The guide of an exercise in one language; None when the exercise has none.

    Args:
        folder: the folder of the exercise.
        exercise: what its `exercise.yaml` says.
        lang: the language.

    Raises:
        AuthoringError: when the guide holds faults; it lists them all.
    """
    path = guide_file(folder, lang)
    if not path.is_file():
        faults = list(_missing(folder))
        if faults:
            raise AuthoringError(faults)
        return None
    found, faults = _read(path, exercise, lang)
    if faults:
        raise AuthoringError(faults)
    return found


def guide_faults(folder: Path, exercise: Exercise) -> list[str]:
    """Every fault in the guide of an exercise, in both languages; for authors."""
    faults = list(_missing(folder))
    minutes: dict[Lang, list[int]] = {}
    for lang in LANGUAGES:
        if guide_file(folder, lang).is_file():
            found, more = _read(guide_file(folder, lang), exercise, lang)
            faults += more
            minutes[lang] = [stretch.minutes for stretch in found.minutes]
    if not faults and minutes and minutes["en"] != minutes["nl"]:
        path = guide_file(folder, "nl")
        faults.append(f"{path}:1: the minutes are not those of {GUIDE}.en.md; make them the same")
    return faults


def _missing(folder: Path) -> Iterator[str]:
    there = [lang for lang in LANGUAGES if guide_file(folder, lang).is_file()]
    for lang in LANGUAGES if there else ():
        if lang not in there:
            yield f"{guide_file(folder, lang)}:1: this file is missing; write the guide in this language too"


def _read(path: Path, exercise: Exercise, lang: Lang) -> tuple[Guide, list[str]]:
    """The guide as far as it can be read, and all its faults, each with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return Guide(), [f"{path}:1: this is not text in UTF-8; save the file as UTF-8"]
    lines = [_Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    parts = _parts(lines, "## ")
    sections, faults = _sections(parts, lang)
    stretches: tuple[Stretch, ...] = ()
    steps: dict[str, str] = {}
    if "minutes" in sections:
        stretches, more = _stretches(sections["minutes"], exercise)
        faults += more
    if "steps" in sections:
        steps, more = _steps(sections["steps"], exercise)
        faults += more
    faults += _before_the_first(lines, "## ", "begin with a heading, such as", _headings(lang))
    faults += _long_paragraphs(lines)
    prose = {name: part.text for name, part in sections.items() if name not in {"minutes", "steps"}}
    return Guide(prose, stretches, steps), [
        f"{path}:{number}: {what}" for number, what in sorted(faults)
    ]


def _headings(lang: Lang) -> dict[str, Section]:
    return {strings(lang)[f"guide.section.{section}"]: section for section in SECTIONS}


def _parts(lines: Iterable[_Line], sign: str) -> list[_Part]:
    found: list[_Part] = []
    for line in lines:
        if line.text.startswith(sign):
            found.append(_Part(line.number, line.text.removeprefix(sign).strip(), []))
        elif found:
            found[-1].lines.append(line)
    return found


def _sections(parts: list[_Part], lang: Lang) -> tuple[dict[Section, _Part], list[tuple[int, str]]]:
    headings, faults = _headings(lang), []
    sections: dict[Section, _Part] = {}
    for part in parts:
        section = headings.get(part.title)
        if section is None:
            known = ", ".join(headings)
            faults.append((part.number, f'a guide has no part "{part.title}"; it has: {known}'))
        elif section in sections:
            faults.append((part.number, f'"{part.title}" stands here twice; make it one part'))
        else:
            sections[section] = part
            if not part.text:
                faults.append((part.number, f'nothing stands under "{part.title}"; write it'))
    for title, section in headings.items():
        if section not in sections:
            faults.append((1, f'there is no part "## {title}"; write it'))
    in_order = [section for section in SECTIONS if section in sections]
    if list(sections) != in_order:
        wrong = next(a for a, b in zip(sections, in_order, strict=True) if a != b)
        order = ", ".join(headings)
        number, title = sections[wrong].number, sections[wrong].title
        faults.append((number, f'"{title}" does not stand in its place; the order is: {order}'))
    return sections, faults


def _stretches(
    part: _Part, exercise: Exercise
) -> tuple[tuple[Stretch, ...], list[tuple[int, str]]]:
    found, faults = [], []
    for line in part.lines:
        read = _STRETCH.fullmatch(line.text.strip())
        if read:
            found.append(Stretch(int(read[1]), read[2]))
        elif line.text.strip():
            faults.append(
                (line.number, 'a line here says how long and what, as in "- 10: The story"')
            )
    total = sum(stretch.minutes for stretch in found)
    if not faults and total != exercise.minutes:
        what = f"these are {total} minutes together, and exercise.yaml says {exercise.minutes}; make them the same"
        faults.append((part.number, what))
    return tuple(found), faults


def _steps(part: _Part, exercise: Exercise) -> tuple[dict[str, str], list[tuple[int, str]]]:
    ids = [step.id for step in exercise.steps]
    faults = _before_the_first(part.lines, "### ", "name the step first, such as", ids)
    notes: dict[str, str] = {}
    for note in _parts(part.lines, "### "):
        if note.title not in ids:
            near = difflib.get_close_matches(note.title, ids, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(ids)}"
            faults.append((note.number, f'there is no step "{note.title}"; {hint}'))
        elif note.title in notes:
            faults.append((note.number, f'step "{note.title}" stands here twice; keep one'))
        elif not note.text:
            faults.append((note.number, f'nothing is said about step "{note.title}"; write it'))
        notes[note.title] = note.text
    for step in exercise.steps:
        if step.id not in notes and step.trainer is None:
            what = f'nothing is said about step "{step.id}"; add "### {step.id}" and a note'
            faults.append((part.number, what))
    return notes, faults


def _before_the_first(
    lines: Iterable[_Line], sign: str, what: str, known: Iterable[str]
) -> list[tuple[int, str]]:
    """A fault when text stands above the first heading, where nobody would see it."""
    above = takewhile(lambda line: not line.text.startswith(sign), lines)
    lost = next((line for line in above if line.text.strip()), None)
    return [(lost.number, f'{what} "{sign}{next(iter(known))}"')] if lost else []


def _long_paragraphs(lines: list[_Line]) -> list[tuple[int, str]]:
    faults, begin, words = [], 0, 0
    for line in [*lines, _Line(0, "")]:
        if line.text.strip() and not line.text.startswith(("- ", "#")):
            begin, words = begin or line.number, words + len(line.text.split())
            continue
        if words > LONGEST_PARAGRAPH:
            what = f"this paragraph has {words} words; make it {LONGEST_PARAGRAPH} at most, or two"
            faults.append((begin, what))
        begin = line.number if line.text.startswith("- ") else 0
        words = len(line.text.split()) if begin else 0
    return faults
