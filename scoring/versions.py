"""What a score rests on beside the call and the rubric: weights, phrases and rules, each by a short hash."""

import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from scoring.levels import model
from scoring.reading.weights import weights_version

HERE = Path(__file__).parent
PARTS = ("acts", "levels", "lexicons", "rules")
"""The trained reader, the trained levels of the language, the files of phrases, and the code of this package."""


def versions(language: str) -> dict[str, str]:
    """Part → the first digits of a hash over its files."""
    return {
        "acts": weights_version(),
        "levels": model.version(language),
        "lexicons": _hash(".yaml"),
        "rules": _hash(".py"),
    }


@lru_cache(maxsize=4)
def _hash(ending: str) -> str:
    """Eight hexadecimal digits over the package's files of this kind, rubrics apart; line endings do not count."""
    found = 0
    for path in _files(ending):
        found = zlib.crc32(path.relative_to(HERE).as_posix().encode(), found)
        found = zlib.crc32(path.read_bytes().replace(b"\r\n", b"\n"), found)
    return f"{found:08x}"


def _files(ending: str) -> Iterable[Path]:
    return (p for p in sorted(HERE.rglob(f"*{ending}")) if p.parent.name != "rubrics")
