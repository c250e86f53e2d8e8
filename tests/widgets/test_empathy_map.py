"""An empathy map on its own: Python and the browser write one map, and it goes to a file and back."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import empathy_widgets
from empathy_widgets import EmpathyMap
from empathy_widgets.content.strings import strings
from empathy_widgets.errors import CompareError, NotOurFileError, NotSavedError, UnknownNameError
from empathy_widgets.model.empathy_map import EVIDENCE, REGIONS, TAGS
from empathy_widgets.model.entries import edit

if TYPE_CHECKING:
    from pathlib import Path


class Page:
    """The map as a browser has it open: what it says, and what it hears."""

    def __init__(self, shown: EmpathyMap, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown = shown
        self.heard: list[dict[str, Any]] = []
        monkeypatch.setattr(shown, "send", lambda message, *_: self.heard.append(message))

    def say(self, **message: object) -> None:
        """Say something as a comm delivers it."""
        arrived = json.loads(json.dumps(message))
        self.shown._handle_custom_msg(arrived, [])  # noqa: SLF001 - where a comm delivers it

    def write(self, name: str, value: dict[str, Any], rev: int = 1) -> None:
        """Edit one entry as this page."""
        old = self.shown.entries.get(name)
        entry = edit(old, client="page", value=value).model_dump(mode="json")
        self.say(type="edit", client="page", rev=rev, entries={name: entry})


@pytest.fixture
def fatima() -> EmpathyMap:
    return EmpathyMap(name="Fatima", question="What does water mean to her?")


def test_it_is_a_public_name() -> None:
    assert "EmpathyMap" in empathy_widgets.__all__


def test_a_map_begins_with_the_person_and_the_question(fatima: EmpathyMap) -> None:
    assert ("Fatima", "What does water mean to her?") == (
        fatima.answer.name,
        fatima.answer.question,
    )
    assert () == fatima.notes


def test_notes_keep_the_order_in_which_they_were_added(fatima: EmpathyMap) -> None:
    for text in ("one", "two", "three"):
        fatima.add("hear", text)

    assert ["one", "two", "three"] == [note.text for note in fatima.notes]


def test_a_note_carries_how_we_know_it_who_said_it_and_who_wrote_it(fatima: EmpathyMap) -> None:
    note = fatima.add(
        "say_do", "It is far", evidence="told", source="interview", author="Anna", tag="say"
    )

    assert (note,) == fatima.notes
    assert ("told", "interview", "Anna", "say") == (
        note.evidence,
        note.source,
        note.author,
        note.tag,
    )


@pytest.mark.parametrize(
    ("wrong", "nearest"), [({"naem": "Fatima"}, "name"), ({"quesion": "?"}, "question")]
)
def test_an_unknown_keyword_is_refused_with_the_nearest_name(
    wrong: dict[str, Any], nearest: str
) -> None:
    with pytest.raises(UnknownNameError, match=rf"Did you mean .*{nearest}"):
        EmpathyMap(**wrong)


def test_everything_is_given_by_keyword() -> None:
    with pytest.raises(TypeError):
        EmpathyMap("Fatima")  # type: ignore[call-arg]


def test_an_unknown_region_evidence_tag_language_or_view_is_refused(fatima: EmpathyMap) -> None:
    refused: list[tuple[str, dict[str, str]]] = [
        ("hears", {}),
        ("hear", {"evidence": "tolt"}),
        ("say_do", {"tag": "says"}),
        ("hear", {"sauce": "interview"}),
    ]
    for region, more in refused:
        with pytest.raises(UnknownNameError, match="Did you mean"):
            fatima.add(region, "It is far", **more)
    with pytest.raises(UnknownNameError, match=r"language.*en, nl"):
        EmpathyMap(lang="fr")
    with pytest.raises(UnknownNameError, match=r"view.*six or seven|six, seven"):
        EmpathyMap(view="nine")
    assert () == fatima.notes


def test_a_note_without_words_is_refused(fatima: EmpathyMap) -> None:
    with pytest.raises(ValueError, match="text"):
        fatima.add("hear", "  ")


def test_what_is_typed_in_the_browser_is_there_in_python(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(fatima, monkeypatch)
    page.write("n-page", {"text": "It is far", "region": "hear"}, rev=7)

    assert ["It is far"] == [note.text for note in fatima.notes]
    acks = [message for message in page.heard if message["client"] == "page"]
    assert [("ack", 7)] == [(ack["type"], ack["rev"]) for ack in acks]


def test_a_note_that_python_adds_reaches_every_page_at_once(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(fatima, monkeypatch)
    note = fatima.add("hear", "It is far")

    [news] = page.heard
    assert ("ack", "") == (news["type"], news["client"])
    assert "It is far" == news["entries"][note.id]["value"]["text"]


def test_a_note_added_while_somebody_types_leaves_what_is_typed_alone(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(fatima, monkeypatch)
    page.write("n-page", {"text": "It is f", "region": "hear"})
    fatima.add("hear", "Come along")
    page.write("n-page", {"text": "It is far", "region": "hear"}, rev=2)

    assert {"It is far", "Come along"} == {note.text for note in fatima.notes}
    assert () == fatima.entries["n-page"].kept


def test_a_page_that_opens_later_hears_the_whole_map(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = fatima.add("hear", "It is far")
    page = Page(fatima, monkeypatch)
    page.say(type="hello", client="page", entries={})

    state = page.heard[-1]
    assert "state" == state["type"]
    assert {"name", "question", note.id} == set(state["entries"])


def test_an_entry_that_cannot_be_read_is_passed_over(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(fatima, monkeypatch)
    page.say(type="edit", client="page", rev=1, entries={"n-bad": {"clock": "?"}})

    assert () == fatima.notes
    assert 1 == page.heard[-1]["rev"]


def test_a_saved_map_comes_back_whole(fatima: EmpathyMap, tmp_path: Path) -> None:
    fatima.add("hear", "It is far", evidence="told", source="interview")
    file = fatima.save(tmp_path / "map.json")
    again = EmpathyMap.load(file, lang="nl")

    assert fatima.answer == again.answer
    assert fatima.entries == again.entries
    assert "nl" == again.lang


@given(
    text=st.text(min_size=1, max_size=300).filter(str.strip),
    region=st.sampled_from(REGIONS),
    evidence=st.sampled_from(EVIDENCE),
    tag=st.sampled_from(TAGS),
)
def test_any_text_survives_the_way_to_a_file_and_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, region: str, evidence: str, tag: str
) -> None:
    made = EmpathyMap()
    made.add(region, text, evidence=evidence, tag=tag)
    file = made.save(tmp_path_factory.mktemp("maps") / "map.json")

    assert made.answer == EmpathyMap.load(file).answer


def test_a_file_that_is_no_map_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(NotOurFileError, match="Check the name"):
        EmpathyMap.load(tmp_path / "missing.json")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(NotOurFileError, match="damaged"):
        EmpathyMap.load(broken)
    other = tmp_path / "other.json"
    document = {"format_version": 1, "document_id": "0" * 32, "exercise": "well", "steps": {}}
    other.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(NotOurFileError, match='"well"'):
        EmpathyMap.load(other)


def test_a_file_that_cannot_be_written_is_told(fatima: EmpathyMap, tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="another name or folder"):
        fatima.save(tmp_path / "no such folder" / "map.json")


def test_others_stand_beside_it_and_what_they_write_is_heard(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    aisha = EmpathyMap(name="Aisha")
    both = EmpathyMap(name="Fatima", lang="nl", others=[aisha, fatima.answer])
    both.add("hear", "They are building near the square")
    page = Page(both, monkeypatch)
    page.say(type="hello", client="page", entries={})
    assert "compared" == page.heard[-1]["type"]
    assert [] == page.heard[-1]["data"]["people"]

    aisha.add("hear", "Near the square they are building")
    end = time.monotonic() + 10
    while not page.heard[-1].get("data", {}).get("people") and time.monotonic() < end:
        time.sleep(0.05)
    data = page.heard[-1]["data"]
    assert ["Fatima", "Aisha", "Fatima"] == [person["name"] for person in data["people"]]
    hear = next(region for region in data["regions"] if "hear" == region["key"])
    assert 1 == len(hear["shared"])
    bundle = both._repr_mimebundle_()
    assert bundle
    assert "Wat ze delen" in bundle[0]["text/html"]


def test_more_than_two_others_are_refused() -> None:
    with pytest.raises(CompareError, match="was given 4"):
        EmpathyMap(others=[EmpathyMap(), EmpathyMap(), EmpathyMap()])


def test_the_html_holds_every_word_as_text_in_both_views(fatima: EmpathyMap) -> None:
    fatima.add("say_do", "<b>far</b>", tag="say")
    for view in ("six", "seven"):
        html = fatima.to_html(view=view)
        assert "Fatima" in html
        assert "&lt;b&gt;far&lt;/b&gt;" in html
        assert "<script" not in html


def test_the_output_of_a_cell_has_the_map_for_wherever_no_widget_can_be(
    fatima: EmpathyMap,
) -> None:
    fatima.add("hear", "It is far")
    shown = fatima._repr_mimebundle_()

    assert shown is not None
    data, _ = shown
    assert "It is far" in data["text/html"]
    assert "It is far" in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_revised_map_begins_with_the_notes_and_tells_what_asking_changed(
    fatima: EmpathyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = fatima.add("see", "Dust on the path")
    wrong = fatima.add("gains", "A shorter walk")
    gone = fatima.add("pains", "Heavy jars")
    heard = fatima.revise()
    heard.write(kept.id, {"evidence": "observed"})
    heard.write(wrong.id, {"text": "A walk with the others", "evidence": "told"})
    heard.remove(gone.id)

    assert ["Dust on the path", "A shorter walk", "Heavy jars"] == [n.text for n in fatima.notes]
    assert ["Dust on the path", "A walk with the others"] == [n.text for n in heard.notes]
    page = Page(heard, monkeypatch)
    page.say(type="hello", client="b1", entries={})
    assert set(fatima.entries) == set(page.heard[-1]["previous"])
    shown = heard.to_html()
    for word in ("confirmed", "changed", "dropped"):
        assert strings("en")[f"map.diff.{word}"] in shown
    assert "A shorter walk" in shown


def test_a_map_that_is_only_shown_takes_nothing_from_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = EmpathyMap(name="Fatima", read_only=True)
    page = Page(shown, monkeypatch)
    page.say(type="hello", client="b1", entries={})
    page.write("name", {"text": "Somebody else"})

    assert page.heard[0]["read_only"]
    assert "Fatima" == shown.answer.name
    shown.add("see", "Dust")
    assert ["Dust"] == [note.text for note in shown.notes]


def test_its_foot_says_whether_the_view_it_was_made_with_fits_on_one_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = EmpathyMap(name="Fatima", lang="nl", view="seven")
    page = Page(shown, monkeypatch)
    page.say(type="hello", client="page", entries={})
    assert page.heard[-1]["page"] == "Afgedrukt past deze kaart op één A4."

    for _ in range(30):
        shown.add("say_do", "Loopt het hele eind om, langs de andere kant van het dorp. " * 3)
    page.say(type="hello", client="page", entries={})
    assert "Zegt of doet?" in page.heard[-1]["page"]
    assert "verder op een tweede pagina" in page.heard[-1]["page"]
