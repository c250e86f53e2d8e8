"""A few pages as they should look, compared with room for what another machine draws a little otherwise.

To renew one, delete it from `golden/` and run this test once: it writes the page anew and asks you to look.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, ImageStat

from empathy_widgets.printing.layout import (
    blank_map_page,
    map_page,
    sheet_page,
    side_by_side_page,
)
from empathy_widgets.printing.together import side_by_side
from empathy_widgets.printing.typesetting import typeset

from .conftest import MANY, SCRIPTS, SHORT, map_with, sheet_with

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLDEN = Path(__file__).with_name("golden")
_PPI = 50
_MEAN, _FAR, _FEW = 2.0, 60, 0.004
"""How far pages may differ: on average (of 255), and how many pixels by how much."""

LONG = map_with([MANY["nl"] * 3, *SHORT["nl"] * 6], "nl", source="gesprek, 3 mei")
SEVEN = replace(map_with([MANY["nl"], *SHORT["nl"] * 5], "nl", source="gesprek"), layout="seven")
CHANGED = replace(
    map_with(["Twelve women on the path", *SHORT["en"][1:] * 2, "👍🏽 glad"]),
    earlier=map_with([*SHORT["en"], "It is far"] * 2).entries,
)
SPEAKS_ARABIC = map_with(["Twelve women on the path", SCRIPTS[1], *SHORT["en"]])
PAGES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "map-short.en": ("map", map_page(map_with(SHORT["en"] * 3, source="visit"), "a4")),
    "map-long.nl": ("map", map_page(LONG, "a4")),
    "map-very-long.nl": ("map", map_page(map_with([MANY["nl"] * 9] * 7, "nl"), "a4")),
    "map-scripts.en": ("map", map_page(map_with(list(SCRIPTS)), "a4")),
    "map-blank.nl": ("blank", blank_map_page("nl", "a4")),
    "map-seven.nl": ("map", map_page(SEVEN, "a4")),
    "changes.en": ("map", map_page(CHANGED, "a4")),
    "side-by-side.en": (
        "together",
        side_by_side_page(side_by_side([CHANGED, SPEAKS_ARABIC]), "a4"),
    ),
    "sheet.nl": ("sheet", sheet_page(sheet_with(MANY["nl"], "nl"), "a4")),
    "poster.en": ("poster", sheet_page(sheet_with("Has never chosen a car", "en"), "a4")),
}

LAST = {"changes.en"}
"""Of these the last page counts: what stands behind the map."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_should(name: str) -> None:
    page, data = PAGES[name]
    drawn = Image.open(
        io.BytesIO(typeset(page, data, "png", ppi=_PPI)[-1 if name in LAST else 0])
    ).convert("RGB")
    path = GOLDEN / f"{name}.png"
    if not path.is_file():
        drawn.quantize(64).save(path, optimize=True)
        pytest.fail(f"{path} was written anew; look at it, and keep it if it is right")

    golden = Image.open(path).convert("RGB")
    assert drawn.size == golden.size
    differences = ImageChops.difference(drawn, golden).convert("L")
    far = differences.point(lambda value: 255 if value > _FAR else 0)
    assert ImageStat.Stat(differences).mean[0] < _MEAN
    assert ImageStat.Stat(far).mean[0] / 255 < _FEW
