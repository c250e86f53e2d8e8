"""The browser and the JupyterLab that every browser test starts from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.server import Server

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000
"""Milliseconds until a condition counts as missed; long, as machines that test are busy."""

expect.set_options(timeout=PATIENCE)
FAILED = pytest.StashKey[bool]()
PICTURES = Path(__file__).parents[2] / "test-results"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the machine."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("The browser tests need Chromium: sudo apt install chromium", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser that remembers nothing of the other tests; what a failed one showed is kept."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 1000}, accept_downloads=True)
    fresh.set_default_timeout(PATIENCE)
    yield fresh
    if request.node.stash.get(FAILED, False):
        for number, page in enumerate(fresh.pages):
            page.screenshot(path=PICTURES / "failed" / f"{request.node.name}-{number}.png")
    fresh.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember on the test itself that it failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab."""
    return context.new_page()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where JupyterLab keeps what is its own."""
    return tmp_path / "home"


@pytest.fixture
def server(tmp_path: Path, home: Path) -> Iterator[Server]:
    """`empathy lab` in an empty folder."""
    with Server(tmp_path / "work", home) as running:
        yield running


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One JupyterLab for the tests of a file that leave each other alone."""
    folder = tmp_path_factory.mktemp("lab")
    with Server(folder / "work", folder / "home") as running:
        yield running


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where screenshots are kept for people to look at."""
    PICTURES.mkdir(exist_ok=True)
    return PICTURES
