"""The real application in a process of its own, on a free port and an empty home."""

import atexit
import os
import socket
import subprocess
import sys
import time
import urllib.request
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

UNWRITTEN = "PYTHONDONTWRITEBYTECODE"
READY = 120.0
"""Seconds in which a server has to answer."""


class Site:
    """A running ``acuerdo run``; ``restart`` ends it the hard way and starts it anew on the same port and home.

    ``settings`` are variables of its environment beside those.
    """

    def __init__(self, home: Path, **settings: str) -> None:
        self.home, self.port, self._settings = home, free_port(), settings
        self._process = self._start()

    @property
    def command(self) -> str:
        return str(Path(sys.executable).parent / "acuerdo")

    @property
    def environment(self) -> dict[str, str]:
        return _environment(self.home) | self._settings

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def database(self) -> str:
        """The address of its database, where no setting says another."""
        return f"sqlite:///{self.home / 'acuerdo.sqlite3'}"

    @property
    def spent(self) -> float:
        """Seconds of the processor that it took so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def restart(self) -> None:
        self.kill()
        self._process = self._start()

    def kill(self) -> None:
        """End it the hard way."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [self.command, "run", "--no-browser", "--port", str(self.port)]
        with (self.home / "server.log").open("ab") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        end = time.monotonic() + READY
        while time.monotonic() < end and process.poll() is None:
            if self._answers():
                return process
            time.sleep(0.1)
        process.kill()
        process.wait()
        raise AssertionError((self.home / "server.log").read_text("utf-8", "replace"))

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACUERDO_", "STREAMLIT_"))}
    if kept.pop(UNWRITTEN, ""):
        kept["PYTHONPYCACHEPREFIX"] = _compiled()
    return kept | {"ACUERDO_HOME": str(home), "NO_PROXY": "*", "no_proxy": "*"}


@cache
def _compiled() -> str:
    """Where nothing may be written beside the sources, compiled modules go here: half of a start is compiling them."""
    held = TemporaryDirectory(prefix="acuerdo-compiled-")
    atexit.register(held.cleanup)
    return held.name


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
