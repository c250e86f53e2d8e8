"""What axe finds wrong with a part of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

SCRIPT = Path(__file__).parents[2] / "js" / "node_modules" / "axe-core" / "axe.min.js"

VIOLATIONS = """async (parts) => (await axe.run(parts, { preload: false })).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""


def violations(part: Locator) -> list[str]:
    """One line for every fault in all that the locator finds.

    It must be on the screen, as colours are judged there.
    """
    if not part.page.evaluate("() => 'axe' in window"):
        part.page.add_script_tag(path=SCRIPT)
    found: list[str] = part.evaluate_all(VIOLATIONS)
    return found
