"""Every kind of step as static HTML: readable without style, and whatever was written is text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.model.answers import Answers
from empathy_widgets.model.example import Example
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.scoring import check_exercise
from empathy_widgets.views import feedback, panel_twin, summary, twin

if TYPE_CHECKING:
    from collections.abc import Iterator

WELL = load_exercise("well")
START = load_exercise("start")
NOTHING = Answers(document_id="0" * 32, exercise="well")
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</section></div><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "&lt;b&gt; &amp; <b>",
]
NEVER = {"script", "style", "svg", "iframe", "object", "embed", "form", "link", "meta", "base"}


class Tags(HTMLParser):
    """All tags of a page, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.tags.append((tag, dict(attrs)))
        if tag not in {"img", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The tag that was opened last closes."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.text += data


def answered(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Answers to steps of every kind, all saying the same."""
    yield "inward", {"placed": {"deadline": text, "no-such-card": "inward"}}
    yield "need", {"text": text}
    yield "ask", {"lines": [text, text]}
    yield "lesson", {"chosen": [text]}
    note = {"id": "n-1", "text": text, "region": "hear", "source": text}
    yield "map", {"name": text, "role": text, "situation": text, "question": text, "notes": [note]}
    yield "map-after", {"name": text, "notes": [note]}


def safe(html: str) -> Tags:
    """The tags of some HTML, after looking that nothing in it can act."""
    page = Tags(html)
    assert [] == page.open, "every tag is closed"
    for tag, attributes in page.tags:
        assert tag not in NEVER
        assert not [name for name in attributes if name.startswith("on") or name == "class"]
        for name in ("src", "href"):
            assert (attributes.get(name) or "data:image/").startswith("data:image/")
    return page


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_text_is_shown_as_text(text: str, lang: Lang) -> None:
    for step, plain in answered(text):
        answers = Example(about="a", answers={step: plain}).document(WELL.exercise)
        page = safe(twin(WELL.exercise, WELL.rubric, step, answers, lang)["text/html"])
        if step in {"need", "ask", "map"}:
            assert "".join(text.split()) in "".join(page.text.split())


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_written_the_page_stays_whole(text: str) -> None:
    for step, plain in answered(text):
        answers = Example(about="a", answers={step: plain}).document(WELL.exercise)
        safe(twin(WELL.exercise, WELL.rubric, step, answers, "en")["text/html"])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["model", "empty", "mistake-own-plan-on-the-map"])
def test_every_step_has_a_title_its_prompt_and_plain_text(name: str, lang: Lang) -> None:
    answers = WELL.example(name, lang).document(WELL.exercise)
    for step in WELL.exercise.steps:
        bundle = twin(WELL.exercise, WELL.rubric, step.id, answers, lang)
        page = safe(bundle["text/html"])
        assert "h3" in {tag for tag, _ in page.tags}
        assert step.title[lang] in page.text
        assert step.title[lang] in bundle["text/plain"]
        assert "<" not in bundle["text/plain"]


def test_a_page_never_tells_which_option_or_box_is_right() -> None:
    model = WELL.example("model", "en").document(WELL.exercise)
    mistaken = Example(
        about="a",
        answers={
            "lesson": {"chosen": ["tradition"]},
            "inward": {"placed": {"deadline": "outward"}},
        },
    ).document(WELL.exercise)
    for step in ("lesson", "inward"):
        for answers in (NOTHING, mistaken, model):
            html = twin(WELL.exercise, WELL.rubric, step, answers, "en")["text/html"]
            for part in WELL.exercise.step(step).model_dump(mode="json").get("options", []):
                assert part["feedback"]["en"] not in html
    assert "right" not in twin(WELL.exercise, WELL.rubric, "lesson", NOTHING, "en")["text/html"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("loaded", [WELL, START], ids=lambda loaded: str(loaded.exercise.id))
def test_feedback_and_summary_of_every_example_are_safe_and_say_the_points(
    loaded: Any,  # noqa: ANN401
    lang: Lang,
) -> None:
    for name in loaded.examples:
        answers = loaded.example(name, lang).document(loaded.exercise)
        result = check_exercise(loaded.exercise, loaded.rubric, answers, lang=lang)
        for step in result.steps:
            bundle = feedback(step, lang)
            safe(bundle["text/html"])
            for finding in step.findings:
                assert finding.message[lang] in bundle["text/plain"]
        whole = summary(loaded.exercise, result, lang)
        assert f"/ {result.points_possible:g}" in safe(whole["text/html"]).text
        assert len(loaded.exercise.steps) + 3 == len(whole["text/plain"].splitlines())


def test_hostile_words_in_the_evidence_of_a_finding_are_text_too() -> None:
    note = {"id": "n-1", "text": HOSTILE[0], "region": "hear"}
    answers = Example(about="a", answers={"map": {"notes": [note]}}).document(WELL.exercise)
    result = check_exercise(WELL.exercise, WELL.rubric, answers)

    for step in result.steps:
        safe(feedback(step, "en")["text/html"])


def test_the_hand_in_panel_says_who_and_what_is_missing_but_no_points() -> None:
    from empathy_widgets.model.entries import edit

    learner = {"learner": edit(None, client="k", value={"text": "<b>Noor</b>"})}
    answers = NOTHING.with_entries("hand-in", learner)
    page = safe(panel_twin(WELL.exercise, WELL.rubric, "hand_in", answers, "nl")["text/html"])

    assert "<b>Noor</b>" in page.text
    assert "De behoefte" in page.text
    assert "33" not in page.text
