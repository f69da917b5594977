"""One at a time, or a few, in the order of arrival.

SQLite lets those who wait for its lock try again after ever longer pauses, and of those who wait for a connection to
PostgreSQL whoever runs at the right moment takes it: of many at once one may wait for ever. The writers of a process
queue here instead.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turnstile:
    """A lock that is fair; with more ``places``, so many are inside at once."""

    def __init__(self, places: int = 1) -> None:
        self._lock, self._free, self._waiting = Lock(), places, deque[Lock]()

    @contextmanager
    def through(self, seconds: float) -> Iterator[None]:
        """Wait for one's turn, at most so long; it ends with the block. Raises ``TimeoutError``."""
        if not self._enter(seconds):
            raise TimeoutError
        try:
            yield
        finally:
            self._leave()

    def _enter(self, seconds: float) -> bool:
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=seconds):
            return True  # whoever left handed the turn on
        with self._lock:
            if mine not in self._waiting:
                return True  # it was handed on just as the wait ended
            self._waiting.remove(mine)
            return False

    def _leave(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1
