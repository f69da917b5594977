"""What the players say: wordings per act and language, from ``phrases.es.yaml`` and ``phrases.en.yaml``."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from scenarios.source import read_nodes, read_text

_FOLDER = Path(__file__).parent
LEAST = 12
"""Wordings that each act has at least."""


@lru_cache(maxsize=4)
def phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    """Wordings by act (or by a move such as ``lump_sum``) in a language, with their placeholders."""
    path = _FOLDER / f"phrases.{language}.yaml"
    plain = read_nodes(read_text(path), f"trials/{path.name}").plain()
    return {key: tuple(lines) for key, lines in plain.items()}
