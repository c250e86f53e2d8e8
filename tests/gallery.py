"""The gallery: the notebook `docs/gallery.ipynb`, made from `docs/gallery.py` (`make gallery`).

In the source a line `# %% id=full` begins a code cell, `# %% [markdown] id=about-full` a text of
which every line is a comment. `tags=` and `hidden=1` say more about a cell.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from empathy_widgets.build.workbooks import as_text

DOCS = Path(__file__).parents[1] / "docs"
SOURCE = DOCS / "gallery.py"
NOTEBOOK = DOCS / "gallery.ipynb"

_HEAD = re.compile(r"^# %%(?P<markdown> \[markdown\])? id=(?P<id>\S+)(?P<more>.*)$", re.MULTILINE)


def gallery(lang: str = "en") -> dict[str, Any]:
    """The notebook, with the language that it begins with."""
    _, *parts = re.split(r"(?m)^(?=# %%)", SOURCE.read_text("utf-8"))
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "file_extension": ".py"},
        },
        "cells": [_cell(part, lang) for part in parts],
    }


def _cell(part: str, lang: str) -> dict[str, Any]:
    head, _, body = part.partition("\n")
    found = _HEAD.match(head)
    assert found, head
    body = body.strip()
    if found["markdown"]:
        text = re.sub(r"(?m)^# ?", "", body)
        return {"cell_type": "markdown", "id": found["id"], "metadata": {}, "source": _lines(text)}
    more = dict(word.split("=") for word in found["more"].split())
    metadata: dict[str, Any] = {"tags": [more["tags"]]} if "tags" in more else {}
    if "hidden" in more:
        metadata["jupyter"] = {"source_hidden": True}
    return {
        "cell_type": "code",
        "id": found["id"],
        "metadata": metadata,
        "execution_count": None,
        "outputs": [],
        "source": _lines(body.replace('lang = "en"', f'lang = "{lang}"')),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    NOTEBOOK.write_text(as_text(gallery()), encoding="utf-8")
