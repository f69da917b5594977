"""The figures of the desk equal those worked out another way, from plain rows: over small floors at random."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from scoring.criterion import Gate, Judgement
from scoring.scorecard import Scorecard
from simulator.accounts import Actor
from simulator.kept import Attempt, Profile
from simulator.person_data import PersonData
from simulator.store import Store
from simulator.store.tables import AttemptRow
from simulator.team.kept import Asked
from simulator.team_desk import TeamDesk

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
NAMES = ("Ana", "=1+1", "مريم 👋")
TRAINER = Actor(id="teo", role="trainer", name="Teo")


class Row(NamedTuple):
    """One call as one would note it by hand."""

    owner: str
    days_ago: int
    difficulty: int
    assessed: bool
    version: int
    empathy: int | None
    calm: int | None
    gate: str
    outcomes: tuple[str, ...]


ROWS = st.lists(
    st.builds(
        Row, st.sampled_from(("p0", "p1", "p2")), st.integers(0, 40), st.integers(1, 2), st.booleans(),
        st.sampled_from((1, 1, 2)), st.none() | st.integers(0, 4), st.none() | st.integers(0, 4),
        st.sampled_from(("", "", "breach", "possible_breach")),
        st.lists(st.sampled_from(("kept", "late", "part", "broken")), max_size=2).map(tuple),
    ),
    max_size=14,
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(f"sqlite:///{Path(tmp_path_factory.mktemp('figures')) / 'a.sqlite3'}") as opened:
        for n, name in enumerate(NAMES):
            opened.profiles.add(Profile(id=f"p{n}", name=name, role="trainee", created_at=NOW))
        opened.profiles.add(Profile(id="teo", name="Teo", role="trainer", created_at=NOW))
        yield opened


def fill(store: Store, rows: list[Row]) -> None:
    with store.sessions.writing() as session:
        session.execute(delete(AttemptRow))
    for n, row in enumerate(rows):
        at = NOW - timedelta(days=row.days_ago)
        attempt = Attempt(
            id=f"a{n}", owner_id=row.owner, mode="assessed" if row.assessed else "practice", scenario_id="s",
            scenario_version=1, content_hash="h", content={}, title={"es": "Caso"}, difficulty=row.difficulty,
            skills=(), country="MX", language="es", seed=1, on=at.date(), case={}, rubric="default",
            rubric_version=row.version, phase="closed", created_at=at, updated_at=at, closed_at=at,
            aftermath={"instalments": [{"outcome": one} for one in row.outcomes]},
        )  # fmt: skip
        store.attempts.add(attempt)
        store.attempts.save(attempt)
        store.scorecards.add(attempt.id, card_of(row), at)


def card_of(row: Row) -> Scorecard:
    levels = {"empathy": row.empathy, "calm": row.calm}
    told = [level for level in levels.values() if level is not None]
    total = fmean(told) * 25 if told else None
    gates = (Gate(id="threat", status=row.gate, evidence=None, reason="r"),) if row.gate else ()  # type: ignore[arg-type]
    result = {"breach": "failed", "possible_breach": "review"}.get(row.gate)
    result = result or ("not_assessed" if total is None else "passed" if total >= 60 else "failed")
    return Scorecard(
        rubric="default", rubric_version=row.version, reader="r", total=total, result=result, gates=gates,  # type: ignore[arg-type]
        judgements=tuple(Judgement(criterion=c, level=v, score=v) for c, v in levels.items()),
    )  # fmt: skip


def counted(rows: list[Row], weeks: int) -> list[Row]:
    """The assessed ones of the window, which begins on a Monday and ends with this week."""
    first = MONDAY - timedelta(weeks=weeks - 1)
    return [r for r in rows if r.assessed and (NOW - timedelta(days=r.days_ago)).date() >= first]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_the_overview_equals_plain_counting(store: Store, rows: list[Row]) -> None:
    fill(store, rows)
    found = TeamDesk(store, lambda: NOW, lambda: ()).overview(TRAINER, Asked(weeks=4)).found
    assert found is not None
    inside = counted(rows, 4)
    by_version = {v: sum(r.version == v for r in inside) for v in {r.version for r in inside}}
    assert {version.version: n for version, n in found.versions} == by_version
    version = found.rubric.version if found.rubric else 0
    under = [r for r in inside if r.version == version]
    assert found.calls == len(under) == max(by_version.values(), default=0)
    for line in found.lines:
        own = [r for r in under if r.owner == line.member.id]
        assert line.calls == len(own)
        assert line.breaches == sum(r.gate == "breach" for r in inside if r.owner == line.member.id)
        results = [card_of(r).result for r in own]
        assert line.passed[:2] == (results.count("passed"), results.count("passed") + results.count("failed"))
        for criterion in ("empathy", "calm"):
            levels = [v for r in own if (v := getattr(r, criterion)) is not None]
            square = line.squares.get(criterion)
            assert (square.n if square else 0) == len(levels)
            if levels and square:
                assert square.level == pytest.approx(fmean(levels))
    fate = [one for r in inside for one in r.outcomes]
    assert found.promises == (len(fate), *(fate.count(o) for o in ("kept", "late", "part", "broken")))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_a_person_s_levels_equal_those_of_their_own_exported_data(store: Store, rows: list[Row]) -> None:
    fill(store, rows)
    found = TeamDesk(store, lambda: NOW, lambda: ()).overview(TRAINER, Asked(weeks=26)).found
    assert found is not None
    version = found.rubric.version if found.rubric else 0
    for line in found.lines:
        kept = PersonData(store, lambda: NOW).copy(None, line.member.id)["kept"]
        assessed = {attempt["id"] for attempt in kept.get("attempt", ()) if attempt["mode"] == "assessed"}
        levels: dict[str, list[int]] = {}
        for row in kept.get("scorecard", ()):
            if row["current"] and row["attempt_id"] in assessed and row["rubric_version"] == version:
                for one in row["content"]["judgements"]:
                    if one["level"] is not None:
                        levels.setdefault(one["criterion"], []).append(one["level"])
        assert {c: s.n for c, s in line.squares.items()} == {c: len(v) for c, v in levels.items()}
        for criterion, square in line.squares.items():
            assert square.level == pytest.approx(fmean(levels[criterion]))


@pytest.mark.parametrize("difficulty", [None, 1, 2])
def test_a_difficulty_narrows_everything_to_its_calls(store: Store, difficulty: int | None) -> None:
    fill(store, [Row("p0", 1, d, True, 1, 3, None, "", ()) for d in (1, 1, 2)])
    found = TeamDesk(store, lambda: NOW, lambda: ()).overview(TRAINER, Asked(difficulty=difficulty)).found
    assert found is not None
    assert found.calls == {None: 3, 1: 2, 2: 1}[difficulty]
