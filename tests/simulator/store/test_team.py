"""What the desk asks the database, on both engines: the same counts, from indexes alone, and written with the call."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from stored_examples import NOW, a_scorecard, an_attempt

from scoring.criterion import Evidence, Gate
from simulator.access.kept import Cohort, Membership
from simulator.kept import Profile
from simulator.store import Conflict, Store
from simulator.store.engine import connect
from simulator.team.kept import CoachingNote, Promises, Scope, Window

EVERYBODY, MORNING = Scope(cohorts=None), Scope(cohorts=("morning", "evening"))
WINDOW = Window(edges=tuple(NOW + timedelta(days=n) for n in (-14, -7, 1)))
THREAT = Gate(
    id="threat", status="breach", evidence=Evidence(turn=2, start=0, end=3, quote="o si no"), reason="r", source="s"
)


@pytest.fixture
def floor(store: Store, ana: Profile) -> Store:
    """Ana in two cohorts with three assessed calls, of which one is old; a practice call; Luis in none."""
    store.profiles.add(ana.model_copy(update={"id": "luis", "name": "Luis"}))
    for name in ("morning", "evening"):
        store.cohorts.add(Cohort(id=name, name=name))
    store.cohorts.place(
        "ana", tuple(Membership(cohort_id=c, profile_id="ana", place="trainee") for c in MORNING.cohorts or ())
    )
    for name, owner, days, mode in (
        ("a1", "ana", 1, "assessed"), ("a2", "ana", 10, "assessed"), ("a3", "ana", 90, "assessed"),
        ("a4", "ana", 1, "practice"), ("b1", "luis", 2, "assessed"),
    ):  # fmt: skip
        at = NOW - timedelta(days=days)
        told = {"instalments": [{"outcome": "kept"}, {"outcome": "broken"}]}
        attempt = an_attempt(name, owner, mode=mode, phase="closed", closed_at=at, updated_at=at, aftermath=told)
        store.attempts.add(attempt)
        gates = (THREAT,) if name == "a2" else ()
        store.attempts.save(attempt, scorecard=a_scorecard(3).model_copy(update={"gates": gates, "result": "passed"}))
    return store


def test_levels_and_calls_are_counted_once_however_many_cohorts_one_is_in(floor: Store) -> None:
    cells = sorted(floor.team.cells(MORNING, WINDOW))
    assert [(c.owner, c.week, c.criterion, c.n, c.total, c.squares) for c in cells] == [
        ("ana", 0, "empathy", 1, 3, 9), ("ana", 1, "empathy", 1, 3, 9),
    ]  # fmt: skip
    calls = floor.team.calls(EVERYBODY, WINDOW)
    assert sorted((c.owner, c.week, c.result, c.n, c.total) for c in calls) == [
        ("ana", 0, "passed", 1, 75.0), ("ana", 1, "passed", 1, 75.0), ("luis", 1, "passed", 1, 75.0),
    ]  # fmt: skip


def test_all_together_is_the_sum_of_each(floor: Store) -> None:
    together = floor.team.cells_together(EVERYBODY, WINDOW)
    assert sorted((c.owner, c.week, c.n, c.total) for c in together) == [("", 0, 1, 3), ("", 1, 2, 6)]


def test_a_later_scorecard_takes_the_place_of_the_one_before(floor: Store) -> None:
    floor.scorecards.add("a1", a_scorecard(1), NOW)
    levels = {c.week: c.total for c in floor.team.cells(MORNING, WINDOW)}
    assert levels == {0: 3, 1: 1}
    assert floor.team.scored("ana", 9)[-1].marks[0].level == 1


def test_gates_and_promises_stand_beside_the_call_that_made_them(floor: Store) -> None:
    assert [g[0:4] for g in floor.team.gates(MORNING, WINDOW)] == [("ana", 0, "threat", "breach")]
    assert floor.team.gate_rows(EVERYBODY, WINDOW) == (("ana", "threat", "MX", "breach", "breach", 1),)
    assert floor.team.promises(MORNING, WINDOW) == Promises(due=4, kept=2, late=0, part=0, broken=2)
    (line,) = floor.team.breaches(MORNING, WINDOW, "threat", "MX", "breach", 5)
    assert (line.attempt_id, line.quote, line.turn, line.source) == ("a2", "o si no", 2, "s")
    assert floor.team.breaches(MORNING, WINDOW, None, "CL", None, 5) == ()


def test_who_is_here_and_when_each_was_last_assessed(floor: Store) -> None:
    assert [one.id for one in floor.team.members(EVERYBODY, 9)] == ["ana", "luis"]
    assert [one.id for one in floor.team.members(MORNING, 9)] == ["ana"]
    assert floor.team.members(Scope(cohorts=()), 9) == ()
    assert floor.team.last_closed(MORNING) == {"ana": NOW - timedelta(days=1)}
    assert floor.team.overridden(EVERYBODY, WINDOW) == (3, 0)
    assert [one.attempt_id for one in floor.team.judged("ana", 2)] == ["a1", "a2"]


def test_a_note_is_kept_changed_once_and_gone(floor: Store) -> None:
    note = CoachingNote(
        id="n1", profile_id="ana", author_id="luis", text="x", shared=False, created_at=NOW, updated_at=NOW
    )
    floor.coaching_notes.add(note)
    floor.coaching_notes.save(note.model_copy(update={"shared": True}))
    with pytest.raises(Conflict):
        floor.coaching_notes.save(note)
    assert [(n.shared, n.version) for n in floor.coaching_notes.about("ana", only_shared=True)] == [(True, 2)]
    floor.coaching_notes.delete("n1")
    assert floor.coaching_notes.get("n1") is None


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_counting_opens_no_row_with_a_scenario_or_a_scorecard_in_it(floor: Store, url: str) -> None:
    """SQLite says how it would go about it: attempts, scorecards and marks are read off the covering indexes."""
    engine = connect(url)
    question = (
        "EXPLAIN QUERY PLAN SELECT a.owner_id, a.difficulty, s.rubric, m.criterion, sum(m.effective_level) "
        "FROM attempt a JOIN scorecard s ON s.attempt_id = a.id AND s.current JOIN mark m ON m.scorecard_id = s.id "
        "WHERE a.owner_id = 'ana' AND a.mode = 'assessed' AND a.closed_at > '2026' AND a.forked_from IS NULL "
        "GROUP BY 1, 2, 3, 4"
    )
    with engine.connect() as connection:
        plan = " ".join(str(row[3]) for row in connection.execute(text(question)))
    engine.dispose()
    for name in ("ix_attempt_desk", "ix_scorecard_desk", "ix_mark_desk"):
        assert f"COVERING INDEX {name}" in plan
