"""Readings remembered: plays say the same to the same words again and again, and so does the next run of them."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from scoring.reading.reader import read
from scoring.reading.values import Reading, ReadingContext

MOST = 60_000
"""Readings that are kept at once; one more, and all are forgotten."""
_ADAPTER = TypeAdapter(Reading)
_KNOWN: dict[str, Reading] = {}


def reading_of(text: str, context: ReadingContext) -> Reading:
    """The reader, remembered. Same inputs, same reading."""
    key = _key(text, context)
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) >= MOST:
            _KNOWN.clear()
        found = _KNOWN[key] = read(text, context)
    return found


def forget() -> None:
    """Start anew."""
    _KNOWN.clear()


def known() -> Mapping[str, Reading]:
    """What is remembered now, by a key of the text and its context."""
    return dict(_KNOWN)


def recall(path: Path) -> int:
    """Take up what ``keep`` wrote; how many. A file that is missing or damaged counts as empty."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            kept = {key: _ADAPTER.validate_python(found) for key, found in map(json.loads, file)}
    except (OSError, ValueError, EOFError, TypeError, zlib.error):
        return 0
    _KNOWN.update(kept)
    return len(kept)


def keep(path: Path) -> None:
    """Write what is known now, for ``recall``; never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".part")
    with gzip.open(fresh, "wt", encoding="utf-8", compresslevel=3) as file:
        for key, found in _KNOWN.items():
            plain = _ADAPTER.dump_python(found, mode="json", exclude_defaults=True)
            file.write(json.dumps([key, plain], ensure_ascii=False) + "\n")
    fresh.replace(path)


def _key(text: str, context: ReadingContext) -> str:
    """Sixteen bytes in hexadecimal digits, of all that a reading depends on but the reader itself."""
    return hashlib.blake2b(repr((text, context)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
