"""The manager's desk on a hundred thousand attempts: rows made up for their number, then each use-case timed.

``python -m tests.benchmarks.desk URL``; the database must be empty. What is written into a scorecard is only filling:
the desk counts off indexes, and reads whole scorecards of a page's worth of calls.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from simulator.accounts import Actor
from simulator.profiles import Profiles
from simulator.store import Store
from simulator.store.access_tables import CohortRow, MembershipRow
from simulator.store.engine import connect
from simulator.store.gate_table import CardGateRow
from simulator.store.tables import AttemptRow, MarkRow, ProfileRow, ScorecardRow
from simulator.store.team_tables import PromiseRow
from simulator.team.kept import Asked
from simulator.team_desk import TeamDesk

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
ATTEMPTS, PEOPLE, COHORTS, WEEKS, ASSESSED, AT_ONCE = 100_000, 1_000, 25, 26, 0.6, 2_000
CRITERIA = ("empathy", "calm", "clarity", "negotiation", "compliance", "documented_follow_up")
FILLING = "x" * 1_500


def main(url: str) -> None:
    """Fill and time."""
    Store.open(url).close()
    engine, draw = connect(url), random.Random(9)
    began = time.perf_counter()
    with Session(engine) as session, session.begin():
        _people(session)
    for first in range(0, ATTEMPTS, AT_ONCE):
        with Session(engine) as session, session.begin():
            rows = list(_rows(draw, range(first, first + AT_ONCE)))
            for n, table in enumerate((AttemptRow, ScorecardRow, MarkRow, CardGateRow, PromiseRow)):
                found = [row for one in rows for row in one[n]]
                if found:
                    session.execute(insert(table), found)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    print(f"{ATTEMPTS:,} attempts in {time.perf_counter() - began:.0f} s")
    measure(url)


def measure(url: str) -> None:
    """Each use-case, the first time and again."""
    with Store.open(url) as store:
        desk, profiles = TeamDesk(store, lambda: NOW), Profiles(store, lambda: NOW)
        manager, trainer = profiles.actor("manager"), profiles.actor("trainer")
        for name, ask in _asked(desk, manager, trainer):
            times = []
            for _ in range(3):
                began = time.perf_counter()
                ask()
                times.append(time.perf_counter() - began)
            print(f"{name:<42} {times[0]:6.2f} s  {min(times):6.2f} s")


def _asked(desk: TeamDesk, manager: Actor, trainer: Actor) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "overview, 40 people, 8 weeks", lambda: desk.overview(manager, Asked())
    yield "overview, 1,000 people, 8 weeks", lambda: desk.overview(trainer, Asked())
    yield "overview, 1,000 people, 26 weeks", lambda: desk.overview(trainer, Asked(weeks=26))
    yield "one trainee", lambda: desk.trainee(manager, "p0")
    yield "breaches, 40 people, 8 weeks", lambda: desk.breaches(manager, Asked(), None, None, None, 20)
    yield "breaches, 1,000 people, 26 weeks", lambda: desk.breaches(trainer, Asked(weeks=26), None, None, None, 20)
    yield "month, 40 people", lambda: desk.report(manager, "c0")
    yield "month, 1,000 people", lambda: desk.report(trainer, None)


def _people(session: Session) -> None:
    made = {"language": "es", "theme": "system", "created_at": NOW, "settings": {}}
    roles = [(f"p{n}", "trainee") for n in range(PEOPLE)] + [("manager", "manager"), ("trainer", "trainer")]
    session.execute(insert(ProfileRow), [{"id": i, "name": f"Name {i}", "role": role, **made} for i, role in roles])
    places = {"site": "", "shift": "", "time_zone": ""}
    cohorts = [{"id": f"c{n}", "name": f"C {n}", "key": f"c {n}", **places} for n in range(COHORTS)]
    session.execute(insert(CohortRow), cohorts)
    inside = [{"cohort_id": f"c{n % COHORTS}", "profile_id": f"p{n}", "place": "trainee"} for n in range(PEOPLE)]
    session.execute(insert(MembershipRow), [*inside, {"cohort_id": "c0", "profile_id": "manager", "place": "manager"}])


def _rows(draw: random.Random, numbers: range) -> Iterator[tuple[list[dict[str, Any]], ...]]:
    for n in numbers:
        at, card = NOW - timedelta(weeks=WEEKS * draw.random()), f"{draw.getrandbits(128):032x}"
        attempt = {
            "id": f"{draw.getrandbits(128):032x}", "owner_id": f"p{n % PEOPLE}", "scenario_id": f"s{n % 30}",
            "mode": "assessed" if draw.random() < ASSESSED else "practice", "scenario_version": 1,
            "content_hash": "h", "content": {"filling": FILLING}, "title": {"es": "Caso", "en": "Case"},
            "difficulty": 1 + n % 4, "skills": [], "country": ("MX", "CL", "GB")[n % 3], "language": "es", "seed": n,
            "on_day": at.date(), "case_file": {"filling": FILLING}, "reader": "", "phase": "closed",
            "rubric": "default", "rubric_version": 2, "plan": {}, "created_at": at, "closed_at": at, "updated_at": at,
            "version": 1, "contact": 1, "hints": [],
        }  # fmt: skip
        result = draw.choice(("passed", "passed", "failed", "review"))
        gates = [{"id": "threat", "status": "breach", "evidence": None, "reason": "r"}] if draw.random() < 0.05 else []
        total = draw.uniform(30, 95)
        scored = {
            "id": card, "attempt_id": attempt["id"], "rubric": "default", "rubric_version": 2, "reader": "",
            "content": {"judgements": [], "gates": gates, "filling": FILLING}, "total": total, "result": result,
            "effective_total": total, "effective_result": result, "current": True, "created_at": at,
        }  # fmt: skip
        marks = []
        for place, criterion in enumerate(CRITERIA):
            level = draw.randrange(5)
            marks.append({
                "scorecard_id": card, "criterion": criterion, "place": place, "level": level, "score": float(level),
                "effective_level": level, "effective_score": float(level),
            })  # fmt: skip
        kept = [{"scorecard_id": card, "gate": "threat", "place": 0, "status": "breach", "effective": "breach"}]
        due = [{"attempt_id": attempt["id"], "due": 2, "kept": 1, "late": 0, "part": 0, "broken": 1}]
        yield [attempt], [scored], marks, kept if gates else [], due if draw.random() < 0.3 else []


if __name__ == "__main__":
    main(sys.argv[1])
