"""One measure: how long something took each time, and how that is printed beside what it may take."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADS = f"{'':34} {'median':>9} {'p95':>9} {'p99':>9} {'may take':>12} {'times':>6}"


@dataclass(frozen=True, slots=True)
class Row:
    """Times in milliseconds; ``limit`` is for the median, ``limit95`` and ``limit99`` for the slowest of a hundred."""

    name: str
    taken: tuple[float, ...]
    limit: float | None = None
    limit99: float | None = None
    limit95: float | None = None

    def __str__(self) -> str:
        # each time twice over: of a single one there are no quantiles
        cut = statistics.quantiles(self.taken * 2, n=100, method="inclusive") if self.taken else [float("nan")] * 99
        found = (cut[49], cut[94], cut[98])
        limits = tuple(zip((self.limit, self.limit95, self.limit99), ("", " p95", " p99"), found, strict=True))
        allowed = " ".join(f"{limit:g}{of}" for limit, of, _ in limits if limit is not None)
        over = any(limit is not None and not took <= limit for limit, _, took in limits)
        figures = " ".join(f"{took:9.2f}" for took in found)
        return f"{self.name:34} {figures} {allowed or '-':>12} {len(self.taken):6}{'   OVER' if over else ''}"


def measured(
    name: str,
    deeds: Sequence[Callable[[], object]],
    *,
    limit: float | None = None,
    limit99: float | None = None,
    apart: Callable[[], float] = lambda: 0.0,
    clock: Callable[[], float] = time.process_time,
) -> Row:
    """Each deed once, after the first for warming; ``apart`` are seconds so far that do not count.

    The usual ``clock`` is the processor's, which other programs hardly disturb.
    """
    deeds[0]()
    taken = []
    for deed in deeds:
        began, left_out = clock(), apart()
        deed()
        taken.append((clock() - began - (apart() - left_out)) * 1000)
    return Row(name, tuple(taken), limit, limit99)


def in_a_new_program(code: str) -> str:
    """What a program of its own prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
