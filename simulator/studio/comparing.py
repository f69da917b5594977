"""Two texts line by line: what went and what came, with a little around it."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Side = Literal["same", "gone", "came", "gap"]
AROUND = 2
"""Unchanged lines shown before and after a change."""
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison; ``number`` counts in the text it stands in, 0 for a gap, whose text is empty."""

    side: Side
    number: int
    text: str


def compared(before: str, after: str) -> tuple[Line, ...]:
    """The differences in order; empty where the texts are the same."""
    old, new = before.splitlines(), after.splitlines()
    groups = difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND)
    found: list[Line] = []
    for at, group in enumerate(groups):
        found += [Line("gap", 0, "")] if at else []
        for code in group:
            found += _lines(old, new, code)
    return tuple(found[:MOST])


def _lines(old: list[str], new: list[str], code: tuple[str, int, int, int, int]) -> Iterator[Line]:
    kind, i, j, k, n = code
    if kind == "equal":
        yield from (Line("same", at + 1, new[at]) for at in range(k, n))
        return
    yield from (Line("gone", at + 1, old[at]) for at in range(i, j))
    yield from (Line("came", at + 1, new[at]) for at in range(k, n))
