"""Texts as blocks: plain data that the browser draws with text nodes, never as HTML.

A block is `{"p": text}`, `{"h": text}`, `{"quote": text}` or `{"ul": [texts]}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.strings import strings
from empathy_widgets.model.choose import ChooseAnswer, ChooseStep
from empathy_widgets.model.empathy_map import REGIONS, EmpathyMapAnswer
from empathy_widgets.model.lines import LinesAnswer
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, PersonaSheetStep
from empathy_widgets.model.sort import SortAnswer, SortStep
from empathy_widgets.model.text import TextAnswer

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang
    from empathy_widgets.model.step import Answer, Step

Block = dict[str, Any]

_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def prose_blocks(markdown: str) -> list[Block]:
    r"""A piece of prose as blocks: headings, paragraphs, quotes and lists.

    >>> prose_blocks("## After\n\nThey *talked*.\n\n- one\n- two")
    [{'h': 'After'}, {'p': 'They talked.'}, {'ul': ['one', 'two']}]
    """
    paragraphs = re.split(r"\n\s*\n", markdown.strip())
    return [_block(paragraph.strip()) for paragraph in paragraphs if paragraph.strip()]


def answer_blocks(step: Step, answer: Answer, lang: Lang) -> list[Block]:
    """An answer, such as the model answer, as blocks.

    Raises:
        TypeError: when a kind of answer has no form here.
    """
    match step, answer:
        case ChooseStep(), ChooseAnswer():
            return [{"ul": [o.text[lang] for o in step.options if o.id in answer.chosen]}]
        case SortStep(), SortAnswer():
            return [
                block
                for box in step.boxes
                for block in (
                    {"h": box.title[lang]},
                    {"ul": [c.text[lang] for c in step.cards if answer.placed.get(c.id) == box.id]},
                )
            ]
        case _, TextAnswer():
            return prose_blocks(answer.text)
        case _, LinesAnswer():
            return [{"ul": list(answer.lines)}]
        case _, EmpathyMapAnswer():
            return _map_blocks(answer, lang)
        case PersonaSheetStep(), PersonaSheetAnswer():
            return _persona_blocks(step, answer, lang)
    message = f"no blocks for an answer of kind {answer.kind}"
    raise TypeError(message)


def _map_blocks(answer: EmpathyMapAnswer, lang: Lang) -> list[Block]:
    words = strings(lang)
    who = ", ".join(text for text in (answer.name, answer.role, answer.situation) if text)
    blocks: list[Block] = [{"p": text} for text in (who, answer.question) if text]
    for region in REGIONS:
        notes = answer.in_region(region)
        if notes:
            blocks.append({"h": words[f"map.region.{region}"]})
            blocks.append(
                {
                    "ul": [
                        f"{note.text} ({words[f'map.evidence.{note.evidence}']})" for note in notes
                    ]
                }
            )
    return blocks


def _persona_blocks(step: PersonaSheetStep, answer: PersonaSheetAnswer, lang: Lang) -> list[Block]:
    from empathy_widgets.views.persona_sheet import sheet

    shown = sheet(answer, strings(lang), group=step.group[lang] if step.group else "")
    who = " · ".join(text for text in (shown["name"], shown["subtitle"], shown["who"]) if text)
    blocks: list[Block] = [{"p": who}]
    blocks += [{"quote": shown["quote"]}] if shown["quote"] else []
    for theme in shown["themes"]:
        blocks += [{"h": theme["title"]}, {"p": theme["text"]}, {"p": theme["known"]}]
    facts = [f"{fact['title']}: {fact['text']}" for fact in shown["facts"]]
    listed = [*(slider["said"] for slider in shown["sliders"]), *facts]
    return [*blocks, {"ul": listed}] if listed else blocks


def _block(paragraph: str) -> Block:
    lines = paragraph.splitlines()
    if lines[0].startswith("#"):
        return {"h": _plain(lines[0].lstrip("# "))}
    if all(line.startswith(">") for line in lines):
        return {"quote": _plain(" ".join(line.lstrip("> ") for line in lines))}
    if lines[0].startswith(("- ", "* ")):
        items = re.split(r"\n[-*] ", paragraph[2:])
        return {"ul": [_plain(" ".join(item.split())) for item in items]}
    return {"p": _plain(" ".join(lines))}


def _plain(text: str) -> str:
    without_links = _LINK.sub(r"\1 (\2)", text)
    return _EMPHASIS.sub(r"\2", without_links).strip()
