"""What a played rule is: a name, and a check of what the plays of a scenario found. Module and card bear its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scenarios.draft import Draft
from scenarios.problem import Problem
from simulator.trials.report import Report


@dataclass(frozen=True, slots=True)
class PlayedRule:
    """One rule; ``check`` yields problems that carry the rule's id."""

    id: str
    check: Callable[[Draft, Report], Iterator[Problem]]


def place_of(found: Draft, key: str, name: str) -> tuple[str | int, ...]:
    """The path of an entry of a list (``beats``, ``endings`` …) by its id."""
    entries = getattr(found.scenario, key)
    return (key, next(at for at, entry in enumerate(entries) if entry.id == name))


def in_own_file(found: Draft, key: str, name: str) -> bool:
    """Whether an entry stands in the scenario's own file and not in a pack."""
    return not found.file_of(place_of(found, key, name)).startswith("packs/")
