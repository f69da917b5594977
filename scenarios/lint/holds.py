"""Whether a condition can hold at all: asked of every state that its own numbers tell apart."""

import itertools
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from scenarios.expressions import NAMES, WORDS, Condition, Value

Asked = tuple[str, str]
"""What a condition asks of: ``("name", "anger")`` or a function with its argument, as ``("fact", "lost_job")``."""
Given = frozenset[tuple[Asked, tuple[Value, ...]]]
"""What is already known: the only values that something asked can have."""

NOTHING: Given = frozenset()
MOST_STATES = 4096
_LEVELS = frozenset({"anger", "trust", "commitment"})
_TRUTHS = frozenset(name for name, meaning in NAMES.items() if meaning.startswith("true "))
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


class _State:
    """A scope with a value for everything that the condition asks of."""

    def __init__(self, values: Mapping[Asked, Value]) -> None:
        self.values = values

    def name(self, name: str) -> Value:
        return self.values["name", name]

    def call(self, function: str, argument: str) -> bool:
        return bool(self.values[function, argument])


def can_hold(condition: Condition, given: Given = NOTHING) -> bool:
    """False where no state makes the condition true; past 4096 states a sample decides.

    What is ``given`` narrows the states to those where it is so.
    """
    return _can_hold(condition, frozenset(pair for pair in given if pair[0] in condition.used))


@lru_cache(maxsize=4096)
def _can_hold(condition: Condition, given: Given) -> bool:
    return any(condition.holds(_State(values)) for values in _states((condition,), given))


@lru_cache(maxsize=4096)
def implies(narrow: Condition, wide: Condition) -> bool:
    """True where every state that fulfils ``narrow`` fulfils ``wide`` too; where too many would be asked, False."""
    if not wide.used <= narrow.used or _count(_choices_of((narrow, wide), NOTHING)) > MOST_STATES:
        return False
    states = [_State(values) for values in _states((narrow, wide), NOTHING)]
    return all(wide.holds(state) for state in states if narrow.holds(state))


class Patience:
    """How many states one check asks at most, so that no file keeps it busy for minutes.

    Past that a condition counts as one that can hold and follows from no other: nobody is accused unheard.
    """

    def __init__(self, states: int = 100_000) -> None:
        self.left = states

    def can_hold(self, condition: Condition, given: Given = NOTHING) -> bool:
        """``can_hold`` as long as there is patience."""
        relevant = frozenset(pair for pair in given if pair[0] in condition.used)
        self.left -= _cost((condition,), relevant)
        return self.left < 0 or _can_hold(condition, relevant)

    def implies(self, narrow: Condition, wide: Condition) -> bool:
        """``implies`` as long as there is patience."""
        if not wide.used <= narrow.used:
            return False
        self.left -= _cost((narrow, wide), NOTHING)
        return self.left >= 0 and implies(narrow, wide)


@lru_cache(maxsize=4096)
def _cost(conditions: tuple[Condition, ...], given: Given) -> int:
    """The states that have to be asked at most."""
    return min(_count(_choices_of(conditions, given)), MOST_STATES)


def _choices_of(conditions: Iterable[Condition], given: Given) -> dict[Asked, tuple[Value, ...]]:
    conditions = tuple(conditions)
    known = dict(given)
    numbers = [float(n) for c in conditions for n in _NUMBER.findall(c.text)]
    asked = sorted(frozenset().union(*(c.used for c in conditions)))
    return {key: known.get(key) or _choices(*key, numbers) for key in asked}


def _count(choices: Mapping[Asked, tuple[Value, ...]]) -> int:
    count = 1
    for values in choices.values():
        count *= len(values)
    return count


def _states(conditions: tuple[Condition, ...], given: Given) -> Iterator[dict[Asked, Value]]:
    choices = _choices_of(conditions, given)
    if _count(choices) <= MOST_STATES:
        drawn: Iterator[tuple[Value, ...]] = itertools.product(*choices.values())
    else:
        rng = random.Random(conditions[0].text)
        drawn = (tuple(rng.choice(values) for values in choices.values()) for _ in range(MOST_STATES))
    return (dict(zip(choices, values, strict=True)) for values in drawn)


def _choices(kind: str, name: str, numbers: list[float]) -> tuple[Value, ...]:
    if kind != "name" or name in _TRUTHS:
        return (True, False)
    if name in WORDS:
        return WORDS[name]
    near = {n + step for n in numbers for step in (-1, 0, 1)} | {0.0, 1.0, 100.0}
    most = 100 if name in _LEVELS else 10_000
    return tuple(sorted(n for n in near if 0 <= n <= most))
