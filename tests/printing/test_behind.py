"""Seven regions, what stands behind a map, and maps side by side."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.content.strings import strings
from empathy_widgets.errors import NothingToPrintError, PrintingError
from empathy_widgets.model.empathy_map import EmpathyMapAnswer, Note
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.model.persona_sheet import PersonaSheetAnswer, ThemeText
from empathy_widgets.printing import print_command, read_work
from empathy_widgets.printing.command import Format, print_blank, print_together, print_work
from empathy_widgets.printing.work import Work
from empathy_widgets.views.fits import MAP_LINES, map_lines

from .conftest import full_map, full_sheet, map_with, sheet_with, squeezed
from .test_document import Page
from .test_hostile import words_of
from .test_pages import photo, random_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    ReadPdf = Callable[[bytes], list[str]]

SHOWN: tuple[Format, ...] = ("html", "md", "pdf", "pptx")


def named(field: str) -> str:
    """A text that is in no other field."""
    return f"the {field} it is"


def told(text: str, name: str, region: str = "see", evidence: str = "told") -> Note:
    return Note(id=name, text=text, region=region, evidence=evidence)


GUESS = EmpathyMapAnswer(name="Fatima", notes=(
    told("Twelve women", "n-1", evidence="assumed"), told("It is far", "n-2", evidence="assumed"),
    told("Proud", "n-3", "think_feel", "assumed"), told("Carries too much", "n-4", "pains", "assumed"),
))  # fmt: skip
AFTER = EmpathyMapAnswer(notes=(
    told("Twelve women", "n-1"), told("It is an hour, and hers", "n-2"),
    told("Proud", "n-3", "think_feel", "assumed"), told("Sings on the way", "n-5", "say_do"),
))  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_seven_regions_stand_on_one_page_with_everything_in_them(
    lang: Lang, pdf_text: ReadPdf
) -> None:
    (made,) = print_work([full_map(named, lang, layout="seven")], "pdf")

    page, _behind = pdf_text(made)
    words = strings(lang)
    for region in ("see", "hear", "think_feel", "say", "do", "say_or_do", "pains", "gains"):
        assert squeezed(words[f"map.region.{region}"]) in page
    for field in ("name", "role", "situation", "question", "goal", "age", "say_dosay", "say_dodo"):
        assert squeezed(named(field)) in page
    assert squeezed(words["map.goal"]) in page


@pytest.mark.parametrize("to", SHOWN)
def test_both_layouts_hold_the_same_notes_each_once(to: Format) -> None:
    counts = []
    for layout in ("six", "seven"):
        notes = [n.model_copy(update={"theme": ""}) for n in full_map(named).map.notes]
        plain = EmpathyMapAnswer(name="Fatima", notes=tuple(notes))
        made = print_work([Work("empathy_map", plain.entries(), layout=layout)], to)
        found = squeezed(words_of(made[0], to))
        counts.append([found.count(squeezed(note.text)) for note in notes])

    assert [[1] * 8] * 2 == counts


def test_seven_regions_are_one_page_up_to_the_length_that_is_counted() -> None:
    maps = [random_map(seed) for seed in range(300)]
    fitting = [m for m in maps if map_lines(m, "seven") <= MAP_LINES]
    closest = sorted(fitting, key=lambda m: map_lines(m, "seven"))[-7:]

    pages = [
        len(print_work([Work("empathy_map", m.entries(), "nl", layout="seven")], "svg"))
        for m in closest
    ]
    assert [1] * 7 == pages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_blank_map_of_seven_asks_seven_numbered_questions(lang: Lang, pdf_text: ReadPdf) -> None:
    (page,) = pdf_text(print_blank("pdf", lang, "a3", "seven")[0])

    words = strings(lang)
    for area in ("see", "hear", "think_feel", "say", "do", "pains", "gains"):
        assert squeezed(words[f"map.region.{area}.prompt"]) in page
    assert squeezed(words["map.goal"]) in page
    assert squeezed(words["map.region.say_or_do"]) not in page


@pytest.mark.parametrize("to", SHOWN)
def test_themes_stand_behind_the_map_with_their_notes_needs_insights_and_comments(
    to: Format,
) -> None:
    found = squeezed(words_of(print_work([full_map(named)], to)[0], to))

    behind = found[found.index(squeezed(strings("en")["map.beside"])) :]
    for field in ("theme", "lonely", "need", "insight", "comment", "reader", "answered", "see"):
        assert squeezed(named(field)) in behind
    assert strings("en")["map.comments.resolved"] in behind


@pytest.mark.parametrize("to", SHOWN)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_map_that_follows_another_tells_what_asking_changed(to: Format, lang: Lang) -> None:
    work = Work("empathy_map", AFTER.entries(), lang, earlier=GUESS.entries())
    found = squeezed(words_of(print_work([work], to)[0], to))

    words = strings(lang)
    behind = found[found.index(squeezed(words["map.diff"])) :]
    kinds = [
        squeezed(words[f"map.diff.{k}"])
        for k in ("confirmed", "changed", "guess", "new", "dropped")
    ]
    assert all(kind in behind for kind in kinds)
    for text in ("Twelve women", "It is an hour, and hers", "It is far", "Proud", "Sings on the way",
                 "Carries too much"):  # fmt: skip
        assert squeezed(text) in behind


def test_an_earlier_version_can_come_from_a_file_of_its_own(tmp_path: Path) -> None:
    for name, answer in (("guess", GUESS), ("after", AFTER)):
        work = Work("empathy_map", answer.entries())
        (tmp_path / f"{name}.json").write_text(work.to_json(), encoding="utf-8")

    (made,) = print_command(
        str(tmp_path / "after.json"), "md", before=tmp_path / "guess.json", out=tmp_path / "map.md"
    )

    text = made.read_text(encoding="utf-8")
    assert "# The map of Fatima" in text
    assert "### - Dropped" in text
    assert "- Carries too much" in text


def test_an_earlier_version_must_be_a_map(tmp_path: Path) -> None:
    path = tmp_path / "joost.json"
    path.write_text(sheet_with("much").to_json(), encoding="utf-8")

    with pytest.raises(NothingToPrintError, match=r"joost\.json"):
        print_command(str(path), before=path)


@pytest.mark.parametrize("to", SHOWN)
def test_maps_side_by_side_show_what_people_share_and_what_sets_them_apart(to: Format) -> None:
    maps = [
        map_with(["The walk is long", own], question="What is it to her?")
        for own in ("Sings", "Tired")
    ]

    found = squeezed(words_of(print_together(maps, to)[0], to))

    shared, apart = (squeezed(strings("en")[f"map.compare.{w}"]) for w in ("shared", "apart"))
    assert 2 == found[found.index(shared) : found.index(apart)].count(squeezed("The walk is long"))
    assert {"Sings", "Tired"} <= {w for w in ("Sings", "Tired") if w in found[found.index(apart) :]}


@pytest.mark.parametrize("to", SHOWN)
def test_personas_side_by_side_show_a_column_each(to: Format) -> None:
    def persona(who: str) -> Work:
        return full_sheet(lambda field: f"{field} of {who}")

    sheets = [persona(who) for who in ("Joost", "Ann", "Bo")]

    found = squeezed(words_of(print_together(sheets, to)[0], to))

    for who in ("Joost", "Ann", "Bo"):
        for field in ("name", "quote", "who", "day", "fears", "jobs", "source-day"):
            assert squeezed(f"{field} of {who}") in found


def test_eight_personas_go_beside_each_other_with_their_photos(pdf_text: ReadPdf) -> None:
    answer = PersonaSheetAnswer(
        name="Joost", photos=(photo("teal"),), themes={"day": ThemeText(text="Mails")}
    )
    sheets = [Work("persona_sheet", answer.entries())] * 8

    (page,) = pdf_text(print_together(sheets, "pdf")[0])
    assert 8 == page.count("Mails")
    assert print_together(sheets, "pptx")[0].startswith(b"PK")
    with pytest.raises(PrintingError, match="eight persona sheets"):
        print_together([*sheets, sheets[0]], "pdf")


def test_a_blank_map_can_be_a_slide_to_type_in() -> None:
    (made,) = print_blank("pptx", "nl", layout="seven")

    found = words_of(made, "pptx")
    assert strings("nl")["map.region.do.prompt"] in found
    assert strings("nl")["map.goal"] in found


def test_side_by_side_is_for_two_or_three_maps() -> None:
    for works in ([map_with(["x"])], [map_with(["x"])] * 4, [map_with(["x"]), sheet_with("y")]):
        with pytest.raises(PrintingError, match="two or three empathy maps"):
            print_together(works, "pdf")
    with pytest.raises(PrintingError, match="holds one map or sheet"):
        print_together([map_with(["x"])] * 2, "csv")


def test_several_files_are_printed_in_one_go(tmp_path: Path) -> None:
    files = []
    for name in ("fatima", "aisha"):
        files.append(str(tmp_path / f"{name}.json"))
        (tmp_path / f"{name}.json").write_text(
            map_with([f"{name} walks"]).to_json(), encoding="utf-8"
        )

    (page,) = print_command(files, "html", out=tmp_path / "both.html")

    text = Page(page.read_text(encoding="utf-8")).text
    assert "fatima walks" in text
    assert "aisha walks" in text
    assert ["both.pdf", "both-2.pdf"] == [
        p.name for p in print_command(files, out=tmp_path / "both.pdf")
    ]
    (side,) = print_command(files, "pptx", together=True, out=tmp_path / "side.pptx")
    assert side.read_bytes().startswith(b"PK")


def test_the_layout_goes_along_in_json(tmp_path: Path) -> None:
    work = full_map(named, layout="seven")
    (tmp_path / "map.json").write_text(work.to_json(), encoding="utf-8")

    assert [work] == read_work(tmp_path / "map.json")


def test_notes_on_slides_are_one_box_each_that_can_be_edited_and_moved() -> None:
    from pptx import Presentation

    (made,) = print_work([map_with(["Tired", "Proud"])], "pptx")

    boxes = [s for s in Presentation(io.BytesIO(made)).slides[0].shapes if s.has_text_frame]
    (note,) = [box for box in boxes if box.text_frame.text.startswith("Tired")]
    assert note.fill.fore_color.rgb is not None
    assert note.line.width > 0
    assert note._element.find(".//{*}style") is None  # noqa: SLF001 - the theme would add a shadow
