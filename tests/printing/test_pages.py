"""Pages on paper: everything that was written stands there, as text, and nothing is cut off."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from empathy_widgets.content.strings import strings
from empathy_widgets.model.empathy_map import EVIDENCE, REGIONS, EmpathyMapAnswer, Note
from empathy_widgets.model.language import LANGUAGES, Lang
from empathy_widgets.model.map_layouts import LAYOUTS, Layout, areas
from empathy_widgets.model.persona_sheet import (
    DEMOGRAPHICS,
    THEMES,
    PersonaSheetAnswer,
    Photo,
    ThemeText,
)
from empathy_widgets.printing.command import print_blank, print_work
from empathy_widgets.printing.layout import map_page
from empathy_widgets.printing.typesetting import typeset
from empathy_widgets.printing.work import Work
from empathy_widgets.views.fits import (
    MAP_LINES,
    MAP_TOO_MUCH,
    SHEET_LINES,
    SHEET_TOO_MUCH,
    map_goes_on_at,
    map_lines,
    sheet_lines,
)
from empathy_widgets.views.written import visible
from empathy_widgets.workbook.photos import prepare_photo

from .conftest import HOSTILE, MANY, SCRIPTS, SHORT, map_with, sheet_with, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable

    ReadPdf = Callable[[bytes], list[str]]


def pdf_of(work: Work, *, poster: bool = False) -> bytes:
    (made,) = print_work([work], "pdf", poster=poster)
    return made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_short_map_is_one_page_with_everything_on_it(lang: Lang, pdf_text: ReadPdf) -> None:
    (page,) = pdf_text(pdf_of(map_with(SHORT[lang] * 3, lang, source="visit")))

    for text in [*SHORT[lang], "Fatima", "mother of three", "What would it mean to her?"]:
        assert squeezed(text) in page
    for region in REGIONS:
        assert squeezed(strings(lang)[f"map.region.{region}"]) in page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("poster", [False, True])
def test_a_sheet_is_one_page_with_everything_on_it(
    lang: Lang, pdf_text: ReadPdf, *, poster: bool
) -> None:
    (page,) = pdf_text(
        pdf_of(sheet_with("Has never chosen a car", lang, tables=False), poster=poster)
    )

    said = 14 if poster else 23
    assert page.count(squeezed("Has never chosen a car")) >= said
    assert squeezed(strings(lang)["persona.theme.fears"]) in page


def test_journey_test_and_history_stand_behind_the_sheet(pdf_text: ReadPdf) -> None:
    _, *behind = pdf_text(pdf_of(sheet_with("Has never chosen a car")))

    in_the_footer = len(behind)
    assert "".join(behind).count(squeezed("Has never chosen a car")) == 5 + 9 + 1 + in_the_footer


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("times", [4, 60])
def test_a_long_map_flows_to_more_pages_without_losing_a_word(
    lang: Lang, times: int, pdf_text: ReadPdf
) -> None:
    texts = [f"note{n}begins {MANY[lang] * times} note{n}ends" for n in range(7)]
    pages = pdf_text(pdf_of(map_with(texts, lang, source=MANY[lang])))

    whole = "".join(pages).replace("-", "")
    assert len(pages) > 1
    for n in range(7):
        assert f"note{n}begins" in whole
        assert f"note{n}ends" in whole
    assert whole.count("eldest" if lang == "en" else "oudste") == 7 * (times + 1)


def test_a_text_of_100_000_signs_is_printed_to_its_end(pdf_text: ReadPdf) -> None:
    pages = pdf_text(pdf_of(map_with(["x" * 99_995 + "ended", "short"])))

    whole = "".join(pages)
    assert whole.count("x") == 99_995
    assert "xended" in whole


def test_what_would_turn_the_text_around_it_is_a_box() -> None:
    assert visible(HOSTILE["bidi"]) == "a□b□c\u200fd"
    assert visible(HOSTILE["control"]) == "a□b□c□d□e"


def test_a_sign_that_no_font_has_is_a_visible_box() -> None:
    def drawn(text: str) -> bytes:
        (page,) = typeset("map", map_page(map_with([text]), "a4"), "png", ppi=60)
        return page

    assert drawn("地") == drawn("\U00013000")
    assert drawn("地") != drawn(" ")
    assert drawn("地") != drawn("a")


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_comes_through(text: str, pdf_text: ReadPdf) -> None:
    (page,) = pdf_text(pdf_of(map_with([text])))

    plain = {sign for sign in text if sign.isascii() and sign.isalnum()}
    assert plain <= set(page)
    if text.startswith(SCRIPTS[3][0]):
        assert squeezed(text) in page


def words(source: random.Random, count: int) -> str:
    known = (MANY["en"] + MANY["nl"]).split()
    return " ".join(source.choices(known, k=count))


def random_map(seed: int) -> EmpathyMapAnswer:
    """A map at random, some evenly filled and some with all notes in one region."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    crowded = source.choice([*REGIONS, "", ""])
    notes = [
        Note(
            id=f"n-{region}{n}",
            text=words(source, source.choice([2, 8, 15, 30, 60])),
            region=region,
            evidence=source.choice(EVIDENCE),
            source=words(source, source.choice([0, 2, 5])),
        )
        for region in REGIONS
        for n in range(source.randint(3, 12) if region == crowded else source.randint(0, 3))
    ]
    return EmpathyMapAnswer(
        name="Fatima", situation=words(source, 9), question=words(source, 8), notes=tuple(notes)
    )


def random_sheet(seed: int) -> PersonaSheetAnswer:
    source = random.Random(seed)  # noqa: S311 - nothing secret
    return PersonaSheetAnswer(
        name="Joost",
        who=words(source, 10),
        quote=words(source, 15),
        themes={
            theme: ThemeText(text=words(source, source.choice([5, 10, 20, 40])), source=words(source, 3), evidence="told")
            for theme in source.sample(THEMES, 6)
        },
        demographics={fact: words(source, 3) for fact in DEMOGRAPHICS},
    )  # fmt: skip


def filled_to_the_limit() -> list[Work]:
    """Of many maps and sheets at random those that come closest to what fits."""
    maps = [random_map(seed) for seed in range(300)]
    fitting = sorted((m for m in maps if map_lines(m) <= MAP_LINES), key=map_lines)[-7:]
    sheets = [random_sheet(seed) for seed in range(80)]
    full = sorted((s for s in sheets if sheet_lines(s) <= SHEET_LINES), key=sheet_lines)[-5:]
    return [Work("empathy_map", m.entries(), "nl") for m in fitting] + [
        Work("persona_sheet", s.entries(), "nl") for s in full
    ]


def test_up_to_the_length_that_a_widget_counts_it_is_one_page() -> None:
    counts = [len(print_work([work], "svg")) for work in filled_to_the_limit()]

    assert counts == [1] * 12


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_blank_map_is_one_page_with_six_numbered_questions(
    lang: Lang, paper: str, pdf_text: ReadPdf
) -> None:
    (made,) = print_blank("pdf", lang, paper)  # type: ignore[arg-type]
    (page,) = pdf_text(made)

    for number, region in enumerate(REGIONS, start=1):
        assert squeezed(strings(lang)[f"map.region.{region}.prompt"]) in page
        assert str(number) in page
    assert squeezed(strings(lang)["print.blank.question"]) in page


def test_a_page_on_larger_paper_is_the_same_page_but_larger() -> None:
    small, large = (
        Image.open(
            io.BytesIO(typeset("map", map_page(map_with(SHORT["en"]), paper), "png", ppi=30)[0])
        )
        for paper in ("a4", "a3")
    )

    assert large.width / small.width == pytest.approx(2**0.5, abs=0.01)


def test_the_same_work_gives_the_same_file_every_time() -> None:
    assert pdf_of(map_with(SHORT["en"])) == pdf_of(map_with(SHORT["en"]))


def test_an_svg_holds_no_script_and_asks_for_nothing_from_elsewhere() -> None:
    (page,) = print_work([map_with([HOSTILE["script"]])], "svg")

    assert b"<script" not in page
    assert b"http://" not in page.replace(b"http://www.w3.org/", b"")


def photo(colour: str, size: tuple[int, int] = (1200, 900)) -> Photo:
    """A photo as the kernel keeps it."""
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    return Photo(data=prepare_photo(data.getvalue()), alt="At the desk")


@pytest.mark.parametrize("poster", [False, True])
def test_photos_stand_on_the_sheet(*, poster: bool) -> None:
    answer = PersonaSheetAnswer(
        name="Joost", photos=(photo("teal"), photo("olive", (300, 900)), photo("maroon"))
    )
    (made,) = print_work([Work("persona_sheet", answer.entries())], "png", poster=poster)

    colours = Image.open(io.BytesIO(made)).convert("RGB").getcolors(1_000_000)
    common = {
        tuple(map(int, str(colour)[1:-1].split(","))) for n, colour in colours or [] if n > 2_000
    }
    for wanted in ((0, 128, 128), (128, 128, 0), (128, 0, 0)):
        assert any(
            max(abs(a - b) for a, b in zip(wanted, seen, strict=True)) < 8 for seen in common
        )


def test_something_that_only_calls_itself_a_photo_is_left_out_and_said(pdf_text: ReadPdf) -> None:
    fake = Photo(data="/9j/" + "A" * 400, alt="A trap")
    answer = PersonaSheetAnswer(name="Joost", photos=(fake,))

    (page,) = pdf_text(pdf_of(Work("persona_sheet", answer.entries())))

    assert squeezed("This photo cannot be shown.") in page
    assert squeezed("A trap") in page


def _tokened(answer: EmpathyMapAnswer) -> EmpathyMapAnswer:
    """The same map, in which every note begins with a word of its own."""
    notes = (n.model_copy(update={"text": f"zq{i}x {n.text}"}) for i, n in enumerate(answer.notes))
    return answer.model_copy(update={"notes": tuple(notes)})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_beyond_the_length_that_never_fits_a_map_goes_on_near_where_its_widget_says(
    layout: Layout, pdf_text: ReadPdf
) -> None:
    maps = [_tokened(random_map(seed)) for seed in range(150)]
    long = sorted(
        (m for m in maps if MAP_TOO_MUCH < map_lines(m, layout)), key=lambda m: map_lines(m, layout)
    )[:8]
    right = 0
    for answer in long:
        first, *more = pdf_text(pdf_of(Work("empathy_map", answer.entries(), "nl", layout=layout)))
        assert more
        keys = [area.key for area, _ in areas(layout, answer)]
        ids = {note.id: f"zq{i}x" for i, note in enumerate(answer.notes)}
        gone = [area.key for area, notes in areas(layout, answer) if any(ids[n.id] not in first for n in notes)]  # fmt: skip
        said = keys.index(map_goes_on_at(answer, layout))
        found = keys.index(gone[0] if gone else keys[-1])
        right += abs(said - found) <= 1

    assert right == len(long) == 8


def test_beyond_the_length_that_never_fits_a_sheet_takes_more_pages() -> None:
    source = random.Random(3)  # noqa: S311 - nothing secret
    themes = [
        {theme: ThemeText(text=words(source, source.choice([60, 90, 120]))) for theme in THEMES}
        for _ in range(12)
    ]
    sheets = [PersonaSheetAnswer(name="Joost", themes=texts) for texts in themes]
    long = [sheet for sheet in sheets if sheet_lines(sheet) > SHEET_TOO_MUCH]

    assert long
    assert all(
        len(print_work([Work("persona_sheet", sheet.entries(), "nl")], "svg")) > 1 for sheet in long
    )
