"""A condition taken apart: the alternatives of single tests, any of which fulfilled makes it true."""

import itertools
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scenarios.expressions import Condition, Scope

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|'[^']*'|[A-Za-z_]\w*|==|!=|<=|>=|<|>|\(|\))")
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TRUTHS = {"true": True, "false": False}
MOST = 48
"""Alternatives that are looked at."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One test: ``kind`` is ``name`` (with ``sign`` and ``value``), or a function's name with what is ``wanted``."""

    kind: str
    name: str
    sign: str = "=="
    value: Any = True
    wanted: bool = True

    def holds(self, scope: Scope) -> bool:
        """Whether it is as wanted."""
        if self.kind != "name":
            return scope.call(self.kind, self.name) is self.wanted
        given = scope.name(self.name)
        if isinstance(given, str) != isinstance(self.value, str):
            return self.sign == "!="
        return _SIGNS[self.sign](given, self.value)

    def distance(self, scope: Scope) -> float:
        """How far a number is from holding; 0 where it holds, 1 where there is no measure."""
        if self.holds(scope):
            return 0.0
        given = scope.name(self.name) if self.kind == "name" else None
        if isinstance(given, bool) or not isinstance(given, int | float) or not isinstance(self.value, int | float):
            return 1.0
        return abs(given - self.value) + 1.0


Alternative = tuple[Atom, ...]


@lru_cache(maxsize=4096)
def alternatives(condition: Condition) -> tuple[Alternative, ...]:
    """What would make the condition true, each a set of tests; ``((),)`` for one that is always true."""
    tokens = _TOKEN.findall(condition.text)
    found, _ = _either(tokens, 0, True)
    return tuple(dict.fromkeys(tuple(dict.fromkeys(a)) for a in found))[:MOST]


_Found = tuple[tuple[Alternative, ...], int]


def _either(tokens: Sequence[str], at: int, wanted: bool) -> _Found:
    parts, at = _joined(tokens, at, wanted, "or", _both)
    return (_any(parts) if wanted else _all(parts)), at


def _both(tokens: Sequence[str], at: int, wanted: bool) -> _Found:
    parts, at = _joined(tokens, at, wanted, "and", _negated)
    return (_all(parts) if wanted else _any(parts)), at


def _joined(
    tokens: Sequence[str], at: int, wanted: bool, word: str, part: Callable[[Sequence[str], int, bool], _Found]
) -> tuple[list[tuple[Alternative, ...]], int]:
    found, at = part(tokens, at, wanted)
    parts = [found]
    while at < len(tokens) and tokens[at] == word:
        found, at = part(tokens, at + 1, wanted)
        parts.append(found)
    return parts, at


def _any(parts: Sequence[tuple[Alternative, ...]]) -> tuple[Alternative, ...]:
    return tuple(itertools.chain.from_iterable(parts))[:MOST]


def _all(parts: Sequence[tuple[Alternative, ...]]) -> tuple[Alternative, ...]:
    joined = (tuple(itertools.chain.from_iterable(choice)) for choice in itertools.product(*parts))
    return tuple(itertools.islice(joined, MOST))


def _negated(tokens: Sequence[str], at: int, wanted: bool) -> _Found:
    while tokens[at] == "not":
        at, wanted = at + 1, not wanted
    if tokens[at] == "(":
        found, at = _either(tokens, at + 1, wanted)
        return found, at + 1
    return _test(tokens, at, wanted)


def _test(tokens: Sequence[str], at: int, wanted: bool) -> _Found:
    name = tokens[at]
    if name in ("true", "false"):
        return (((),) if (name == "true") is wanted else ()), at + 1
    if at + 1 < len(tokens) and tokens[at + 1] == "(":
        return ((Atom(name, tokens[at + 2].strip("'"), wanted=wanted),),), at + 4
    if at + 2 < len(tokens) and tokens[at + 1] in _SIGNS:
        sign = tokens[at + 1] if wanted else _OPPOSITE[tokens[at + 1]]
        return ((Atom("name", name, sign, _value(tokens[at + 2])),),), at + 3
    return ((Atom("name", name, "==", wanted),),), at + 1


def _value(token: str) -> Any:
    if token.startswith("'"):
        return token[1:-1]
    if token in _TRUTHS:
        return _TRUTHS[token]
    try:
        return float(token)
    except ValueError:
        return 0.0
