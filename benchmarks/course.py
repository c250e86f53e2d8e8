"""How long the whole course takes with model answers: our own engine beside plain papermill.

    python -m benchmarks.course [--plain 4]

All sixteen workbooks (eight, in two languages) go through papermill with the engine "fork", shared
by two processes; the time counts from the start of those processes until the last is done. Then a
few of them go through papermill's own engine, which starts a kernel for each. Every workbook must
show its full marks. Budget: 30 s for the sixteen, on two cores.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from empathy_widgets.content.exercises import load_exercise
from empathy_widgets.content.places import WORKBOOKS, the_one
from empathy_widgets.grading.run import Runner
from empathy_widgets.model.language import LANGUAGES

if TYPE_CHECKING:
    from empathy_widgets.model.language import Lang

    Key = tuple[str, Lang]

COURSE = ("start", "well", "salesperson", "blog", "customer-map", "sales-map", "ask", "persona")
BUDGET_SECONDS = 30


def main() -> None:
    """Run both ways and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plain", type=int, default=4, help="how many to run both ways")
    few = max(1, parser.parse_args().plain)

    start = time.perf_counter()
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=fresh) as workers:
        done = workers.map(with_our_engine, COURSE)
        ours = {key: seconds for timed in done for key, seconds in timed.items()}
    whole = time.perf_counter() - start
    theirs = with_plain_papermill([*ours][:: len(ours) // few])

    print(f"{'':<18}{'own engine':>12}{'plain papermill':>18}")
    for key, seconds in ours.items():
        beside = f"{theirs[key]:16.2f} s" if key in theirs else ""
        print(f"{' '.join(key):<18}{seconds:10.2f} s{beside}")
    print(f"all {len(ours)}, two processes: {whole:.1f} s of {BUDGET_SECONDS} s")


def with_our_engine(exercise: str) -> dict[Key, float]:
    """Both languages of one workbook, in this process; the first pays for what is loaded."""
    seconds: dict[Key, float] = {}
    with Runner("fork") as runner:
        for lang in LANGUAGES:
            answers = model_answers(exercise, lang)
            start = time.perf_counter()
            marks = runner.run(exercise, lang, answers).marks
            seconds[exercise, lang] = time.perf_counter() - start
            if marks.points_max != marks.points_possible:
                message = f"{exercise} ({lang}): {marks.points_max} of {marks.points_possible}"
                raise SystemExit(message)
    return seconds


def with_plain_papermill(keys: list[Key]) -> dict[Key, float]:
    """The workbooks as they lie in `workbooks/`, one after the other, in a kernel each."""
    from papermill import execute_notebook

    seconds: dict[Key, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for exercise, lang in keys:
            (workbook,) = (the_one(WORKBOOKS) / lang).glob(f"*-{exercise}.ipynb")
            start = time.perf_counter()
            execute_notebook(
                workbook,
                Path(folder, workbook.name),
                parameters={"lang": lang, "answers": model_answers(exercise, lang)},
                progress_bar=False,
                cwd=folder,
            )
            seconds[exercise, lang] = time.perf_counter() - start
    return seconds


def model_answers(exercise: str, lang: Lang) -> dict[str, Any]:
    """The answers of the author, as they travel into a workbook."""
    loaded = load_exercise(exercise)
    return loaded.example("model", lang).document(loaded.exercise).model_dump(mode="json")


if __name__ == "__main__":
    main()
