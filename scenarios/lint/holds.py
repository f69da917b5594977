"""Whether a condition can hold at all: asked of every state that its own numbers tell apart."""

import itertools
import random
import re
from collections.abc import Iterator, Mapping

from scenarios.expressions import WORDS, Condition, Value

_LEVELS = frozenset({"anger", "trust", "commitment"})
_TRUTHS = frozenset({"agreement", "verified"})
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
MOST_STATES = 4096


class _State:
    """A scope with a value for everything that the condition asks of."""

    def __init__(self, values: Mapping[tuple[str, str], Value]) -> None:
        self.values = values

    def name(self, name: str) -> Value:
        return self.values["name", name]

    def call(self, function: str, argument: str) -> bool:
        return bool(self.values[function, argument])


def can_hold(condition: Condition) -> bool:
    """False where no state makes the condition true; past 4096 states a sample decides."""
    return any(condition.holds(_State(values)) for values in _states(condition))


def _states(condition: Condition) -> Iterator[dict[tuple[str, str], Value]]:
    asked = sorted(condition.used)
    numbers = [float(n) for n in _NUMBER.findall(condition.text)]
    choices = [_choices(kind, name, numbers) for kind, name in asked]
    count = 1
    for values in choices:
        count *= len(values)
    if count <= MOST_STATES:
        drawn: Iterator[tuple[Value, ...]] = itertools.product(*choices)
    else:
        rng = random.Random(condition.text)
        drawn = (tuple(rng.choice(values) for values in choices) for _ in range(MOST_STATES))
    return (dict(zip(asked, values, strict=True)) for values in drawn)


def _choices(kind: str, name: str, numbers: list[float]) -> list[Value]:
    if kind != "name" or name in _TRUTHS:
        return [True, False]
    if name in WORDS:
        return list(WORDS[name])
    near = {n + step for n in numbers for step in (-1, 0, 1)} | {0.0, 1.0, 100.0}
    most = 100 if name in _LEVELS else 10_000
    return sorted(n for n in near if 0 <= n <= most)
