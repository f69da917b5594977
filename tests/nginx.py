"""A real nginx with the configuration that is shipped, its two replicas on this machine."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

SHIPPED = (Path(__file__).parents[1] / "docs" / "deploy" / "nginx.conf").read_text("utf-8")
AROUND = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log; {user}
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{shipped}
}}
"""
"""What the image of nginx has around the file, as one user's process needs it."""


def found() -> str:
    """Where nginx is. Without one a test is left out, except in the whole check."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None and os.environ.get("ACUERDO_BROWSER_TESTS") == "1":
        pytest.fail("no nginx found: install Debian's nginx-light, or unset ACUERDO_BROWSER_TESTS")
    if nginx is None:
        pytest.skip("no nginx found; the test of the proxy needs one")
    return nginx


class Nginx:
    """One, before the replicas at two ports. Only their addresses and its own differ from the shipped file."""

    def __init__(self, folder: Path, one: int, two: int) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        here = SHIPPED.replace("one:8501", f"127.0.0.1:{one}").replace("two:8501", f"127.0.0.1:{two}")
        here, listens = re.subn(r"listen 8080;", f"listen 127.0.0.1:{self.port};", here)
        assert listens == 1
        user = "user root;" if os.geteuid() == 0 else ""
        self._file = folder / "nginx.conf"
        self._file.write_text(AROUND.format(folder=folder, user=user, shipped=here), encoding="utf-8")
        self._command = [found(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(self._file)]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def complaint(self) -> str:
        """What nginx itself says against the file; empty where it takes it."""
        told = subprocess.run([*self._command, "-t"], capture_output=True, text=True, check=False)
        return "" if told.returncode == 0 else told.stderr

    def start(self) -> "Nginx":
        self._process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        raise AssertionError(self.complaint() or "nginx does not answer")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
