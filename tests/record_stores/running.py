"""The record stores, running."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.site import free_port
from tests.record_stores.installing import HERE, node, python

KEY, SECRET = "acuerdo", "una-clave-de-prueba"
READY = 90.0
"""Seconds in which a store has to answer."""


@dataclass(frozen=True, slots=True)
class RecordStore:
    """``url`` is what stands before ``/statements``."""

    url: str
    key: str
    secret: str


@contextmanager
def strict(at: Path, home: Path) -> Iterator[RecordStore]:
    """Learning Locker's statements service: everything about a statement is checked; in memory, open to anybody."""
    port = free_port()
    settings = {
        "EXPRESS_PORT": str(port), "MODELS_REPO": "memory", "STORAGE_REPO": "local", "EVENTS_REPO": "test",
        "AUTH_REPO": "test", "FS_LOCAL_STORAGE_DIR": str(home), "EXPRESS_MORGAN_DIRECTORY": str(home / "log"),
    }  # fmt: skip
    script = at / "strict" / "node_modules" / "@learninglocker" / "xapi-statements" / "dist" / "server.js"
    with _running([str(node(at)), str(script)], settings, home, f"http://127.0.0.1:{port}/xAPI/about"):
        yield RecordStore(f"http://127.0.0.1:{port}/xAPI", KEY, SECRET)


@contextmanager
def signing(at: Path, home: Path) -> Iterator[RecordStore]:
    """Ralph: who does not sign in is turned away, and an id that stands there is refused."""
    port = free_port()
    settings = {
        "RALPH_APP_DIR": str(home / "app"), "RALPH_RUNSERVER_BACKEND": "fs", "RALPH_LOCALE_ENCODING": "utf-8",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(home / "statements"),
    }  # fmt: skip
    (home / "app").mkdir()
    (home / "statements").mkdir()
    account = ["-A", "acuerdo", "https://acuerdo.example.com", "-N", "acuerdo"]
    scopes = ["-s", "statements/write", "-s", "statements/read"]
    ralph = [str(python(at)), "-m", "ralph", "auth", "-u", KEY, "-p", SECRET, *scopes, *account, "-w"]
    subprocess.run(ralph, env=os.environ | settings, cwd=home, capture_output=True, check=True)
    command = [str(python(at)), str(HERE / "signing" / "serve.py"), str(port)]
    with _running(command, settings, home, f"http://127.0.0.1:{port}/__heartbeat__"):
        yield RecordStore(f"http://127.0.0.1:{port}/xAPI", KEY, SECRET)


@contextmanager
def _running(command: list[str], settings: dict[str, str], home: Path, alive: str) -> Iterator[None]:
    with (home / "server.log").open("ab") as log:
        process = subprocess.Popen(command, env=os.environ | settings, cwd=home, stdout=log, stderr=log)
    try:
        _wait(process, home, alive)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", home: Path, alive: str) -> None:
    end = time.monotonic() + READY
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(alive, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError((home / "server.log").read_text("utf-8", "replace")[-4000:])
