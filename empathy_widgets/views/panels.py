"""The panels of a workbook without a kernel: which steps hold an answer, and whose work it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.exercise import ANSWERS
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from empathy_widgets.model.answers import Answers
    from empathy_widgets.model.exercise import Exercise
    from empathy_widgets.model.language import Lang

_TITLES = {"check": "summary.title", "hand_in": "hand_in.panel", "handed_in": "hand_in.title"}


def twin(
    exercise: Exercise,
    panel: str,
    answers: Answers,
    lang: Lang,
) -> dict[str, str]:
    """The panel "check" or "hand_in" as a MIME bundle; "handed_in" says that the work was handed in."""
    words = strings(lang)
    missing = [
        step.title[lang]
        for step in exercise.steps
        if ANSWERS[step.kind].read(answers.entries(step.id)).is_empty
    ]
    said = (
        words["hand_in.missing"].format(titles=", ".join(missing))
        if missing
        else words["hand_in.nothing_missing"]
    )
    title = words[_TITLES[panel]]
    lines = [said]
    if panel == "handed_in" or (panel == "hand_in" and answers.learner):
        name = answers.learner or words["hand_in.no_learner"]
        lines.insert(0, f"{words['hand_in.learner']}: {name}")
    return {
        "text/html": fragment("panel.html", title=title, lines=lines),
        "text/plain": "\n".join([title, *lines]),
    }
