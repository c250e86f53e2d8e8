"""Every example of an exercise is played through, and held to what it promises.

What an example promises is told in `exercises/README.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.errors import ExerciseError
from empathy_widgets.model.language import LANGUAGES, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.example import Example
    from empathy_widgets.scoring.results import ExerciseResult, Finding, StepResult

    Both = dict[Lang, Example | str]

MODEL, EMPTY, HALF, MISTAKE = "model", "empty", "half", "mistake-"
MISTAKES = 3
"""So many typical mistakes an exercise shows at least."""


class Played:
    """All examples of one exercise, played through.

    Attributes:
        count: how many, in both languages together.
        mistakes: how many of them, in one language, are typical mistakes.
        problems: one line each, with the file, the step and what to do.
    """

    def __init__(self, loaded: LoadedExercise) -> None:
        self._loaded = loaded
        self.count = 0
        self.mistakes = len([name for name in loaded.examples if name.startswith(MISTAKE)])
        self.problems = [*_missing_examples(loaded, self.mistakes)]
        for name in loaded.examples:
            self._play(name)

    def _play(self, name: str) -> None:
        both = {lang: _read(self._loaded, name, lang) for lang in LANGUAGES}
        results: dict[Lang, ExerciseResult] = {}
        for lang, example in both.items():
            if isinstance(example, str):
                self.problems.append(example)
                continue
            self.count += 1
            path = _path(self._loaded, name, lang)
            results[lang] = _check(self._loaded, example, lang)
            told = _kept(self._loaded, name, example, results[lang], lang)
            self.problems += [f"{path}: {problem}" for problem in told]
        self.problems += _differences(self._loaded, name, both, results)


def _missing_examples(loaded: LoadedExercise, mistakes: int) -> Iterator[str]:
    for name in (MODEL, EMPTY):
        if name not in loaded.examples:
            yield f"{_path(loaded, name, 'en')}: this example is missing; write it"
    if mistakes < MISTAKES:
        path = _path(loaded, f"{MISTAKE}…", "en")
        more = f"write {MISTAKES - mistakes} more that people really make"
        yield f"{path}: there should be {MISTAKES} typical mistakes, and there are {mistakes}; {more}"


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


def _check(loaded: LoadedExercise, example: Example, lang: Lang) -> ExerciseResult:
    from empathy_widgets.scoring import check_exercise

    answers = example.document(loaded.exercise)
    return check_exercise(loaded.exercise, loaded.rubric, answers, lang=lang)


def _kept(
    loaded: LoadedExercise, name: str, example: Example, result: ExerciseResult, lang: Lang
) -> Iterator[str]:
    """Which promises of an example are broken."""
    if name == MODEL:
        yield from _whole(result.steps)
        yield from _halves(loaded, example, result, lang)
    elif name == EMPTY:
        yield from _empty(example, result)
    elif name == HALF:
        yield from _half(example, result)
        yield from _promises(example, result)
    else:
        yield from _promises(example, result)
    yield from _unreadable(loaded, example, result, lang)


def _whole(steps: Iterable[StepResult]) -> Iterator[str]:
    """Every step is complete, and earns all of its points at the top of the range."""
    for step in steps:
        if step.state != "complete":
            yield f'step "{step.step}" is {step.state} here; a model answer does every step'
        elif step.points_max != step.points_possible:
            yield (
                f'step "{step.step}" earns at most {step.points_max:g} of {step.points_possible:g} points; '
                "make the answer better, or the check milder"
            )
        for finding in _not_met(step):
            yield f"{_where(step, finding)} is not met: {finding.message.en} Make the answer say it, or mend the check"


def _halves(
    loaded: LoadedExercise, model: Example, whole: ExerciseResult, lang: Lang
) -> Iterator[str]:
    """Half of the model answers, either half, earns exactly what those steps earn in the whole."""
    names = [step.step for step in whole.steps if step.step in model.answers]
    middle = len(names) // 2
    for part, kept in (("first", names[:middle]), ("second", names[middle:])):
        answers = {step: model.answers[step] for step in kept}
        result = _check(loaded, model.model_copy(update={"answers": answers}), lang)
        for before, now in zip(whole.steps, result.steps, strict=True):
            state, points = (before.state, before.points_max) if now.step in kept else ("empty", 0)
            if (now.state, now.points_max) != (state, points):
                yield (
                    f'step "{now.step}" is {now.state} and earns {now.points_max:g} when only the {part} half is '
                    f"answered, where {state} and {points:g} are due; mend the check"
                )
        if names and middle and result.state != "started":
            yield f"with only the {part} half answered the exercise is {result.state}; mend the check"


def _half(example: Example, result: ExerciseResult) -> Iterator[str]:
    """What is there is whole, the rest is empty, and so the exercise is started."""
    if result.state != "started":
        yield f"a half-done exercise is started, and this one is {result.state}; answer some steps and leave some"
    yield from _whole(step for step in result.steps if step.step in example.answers)
    for step in result.steps:
        if step.step not in example.answers and (step.points_max or step.state != "empty"):
            yield f'step "{step.step}" is {step.state}, though nothing was answered there; mend the check'


def _empty(example: Example, result: ExerciseResult) -> Iterator[str]:
    if example.answers or example.expect:
        yield "an empty example has no answers and expects nothing; take them out"
    for step in result.steps:
        if step.points_max or step.findings or step.state != "empty":
            yield f'step "{step.step}" finds something in an empty answer; mend the check'


def _promises(example: Example, result: ExerciseResult) -> Iterator[str]:
    """What is expected is found, and nothing else is not met."""
    if not example.expect:
        yield 'this example promises nothing; say under "expect" what will be found'
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
    loaded: LoadedExercise, name: str, both: Both, results: dict[Lang, ExerciseResult]
) -> Iterator[str]:
    """An example shows the same in both languages."""
    en, nl = both["en"], both["nl"]
    if isinstance(en, str) or isinstance(nl, str):
        return
    path = _path(loaded, name, "nl")
    if set(en.answers) != set(nl.answers):
        odd = ", ".join(sorted(set(en.answers) ^ set(nl.answers)))
        yield f"{path}: only one of the languages answers {odd}; let both answer the same steps"
    if en.expect != nl.expect:
        yield f'{path}: "expect" is not the same as in English; let both promise the same'
    for one, other in zip(results["en"].steps, results["nl"].steps, strict=True):
        if one.state != other.state or one.points_possible != other.points_possible:
            yield (
                f'{path}: step "{one.step}" is {other.state} of {other.points_possible:g} points, and in English '
                f"{one.state} of {one.points_possible:g}; let both languages come to the same"
            )


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
