"""The contents of the course: what to go on with, and every workbook with how far you are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from empathy_widgets.content.strings import strings
from empathy_widgets.model.progress import go_on_with
from empathy_widgets.views.results import points_in_words
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.progress import Progress

_SIGNS = {"done": "●", "started": "◐", "to_do": "○"}


def contents(
    course: Sequence[Progress], lang: Lang, *, unusable: Sequence[str] = (), looked: str = ""
) -> dict[str, str]:
    """How far a learner is with every workbook, as a MIME bundle of HTML and plain text.

    Args:
        course: the workbooks, in their order.
        lang: the language of the page.
        unusable: exercises of the learner's own folder that hold faults, by name.
        looked: when this was so, such as "14:05"; "" on a page that knows of no learner.
    """
    words = strings(lang)
    page = {
        "go_on": _go_on(course, lang),
        "workbooks": [_workbook(one, lang) for one in course],
        "notes": [words["contents.unusable"].format(name=name) for name in unusable],
        "looked": words["contents.looked"].format(time=looked) if looked else "",
    }
    return {
        "text/html": fragment("contents.html", words=words, linked=_linked, **page),
        "text/plain": _plain(page, lang),
    }


def _plain(page: dict[str, Any], lang: Lang) -> str:
    words, go_on = strings(lang), page["go_on"]
    lines = [go_on["headline"], go_on["next_step"]] if go_on else [words["contents.all_done"]]
    for one in page["workbooks"]:
        lines += ["", f"{one['number']}. {one['title']}: {', '.join(one['facts'])}"]
        lines += [f"   {one['summary']} ({one['minutes']})"]
        lines += [f"   {note}" for note in one["notes"]]
    lines += ["", *page["notes"], page["looked"]]
    return "\n".join(lines).rstrip()


def _go_on(course: Sequence[Progress], lang: Lang) -> dict[str, str] | None:
    next_one = go_on_with(course)
    if next_one is None:
        return None
    words = strings(lang)
    headline = words["contents.begin" if next_one.state == "to_do" else "contents.go_on"]
    return {
        "headline": headline.format(title=next_one.exercise.title[lang]),
        "notebook": next_one.notebook,
        "next_step": _next_step(next_one, lang) if next_one.begun else "",
    }


def _next_step(one: Progress, lang: Lang) -> str:
    title = one.exercise.step(one.next_step).title[lang]
    return strings(lang)["contents.next_step"].format(step=title)


def _workbook(one: Progress, lang: Lang) -> dict[str, Any]:
    words = strings(lang)
    facts = [words[f"contents.state.{one.state}"]]
    facts.append(words["contents.steps"].format(done=one.done, all=one.steps))
    if one.points and one.points.possible:
        said = points_in_words(one.points.low, one.points.high, one.points.possible, lang)
        facts.append(words["contents.checked"].format(points=said))
    if one.handed_in:
        facts.append(words["contents.handed_in"])
    return {
        "number": one.exercise.number,
        "title": one.exercise.title[lang],
        "notebook": one.notebook,
        "sign": _SIGNS[one.state],
        "facts": facts,
        "percent": round(100 * one.done / one.steps) if one.steps else 0,
        "summary": one.exercise.summary[lang],
        "minutes": words["contents.minutes"].format(n=one.exercise.minutes),
        "notes": list(_notes(one, lang)),
    }


def _notes(one: Progress, lang: Lang) -> list[str]:
    """What is not as usual with a workbook."""
    words = strings(lang)
    found = [words["contents.damaged"].format(file=name) for name in one.damaged]
    if one.others:
        key = "contents.others.one" if one.others == 1 else "contents.others"
        found.append(words[key].format(n=one.others))
    if not one.notebook:
        found.append(words["contents.no_notebook"])
    return found


def _linked(text: str, notebook: str) -> Markup | str:
    """The text as a link that opens a notebook of the same folder, or only the text."""
    from markupsafe import Markup

    if not notebook:
        return text
    return Markup('<a href="{address}">{text}</a>').format(address=quote(notebook), text=text)
