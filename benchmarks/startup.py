"""How long it takes until a workbook answers: fresh processes, side by side, medians.

    python benchmarks/startup.py [--rounds 9]

Budgets: `import empathy_widgets` at most 30 ms; a step of a workbook at most 2 x importing
anywidget and pydantic. `import pydantic` alone loads next to nothing, as it waits until something
is asked of it; so both are told: the bare import, and the one with which a model can be written.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile

TIMED = "import time; start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"

PROGRAMS = {
    "import empathy_widgets": "import empathy_widgets",
    "import empathy_widgets.scoring": "import empathy_widgets.scoring",
    "import anywidget, pydantic": "import anywidget, pydantic",
    "import anywidget, pydantic.BaseModel": "import anywidget\nfrom pydantic import BaseModel",
    'Workbook("well", "en").step("map")': (
        "import contextlib, io\n"
        "from empathy_widgets import Workbook\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        '    Workbook("well", "en").step("map")'
    ),
}


def seconds(code: str, folder: str) -> float:
    """The time a fresh process spends on some code, its own start left out."""
    program = TIMED.format(code=code)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder
    )
    return float(done.stdout.splitlines()[-1])


def main() -> None:
    """Measure in turns, so that a busy moment hits all alike, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    measured: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            for name, code in PROGRAMS.items():
                measured[name].append(seconds(code, folder))
    medians = {name: statistics.median(times[1:]) for name, times in measured.items()}
    for name, median in medians.items():
        print(f"{name:<40} {median * 1000:6.0f} ms")
    step = medians['Workbook("well", "en").step("map")']
    for base in ("import anywidget, pydantic", "import anywidget, pydantic.BaseModel"):
        print(f"{'a step beside ' + base:<52} {step / medians[base]:6.2f} x")


if __name__ == "__main__":
    main()
