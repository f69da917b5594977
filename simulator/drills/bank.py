"""The drills that ship: found in the library once, by ``acuerdo drills --write``, and read from here.

Finding them plays every recorded call and takes a minute; a drill is only a place in a call, so that an edited
scenario leaves it standing or, where the place is gone, is refused in words.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from simulator.drills.drill import Drill

BANK = Path(__file__).parent / "moments.jsonl"


@lru_cache(maxsize=1)
def drills() -> tuple[Drill, ...]:
    """Every drill, in the bank's order."""
    lines = BANK.read_text(encoding="utf-8").splitlines()
    return tuple(Drill.model_validate(json.loads(line)) for line in lines if line.strip())


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Drill]:
    return {drill.key: drill for drill in drills()}


def find(key: str) -> Drill | None:
    """The drill of that key; ``None`` where the bank has none."""
    return _by_key().get(key)


def write(found: Iterable[Drill]) -> None:
    """Keep these in the place of those that stand."""
    lines = [json.dumps(drill.model_dump(mode="json"), ensure_ascii=False) for drill in found]
    BANK.write_text("\n".join(lines) + "\n", encoding="utf-8")
    drills.cache_clear()
    _by_key.cache_clear()
