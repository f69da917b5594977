"""Practice shared with a coach: just that, to just that person, until it is revoked."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from scenarios.load import parse_scenario
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import NotNow
from simulator.kept import Role, Share
from simulator.practice import Practice
from simulator.sharing import NoSuchCoach, NoSuchReply
from simulator.store import Store
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.branches import REPLIES, Clock, closed, somebody, talked

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
COACHES = ("trainer", "manager", "administrator")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


@pytest.fixture
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    return closed(practice, ana)


def everybody(store: Store) -> dict[str, Actor]:
    return {role: somebody(store, role.title(), role) for role in get_args(Role)}


def test_only_coaches_are_offered_and_never_oneself(practice: Practice, store: Store) -> None:
    people = everybody(store)
    assert {c.role for c in practice.sharing.coaches(somebody(store, "Ana"))} == set(COACHES)
    assert people["trainer"].id not in {c.id for c in practice.sharing.coaches(people["trainer"])}


def test_one_reply_is_read_with_its_one_exchange_and_without_a_name(
    practice: Practice, store: Store, ana: Actor, call: AttemptView
) -> None:
    coach = everybody(store)["trainer"]
    share = practice.sharing.share(ana, call.id, coach.id, turn=2, note="¿Qué diría usted?")
    (listed,) = practice.sharing.received(coach)
    assert (listed.share, listed.name, listed.step, listed.call) == (share, None, None, None)
    read = practice.sharing.read(coach, share.id)
    assert (read.heard, read.step, read.call, read.name) == (call.steps[1].words, call.steps[2], None, None)
    told = read.model_dump_json()
    assert ana.id not in told
    assert "Ana" not in told
    assert REPLIES[0] not in str([read.heard, read.step and read.step.said, read.step and read.step.words])


def test_a_whole_call_is_read_with_its_scorecard_and_the_name_only_where_it_is_shown(
    practice: Practice, store: Store, ana: Actor, call: AttemptView
) -> None:
    coach, other = everybody(store)["manager"], everybody(store)["trainer"]
    named = practice.sharing.read(coach, practice.sharing.share(ana, call.id, coach.id, named=True).id)
    assert (named.name, named.call) == ("Ana", call)
    unnamed = practice.sharing.read(other, practice.sharing.share(ana, call.id, other.id).id)
    assert unnamed.name is None
    assert unnamed.call is not None
    assert unnamed.call.owner_id == ""
    assert unnamed.call.scorecard == call.scorecard


@pytest.mark.parametrize("turn", [2, None], ids=["one reply", "the whole call"])
@pytest.mark.parametrize("to", COACHES)
def test_nobody_else_reads_it_and_once_revoked_nobody_does(  # noqa: PLR0917
    practice: Practice, store: Store, ana: Actor, call: AttemptView, to: str, turn: int | None
) -> None:
    people = everybody(store)
    share = practice.sharing.share(ana, call.id, people[to].id, turn=turn)
    for role, person in people.items():
        if role != to:
            _closed_to(practice, person, share)
    _closed_to(practice, somebody(store, "Otra", to), share)  # type: ignore[arg-type]
    assert practice.sharing.read(people[to], share.id).share == share
    with pytest.raises(NotAllowed):
        practice.open(people[to], call.id)
    practice.sharing.revoke(ana, share.id)
    practice.sharing.revoke(ana, share.id)
    _closed_to(practice, people[to], share)
    assert practice.sharing.given(ana, call.id) == ()


def _closed_to(practice: Practice, person: Actor, share: Share) -> None:
    with pytest.raises(NotAllowed):
        practice.sharing.read(person, share.id)
    if person.role == "trainee":
        with pytest.raises(NotAllowed):
            practice.sharing.received(person)
    else:
        assert practice.sharing.received(person) == ()
    with pytest.raises(NotAllowed):
        practice.open(person, share.attempt_id)


def test_who_is_no_coach_any_more_reads_nothing(
    practice: Practice, store: Store, ana: Actor, call: AttemptView
) -> None:
    coach = everybody(store)["trainer"]
    share = practice.sharing.share(ana, call.id, coach.id)
    with pytest.raises(NotAllowed):
        practice.sharing.read(coach.model_copy(update={"role": "trainee"}), share.id)


@pytest.mark.parametrize("role", get_args(Role))
def test_nobody_shares_or_revokes_or_lists_what_is_anothers(
    practice: Practice, store: Store, ana: Actor, call: AttemptView, role: str
) -> None:
    people = everybody(store)
    share = practice.sharing.share(ana, call.id, people["manager"].id)
    for deed in (
        lambda: practice.sharing.share(people[role], call.id, people["trainer"].id),
        lambda: practice.sharing.revoke(people[role], share.id),
        lambda: practice.sharing.revoke(people[role], "nothing"),
        lambda: practice.sharing.given(people[role], call.id),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert practice.sharing.read(people["manager"], share.id).call is not None


def test_the_same_shared_again_stands_once(practice: Practice, store: Store, ana: Actor, call: AttemptView) -> None:
    coach = everybody(store)["trainer"]
    first = practice.sharing.share(ana, call.id, coach.id, turn=1)
    assert practice.sharing.share(ana, call.id, coach.id, turn=1, note="otra vez") == first
    whole = practice.sharing.share(ana, call.id, coach.id)
    assert {one.id for one, _ in practice.sharing.given(ana, call.id)} == {first.id, whole.id}
    practice.sharing.revoke(ana, first.id)
    assert practice.sharing.share(ana, call.id, coach.id, turn=1).id != first.id


def test_what_cannot_be_shared_is_refused_in_words(
    practice: Practice, store: Store, ana: Actor, call: AttemptView
) -> None:
    people = everybody(store)
    for nobody in (people["trainee"].id, ana.id, "nobody"):
        with pytest.raises(NoSuchCoach):
            practice.sharing.share(ana, call.id, nobody)
    for turn in (0, -1, 4, 99):
        with pytest.raises(NoSuchReply):
            practice.sharing.share(ana, call.id, people["trainer"].id, turn=turn)
    running = talked(practice, ana)
    with pytest.raises(NotNow) as refusal:
        practice.sharing.share(ana, running.id, people["trainer"].id, note="mírela")
    assert refusal.value.kept == "mírela"
    assert practice.sharing.share(ana, running.id, people["trainer"].id, turn=1).turn == 1
    assessed = closed(practice, ana, mode="assessed")
    with pytest.raises(NotAllowed):
        practice.sharing.share(ana, assessed.id, people["trainer"].id)


def test_shares_go_with_the_call(practice: Practice, store: Store, ana: Actor, call: AttemptView) -> None:
    coach = everybody(store)["trainer"]
    share = practice.sharing.share(ana, call.id, coach.id)
    practice.delete_practice(ana, call.id)
    assert store.shares.get(share.id) is None
    assert practice.sharing.received(coach) == ()
