"""The curated phrases of one language, loaded once: acts, tones, what a person lets be heard, classes of words."""

import zlib
from functools import lru_cache
from pathlib import Path

from scoring.reading.cues import Lexicon, lexicon_of
from scoring.yaml_data import load_yaml

FOLDER = Path(__file__).parent / "lexicons"
KINDS = ("acts", "tone", "voiced", "signs", "mentions", "harmless")


@lru_cache(maxsize=8)
def load_lexicon(language: str, kinds: tuple[str, ...] = KINDS) -> Lexicon:
    """One lexicon for all kinds, so that a reply is walked once; names read ``acts:greet``, ``tone:hurry``.

    Raises ``CueError`` for a pattern that cannot be read.
    """
    patterns: dict[str, list[str]] = {}
    for kind in kinds:
        listed = load_yaml(FOLDER / f"{kind}.{language}.yaml")
        patterns |= {f"{kind}:{name}": lines or [] for name, lines in listed.items()}
    return lexicon_of(language, patterns)


@lru_cache(maxsize=1)
def lexicons_version() -> str:
    """Eight hexadecimal digits over every file of phrases."""
    found = 0
    for path in sorted(FOLDER.glob("*.yaml")):
        found = zlib.crc32(path.read_bytes(), found)
    return f"{found:08x}"
