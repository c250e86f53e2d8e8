"""The course checks itself: its examples, its two languages and how well it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.build.both_languages import differences
from empathy_widgets.build.examples import Played
from empathy_widgets.build.prose import prose_passages, short_passages
from empathy_widgets.build.readability import reading_problems, workbook_ease
from empathy_widgets.content.exercises import read_exercise
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from empathy_widgets.model.language import Lang


@dataclass(frozen=True)
class Rehearsal:
    """What came of one exercise.

    Attributes:
        exercise: the name of its folder.
        examples: how many examples were played through, in both languages together.
        mistakes: how many typical mistakes it shows.
        ease: for each language how easily its prose reads, from 0 to 100.
        problems: one line each, with the file, the step and what to do; none when all is well.
    """

    exercise: str
    examples: int
    mistakes: int
    ease: dict[Lang, float]
    problems: tuple[str, ...]


def rehearse(exercises: Path) -> Iterator[Rehearsal]:
    """Let every exercise in a folder prove what it promises.

    A folder without `exercise.yaml` is passed over: it only lends its rubric to others.

    Args:
        exercises: a folder of exercise folders.
    """
    for path in sorted(exercises.glob("*/exercise.yaml")):
        yield rehearse_one(path.parent, exercises)


def rehearse_one(folder: Path, exercises: Path) -> Rehearsal:
    """Let one exercise prove what it promises."""
    try:
        loaded = read_exercise(folder, [exercises])
    except AuthoringError as error:
        return Rehearsal(folder.name, 0, 0, {}, tuple(error.faults))
    played = Played(loaded)
    prose = list(prose_passages(folder))
    short = list(short_passages(folder))
    problems = (*played.problems, *differences(loaded), *reading_problems([*prose, *short]))
    ease = {lang: workbook_ease(prose, lang) for lang in LANGUAGES}
    return Rehearsal(folder.name, played.count, played.mistakes, ease, problems)
