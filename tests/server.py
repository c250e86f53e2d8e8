"""A JupyterLab of our own: own port, own folder, own settings; started and stopped by the tests."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

START_SECONDS = 60


def wait_until(what: str, condition: Callable[[], object], seconds: float = 30) -> None:
    """Look again and again until a condition holds; fail with what was waited for."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            message = f"waited {seconds} s in vain: {what}"
            raise AssertionError(message)
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on, below those that kernels take at random."""
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return port


class Server:
    """One run of `empathy lab` in a folder.

    Args:
        folder: where the workbooks and answers are; it outlives the server.
        home: where JupyterLab keeps settings and logs, so that nobody's own are read or changed.
        command: what starts `empathy`; by default the one of this environment.
        environment: the variables it starts with; by default those of the tests.
    """

    def __init__(
        self,
        folder: Path,
        home: Path,
        *,
        command: Sequence[str] = (sys.executable, "-m", "empathy_widgets"),
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.folder = folder
        self._command = [*command, "lab", str(folder), "--no-browser"]
        self._given = environment
        self.port = free_port()
        self.token = secrets.token_hex(16)
        self.log = home / f"lab-{self.port}.log"
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the server answers."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._home.mkdir(parents=True, exist_ok=True)
        _quiet_settings(self._home)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [*self._command, "--port", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**self._given, **self._environment()},
                start_new_session=True,
            )
        wait_until(f"JupyterLab to start, see {self.log}", self._answers, START_SECONDS)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, as the end of a day does: every kernel goes with it."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)

    def ask(self, method: str, path: str) -> Any:  # noqa: ANN401 - JSON can be anything
        """One call of the server's own interface, as JSON."""
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.url}/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            body = answer.read()
        return json.loads(body) if body else None

    def page_config(self) -> dict[str, Any]:
        """What JupyterLab's page is told when it opens."""
        with urllib.request.urlopen(f"{self.url}/lab?token={self.token}", timeout=20) as answer:  # noqa: S310
            page = answer.read().decode()
        found = re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
        assert found is not None
        config: dict[str, Any] = json.loads(found[1])
        return config

    def kernel_of(self, notebook: str) -> str:
        """The id of the kernel that a notebook runs on."""
        kernels: list[str] = [
            session["kernel"]["id"]
            for session in self.ask("GET", "api/sessions")
            if session["path"] == notebook
        ]
        return kernels[0]

    def shut_down_kernel(self, notebook: str) -> None:
        """End a kernel behind the learner's back, as a server that saves memory does."""
        self.ask("DELETE", f"api/kernels/{self.kernel_of(notebook)}")

    def kill_kernel(self, notebook: str) -> None:
        """`kill -9` for the process of a notebook's kernel."""
        kernel = self.kernel_of(notebook)
        listing = subprocess.run(
            ["ps", "-axww", "-o", "pid=,args="], capture_output=True, text=True, check=True
        ).stdout
        (pid,) = (int(line.split()[0]) for line in listing.splitlines() if f"{kernel}.json" in line)
        os.kill(pid, signal.SIGKILL)

    def _answers(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            message = f"JupyterLab ended at once:\n{self.log.read_text(encoding='utf-8')}"
            raise AssertionError(message)
        try:
            self.ask("GET", "api/status")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False
        return True

    def _environment(self) -> dict[str, str]:
        home = self._home
        return {
            "JUPYTER_TOKEN": self.token,
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "IPYTHONDIR": str(home / "ipython"),
        }


def _quiet_settings(home: Path) -> None:
    """No question about news over the workbook, and the application within a test's reach."""
    _write(
        home
        / "settings"
        / "@jupyterlab"
        / "apputils-extension"
        / "notification.jupyterlab-settings",
        {"fetchNews": "false", "checkForUpdates": False},
    )
    _write(home / "config" / "jupyter_lab_config.json", {"LabApp": {"expose_app_in_browser": True}})
    if os.geteuid() == 0:
        _write(home / "config" / "jupyter_server_config.json", {"ServerApp": {"allow_root": True}})


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
