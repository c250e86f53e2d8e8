"""A workbook asks and counts the same in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.build.workbooks import notebook
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.rubric import Criterion, Phrases


def differences(loaded: LoadedExercise) -> Iterator[str]:
    """Where the two languages of an exercise differ, each as a line with file and step.

    The points of a step stand once for both languages; so what can differ is the notebook, and
    the signs that a free-text answer is judged by.
    """
    en, nl = (_asked(loaded, lang) for lang in LANGUAGES)
    for step in sorted(set(en) ^ set(nl)):
        lang = "nl" if step in en else "en"
        yield f'{loaded.folder / "exercise.yaml"}: cell "{step}" is missing in the workbook in {lang}; run `empathy build`'
    for name, item in loaded.rubric.items():
        for criterion in item.criteria:
            for what, phrases in _phrases(criterion):
                if bool(phrases.en) != bool(phrases.nl):
                    lacking = "nl" if phrases.en else "en"
                    yield (
                        f'{loaded.folder / "rubric.yaml"}: step "{name}": criterion "{criterion.id}" has '
                        f"{what} in one language only; write some in {lacking}"
                    )


def _asked(loaded: LoadedExercise, lang: Lang) -> list[str]:
    """The cells of the workbook, each by its id and its code, with the language left out."""
    return [
        cell["id"] + "".join(cell["source"] if "step" in cell["metadata"].get("tags", ()) else ())
        for cell in notebook(loaded, lang)["cells"]
    ]


def _phrases(criterion: Criterion) -> Iterator[tuple[str, Phrases]]:
    yield "signs", criterion.signs
    yield "contradicting signs", criterion.contradicts
    yield "examples that meet it", criterion.examples.met
    yield "examples that do not", criterion.examples.not_met
