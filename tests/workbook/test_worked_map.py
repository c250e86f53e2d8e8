"""A worked map in a workbook: a widget to read while learning, plain HTML when answers are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets import Workbook
from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.answers import CHECKED, OPENED
from empathy_widgets.model.entries import edit
from empathy_widgets.widgets import StepWidget

if TYPE_CHECKING:
    from pathlib import Path

NO_ANSWERS = {"document_id": "0" * 32, "exercise": "well"}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the cells of a workbook display."""
    import IPython.display

    found: list[Any] = []
    monkeypatch.setattr(IPython.display, "display", lambda what, **_: found.append(what))
    return found


def test_a_learner_gets_a_widget_with_the_map_in_one_language(
    shown: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Workbook("well", "nl").map("aysel")

    [widget] = shown
    assert isinstance(widget, StepWidget)
    assert ("worked_map", "map.aysel") == (widget.kind, widget.step)
    assert "De kaart van Aysel, na één ochtend" == widget.props["title"]
    assert "Zegt" in widget.strings["map.region.say_do"]
    assert widget.face_parts
    bundle = widget._repr_mimebundle_()
    assert bundle
    assert "Loopt haar eigen ronde" in bundle[0]["text/html"]


def test_with_answers_it_is_plain_html(shown: list[Any]) -> None:
    Workbook("well", "en", NO_ANSWERS).map("aysel")

    [bundle] = shown
    assert {"text/html", "text/plain"} == set(bundle)
    assert "A door that is left ajar for her" in bundle["text/html"]
    assert "<script" not in bundle["text/html"]


def test_a_map_that_is_not_there_says_which_file_to_make() -> None:
    with pytest.raises(AuthoringError, match=r"maps/ayse\.yaml:1: this file is missing"):
        Workbook("well", "en", NO_ANSWERS).map("ayse")


def test_with_answers_a_map_that_was_revealed_is_shown_below_its_step(shown: list[Any]) -> None:
    def at(moment: str) -> dict[str, Any]:
        return edit(None, client="page", value={"at": moment}).model_dump(mode="json")

    placed = edit(None, client="page", value={"box": "see"}).model_dump(mode="json")
    answers = {"document_id": "0" * 32, "exercise": "sales-map"}
    tried = {"demands": placed, CHECKED: at("2026-05-03T10:00:00Z")}
    opened = {**tried, f"{OPENED}reveal": at("2026-05-03T10:01:00Z")}
    for entries in (tried, opened):
        Workbook("sales-map", "en", {**answers, "steps": {"surgeon": entries}}).step("surgeon")

    before, after = (bundle["text/html"] for bundle in shown)
    assert "Shortage of staff in theatre" not in before
    assert "Shortage of staff in theatre" in after
    assert "The article does not tell how its maker knew" in after
