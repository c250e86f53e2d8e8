"""Pictures of the widgets for people to look at; those of the README are copied by `make screenshots`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
MADE = ROOT / "test-results"
SHOWN = ROOT / "docs" / "screenshots"
COLOURS = 128
"""Enough for a widget: the files become a third as large."""

README = {
    "map.en": "map.en",
    "gallery/full.nl.dark": "map.nl.dark",
    "gallery/seven.en": "seven.en",
    "gallery/sheet-full.en": "sheet.en",
    "gallery/sheet-full.nl.dark": "sheet.nl.dark",
}
"""Where the browser run leaves a picture, and what it is called in docs/screenshots."""


def keep(part: Locator | Page, name: str) -> None:
    """A picture of one part of the page, in test-results/gallery."""
    file = MADE / "gallery" / f"{name}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    _save(part.screenshot(animations="disabled", caret="hide"), file)


def main() -> None:
    """Copy the pictures of the README out of what the browser run made."""
    for made, shown in README.items():
        _save((MADE / f"{made}.png").read_bytes(), SHOWN / f"{shown}.png")


def _save(picture: bytes, file: Path) -> None:
    taken = Image.open(io.BytesIO(picture))
    taken.convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main()
