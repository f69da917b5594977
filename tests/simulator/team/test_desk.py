"""The desk as a use-case: who is named and why, who may look, and what nobody sees."""

from datetime import date, timedelta

import pytest

from simulator.access.kept import Account
from simulator.accounts import Actor, NotAllowed
from simulator.team.kept import Asked
from simulator.team_desk import TeamDesk
from tests.simulator.team.conftest import Everybody
from tests.simulator.team_floor import NOW


def desk_of(everybody: Everybody) -> TeamDesk:
    return TeamDesk(everybody[0].store, lambda: NOW)


def test_who_needs_help_is_named_with_the_reason_the_weightiest_first(everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    seen = desk_of(everybody).overview(marta, Asked())
    assert [(need.line.member.name, need.kind) for need in seen.needs] == [
        ("Carla Díaz", "breach"), ("Beto Lara", "fell"), ("Darío Soto", "away"),
    ]  # fmt: skip
    beto = seen.needs[1]
    assert beto.criterion == "empathy"
    assert beto.n == 8
    assert seen.next[beto.line.member.id].scenario_id


def test_who_improves_is_told_and_who_has_too_few_calls_is_not(everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    for day in (1, 2):
        floor.call(people[3], "poor", days_ago=day)
    found = desk_of(everybody).overview(marta, Asked()).found
    assert found is not None
    assert [line.member.name for line in found.improving] == ["Ana Ruiz"]
    dario = next(line for line in found.lines if line.member.name == "Darío Soto")
    assert dario.calls == 3
    assert dario not in found.stalling


def test_a_manager_sees_own_cohorts_and_a_trainer_everybody(everybody: Everybody) -> None:
    _, marta, teo, _ = everybody
    desk = desk_of(everybody)
    own, every = desk.overview(marta, Asked()).found, desk.overview(teo, Asked()).found
    assert own is not None
    assert every is not None
    assert {line.member.name for line in every.lines} - {line.member.name for line in own.lines} == {
        "Elsa Vega", "Fito Gil",
    }  # fmt: skip


def test_another_s_cohort_and_another_s_trainee_are_refused_alike(everybody: Everybody) -> None:
    _, marta, teo, people = everybody
    desk = desk_of(everybody)
    tarde = next(one.id for one in desk.desk(teo).cohorts if one.name == "Tarde")
    with pytest.raises(NotAllowed):
        desk.overview(marta, Asked(cohort=tarde))
    with pytest.raises(NotAllowed):
        desk.report(marta, tarde)
    refusals = []
    for profile_id in (people[4].id, "nobody"):
        with pytest.raises(NotAllowed) as refusal:
            desk.trainee(marta, profile_id)
        refusals.append(refusal.value.texts)
    assert refusals[0] == refusals[1]


@pytest.mark.parametrize("role", ["trainee", "administrator"])
def test_the_desk_is_for_managers_and_trainers(everybody: Everybody, role: str) -> None:
    floor, _, _, people = everybody
    actor, desk = floor.hire("Otra", role), desk_of(everybody)  # type: ignore[arg-type]
    asks = (
        lambda: desk.overview(actor, Asked()), lambda: desk.trainee(actor, people[0].id),
        lambda: desk.breaches(actor, Asked(), None, None, None, 20), lambda: desk.report(actor, None),
    )  # fmt: skip
    for ask in asks:
        with pytest.raises(NotAllowed):
            ask()


def test_practice_is_nowhere(everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    before = desk_of(everybody).overview(marta, Asked())
    for day in range(1, 9):
        floor.call(people[0], "threat", days_ago=day, mode="practice")
    assert desk_of(everybody).overview(marta, Asked()) == before
    assert desk_of(everybody).trainee(marta, people[3].id).calls[0].scored_at < NOW - timedelta(days=30)


def test_a_call_under_an_older_version_is_left_out_and_counted(everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    floor.call(people[0], "poor", version=1)
    found = desk_of(everybody).overview(marta, Asked()).found
    assert found is not None
    assert (found.calls, found.outside) == (23, 1)


def test_what_recurs_is_told_with_its_words_and_their_lines(everybody: Everybody) -> None:
    _, marta, _, people = everybody
    carla = desk_of(everybody).trainee(marta, people[2].id)
    threat = next(one for one in carla.missed if one.indicator == "threatens")
    assert (threat.k, threat.n) == (2, 6)
    assert "cárcel" in threat.quotes[0].quote
    assert threat.quotes[0].turn > 0
    assert carla.techniques
    assert carla.next is not None


def test_a_trainee_without_calls_has_a_page_all_the_same(everybody: Everybody) -> None:
    floor, _, teo, people = everybody
    fito = desk_of(everybody).trainee(teo, people[5].id)
    assert not fito.calls
    assert not fito.missed
    empty = floor.hire("Sin grupo", "manager")
    assert desk_of(everybody).overview(empty, Asked()).found is not None


def test_breaches_come_by_rule_and_country_and_who_repeats_them(everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    seen = desk_of(everybody).breaches(marta, Asked(), None, None, None, 1)
    threat = next(rule for rule in seen.rules if rule.gate == "threat")
    assert (threat.country, threat.breaches, threat.waiting) == ("MX", 2, 0)
    assert next((one.member.name, one.gate) for one in seen.repeated) == ("Carla Díaz", "threat")
    assert len(seen.lines) == 1
    assert seen.more
    only = desk_of(everybody).breaches(marta, Asked(), "threat", "MX", "breach", 20)
    assert {line.gate for line in only.lines} == {"threat"}
    assert desk_of(everybody).breaches(marta, Asked(), "threat", "CL", None, 20).lines == ()


def test_the_month_ends_in_three_things_to_do(everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    report = desk_of(everybody).report(marta, None, date(2026, 11, 1))
    assert [one.kind for one in report.month.to_do] == ["brief", "decide", "people"]
    assert report.month.passed.n == sum(w.passed.n for w in report.month.found.passing)
    assert report.levels > 0
    assert report.overridden == 0


def test_a_month_without_calls_says_so(everybody: Everybody) -> None:
    _, marta, _, _ = everybody
    report = desk_of(everybody).report(marta, None, date(2025, 1, 1))
    assert report.month.found.calls == 0
    assert {one.kind for one in report.month.to_do} == {"absent", "calls"}


def test_a_crowd_is_looked_at_cohort_by_cohort(everybody: Everybody, monkeypatch: pytest.MonkeyPatch) -> None:
    _, marta, teo, _ = everybody
    desk = desk_of(everybody)
    monkeypatch.setattr("simulator.team_desk.DETAILED", 3)
    crowd = desk.overview(teo, Asked()).found
    assert crowd is not None
    assert crowd.calls == 31
    assert {len(line.squares) for line in crowd.lines} == {0}
    assert crowd.trends[0].n == 31
    monkeypatch.setattr("simulator.team_desk.MOST_PEOPLE", 5)
    assert desk.overview(teo, Asked()).crowded
    assert desk.overview(marta, Asked()).found is not None
    report = desk.report(teo, None, date(2026, 11, 1))
    assert report.cohort is not None
    assert report.cohort.name == "Mañana"


def test_somebody_whose_account_is_shut_is_not_named(everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    store = floor.store
    store.accounts.open_for(Account(profile_id=people[2].id, created_at=NOW))
    store.accounts.disable(people[2].id, NOW)
    seen = desk_of(everybody).overview(marta, Asked())
    assert "Carla Díaz" not in {need.line.member.name for need in seen.needs}


def test_an_actor_s_role_is_what_counts_and_not_a_claim(everybody: Everybody) -> None:
    _, _, _, people = everybody
    with pytest.raises(NotAllowed):
        desk_of(everybody).overview(Actor(id=people[0].id, role="trainee", name="Ana"), Asked())
