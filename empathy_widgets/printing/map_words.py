"""What stands on a printed map beside the notes themselves, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from empathy_widgets.model.empathy_map import Comment, EmpathyMapAnswer, Note


def question_and_goal(answer: EmpathyMapAnswer, words: Mapping[str, str]) -> str:
    """What the map is about, and on a line of its own what the person needs to do."""
    goal = answer.goal.strip()
    return "\n".join(
        filter(None, (answer.question.strip(), goal and f"{words['map.goal']} {goal}"))
    )


def who_it_is(answer: EmpathyMapAnswer, words: Mapping[str, str]) -> str:
    """The person in a few lines: role, situation and the routine facts."""
    facts = [
        f"{words[f'map.fact.{key}']}: {said}" for key, said in answer.facts.items() if said.strip()
    ]
    lines = (answer.role.strip(), answer.situation.strip(), " · ".join(facts))
    return "\n".join(filter(None, lines))


def how_known(note: Note, words: Mapping[str, str]) -> str:
    """How a note is known, whether it is said or done, where it comes from and who wrote it."""
    tag = words[f"map.region.{note.tag}"].lower() if note.tag else ""
    parts = (words[f"map.evidence.{note.evidence}"], tag, note.source.strip(), note.author.strip())
    return " · ".join(filter(None, parts))


def comment_on(comment: Comment, answer: EmpathyMapAnswer, words: Mapping[str, str]) -> str:
    """What a comment is about: a note in quotation marks, a region, or the whole map."""
    notes = {note.id: f"“{note.text}”" for note in answer.notes}
    region = words.get(f"map.region.{comment.about}", words["map.comments.whole"])
    return notes.get(comment.about, region)
