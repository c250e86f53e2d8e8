"""One file to hand in, made by the kernel where the browser is not given the document.

In JupyterLab and Notebook 7 the browser makes it from the open notebook (`js/src/panels`). This one
is built from the exercise instead, with the same stamp: it reads well without a kernel, and run by
plain papermill it shows its own answers and results.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.notebooks import MARK
from empathy_widgets.model.answers import HAND_IN
from empathy_widgets.workbook.document import iso
from empathy_widgets.workbook.openable import whole_twin

if TYPE_CHECKING:
    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.language import Lang

_PANELS = {"check": "check", HAND_IN: "handed_in"}


def hand_in_name(answers: Answers) -> str:
    """The file name of a hand-in, such as `well-0a1b2c3d.ipynb`."""
    return f"{answers.exercise}-{answers.document_id[:8]}.ipynb"


def hand_in_text(loaded: LoadedExercise, lang: Lang, answers: Answers) -> str:
    """The text of the notebook to hand in.

    Args:
        loaded: the exercise.
        lang: the language of the workbook.
        answers: everything the learner answered; the name is among it.
    """
    from empathy_widgets import __version__
    from empathy_widgets.build.workbooks import as_text, notebook

    made = notebook(loaded, lang)
    made["metadata"][MARK] |= {
        "answers": answers.model_dump(mode="json"),
        "hand_in": {
            "at": iso(time.time()),
            "learner": answers.learner,
            "content": loaded.content_hash,
            "lang": lang,
            "version": __version__,
        },
    }
    for cell in made["cells"]:
        _fill(cell, loaded, lang, answers)
    return as_text(made)


def _fill(cell: dict[str, Any], loaded: LoadedExercise, lang: Lang, answers: Answers) -> None:
    """Give a cell what the learner did there: the answers as a parameter, or the step as it stands."""
    if "parameters" in cell["metadata"].get("tags", ()):
        cell["source"] = [f'lang = "{lang}"\n', f"answers = {answers.model_dump(mode='json')!r}"]
    elif mark := cell["metadata"].get(MARK):
        mark.pop("twin", None)
        data = _twin(mark["step"], loaded, lang, answers)
        cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]


def _twin(step: str, loaded: LoadedExercise, lang: Lang, answers: Answers) -> dict[str, str]:
    from empathy_widgets.model.worked_map import CELL
    from empathy_widgets.views import panel_twin, worked_map

    if step in _PANELS:
        return panel_twin(loaded.exercise, loaded.rubric, _PANELS[step], answers, lang)
    if step.startswith(CELL):
        return worked_map.twin(loaded.worked_map(step.removeprefix(CELL)), lang)
    return whole_twin(loaded, step, answers, lang)
