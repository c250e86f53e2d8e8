"""The static form of a `persona_sheet` step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from empathy_widgets.content.strings import strings as words_of
from empathy_widgets.model.persona_diff import diff_personas, texts_at
from empathy_widgets.model.persona_sheet import DEMOGRAPHICS, GROUPS, JOURNEY, QUESTIONS, THEMES
from empathy_widgets.model.step import prompt_of
from empathy_widgets.views.face import face_img
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Unpack

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.persona_diff import FieldChange
    from empathy_widgets.model.persona_sheet import (
        PersonaSheetAnswer,
        PersonaSheetStep,
        Photo,
        Theme,
    )
    from empathy_widgets.views.blocks import Block
    from empathy_widgets.views.given import Given

MARKS = {"observed": "■", "told": "●", "inferred": "◆", "assumed": "○"}
"""The shape before how something is known; the word always stands beside it."""


def render(step: PersonaSheetStep, answer: PersonaSheetAnswer, **given: Unpack[Given]) -> str:
    """The sheet as HTML: the person first, figures last, then journey, test and history."""
    return _page(step, answer, **given).html()


def plain(step: PersonaSheetStep, answer: PersonaSheetAnswer, **given: Unpack[Given]) -> str:
    """The same as plain text."""
    return _page(step, answer, **given).plain()


def _page(step: PersonaSheetStep, answer: PersonaSheetAnswer, **given: Unpack[Given]) -> Page:
    lang, strings = given["lang"], given["strings"]
    group = step.group[lang] if step.group else ""
    prompt = prompt_of(step, given.get("item"))[lang]
    return Page(step.title[lang], prompt, answer, strings, step.rules.themes, group)


@dataclass(frozen=True)
class Page:
    """A sheet to read, in a step or alone.

    Args:
        title: the heading.
        prompt: what is asked, or "".
        answer: the sheet.
        strings: the words of the language it is shown in.
        asked: the themes that are shown even when they are still empty.
        group: the target group, when the exercise gives it.
    """

    title: str
    prompt: str
    answer: PersonaSheetAnswer
    strings: Mapping[str, str]
    asked: tuple[Theme, ...] = ()
    group: str = ""

    def html(self) -> str:
        """As HTML that needs no style sheet and no script."""
        return fragment(
            "persona_sheet.html",
            title=self.title,
            prompt=self.prompt,
            sheet=sheet(self.answer, self.strings, asked=self.asked, group=self.group),
            pictures=pictures(self.answer, self.strings),
            words=self.strings,
        )

    def plain(self) -> str:
        """As plain text."""
        shown = sheet(self.answer, self.strings, asked=self.asked, group=self.group)
        quoted = self.strings["persona.quoted"].format(quote=shown["quote"])
        lines = [self.title, self.prompt, "", shown["name"]]
        lines += [text for text in (shown["subtitle"], shown["who"]) if text]
        lines += [quoted] if shown["quote"] else []
        for theme in shown["themes"]:
            empty = f"{self.strings['persona.empty']}. {theme['prompt']}"
            lines += ["", theme["title"], theme["text"] or empty]
            lines += [theme["known"]] if theme["text"] else []
        lines += ["", shown["assumed"]] if shown["assumed"] else []
        lines += [""] if shown["sliders"] or shown["facts"] else []
        lines += [slider["said"] for slider in shown["sliders"]]
        lines += [f"{fact['title']}: {fact['text']}" for fact in shown["facts"]]
        for table in shown["tables"]:
            lines += ["", table["title"]]
            for row in table["rows"]:
                cells = zip(table["columns"], row, strict=True)
                said = "; ".join(f"{column}: {cell}" for column, cell in cells if cell)
                lines.append(f"- {said}")
        return "\n".join(lines)


def blocks(step: PersonaSheetStep, answer: PersonaSheetAnswer, lang: Lang) -> list[Block]:
    """The person, the quote, the themes and the rest of the front of the sheet."""
    words = words_of(lang)
    shown = sheet(answer, words, group=step.group[lang] if step.group else "")
    who = " · ".join(text for text in (shown["name"], shown["subtitle"], shown["who"]) if text)
    found: list[Block] = [{"p": who}]
    found += [{"quote": shown["quote"]}] if shown["quote"] else []
    for theme in shown["themes"]:
        found += [{"h": theme["title"]}, {"p": theme["text"]}, {"p": theme["known"]}]
    facts = [f"{fact['title']}: {fact['text']}" for fact in shown["facts"]]
    listed = [*(slider["said"] for slider in shown["sliders"]), *facts]
    return [*found, {"ul": listed}] if listed else found


def sheet(
    answer: PersonaSheetAnswer,
    strings: Mapping[str, str],
    *,
    asked: Iterable[Theme] = (),
    group: str = "",
) -> dict[str, Any]:
    """What stands on a sheet, in words: plain data for a page, a print or a slide.

    Args:
        answer: the sheet.
        strings: the words of the language it is shown in.
        asked: the themes that are shown even when they are still empty.
        group: the target group, when the exercise gives it.
    """
    return {
        "name": answer.name.strip() or strings["persona.name.none"],
        "subtitle": _subtitle(answer, strings, group),
        "who": answer.who.strip(),
        "quote": _unquoted(answer.quote.strip()),
        "themes": _themes(answer, strings, set(asked)),
        "assumed": _assumed(answer, strings),
        "sliders": [
            {
                "low": slider.low,
                "high": slider.high,
                "value": slider.value,
                "said": strings["persona.slider.value"].format(
                    value=slider.value, low=slider.low, high=slider.high
                ),
            }
            for slider in answer.sliders
        ],
        "facts": [
            {"title": strings[f"persona.demographics.{fact}"], "text": answer.demographics[fact]}
            for fact in DEMOGRAPHICS
            if fact in answer.demographics
        ],
        "tables": [table for table in _tables(answer, strings) if table["rows"]],
    }


def photo_alt(answer: PersonaSheetAnswer, photo: Photo, strings: Mapping[str, str]) -> str:
    """What is on a photo, or else whose it is."""
    name = answer.name.strip() or strings["persona.name.none"]
    return photo.alt.strip() or strings["persona.photo.of"].format(name=name)


def pictures(
    answer: PersonaSheetAnswer, strings: Mapping[str, str], size: int = 160
) -> list[Markup]:
    """The photos, or else the drawn face, as HTML that needs no other file.

    Args:
        answer: the sheet.
        strings: the words of the language it is shown in.
        size: the most that a photo may be wide and high, in CSS pixels.
    """
    if not answer.photos:
        return [face_img(answer.face, "", 96)]
    picture = Markup('<img src="data:image/jpeg;base64,{}" alt="{}" style="{}">')
    style = f"max-width:{size}px;max-height:{size}px;border-radius:8px;margin:0 8px 8px 0"
    return [
        picture.format(photo.data, photo_alt(answer, photo, strings), style)
        for photo in answer.photos
    ]


def _unquoted(text: str) -> str:
    """A text without the quotation marks round the whole of it.

    >>> _unquoted("'t Is ver"), _unquoted('"It is far"')
    ("'t Is ver", 'It is far')
    """
    marks = {"“": "”", '"': '"', "‘": "’", "'": "'", "„": "”"}  # noqa: RUF001 - of both languages
    if len(text) > 1 and marks.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    return text


def _subtitle(answer: PersonaSheetAnswer, strings: Mapping[str, str], group: str) -> str:
    parts = []
    if of := answer.group.strip() or group:
        parts.append(strings["persona.of_group"].format(group=of))
    if answer.versions:
        last = answer.versions[-1]
        key = "persona.version.dated" if last.date.strip() else "persona.version"
        parts.append(strings[key].format(version=last.version, date=last.date))
    return " · ".join(parts)


def _themes(
    answer: PersonaSheetAnswer, strings: Mapping[str, str], asked: set[Theme]
) -> list[dict[str, Any]]:
    shown = []
    for theme in THEMES:
        found = answer.themes.get(theme)
        if found is None and theme not in asked:
            continue
        evidence = found.evidence if found else "assumed"
        known = [f"{MARKS[evidence]} {strings[f'map.evidence.{evidence}']}"]
        if found and found.source.strip():
            known.append(found.source.strip())
        shown.append(
            {
                "key": theme,
                "title": strings[f"persona.theme.{theme}"],
                "prompt": strings[f"persona.theme.{theme}.prompt"],
                "text": found.text.strip() if found else "",
                "evidence": evidence,
                "known": " · ".join(known),
                "source": found.source.strip() if found else "",
            }
        )
    return shown


def _assumed(answer: PersonaSheetAnswer, strings: Mapping[str, str]) -> str:
    names = [strings[f"persona.theme.{theme}"] for theme in answer.assumed]
    return strings["persona.assumed_only"].format(themes=", ".join(names)) if names else ""


def _tables(answer: PersonaSheetAnswer, strings: Mapping[str, str]) -> list[dict[str, Any]]:
    """The journey, the test and the history; each with its columns and rows of text."""
    journey = [[getattr(stop, column) for column in JOURNEY] for stop in answer.journey]
    ordered = sorted(answer.reviews, key=lambda review: GROUPS.index(review.group))
    test = [
        [
            strings[f"persona.question.{question}"],
            strings[f"persona.group.{review.group}"],
            review.reviewer,
            review.answers[question],
        ]
        for question in QUESTIONS
        for review in ordered
        if question in review.answers
    ]
    return [
        _table("journey", [f"persona.journey.{column}" for column in JOURNEY], journey, strings),
        _table(
            "review",
            ["print.question", "print.group", "persona.reviewer", "twin.answer"],
            test,
            strings,
        ),
        _table(
            "versions",
            ["persona.version.column", "persona.date", "persona.changed"],
            _history(answer, strings),
            strings,
        ),
    ]


def _table(
    name: str, columns: list[str], rows: list[list[str]], strings: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "key": name,
        "title": strings[f"persona.{name}"],
        "columns": [strings[column] for column in columns],
        "rows": rows,
    }


def _history(answer: PersonaSheetAnswer, strings: Mapping[str, str]) -> list[list[str]]:
    """Each version with what its maker says and, when it was kept, which fields changed."""
    rows: list[list[str]] = []
    before: dict[str, str] | None = None
    for version in answer.versions:
        now = texts_at(version.texts) if version.texts else None
        known = before is not None and now is not None
        changes = diff_personas(before or {}, now or {}) if known else ()
        said = [version.changed, *(_change(change, strings) for change in changes)]
        rows.append([version.version, version.date, "\n".join(line for line in said if line)])
        before = now if now is not None else before
    return rows


def _change(change: FieldChange, strings: Mapping[str, str]) -> str:
    kind = strings[f"persona.change.{change.kind}"]
    return f"{field_name(change.field, strings)} ({kind}): {change.after or change.before}"


def field_name(entry: str, strings: Mapping[str, str]) -> str:
    """What a field is called, from the id of its entry.

    >>> from empathy_widgets.content.strings import strings
    >>> field_name("theme.fears", strings("nl"))
    'Angsten'
    """
    for key in (f"persona.{entry}", f"persona.field.{entry}"):
        if key in strings:
            return strings[key]
    return strings["persona.sliders"]
