"""Remembering what was made of a value that never changes and is too large to compare: by its being the same object."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Value = TypeVar("Value")
Rest = TypeVarTuple("Rest")
Made = TypeVar("Made")


def of_the_same(size: int) -> Callable[[Callable[[Value, *Rest], Made]], Callable[[Value, *Rest], Made]]:
    """Decorates a pure function of a frozen value, and of more that can be hashed; ``size`` results are kept.

    A value that is equal but another object is worked out anew: nothing old is ever taken for it.
    """

    def decorate(make: Callable[[Value, *Rest], Made]) -> Callable[[Value, *Rest], Made]:
        kept: dict[Hashable, tuple[Value, Made]] = {}

        @wraps(make)
        def remembered(value: Value, *rest: *Rest) -> Made:
            key = (id(value), *rest)
            held = kept.get(key)
            if held is None:
                if len(kept) >= size:
                    kept.clear()
                held = kept[key] = (value, make(value, *rest))  # held with its value, so that the id stays its own
            return held[1]

        return remembered

    return decorate
