"""The first draw of every page, for each role, where much is kept: ``python -m tests.benchmarks.pages [ATTEMPTS]``.

With ``--postgresql`` on PostgreSQL; ``100000`` in place of the usual 20,000 takes far longer to make. The database is
made once (minutes), by the small demo and copies of its calls,
and kept in the temporary folder for the next time. Pages are found by the program's own list, so that none is
forgotten. Times are of the clock on the wall, since the database may be another program: keep the machine quiet.
"""

import ast
import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from simulator.app_pages import opening
from simulator.app_pages.frame import FAILED
from simulator.app_pages.visit import CHOSEN, NEXT
from simulator.demo.floor import small_floor
from simulator.demo.making import make
from simulator.demo.multiplying import multiplied
from simulator.i18n import translator
from simulator.kept import Profile, Role
from simulator.store import Store
from simulator.store.upgrade import newest_revision
from tests.benchmarks.measured import HEADS, Row, measured
from tests.postgres import ROOM, running

ATTEMPTS, LIMIT, TIMES = 20_000, 1_000.0, 5
ON = date(2026, 11, 23)
MAIN = Path(opening.__file__).with_name("main.py")
ROLES: tuple[Role, ...] = ("trainee", "trainer", "manager", "administrator")


def main(attempts: int, engine: str) -> None:
    """One line a page and role."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it warns at each draw that no browser looks
    print(f"{engine}: first draws with {attempts:,} attempts. Milliseconds, on a quiet machine.")
    with _database(attempts, engine) as url:
        os.environ |= {"ACUERDO_DATABASE_URL": url, "ACUERDO_HOME": tempfile.mkdtemp(prefix="acuerdo-bench-home-")}
        with Store.open(url) as store:
            people = _busiest(store)
            subjects = {role: _subjects(store, person) for role, person in people.items()}
        print(HEADS)
        for role, person in people.items():
            for page in addresses():
                print(_row(role, person, page, subjects[role].get(page, {})), flush=True)


def addresses() -> tuple[str, ...]:
    """The names of all pages, read from the script itself: to import it is to run it."""
    for node in ast.parse(MAIN.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "ADDRESSES":
            assert isinstance(node.value, ast.Dict)
            return tuple(str(key.value) for key in node.value.keys if isinstance(key, ast.Constant))
    raise AssertionError("main.py has no ADDRESSES")


def _row(role: Role, person: Profile, page: str, query: dict[str, str]) -> Row:
    def drawn() -> AppTest:
        tab = AppTest.from_file(str(MAIN), default_timeout=600)
        tab.session_state[CHOSEN], tab.session_state[NEXT] = person.id, (page, query)
        tab.run()
        failed = translator(person.language)(FAILED) in str([block.proto.body for block in tab.get("html")])
        assert not failed and not tab.exception, f"{page} for {role}: {tab.exception}"
        return tab

    return measured(f"{role} · {page}", [drawn] * TIMES, limit=LIMIT, clock=time.perf_counter)


def _busiest(store: Store) -> dict[Role, Profile]:
    """Of each role the one with most calls."""
    counted = "SELECT owner_id FROM attempt GROUP BY owner_id ORDER BY count(*) DESC, owner_id LIMIT 1"
    with store.sessions.reading() as session:
        most = session.scalar(text(counted))
    first = {person.role: person for person in reversed(store.profiles.all())}
    trainee = store.profiles.get(str(most)) or first["trainee"]
    return {role: trainee if role == "trainee" else first[role] for role in ROLES}


def _subjects(store: Store, person: Profile) -> dict[str, dict[str, str]]:
    """What the pages about one thing are asked about."""
    calls, portfolios = store.attempts.of(person.id, ("closed",), 1), store.portfolios.of(person.id, 1)
    found = {"attempt": {"attempt": calls[0].id}} if calls else {}
    if portfolios:
        found |= {page: {"portfolio": portfolios[0].id} for page in ("portfolio", "portfolio_review")}
    return found


@contextmanager
def _database(attempts: int, engine: str) -> Iterator[str]:
    if engine == "PostgreSQL":
        with running(ROOM) as server:
            url = server.url(server.empty())
            _fill(url, attempts)
            yield url
        return
    kept = Path(tempfile.gettempdir()) / f"acuerdo-bench-{attempts}-{newest_revision()}.sqlite3"
    url = f"sqlite:///{kept.as_posix()}"
    if not kept.exists():
        part = kept.with_suffix(".part")
        for file in kept.parent.glob(f"{part.name}*"):
            file.unlink()
        _fill(f"sqlite:///{part.as_posix()}", attempts)
        part.rename(kept)
    yield url


def _fill(url: str, attempts: int) -> None:
    floor = small_floor(ON, seed=7)
    made = make(url, floor, datetime.now(UTC), processes=2)
    counts = multiplied(url, floor, attempts)
    print(f"made: {made.rows['attempt']} calls played, {counts['attempt']:,} copied with {counts['turn']:,} turns")


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word.isdigit()]
    main(int(given[0]) if given else ATTEMPTS, "PostgreSQL" if "--postgresql" in sys.argv else "SQLite")
