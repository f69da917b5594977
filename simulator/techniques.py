"""The techniques that a trainee has shown in calls, and those still to come. Pure.

Which indicators show which technique stands in ``scoring/criteria/techniques.yaml``.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import scoring.criteria
from scenarios.values import Frozen
from scoring.yaml_data import load_yaml
from simulator.kept import Met


class Technique(Frozen):
    """A technique of the field: its name by language, and the indicators (``criterion.indicator``) that show it."""

    row: int
    technique: dict[str, str]
    indicators: tuple[str, ...]


class Practised(Frozen):
    """A technique, the number of calls in which it was shown, and of those in which it was only missed."""

    technique: Technique
    shown: int
    missed: int


@cache
def techniques() -> tuple[Technique, ...]:
    """All of them, in their order."""
    file = Path(str(scoring.criteria.__file__)).with_name("techniques.yaml")
    return tuple(Technique.model_validate(entry) for entry in load_yaml(file))


def practised(met: Sequence[Met]) -> tuple[Practised, ...]:
    """Every technique with its calls; one call counts once, as shown where anything of it was met there."""
    seen: dict[str, dict[str, bool]] = {}
    for one in met:
        calls = seen.setdefault(f"{one.criterion}.{one.indicator}", {})
        calls[one.attempt_id] = calls.get(one.attempt_id, False) or one.met
    return tuple(_counted(technique, seen) for technique in techniques())


def _counted(technique: Technique, seen: dict[str, dict[str, bool]]) -> Practised:
    calls: dict[str, bool] = {}
    for indicator in technique.indicators:
        for attempt, was in seen.get(indicator, {}).items():
            calls[attempt] = calls.get(attempt, False) or was
    shown = sum(calls.values())
    return Practised(technique=technique, shown=shown, missed=len(calls) - shown)
