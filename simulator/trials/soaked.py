"""One scenario soaked: explored at length, hunted for leaks; kept, so that the next run need not play it again."""

import hashlib
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from scenarios.load import load_scenario
from scoring.versions import versions
from simulator.trials import readings
from simulator.trials.exploring import explored
from simulator.trials.faults import Fault
from simulator.trials.hunt import found_in, hunting
from simulator.trials.own import drafted, own_beats
from simulator.trials.probing import Probe, probes
from simulator.trials.report import Report

ROOT = Path(__file__).parents[2]
_TELLERS = frozenset({"soak", "soak_page", "probe_page"})
HUNTED_FROM = 100_000
"""The hunt's seeds start so far behind the exploration's."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a soak is, by scenario: plays, plays of the hunt, the first seed, wordings of each probed reply."""

    plays: int
    hunt: int
    seed: int
    wordings: int = 6


@dataclass(frozen=True, slots=True)
class Soaked:
    """What came of a scenario; ``turns`` and ``found`` are the hunt's, ``seconds`` what all took on one core."""

    report: Report
    length: Length
    turns: int
    found: tuple[Fault, ...]
    seconds: float
    probes: tuple[Probe, ...] = ()


_ADAPTER = TypeAdapter(Soaked)


def soaked(path: Path, length: Length, cache: Path) -> tuple[Soaked, bool]:
    """The outcome of a scenario's file, and whether it was already there, all that it rests on unchanged."""
    kept = cache / "soaked" / f"{path.stem}-{_stamp(path, length)}.json"
    try:
        return _ADAPTER.validate_json(kept.read_bytes()), True
    except (OSError, ValidationError):
        fresh = _played(path, length, cache)
    kept.parent.mkdir(parents=True, exist_ok=True)
    for stale in kept.parent.glob(f"{path.stem}-*.json"):
        stale.unlink(missing_ok=True)
    kept.write_bytes(_ADAPTER.dump_json(fresh))
    return fresh, False


def _played(path: Path, length: Length, cache: Path) -> Soaked:
    known = cache / "readings" / reader_stamp() / f"{path.stem}.jsonl.gz"
    readings.forget()
    readings.recall(known)
    start, scenario = time.perf_counter(), load_scenario(path)
    report, _ = explored(scenario, own_beats(drafted(path)), length.plays, length.seed)
    turns, found = 0, list[Fault]()
    for trial in hunting(scenario, length.hunt, length.seed + HUNTED_FROM):
        turns += len(trial.steps) - 1
        found += found_in(trial)
    tried = tuple(probes(scenario, length.wordings))
    readings.keep(known)
    return Soaked(report, length, turns, tuple(found), time.perf_counter() - start, tried)


@lru_cache(maxsize=1)
def reader_stamp() -> str:
    """Changes with whatever a reading depends on: the reader's code, phrases and weights, the countries' formats."""
    known = {**versions("es"), "scenarios": _hash(ROOT / "scenarios", "*.py", "countries/*.yaml")}
    return hashlib.sha256(repr(sorted(known.items())).encode()).hexdigest()[:12]


def _stamp(path: Path, length: Length) -> str:
    """Changes with the scenario's file, the length, and whatever else a play depends on."""
    own = hashlib.sha256(path.read_bytes()).hexdigest()
    return hashlib.sha256(f"{own} {length} {reader_stamp()} {_engine()}".encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _engine() -> str:
    """The code and data of scenarios (the library apart), of the engine and of the players."""
    return _hash(ROOT / "scenarios", "**/*.py", "**/*.yaml") + _hash(
        ROOT / "simulator", "*.py", "trials/*.py", "trials/*.yaml"
    )


def _hash(folder: Path, *patterns: str) -> str:
    """Of the files that match, each with its name; the library, and what only tells of plays, left out."""
    found = hashlib.sha256()
    files = {file for pattern in patterns for file in folder.glob(pattern)}
    for file in sorted(f for f in files if f.parent.name != "library" and f.stem not in _TELLERS):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]
