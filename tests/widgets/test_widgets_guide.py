"""What docs/widgets.md tells to type does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

GUIDE = Path(__file__).parents[2] / "docs" / "widgets.md"


def test_the_examples_run_one_after_the_other() -> None:
    examples = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert len(examples) == 2

    names: dict[str, Any] = {}
    for example in examples:
        exec(example, names)  # noqa: S102 - our own guide

    fatima, found = names["fatima"], names["found"]
    assert ["hear", "say_do"] == [note.region for note in fatima.notes]
    assert "Fatima" in fatima.to_html(view="seven")
    assert ["hear"] == [shared.region for shared in found.shared]
    assert [1, 1] == [len(own) for own in found.apart]
