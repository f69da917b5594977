"""Fifty people at once, and a hundred killed writers, on both engines; PostgreSQL writes through to the disk here."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.store import Store
from tests.postgres import ROOM, running
from tests.storms import killed_often, lost_or_doubled, p99, talked

PEOPLE, TURNS, KILLS = 50, 200, 100


def bench() -> None:
    """Print how long a turn waits to be saved, and that nothing was lost or doubled."""
    for engine in ("SQLite", "PostgreSQL"):
        with _database(engine) as url, Store.open(url) as store:
            began = time.perf_counter()
            waited = talked(store, PEOPLE, TURNS)
            rate = len(waited) / (time.perf_counter() - began)
            wrong = lost_or_doubled(store, PEOPLE, TURNS)
        print(f"{engine}: {PEOPLE} people × {TURNS} turns, {len(wrong)} calls with a turn lost or doubled", end="; ")
        print(f"{rate:.0f} turns/s, median {_ms(sorted(waited)[len(waited) // 2])}, p99 {_ms(p99(waited))}", flush=True)
    for engine in ("SQLite", "PostgreSQL"):
        with _database(engine) as url:
            turns = killed_often(url, KILLS, seed=11)
        print(f"{engine}: {KILLS} writers killed, all of their {turns} acknowledged turns are there", flush=True)


@contextmanager
def _database(engine: str) -> Iterator[str]:
    if engine == "SQLite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return
    with running(ROOM) as server:
        yield server.url(server.empty())


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    bench()
