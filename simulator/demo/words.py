"""What the demo's people write beside the calls, from ``words.es.yaml`` and ``words.en.yaml``."""

import random
from functools import lru_cache
from pathlib import Path
from typing import Any

from scenarios.values import Language
from scoring.yaml_data import load_yaml


@lru_cache(maxsize=2)
def _words(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = load_yaml(Path(__file__).parent / f"words.{language}.yaml")
    return found


def one_of(language: Language, key: str, rng: random.Random) -> str:
    """A line of this kind, drawn."""
    return str(rng.choice(_words(language)[key]))


def plan_lines(language: Language, rng: random.Random) -> dict[str, str]:
    """A line for each field of the plan, with the case's figures still to be filled in."""
    return {field: str(rng.choice(lines)) for field, lines in _words(language)["plan"].items()}
