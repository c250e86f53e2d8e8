"""HTML from our own templates: whatever a learner wrote is shown as text.

No style sheet, no script and no class: an untrusted notebook, GitHub and `nbconvert` keep little
more than tags and, at best, inline styles. So the tags alone must read well, and the styles only
use colours that work on light and on dark pages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).with_name("templates")
_LINE = "1px solid rgba(128,128,128,.45)"

STYLES = {
    "step": f"border:{_LINE};border-radius:8px;padding:12px 16px;margin:8px 0;max-width:60em",
    "title": "margin:0 0 4px 0",
    "prompt": "margin:0 0 12px 0",
    "answer": "border-left:3px solid rgba(48,112,144,.8);margin:8px 0;padding:4px 12px",
    "empty": "opacity:.75;font-style:italic",
    "box": f"border:{_LINE};border-radius:6px;padding:8px 12px;margin:8px 0",
    "box_title": "margin:0 0 4px 0",
    "list": "margin:4px 0;padding-left:1.4em",
    "item": "margin:4px 0",
    "finding": "margin:8px 0",
    "quiet": "opacity:.8",
    "table": "border-collapse:collapse;margin:8px 0",
    "cell": f"border-bottom:{_LINE};padding:4px 12px 4px 0;text-align:left",
    "number": f"border-bottom:{_LINE};padding:4px 12px 4px 0;text-align:right",
}


def fragment(template: str, **values: object) -> str:
    """A template from `templates/`, filled in; every value is escaped.

    >>> fragment("paragraphs.html", text="<b>hello</b>")
    '<p>&lt;b&gt;hello&lt;/b&gt;</p>'
    """
    found = environment(_TEMPLATES)
    found.filters["paragraphs"] = paragraphs
    return found.get_template(template).render(style=STYLES, **values).strip()


@cache
def environment(folder: Path) -> Environment:
    """The templates of a folder: every value is escaped, and one that is not there is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        autoescape=True,
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def paragraphs(text: str) -> list[str]:
    r"""The lines of a text that hold anything.

    >>> paragraphs("one\n\n two ")
    ['one', 'two']
    """
    return [line.strip() for line in text.splitlines() if line.strip()]
