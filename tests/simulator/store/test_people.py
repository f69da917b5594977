"""One person's data: a whole copy, and an erasure that leaves nothing; practice that is kept no longer than agreed."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from scenarios.load import list_scenarios
from simulator.accounts import Actor, NotAllowed
from simulator.kept import Profile
from simulator.person_data import NoSuchPerson, PersonData
from simulator.portfolio.drawing import Wanted, draw_portfolio
from simulator.portfolio.kept import KeptPortfolio
from simulator.pseudonym import pseudonym
from simulator.retention import AT_A_TIME, Tidied, tidy
from simulator.store import Store
from simulator.store.rows import tables

ANA, ADMIN = Actor(id="ana", role="trainee", name="Ana"), Actor(id="root", role="administrator", name="Root")
SAID = "perdí mi empleo en marzo"


@pytest.fixture
def floor(store: Store, ana: Profile) -> Store:
    """Ana with a practice attempt, an assessed one and a portfolio; Luis with an attempt of his own."""
    store.profiles.add(ana.model_copy(update={"id": "luis", "name": "Luis"}))
    for name, owner, mode in (("a1", "ana", "practice"), ("a2", "ana", "assessed"), ("b1", "luis", "practice")):
        store.attempts.add(an_attempt(name, owner, mode=mode))
        store.attempts.save(an_attempt(name, owner, mode=mode), a_turn(0, text=f"{SAID} {name}"), a_scorecard())
    drawn = draw_portfolio(list_scenarios(), Wanted(country="CL", language="es", seed=3, on=date(2026, 11, 23)), 3)
    kept = KeptPortfolio(id="p1", owner_id="ana", opening=drawn, now=drawn, created_at=NOW, updated_at=NOW)
    store.portfolios.add(kept)
    store.portfolios.save(kept, (an_attempt("a3"), "a01"))
    return store


@pytest.fixture
def data(floor: Store) -> PersonData:
    return PersonData(floor, lambda: NOW)


def everything(store: Store) -> str:
    """Every row of every table except the audit log, as text."""
    with store.sessions.steady() as session:
        connection = session.connection()
        names = [table for table in tables(connection) if not table.name.startswith("audit")]
        return str([list(connection.execute(select(table))) for table in names])


def test_ones_own_copy_holds_all_that_is_kept_and_no_ids_of_people(data: PersonData) -> None:
    copy = data.copy(ANA, "ana")
    assert {name: len(rows) for name, rows in copy["kept"].items() if rows} == {
        "profile": 1, "attempt": 3, "portfolio": 1, "portfolio_call": 1, "turn": 2, "scorecard": 2, "mark": 4,
    }  # fmt: skip
    text = json.dumps(copy, ensure_ascii=False)
    assert f"{SAID} a1" in text
    assert f"{SAID} b1" not in text
    assert {row["owner_id"] for row in copy["kept"]["attempt"]} == {pseudonym("ana")}
    assert copy["kept"]["profile"][0]["name"] == "Ana"


def test_an_administrator_gets_a_copy_without_practice(data: PersonData) -> None:
    copy = data.copy(ADMIN, "ana", practice=True)
    assert [row["id"] for row in copy["kept"]["attempt"]] == ["a2"]
    text = json.dumps(copy, ensure_ascii=False)
    assert f"{SAID} a2" in text
    assert f"{SAID} a1" not in text
    assert "portfolio" not in copy["kept"]


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager"])
def test_nobody_else_copies_or_erases_another(data: PersonData, floor: Store, role: str) -> None:
    other = Actor(id="luis", role=role, name="Luis")  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        data.copy(other, "ana")
    with pytest.raises(NotAllowed):
        data.erase(other, "ana")
    assert floor.profiles.get("ana") is not None
    assert list(floor.audit.lines()) == []


def test_an_erased_person_has_left_nothing_and_the_others_all(data: PersonData, floor: Store) -> None:
    gone = data.erase(ADMIN, "ana")
    assert gone == {
        "mark": 4, "scorecard": 2, "turn": 2, "portfolio_call": 1, "portfolio": 1, "attempt": 3, "profile": 1
    }  # fmt: skip
    left = everything(floor)
    assert "'ana'" not in left
    assert "Ana" not in left
    assert SAID + " a" not in left
    assert f"{SAID} b1" in left
    (line,) = floor.audit.lines()
    assert (line.actor, line.deed, line.target) == ("root", "person_erased", "ana")


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_is_erased_is_not_even_in_the_file(data: PersonData, floor: Store, url: str) -> None:
    from pathlib import Path  # noqa: PLC0415

    floor.close()
    file = Path(url.removeprefix("sqlite:///"))
    assert f"{SAID} a1".encode() in file.read_bytes()
    data.erase(None, "ana")
    floor.close()
    assert f"{SAID} a1".encode() not in file.read_bytes()
    assert f"{SAID} b1".encode() in file.read_bytes()


def test_a_person_is_found_by_id_or_by_a_name_that_only_one_bears(data: PersonData, floor: Store) -> None:
    assert data.find("ana").id == data.find("Ana").id == "ana"
    floor.profiles.add(Profile(id="ana-2", name="Ana", role="trainee", created_at=NOW))
    with pytest.raises(NoSuchPerson, match=r"ana, ana-2"):
        data.find("Ana")
    with pytest.raises(NoSuchPerson, match="Luis"):
        data.find("Lui")


def test_practice_older_than_agreed_goes_and_the_rest_stays(floor: Store) -> None:
    later = NOW + timedelta(days=30)
    floor.attempts.add(an_attempt("young", updated_at=later - timedelta(days=29)))
    assert tidy(floor, 0, later) == Tidied()
    assert tidy(floor, 31, later) == Tidied()
    assert tidy(floor, 29, later) == Tidied(attempts=3, portfolios=1)
    assert [a for a in ("a1", "a2", "a3", "b1", "young") if floor.attempts.get(a)] == ["a2", "young"]
    assert tidy(floor, 29, later) == Tidied()
    assert [line.details["attempts"] for line in floor.audit.lines()] == [3]


def test_tidying_goes_on_until_all_is_gone(store: Store, ana: Profile) -> None:
    for number in range(AT_A_TIME + 1):
        store.attempts.add(an_attempt(f"a{number}"))
    assert tidy(store, 1, NOW + timedelta(days=2)).attempts == AT_A_TIME + 1
