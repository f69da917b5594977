"""Transactions: one block, one transaction; a failure of the database becomes words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from simulator.store.engine import PATIENCE, WRITES, queue_of
from simulator.store.errors import Conflict, StoreError, not_read, not_saved


class Sessions:
    """Where the repositories get their transactions."""

    def __init__(self, engine: Engine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**WRITES)
        self._queue = queue_of(engine)
        one_view = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        self._steady = engine.execution_options(**one_view)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that only looks; within ``together`` or ``steady``, theirs."""
        held = self._held()
        if held is not None:
            with _in_words(not_read):
                yield held
            return
        with _in_words(not_read), Session(self._reading) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is saved as a whole at its end, or not at all. ``Conflict`` where a key stands already.

        Within ``together``, its transaction: saved with the rest.
        """
        held = self._held(_WRITES)
        if held is not None:
            with _in_words(not_saved):
                yield held
                held.flush()
            return
        with _in_words(not_saved), self._queue.through(PATIENCE), Session(self._writing) as session, session.begin():
            yield session

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written in this block, by whichever repository, is saved as a whole or not at all."""
        with self.writing() as session, self._holding(session, _WRITES):
            yield

    @contextmanager
    def steady(self) -> Iterator[Session]:
        """What is read in this block is read as it stood at its beginning, whoever writes meanwhile."""
        with _in_words(not_read), Session(self._steady) as session, session.begin(), self._holding(session, _LOOKS):
            yield session

    @contextmanager
    def _holding(self, session: Session, kind: str) -> Iterator[None]:
        token = _HELD.set((self, session, kind))
        try:
            yield
        finally:
            _HELD.reset(token)

    def _held(self, kind: str | None = None) -> Session | None:
        held = _HELD.get()
        return held[1] if held and held[0] is self and kind in (None, held[2]) else None


_WRITES, _LOOKS = "writes", "looks"
_HELD: ContextVar[tuple[Sessions, Session, str] | None] = ContextVar("held", default=None)
"""The transaction of the block that this thread is in."""


@contextmanager
def _in_words(failed: Callable[[], StoreError]) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict from error
    except (DBAPIError, PoolTimeout, TimeoutError) as error:
        raise failed() from error
