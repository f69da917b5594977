"""One measure: how long something took each time, and how that is printed beside what it may take."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADS = f"{'':34} {'median':>9} {'p99':>9} {'may take':>9} {'times':>6}"


@dataclass(frozen=True, slots=True)
class Row:
    """Times in milliseconds; ``limit`` is for the median, ``limit99`` for the slowest hundredth."""

    name: str
    taken: tuple[float, ...]
    limit: float | None = None
    limit99: float | None = None

    def __str__(self) -> str:
        median = statistics.median(self.taken)
        slowest = statistics.quantiles(self.taken, n=100, method="inclusive")[-1]
        over = (self.limit is not None and median > self.limit) or (self.limit99 is not None and slowest > self.limit99)
        allowed = " / ".join(f"{limit:g}" for limit in (self.limit, self.limit99) if limit is not None)
        mark = "   OVER" if over else ""
        return f"{self.name:34} {median:9.2f} {slowest:9.2f} {allowed or '-':>9} {len(self.taken):6}{mark}"


def measured(
    name: str,
    deeds: Sequence[Callable[[], object]],
    limit: float | None = None,
    limit99: float | None = None,
    apart: Callable[[], float] = lambda: 0.0,
) -> Row:
    """Each deed once, after the first for warming; ``apart`` are seconds so far that do not count."""
    deeds[0]()
    taken = []
    for deed in deeds:
        began, left_out = time.process_time(), apart()
        deed()
        taken.append((time.process_time() - began - (apart() - left_out)) * 1000)
    return Row(name, tuple(taken), limit, limit99)


def in_a_new_program(code: str) -> str:
    """What a program of its own prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
