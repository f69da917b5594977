"""A new database with all tables and nothing in them, copied from one that was migrated once."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from simulator.store import Store


def fresh(folder: Path, name: str = "acuerdo.sqlite3") -> str:
    """The address of a migrated, empty SQLite database of this name in the folder."""
    shutil.copy(Path(_made().name) / "empty.sqlite3", folder / name)
    return f"sqlite:///{folder / name}"


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    """Where it stands, for as long as the process lives."""
    folder = tempfile.TemporaryDirectory(prefix="acuerdo-empty-")
    Store.open(f"sqlite:///{folder.name}/empty.sqlite3").close()
    return folder
