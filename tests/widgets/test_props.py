"""What the browser may know of a step: what is asked, and never what is right."""

from __future__ import annotations

import json

import pytest

from empathy_widgets.content.exercises import exercise_names, load_exercise
from empathy_widgets.model.language import LANGUAGES, Lang, Text
from empathy_widgets.widgets import step_props
from tests.figures import HERE, figures

STEPS = [
    (name, step.id) for name in exercise_names() for step in load_exercise(name).exercise.steps
]
KEPT_BACK = {
    "right",
    "feedback",
    "box",
    "release",
    "reveal",
    "trainer",
    "rules",
    "measure",
    "tolerance",
}


def texts_of(found: object) -> list[Text]:
    """All two-language texts inside something."""
    if isinstance(found, Text):
        return [found]
    parts = found if isinstance(found, (list, tuple)) else getattr(found, "__dict__", {}).values()
    return [text for part in parts for text in texts_of(part)]


def keys_of(found: object) -> set[str]:
    if isinstance(found, dict):
        return set(found) | {key for part in found.values() for key in keys_of(part)}
    if isinstance(found, list):
        return {key for part in found for key in keys_of(part)}
    return set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("exercise", "step"), STEPS)
def test_no_key_reason_or_hint_reaches_the_page(exercise: str, step: str, lang: Lang) -> None:
    loaded = load_exercise(exercise)
    asked = loaded.exercise.step(step)
    props = step_props(loaded, step, lang)
    text = json.dumps(props, ensure_ascii=False)

    assert set() == KEPT_BACK & keys_of(props)
    assert asked.hint is None or asked.hint[lang] not in text
    for part in (*getattr(asked, "options", ()), *getattr(asked, "cards", ())):
        assert part.feedback[lang] not in text
    item = loaded.rubric.get(step)
    for criterion in item.criteria if item else ():
        assert criterion.definition[lang] not in text


@pytest.mark.parametrize(("exercise", "step"), STEPS)
def test_a_page_has_one_language(exercise: str, step: str) -> None:
    loaded = load_exercise(exercise)
    english = json.dumps(step_props(loaded, step, "en"), ensure_ascii=False)
    for text in texts_of(loaded.exercise.step(step)):
        if text.en != text.nl and len(text.nl) > 30:
            assert text.nl not in english


def test_a_map_tells_whether_it_follows_another() -> None:
    assert False is step_props(load_exercise("well"), "map", "nl")["follows"]
    assert True is step_props(load_exercise("well"), "map-after", "nl")["follows"]


def test_a_table_reaches_the_page_and_the_answers_to_its_questions_do_not() -> None:
    loaded = figures()
    props = step_props(loaded, "core", "nl")
    text = json.dumps(props, ensure_ascii=False)

    assert 60 == len(props["rows"])
    assert ["Akkerbouw De Vlakte", "Landbouw", 4400.0, 14.0, 2015.0] == props["rows"][0]["cells"]
    assert set() == (KEPT_BACK | {"value", "where", "top"}) & keys_of(props)
    for said in ("Dat is een vijfde", "Waar komt de lijn", "Deze vijf kun je"):
        assert said not in text
    assert {"id", "kind", "title", "ask", "unit", "options"} == set(props["questions"][0])
    assert (1, 60) == (props["plot"]["cut"]["at_least"], props["plot"]["cut"]["at_most"])


def test_the_browser_is_tried_with_what_the_kernel_sends() -> None:
    """`tests/figures/props.json` is what the tests and the demo of the front end draw."""
    loaded = figures()
    kept = json.loads((HERE / "props.json").read_text(encoding="utf-8"))
    ours = {"exercise", "content", "version"}

    for step in loaded.exercise.steps:
        for lang in LANGUAGES:
            sent = step_props(loaded, step.id, lang)
            assert kept[step.id][lang] == {k: v for k, v in sent.items() if k not in ours}
