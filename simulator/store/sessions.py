"""Transactions: one block, one transaction; a failure of the database becomes words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from simulator.store.engine import WRITES
from simulator.store.errors import Conflict, not_saved


class Sessions:
    """Where the repositories get their transactions."""

    def __init__(self, engine: Engine) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**WRITES)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that only looks."""
        with _in_words(), Session(self._reading) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is saved as a whole at its end, or not at all. ``Conflict`` where a key stands already."""
        with _in_words(), Session(self._writing) as session, session.begin():
            yield session


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict from error
    except (DBAPIError, PoolTimeout) as error:
        raise not_saved() from error
