"""The course checks itself: every example earns exactly what it promises.

What an example promises is told in `exercises/README.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_widgets.content.exercises import LoadedExercise, read_exercise
from empathy_widgets.errors import AuthoringError, ExerciseError
from empathy_widgets.model.language import LANGUAGES, Lang

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from empathy_widgets.model.example import Example
    from empathy_widgets.scoring.results import ExerciseResult, Finding, StepResult

MODEL, EMPTY, MISTAKE = "model", "empty", "mistake-"


@dataclass(frozen=True)
class Rehearsal:
    """What came of one exercise.

    Attributes:
        exercise: the name of its folder.
        examples: how many examples were played through, in both languages together.
        problems: one line each, with the file and what to do; none when all is well.
    """

    exercise: str
    examples: int
    problems: tuple[str, ...]


def rehearse(exercises: Path) -> Iterator[Rehearsal]:
    """Play through all examples of all exercises in a folder.

    A folder without `exercise.yaml` is passed over: it only lends its rubric to others.

    Args:
        exercises: a folder of exercise folders.
    """
    for path in sorted(exercises.glob("*/exercise.yaml")):
        yield rehearse_one(path.parent, exercises)


def rehearse_one(folder: Path, exercises: Path) -> Rehearsal:
    """Play through all examples of one exercise."""
    try:
        loaded = read_exercise(folder, [exercises])
    except AuthoringError as error:
        return Rehearsal(folder.name, 0, tuple(error.faults))
    problems = [*_missing_examples(loaded)]
    played = 0
    for name in loaded.examples:
        read = {lang: _read(loaded, name, lang) for lang in LANGUAGES}
        for lang, example in read.items():
            if isinstance(example, str):
                problems.append(example)
                continue
            played += 1
            path = _path(loaded, name, lang)
            problems += [f"{path}: {problem}" for problem in _play(loaded, name, example, lang)]
        problems += _differences(loaded, name, read)
    return Rehearsal(folder.name, played, tuple(problems))


def _missing_examples(loaded: LoadedExercise) -> Iterator[str]:
    for name in (MODEL, EMPTY):
        if name not in loaded.examples:
            yield f"{_path(loaded, name, 'en')}: this example is missing; write it"
    if not any(name.startswith(MISTAKE) for name in loaded.examples):
        path = _path(loaded, f"{MISTAKE}…", "en")
        yield f"{path}: there is no typical mistake yet; write at least one"


def _read(loaded: LoadedExercise, name: str, lang: Lang) -> Example | str:
    """The example, or why it cannot be used."""
    from pydantic import ValidationError

    path = _path(loaded, name, lang)
    if not path.is_file():
        return f"{path}: this example is missing in this language; write it"
    try:
        example = loaded.example(name, lang)
        for step in {**example.answers, **example.expect}:
            example.plain(loaded.exercise, step)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " / ".join(str(part) for part in first["loc"])
        return f"{path}: {place}: {first['msg']}; mend it"
    except ExerciseError as error:
        return f"{path}: {error}"
    return example


def _play(loaded: LoadedExercise, name: str, example: Example, lang: Lang) -> Iterator[str]:
    from empathy_widgets.scoring import check_exercise

    answers = example.document(loaded.exercise)
    result = check_exercise(loaded.exercise, loaded.rubric, answers, lang=lang)
    if name == MODEL:
        yield from _model(result)
    elif name == EMPTY:
        yield from _empty(example, result)
    else:
        yield from _mistake(example, result)
    yield from _unreadable(loaded, example, result, lang)


def _model(result: ExerciseResult) -> Iterator[str]:
    for step in result.steps:
        if step.state != "complete":
            yield f'step "{step.step}" is {step.state} here; a model answer does every step'
        elif step.points_max != step.points_possible:
            yield (
                f'step "{step.step}" earns at most {step.points_max:g} of {step.points_possible:g} points; '
                "make the answer better, or the check milder"
            )
        for finding in _not_met(step):
            yield f"{_where(step, finding)} is not met: {finding.message.en} Make the answer say it, or mend the check"


def _empty(example: Example, result: ExerciseResult) -> Iterator[str]:
    if example.answers or example.expect:
        yield "an empty example has no answers and expects nothing; take them out"
    for step in result.steps:
        if step.points_max or step.findings or step.state != "empty":
            yield f'step "{step.step}" finds something in an empty answer; mend the check'


def _mistake(example: Example, result: ExerciseResult) -> Iterator[str]:
    if not example.expect:
        yield 'a typical mistake promises what will be found; add "expect"'
    for step in result.steps:
        promised = example.expect.get(step.step, {})
        for key, verdict in promised.items():
            said = [finding.verdict for finding in step.findings if key in _names(finding)]
            kept = verdict in said and (verdict == "not_met" or "not_met" not in said)
            if not kept:
                yield (
                    f'step "{step.step}" promises {key}: {verdict}, but the check says '
                    f"{', '.join(sorted(set(said))) or 'nothing of it'}; change the promise, the answer or the check"
                )
        for finding in _not_met(step):
            if not any(promised.get(name) == "not_met" for name in _names(finding)):
                yield f"{_where(step, finding)} is not met, and that was not promised; add it, or change the answer"


def _unreadable(
    loaded: LoadedExercise, example: Example, result: ExerciseResult, lang: Lang
) -> Iterator[str]:
    """Every answer can be shown, and every finding said."""
    from empathy_widgets.views import feedback, summary, twin

    answers = example.document(loaded.exercise)
    shown = [
        twin(loaded.exercise, loaded.rubric, step.step, answers, lang) for step in result.steps
    ]
    shown += [feedback(step, lang) for step in result.steps]
    shown.append(summary(loaded.exercise, result, lang))
    if not all(text.strip() for bundle in shown for text in bundle.values()):
        yield "something of this example is shown as nothing at all; mend the view"


def _differences(
    loaded: LoadedExercise, name: str, read: dict[Lang, Example | str]
) -> Iterator[str]:
    """An example shows the same in both languages."""
    en, nl = read["en"], read["nl"]
    if isinstance(en, str) or isinstance(nl, str):
        return
    path = _path(loaded, name, "nl")
    if set(en.answers) != set(nl.answers):
        odd = ", ".join(sorted(set(en.answers) ^ set(nl.answers)))
        yield f"{path}: only one of the languages answers {odd}; let both answer the same steps"
    if en.expect != nl.expect:
        yield f'{path}: "expect" is not the same as in English; let both promise the same'


def _not_met(step: StepResult) -> list[Finding]:
    return [finding for finding in step.findings if finding.verdict == "not_met"]


def _names(finding: Finding) -> set[str]:
    """What a promise may call a finding."""
    return {finding.criterion, finding.part} - {""}


def _where(step: StepResult, finding: Finding) -> str:
    part = f" ({finding.part})" if finding.part else ""
    return f'step "{step.step}": {finding.criterion}{part}'


def _path(loaded: LoadedExercise, name: str, lang: Lang) -> Path:
    return loaded.folder / "examples" / f"{name}.{lang}.json"
