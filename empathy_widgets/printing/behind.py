"""What stands behind a printed map: themes with their notes, needs, insights, comments, and what asking changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import EmpathyMapAnswer
from empathy_widgets.model.map_diff import KINDS, diff_maps
from empathy_widgets.printing.document import Item, Part, Section, note_item
from empathy_widgets.printing.map_words import comment_on
from empathy_widgets.views.empathy_map import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from empathy_widgets.model.empathy_map import Comment
    from empathy_widgets.model.map_diff import Change
    from empathy_widgets.printing.work import Work


def behind_map(work: Work) -> tuple[Section, ...]:
    """The sections behind a map that hold anything."""
    words, answer = strings(work.lang), work.map
    before = EmpathyMapAnswer.read(work.earlier)
    sections = (
        Section(words["map.beside"], tuple(_beside(answer, words))),
        Section(words["map.diff"], tuple(_changes(before, answer, words))),
    )
    return tuple(section for section in sections if section.parts)


def _beside(answer: EmpathyMapAnswer, words: Mapping[str, str]) -> Iterator[Part]:
    for theme in answer.themes:
        notes = tuple(note_item(note, words) for note in answer.notes if note.theme == theme.id)
        yield Part(f"{words['map.theme']}: {theme.text}", notes, empty=words["print.no_notes"])
    if answer.needs:
        yield Part(words["map.needs"], tuple(Item(need.text) for need in answer.needs))
    if answer.insights:
        yield Part(words["map.insights"], tuple(Item(each.text) for each in answer.insights))
    if answer.comments:
        items = tuple(Item(each.text, _about(each, answer, words)) for each in answer.comments)
        yield Part(words["map.comments"], items)


def _about(comment: Comment, answer: EmpathyMapAnswer, words: Mapping[str, str]) -> str:
    """What a comment is about, who made it, and whether it is dealt with."""
    by = words["map.by"].format(author=comment.author) if comment.author.strip() else ""
    done = words["map.comments.resolved"] if comment.resolved else ""
    return " · ".join(filter(None, (comment_on(comment, answer, words), by, done)))


def _changes(
    before: EmpathyMapAnswer, after: EmpathyMapAnswer, words: Mapping[str, str]
) -> Iterator[Part]:
    """What asking changed, by kind; nothing as long as one of the two maps has no notes."""
    if not (before.notes and after.notes):
        return
    notes = {note.id: note for note in (*before.notes, *after.notes)}
    changes = diff_maps(before, after)

    def item(change: Change) -> Item:
        shown = note_item(notes[change.note], words)
        where = words[f"map.region.{notes[change.note].region}"]
        was = f"\n{words['map.diff.before']} {change.before}" if change.kind == "changed" else ""
        known = f"{shown.known} · {where}{was}"
        return Item(shown.text, known, shown.evidence, shown.key)

    for kind in KINDS:
        found = tuple(item(change) for change in changes if change.kind == kind)
        if found:
            yield Part(f"{SIGNS[kind]} {words[f'map.diff.{kind}']}", found)
