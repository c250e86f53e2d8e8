"""Maps and sheets to print: short, long and very long, in both languages, and hostile ones."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.model.empathy_map import (
    EVIDENCE,
    FACTS,
    REGIONS,
    Comment,
    EmpathyMapAnswer,
    Face,
    Item,
    Note,
)
from empathy_widgets.model.persona_sheet import (
    DEMOGRAPHICS,
    JOURNEY,
    QUESTIONS,
    THEMES,
    JourneyStop,
    PersonaSheetAnswer,
    Review,
    SheetVersion,
    Slider,
    ThemeText,
)
from empathy_widgets.printing.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from empathy_widgets.model.language import Lang

HOSTILE = {
    "script": "</p><script>alert('x')</script><img src=x onerror=alert(2)>",
    "event handler": "\" onmouseover='alert(1)' autofocus onfocus=\"alert(2)\" x='",
    "entities": "&lt;b&gt; &#x3c;b&#62; &amp;amp; <!-- ]]> --> <![CDATA[ x",
    "typst": '#import "x.typ" #eval("1") [open $ a^2 $ \\ * _ ` @ref <label> // /* ~ -- #',
    "markdown": "1. # > * - + | [link](javascript:x) ![](y) `code` ~~no~~ ***",
    "formula": '=HYPERLINK("x")',
    "tab and return": "\tone\r\n\r'two",
    "bidi": "a\u202eb\u2066c\u200fd",
    "emoji": "👩‍👩‍👧‍👦👍🏽🇳🇱🏴\U000e0067\U000e0062\U000e0073\U000e007f1️⃣❤️‍🔥" * 3,
    "right to left": "مرحبا بالعالم (test) 123 שלום עולם",
    "control": "a\x00b\x07c\x1bd\x7fe",
    "template": "{{ 7*7 }} {% raw %} ${x} %s {0}",
    "long word": "W" * 400,
    "address": "https://example.org/" + "a-path/" * 40,
}

SHORT = {
    "en": ["Twelve women on the path at six", "Says it is far, takes the long way back", "Tired"],
    "nl": ["Twaalf vrouwen op het pad om zes uur", "Zegt dat het ver is, loopt om", "Moe"],
}
MANY = {
    "en": "She worries about her eldest, who left for the city and seldom calls, and never speaks of it. ",
    "nl": "Ze maakt zich zorgen over haar oudste, die naar de stad vertrok en zelden belt; verzekeringsmaatschappijen. ",
}
SCRIPTS = (
    "👩‍👩‍👧‍👦 🇳🇱 👍🏽 ❤️ 1️⃣ glad",
    "مرحبا بالعالم هذا نص طويل من اليمين إلى اليسار (test) 123",
    "שלום עולם: 12 נשים",
    "Καλημέρα! Да, мы здесь → ½ ≥ ☑",
    "地図 \U00013000 no font has these",
)


def map_with(texts: list[str], lang: Lang = "en", *, source: str = "", question: str = "") -> Work:
    """A map with these notes, laid out over the regions in turn."""
    notes = tuple(
        Note(id=f"n-{n}", text=text, region=REGIONS[n % 6], evidence=EVIDENCE[n % 4], source=source)
        for n, text in enumerate(texts)
    )
    answer = EmpathyMapAnswer(
        name="Fatima", role="mother of three", situation="walks to the water every morning",
        question=question or "What would it mean to her?", notes=notes,
        face=Face(hair="scarf", glasses="round", skin="5", expression="smile"),
    )  # fmt: skip
    return Work("empathy_map", answer.entries(), lang)


def sheet_with(text: str, lang: Lang = "en", *, tables: bool = True) -> Work:
    """A sheet that says one thing in each of its fields."""
    answer = PersonaSheetAnswer(
        name="Joost", quote=f"I say: {text}", who=text, group=text, face=Face(glasses="round"),
        themes={theme: ThemeText(text=text, source=text[:200]) for theme in THEMES},
        sliders=(Slider(id="slider-1", low="by the rules", high="by the person", value=30),),
        demographics={"age": "41", "home": text},
    )  # fmt: skip
    if tables:
        answer = answer.model_copy(
            update={
                "reviews": (
                    Review(id="review-1", group="staff", reviewer="Ann", answers=dict.fromkeys(QUESTIONS, text)),
                ),
                "versions": (SheetVersion(id="version-1", version="2", date="12 May", changed=text),),
                "journey": (JourneyStop(id="journey-1", touchpoint="phone", does=text, thinks=text, feels=text, gap=text, quick_win=text),),
            }
        )  # fmt: skip
    return Work("persona_sheet", answer.entries(), lang, asked=("dreams",))


def full_map(say: Callable[[str], str], lang: Lang = "en", **told: Any) -> Work:  # noqa: ANN401
    """A map with something in every field there is; `say` tells what stands in a field."""
    notes = tuple(
        Note(
            id=f"n-{region}{tag}",
            text=say(f"{region}{tag}"),
            region=region,
            tag=tag,
            evidence=EVIDENCE[n % 4],
            source=say(f"source{n}"),
            author=say(f"author{n}"),
            theme="t-1",
        )
        for n, (region, tag) in enumerate(
            [*((r, "") for r in REGIONS), ("say_do", "say"), ("say_do", "do")]
        )
    )
    answer = EmpathyMapAnswer(
        name=say("name"), role=say("role"), situation=say("situation"), question=say("question"),
        goal=say("goal"), facts={fact: say(fact) for fact in FACTS}, notes=notes,
        themes=(Item(id="t-1", text=say("theme")), Item(id="t-2", text=say("lonely"))),
        needs=(Item(id="need-1", text=say("need")),),
        insights=(Item(id="insight-1", text=say("insight")),),
        comments=(
            Comment(id="c-1", text=say("comment"), about="n-see", author=say("reader")),
            Comment(id="c-2", text=say("answered"), about="hear", resolved=True),
        ),
    )  # fmt: skip
    return Work("empathy_map", answer.entries(), lang, **told)


def full_sheet(say: Callable[[str], str], lang: Lang = "en") -> Work:
    """A sheet with something in every field there is; `say` tells what stands in a field."""
    stop = {column: say(column) for column in JOURNEY}
    answer = PersonaSheetAnswer(
        name=say("name"), quote=say("quote"), who=say("who"), group=say("group"),
        themes={theme: ThemeText(text=say(theme), source=say(f"source-{theme}")) for theme in THEMES},
        sliders=(Slider(id="slider-1", low=say("low"), high=say("high"), value=30),),
        demographics={fact: say(fact) for fact in DEMOGRAPHICS},
        reviews=(Review(id="review-1", group="staff", reviewer=say("reviewer"),
                        answers={question: say(question) for question in QUESTIONS}),),
        versions=(SheetVersion(id="version-1", version=say("version"), date=say("date"),
                               changed=say("changed")),),
        journey=(JourneyStop(id="journey-1", **stop),),
    )  # fmt: skip
    return Work("persona_sheet", answer.entries(), lang)


def squeezed(text: str) -> str:
    """A text without what laying out adds or takes: spaces, line ends, places to break."""
    return re.sub(r"[\s\u200b\u00ad\u00a0]+", "", text)


@pytest.fixture
def pdf_text() -> Callable[[bytes], list[str]]:
    """Reads the text of each page of a PDF."""
    from pypdf import PdfReader

    def read(data: bytes) -> list[str]:
        return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]

    return read


def boxes_of(slide: Any) -> list[tuple[str, float, float, float, float]]:  # noqa: ANN401 - python-pptx has no types
    """The text boxes and pictures of a slide: what is in them and where they stand."""
    return [
        (
            shape.text_frame.text if shape.has_text_frame else "picture",
            shape.left,
            shape.top,
            shape.left + shape.width,
            shape.top + shape.height,
        )
        for shape in slide.shapes
        if not shape.has_text_frame or shape.text_frame.text
    ]
