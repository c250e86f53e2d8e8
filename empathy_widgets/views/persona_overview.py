"""Several personas of one target group side by side, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from empathy_widgets.model.persona_sheet import THEMES
from empathy_widgets.views.persona_sheet import pictures, sheet
from empathy_widgets.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from empathy_widgets.model.persona_sheet import PersonaSheetAnswer

MOST = 8
"""A target group has three to eight personas; more than these nobody keeps apart."""


def overview(answers: Sequence[PersonaSheetAnswer], strings: Mapping[str, str]) -> str:
    """A column for each persona, a row for each theme that one of them fills.

    Args:
        answers: the sheets, from left to right.
        strings: the words of the language they are shown in.

    Raises:
        ValueError: when there is none, or there are more than eight.
    """
    if not 1 <= len(answers) <= MOST:
        message = f"An overview shows one to {MOST} personas; these are {len(answers)}."
        raise ValueError(message)
    shown = [sheet(answer, strings) for answer in answers]
    by_theme = [{theme["key"]: theme for theme in one["themes"]} for one in shown]
    filled = [theme for theme in THEMES if any(theme in one for one in by_theme)]
    return fragment(
        "persona_overview.html",
        personas=[
            {**one, "picture": pictures(answer, strings, 96)[0]}
            for one, answer in zip(shown, answers, strict=True)
        ],
        rows=[
            {
                "title": strings[f"persona.theme.{theme}"],
                "cells": [one.get(theme) for one in by_theme],
            }
            for theme in filled
        ],
        words=strings,
    )
