"""A table and a plot in JupyterLab: moved, answered, checked, and there again after a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from empathy_widgets.build.workbooks import as_text, notebook
from empathy_widgets.content.exercises import read_exercise
from tests.browser.lab import Workbook
from tests.browser.steps import expect_saved
from tests.figures import put_figures
from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

AT_TWELVE = (
    "Omzet: de 12 grootste van de 60 klanten (20%) zijn samen goed voor 80,2% van het totaal."
)
LARGEST = (
    "Zorggroep De Linde",
    "Stichting Thuis aan Zee",
    "Verpleeghuis Avondrood",
    "Zorgboerderijen Noordrand",
    "Streekziekenhuis De Wetering",
)


def test_the_core_is_found_kept_and_checked(
    page: Page, tmp_path: Path, home: Path, pictures: Path
) -> None:
    work = tmp_path / "work"
    figures = read_exercise(put_figures(work / "exercises"))
    (work / "figures.ipynb").write_text(as_text(notebook(figures, "nl")), encoding="utf-8")

    with Server(work, home) as server:
        workbook = Workbook.open(page, server, "figures.ipynb")
        workbook.run_all()
        core = workbook.widget("core")
        slider = core.get_by_role("slider", name="Hoeveel van de grootste")
        slider.focus()
        for _ in range(18):
            page.keyboard.press("ArrowLeft")
        expect(core.get_by_text(AT_TWELVE)).to_be_visible()

        core.get_by_label("Hoeveel van de grootste klanten").fill("12 klanten")
        core.get_by_label("Hoeveel contacten").fill("6,6")
        core.get_by_label("Branche").select_option("Zorg")
        core.get_by_role("columnheader", name="Omzet").get_by_role("button").click()
        expect(core.get_by_role("rowheader").first).to_have_text(LARGEST[0])
        for name in LARGEST:
            core.get_by_role("checkbox", name=name).check()
        core.get_by_role("radio", name="Ze opzoeken").check()
        expect_saved(core)
        core.get_by_role("button", name="Nakijken").click()
        expect(core.get_by_text("4 van 4 punten", exact=True)).to_be_visible()
        expect(core.get_by_text("Deze vijf kun je opzoeken.")).to_be_visible()
        workbook.wait_for_twin("core", AT_TWELVE)
        workbook.scroll_to("core")
        workbook.picture(pictures / "data.nl.png")

        workbook.save()
        workbook.reload()
        workbook.wait_for_kernel()
        again = workbook.widget("core")
        expect(again.get_by_text(AT_TWELVE)).to_be_visible()
        expect(again.get_by_label("Hoeveel contacten")).to_have_value("6,6")
        expect(again.get_by_role("checkbox", name=LARGEST[4])).to_be_checked()
