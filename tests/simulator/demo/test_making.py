"""The demo as it is made: played through the real engine, whole or not at all, the same for the same seed."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from scoring.rubrics import load_rubric
from scoring.scoring import score
from simulator.demo.floor import Floor, small_floor
from simulator.demo.making import Made, make
from simulator.demo.multiplying import multiplied
from simulator.kept import Profile
from simulator.store import Store
from simulator.store.gathering import NotEmpty
from simulator.view import view_of

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PLAYED = """
SELECT profile.name, scenario_id, attempt.seed, on_day, attempt.created_at, closed_at, plan, follow_up,
  (SELECT group_concat(text || event || saved_at) FROM turn WHERE turn.attempt_id = attempt.id),
  (SELECT total FROM scorecard WHERE scorecard.attempt_id = attempt.id)
FROM attempt JOIN profile ON profile.id = owner_id ORDER BY profile.name, attempt.created_at
"""


def a_floor(*keys: str) -> Floor:
    """One week of some of the trainees, with everybody else of the small floor."""
    floor = small_floor(date(2026, 11, 23), 7)
    people = tuple(person for person in floor.people if person.role != "trainee" or person.key in keys)
    return floor.model_copy(update={"people": people, "weeks": 1})


FLOOR = a_floor("MX 1", "GB 3")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    file = tmp_path_factory.mktemp("demo") / "acuerdo.sqlite3"
    return file, make(f"sqlite:///{file}", FLOOR, AT)


def rows(file: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchall()


def test_every_scorecard_is_what_scoring_says_of_the_call(made: tuple[Path, Made]) -> None:
    with Store.open(f"sqlite:///{made[0]}") as store:
        closed = store.attempts.closed()
        assert closed
        for attempt_id in closed:
            attempt, card = store.attempts.get(attempt_id), store.scorecards.latest(attempt_id)
            assert attempt is not None
            view = view_of(attempt, store.attempts.turns(attempt_id), None)
            assert card == score(view.record(view.follow_up), load_rubric(attempt.rubric))


def test_everybody_is_there_in_their_cohort_with_calls_of_their_own(made: tuple[Path, Made]) -> None:
    with Store.open(f"sqlite:///{made[0]}") as store:
        assert {person.name for person in store.profiles.all()} == {person.name for person in FLOOR.people}
        for person in FLOOR.trainees:
            assert len(store.attempts.of(made[1].ids[person.key], ("talk", "wrap_up", "closed"))) >= 2
        led = store.cohorts.led_by(made[1].ids["manager 1"])
        assert led == {made[1].ids[person.key] for person in FLOOR.trainees}


def test_the_audit_log_of_all_who_played_is_one_sound_chain_in_the_order_of_time(made: tuple[Path, Made]) -> None:
    with Store.open(f"sqlite:///{made[0]}") as store:
        assert store.audit.verify().fault == ""
        instants = [line.at for line in store.audit.lines()]
        assert instants == sorted(instants)


def test_the_same_seed_plays_the_same_calls(made: tuple[Path, Made], tmp_path: Path) -> None:
    file = tmp_path / "again.sqlite3"
    make(f"sqlite:///{file}", a_floor("MX 1"), AT)
    name = next(person.name for person in FLOOR.trainees if person.key == "MX 1")
    before = [row for row in rows(made[0], PLAYED) if row[0] == name]
    assert before == rows(file, PLAYED)
    assert before


def test_a_database_in_which_somebody_works_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "work.sqlite3"
    with Store.open(f"sqlite:///{file}") as store:
        store.profiles.add(Profile(id="ana", name="Ana", role="trainee", created_at=AT))
    before = file.read_bytes()
    with pytest.raises(NotEmpty, match="profile"):
        make(f"sqlite:///{file}", FLOOR, AT)
    assert file.read_bytes() == before


def test_copies_hang_together_and_change_nothing_that_was_played(made: tuple[Path, Made], tmp_path: Path) -> None:
    file = tmp_path / "more.sqlite3"
    with closing(sqlite3.connect(made[0])) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
    played = rows(made[0], PLAYED)
    counts = multiplied(f"sqlite:///{file}", FLOOR, 25)
    assert counts["attempt"] == 25 - len(played)
    assert rows(file, "PRAGMA foreign_key_check") == []
    after = rows(file, PLAYED)
    assert len(after) == 25
    assert [row for row in after if row[0] in {person.name for person in FLOOR.people}] == played
    copied = {(row[1], row[2], row[6], row[7], row[9]) for row in after}
    assert copied == {(row[1], row[2], row[6], row[7], row[9]) for row in played}, "a copy is a call that was played"
    each = "SELECT count(*), count(DISTINCT attempt_id) FROM {} JOIN scorecard ON scorecard.id = {}.scorecard_id"
    for table in ("mark", "card_gate"):
        before, now = (rows(where, each.format(table, table)) for where in (made[0], file))
        assert now > before > [(0, 0)], f"the desk counts {table}"
    assert rows(file, "SELECT count(*) FROM promise") > rows(made[0], "SELECT count(*) FROM promise")
