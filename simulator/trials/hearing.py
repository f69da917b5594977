"""What the good player hears in the debtor's words: a dispute, somebody else on the line, a death, an illness."""

from functools import lru_cache
from pathlib import Path

from scenarios.source import read_nodes, read_text
from simulator.trials.view import View

_FILE = Path(__file__).parent / "cues.yaml"


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, list[str]]]:
    plain: dict[str, dict[str, list[str]]] = read_nodes(read_text(_FILE), f"trials/{_FILE.name}").plain()
    return plain


def heard(view: View) -> frozenset[str]:
    """The kinds of talk that anything said so far points to, by the names of ``cues.yaml``."""
    said = " ".join(step.words for step in view.steps).lower()
    cues = _cues()[view.case.language]
    return frozenset(kind for kind, stems in cues.items() if any(stem in said for stem in stems))
