"""Ctrl+C while hand-ins are graded: a sentence, and the results of before as they were."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.grading.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl+C")
@pytest.mark.parametrize("engine", ["fork", "plain"])
def test_grading_that_is_stopped_leaves_the_results_of_before(
    engine: str, hand_in: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "empathy_widgets", "grade", str(tmp_path / "in"), "--out", str(out),
               "--engine", engine, "--no-progress"]  # fmt: skip
    hand_in("anna.ipynb")
    subprocess.run(command, check=False, cwd=ROOT, capture_output=True, timeout=120)
    before = (out / "gradebook.csv").read_bytes()

    for n in range(150):
        hand_in(f"more-{n}.ipynb")
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:
        while not (out / ".new" / "feedback").exists():
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)

    # Python ends itself by the signal when it came inside an import; a shell calls both 130.
    assert running.returncode in {130, -signal.SIGINT}, said
    assert "Traceback" not in said
    assert "what was there before is as it was" in said
    assert before == (out / "gradebook.csv").read_bytes()
    assert not (out / ".new").exists()
