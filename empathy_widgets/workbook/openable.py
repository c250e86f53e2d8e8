"""What a learner may open at a step, and when: the hint, the model answer, the reveal.

Nothing that gives an answer away leaves the kernel before it is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.answers import CHECKED, HAND_IN, HANDED_IN, OPENED, Answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.content.exercises import LoadedExercise
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.step import Release, Reveal

HINT, MODEL, REVEAL = "hint", "model", "reveal"


def openable(
    loaded: LoadedExercise, step: str, answers: Answers, lang: Lang
) -> list[dict[str, Any]]:
    """What stands ready at a step, each with its title and whether it is due and was opened."""
    return [
        {
            "what": what,
            "title": _title(loaded, step, what, lang),
            "due": is_due(loaded, step, what, answers),
            "opened": f"{OPENED}{what}" in answers.entries(step),
        }
        for what in _there_is(loaded, step, lang)
    ]


def opened(loaded: LoadedExercise, step: str, answers: Answers, lang: Lang) -> dict[str, Any]:
    """The contents of what was opened and is due, as blocks that the browser draws."""
    return {
        what: _blocks(loaded, step, what, lang)
        for what in _there_is(loaded, step, lang)
        if f"{OPENED}{what}" in answers.entries(step) and is_due(loaded, step, what, answers)
    }


def whole_twin(loaded: LoadedExercise, step: str, answers: Answers, lang: Lang) -> dict[str, str]:
    """The static form of a step as a MIME bundle, and below it what its learner revealed."""
    from empathy_widgets.views import twin

    parts = [
        twin(loaded.exercise, loaded.rubric, step, answers, lang),
        *_revealed_twins(loaded, step, answers, lang),
    ]
    return {
        "text/html": "".join(part["text/html"] for part in parts),
        "text/plain": "\n\n".join(part["text/plain"] for part in parts),
    }


def _revealed_twins(
    loaded: LoadedExercise, step: str, answers: Answers, lang: Lang
) -> Iterator[dict[str, str]]:
    from empathy_widgets.views import worked_map
    from empathy_widgets.views.blocks import as_twin

    reveal = loaded.exercise.step(step).reveal
    is_open = f"{OPENED}{REVEAL}" in answers.entries(step)
    if reveal and is_open and is_due(loaded, step, REVEAL, answers):
        yield as_twin(reveal.title[lang], list(_revealed(loaded, reveal, lang)))
        if reveal.map:
            yield worked_map.twin(loaded.worked_map(reveal.map), lang)


def is_due(loaded: LoadedExercise, step: str, what: str, answers: Answers) -> bool:
    """Whether something may be opened now."""
    if what not in _there_is(loaded, step, "en"):
        return False
    match _release(loaded, step, what):
        case "now":
            return True
        case "after_attempt":
            return CHECKED in answers.entries(step)
        case "after_hand_in":
            return HANDED_IN in answers.entries(HAND_IN)
        case _:
            return False


def _release(loaded: LoadedExercise, step: str, what: str) -> Release | str:
    asked = loaded.exercise.step(step)
    if what == HINT:
        return "now"
    if what == REVEAL and asked.reveal:
        return asked.reveal.release
    return asked.release or loaded.exercise.release


def _there_is(loaded: LoadedExercise, step: str, lang: Lang) -> list[str]:
    if step not in {asked.id for asked in loaded.exercise.steps}:
        return []
    asked = loaded.exercise.step(step)
    there = {
        HINT: asked.hint is not None,
        MODEL: "model" in loaded.examples and step in loaded.example("model", lang).answers,
        REVEAL: asked.reveal is not None,
    }
    return [what for what, is_there in there.items() if is_there]


def _title(loaded: LoadedExercise, step: str, what: str, lang: Lang) -> str:
    asked = loaded.exercise.step(step)
    if what == REVEAL and asked.reveal:
        return asked.reveal.title[lang]
    return strings(lang)[f"ui.open.{what}"]


def _blocks(loaded: LoadedExercise, step: str, what: str, lang: Lang) -> list[dict[str, Any]]:
    from empathy_widgets.views.blocks import answer_blocks

    asked = loaded.exercise.step(step)
    if what == HINT and asked.hint:
        return [{"p": asked.hint[lang]}]
    if what == REVEAL and asked.reveal:
        return list(_revealed(loaded, asked.reveal, lang))
    model = loaded.example("model", lang).plain(loaded.exercise, step)
    return answer_blocks(asked, model, lang)


def _revealed(loaded: LoadedExercise, reveal: Reveal, lang: Lang) -> Iterator[dict[str, Any]]:
    from empathy_widgets.views import worked_map
    from empathy_widgets.views.blocks import prose_blocks

    if reveal.prose:
        yield from prose_blocks(loaded.prose(reveal.prose, lang))
    if reveal.map:
        yield worked_map.block(loaded.worked_map(reveal.map), lang)
