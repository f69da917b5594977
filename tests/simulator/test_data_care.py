"""The care of data: terms, the log that is searched, leavers, and an erasure that is meant."""

import datetime
from pathlib import Path

import pytest

from simulator.access.people import SHELL
from simulator.access.refusals import LastAdministrator
from simulator.accounts import Actor, NotAllowed
from simulator.audited import Deed
from simulator.data_care import PAGE, Asked, DataCare, NotTheName
from simulator.settings import Settings
from simulator.store import Store
from simulator.workspace import WorkspaceDesk
from tests.simulator.access.conftest import Floor, floor
from tests.storms import attempt

__all__ = ["floor"]


def care_of(floor: Floor, days: int = 0) -> DataCare:
    settings = Settings(home=Path("/nowhere"), database_url="sqlite://", retention_days=days)
    return DataCare(floor.store, floor.clock, settings)


@pytest.fixture
def boss(floor: Floor) -> Actor:
    return floor.hire("Eva Sol", "administrator")


def plays(store: Store, owner: Actor, name: str, at: datetime.datetime, mode: str = "practice") -> None:
    changes = {"owner_id": owner.id, "mode": mode, "created_at": at, "updated_at": at}
    store.attempts.add(attempt(name).model_copy(update=changes))


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager"])
def test_only_administrators_care_for_the_data(floor: Floor, role: str) -> None:
    care, other = care_of(floor), floor.hire("Luis Gil", role)  # type: ignore[arg-type]
    for deed in (care.retention, care.tidy, care.verified, care.backups, care.leavers):
        with pytest.raises(NotAllowed):
            deed(other)
    with pytest.raises(NotAllowed):
        care.log(other, Asked())
    with pytest.raises(NotAllowed):
        care.erase(other, other.id, "Luis Gil")
    assert floor.store.profiles.get(other.id) is not None


def test_it_says_what_would_go_before_it_goes_and_the_assessed_stays(floor: Floor, boss: Actor) -> None:
    ana, old = floor.hire("Ana Ruiz"), floor.clock() - datetime.timedelta(days=40)
    plays(floor.store, ana, "old", old)
    plays(floor.store, ana, "young", floor.clock())
    plays(floor.store, ana, "judged", old, "assessed")
    assert care_of(floor).retention(boss).days == 0
    WorkspaceDesk(floor.store, floor.clock).save(boss, 0, {"retention_days": 30})
    care = care_of(floor)
    kept = care.retention(boss)
    assert (kept.days, kept.said_by, kept.would_go.attempts) == (30, "workspace", 1)
    assert care_of(floor, 90).retention(boss).said_by == "setting"
    assert care_of(floor, 90).retention(boss).would_go.attempts == 0
    assert care.tidy(boss).attempts == 1
    assert [(line.deed, line.actor) for line in care.log(boss, Asked(deed="tidied"))] == [("tidied", boss.id)]
    assert [name for name in ("old", "young", "judged") if floor.store.attempts.get(name)] == ["young", "judged"]


def test_the_log_is_searched_by_person_deed_and_day_of_the_workspace(floor: Floor, boss: Actor) -> None:
    care, note = care_of(floor), floor.store.audit.note
    floor.clock.now = datetime.datetime(2026, 11, 24, 4, 30, tzinfo=datetime.timezone(-datetime.timedelta(hours=6)))
    for hours, deed, actor, target in ((-20, "signed_in", "ana", "ana"), (-1, "role_manager", "eva", "ana")):
        note(deed, floor.clock() + datetime.timedelta(hours=hours), actor, target)
    note(Deed.BACKED_UP, floor.clock(), details={"rows": 7})
    assert [line.deed for line in care.log(boss, Asked())] == ["backed_up", "role_manager", "signed_in"]
    assert [line.deed for line in care.log(boss, Asked(person="ana"))] == ["role_manager", "signed_in"]
    assert [line.actor for line in care.log(boss, Asked(deed="role_manager"))] == ["eva"]
    day = datetime.date(2026, 11, 23)
    assert [line.deed for line in care.log(boss, Asked(first=day, last=day))] == ["signed_in"]
    assert care.log(boss, Asked(person="' OR 1=1 --")) == ()
    assert [line.details for line in care.backups(boss)] == [{"rows": 7}]
    assert care.verified(boss).fault == ""


def test_a_long_log_is_read_page_by_page(floor: Floor, boss: Actor) -> None:
    with floor.store.sessions.together():
        for number in range(PAGE + 3):
            floor.store.audit.note("signed_in", floor.clock(), f"p{number}")
    first = care_of(floor).log(boss, Asked())
    rest = care_of(floor).log(boss, Asked(before=first[-1].number))
    assert (len(first), len(rest)) == (PAGE, 3)
    assert {line.number for line in (*first, *rest)} == set(range(1, PAGE + 4))


def test_leavers_stand_in_the_order_in_which_they_left(floor: Floor, boss: Actor) -> None:
    for name in ("Ana Ruiz", "Luis Gil"):
        floor.people.disable(SHELL, floor.hire(name).id)
        floor.clock.wait(days=1)
    assert [one.name for one in care_of(floor).leavers(boss)] == ["Ana Ruiz", "Luis Gil"]


def test_an_erasure_needs_the_name_written_out(floor: Floor, boss: Actor) -> None:
    care, ana = care_of(floor), floor.hire("Ana Ruiz")
    plays(floor.store, ana, "judged", floor.clock(), "assessed")
    assert care.assessed_of(boss, ana.id) == 1
    for typed in ("", "ana ruiz", "Ana", "Luis Gil"):
        with pytest.raises(NotTheName) as refusal:
            care.erase(boss, ana.id, typed)
        assert refusal.value.kept == typed
    assert floor.store.profiles.get(ana.id) is not None
    gone = care.erase(boss, ana.id, " Ana  Ruiz ")
    assert gone["attempt"] == 1
    assert floor.store.profiles.get(ana.id) is None
    line = list(floor.store.audit.lines())[-1]
    assert (line.deed, line.actor, line.target) == ("person_erased", boss.id, ana.id)


def test_the_last_administrator_is_not_erased(floor: Floor, boss: Actor) -> None:
    with pytest.raises(LastAdministrator):
        care_of(floor).erase(boss, boss.id, "Eva Sol")
    floor.hire("Luis Gil", "administrator")
    assert care_of(floor).erase(boss, boss.id, "Eva Sol")["profile"] == 1
