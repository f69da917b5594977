"""Work that takes a while, done beside the pages, with how far it has come. What it comes to is only remembered."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

Told = Callable[[int, int], None]
MOST = 32
"""Pieces of work that are remembered."""


@dataclass(slots=True)
class Job:
    """One piece of work: ``done`` of ``of`` steps (0 of 0 before it begins)."""

    future: "Future[Any] | None" = None
    done: int = 0
    of: int = 0

    @property
    def over(self) -> bool:
        """Whether it came to an end, good or bad."""
        return self.future is not None and self.future.done()

    @property
    def result(self) -> Any:
        """What it came to; raises what it raised."""
        assert self.future is not None
        return self.future.result(timeout=0)

    def told(self, done: int, of: int) -> None:
        """How far it has come."""
        self.done, self.of = done, of


class Jobs:
    """Work by its key, one at a time. The same key again is the work that stands."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def begin(self, key: str, work: Callable[[Told], object]) -> Job:
        """Begin it, unless it stands. ``work`` is given what to tell how far it has come."""
        with self._lock:
            if key not in self._jobs:
                job = self._jobs[key] = Job()
                job.future = self._pool.submit(work, job.told)
                while len(self._jobs) > MOST:
                    self._jobs.popitem(last=False)
            return self._jobs[key]

    def get(self, key: str) -> Job | None:
        """The work of this key; ``None`` where none was begun, or it is forgotten."""
        with self._lock:
            return self._jobs.get(key)

    def forget(self, key: str) -> None:
        """Let it be begun anew."""
        with self._lock:
            self._jobs.pop(key, None)

    def close(self) -> None:
        """Wait for what is being done; the rest is not begun."""
        self._pool.shutdown(cancel_futures=True)
