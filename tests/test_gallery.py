"""The gallery is made from its source, and runs from top to bottom in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.build.workbooks import as_text
from tests.gallery import NOTEBOOK, SOURCE, gallery

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = [
    *("empty", "partly", "full", "seven", "outline", "one-region", "presenting", "timer"),
    *("themes", "comments", "diff", "several", "side-by-side", "read-only", "long-text"),
    *("sheet-empty", "sheet-full", "sheet-from-map", "sheet-test", "sheet-history"),
    *("sheet-journey", "overview", "sheet-photo"),
]


def test_the_committed_gallery_is_what_its_source_says() -> None:
    assert NOTEBOOK.read_text("utf-8") == as_text(gallery()), "run `make gallery`"


def test_every_state_is_there_with_a_sentence_before_it_in_both_languages() -> None:
    cells = {cell["id"]: "".join(cell["source"]) for cell in gallery()["cells"]}

    assert [name for name in cells if f"about-{name}" in cells] == SHOWN
    assert [name for name in SHOWN if cells[f"about-{name}"].count("**") != 4] == []


def test_it_uses_nothing_but_the_public_names() -> None:
    taken = [line for line in SOURCE.read_text("utf-8").splitlines() if "empathy_widgets" in line]

    assert [line for line in taken if line.startswith(("from", "import"))] == [
        "from empathy_widgets import EmpathyMap, PersonaSheet, compare, overview"
    ]


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "Twelve women at six"), ("nl", "Twaalf vrouwen om zes uur")]
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_papermill_runs_it_without_an_error(lang: str, word: str, tmp_path: Path) -> None:
    import papermill

    made: Any = papermill.execute_notebook(
        str(NOTEBOOK),
        str(tmp_path / "gallery.ipynb"),
        parameters={"lang": lang},
        progress_bar=False,
        log_output=False,
        store_widget_state=False,
        cwd=str(tmp_path),
    )

    shown = {
        cell.id: output.data["text/html"]
        for cell in made.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    }
    assert list(shown) == SHOWN
    assert word in shown["full"]
    assert word not in shown["empty"]
