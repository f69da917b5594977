"""What looks wrong on a scorecard: kept, shown to whom it may be shown, and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from scenarios.load import parse_scenario
from simulator.accounts import Actor, NotAllowed
from simulator.contesting import About, NotOnTheCard, SayWhy, things_on
from simulator.kept import Role
from simulator.practice import Practice
from simulator.store import Store
from simulator.typed import MAX_REPLY, ReplyTooLong
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.branches import Clock, closed, somebody

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
CALM = About(kind="criterion", about="calm")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    return closed(practice, ana, replies=("Eso no es mi problema. Pague hoy o va a ir a la cárcel.",))


def test_everything_on_the_card_can_be_found_wrong(practice: Practice, ana: Actor, call: AttemptView) -> None:
    assert call.scorecard is not None
    things = things_on(call.scorecard)
    assert {thing.kind for thing in things} == {"criterion", "finding", "gate"}
    for thing in things:
        practice.contests.contest(ana, call.id, thing, "No lo veo así.", 3)
    stands = practice.contests.of(ana, call.id)
    assert [About(kind=c.kind, about=c.about, place=c.place) for c in stands] == list(things)
    assert {c.level for c in stands} == {3}
    assert practice.open(ana, call.id).scorecard == call.scorecard, "a contest changes no score"


def test_said_again_about_the_same_it_takes_the_place_of_the_first_and_can_be_taken_back(
    practice: Practice, ana: Actor, call: AttemptView
) -> None:
    practice.contests.contest(ana, call.id, CALM, "uno", 1)
    second = practice.contests.contest(ana, call.id, CALM, " dos \x00", None)
    assert practice.contests.of(ana, call.id) == (second,)
    assert (second.text, second.level) == ("dos \ufffd", None)
    practice.contests.withdraw(ana, second.id)
    assert practice.contests.of(ana, call.id) == ()


def test_what_cannot_be_contested_is_refused_and_the_words_given_back(
    practice: Practice, ana: Actor, call: AttemptView
) -> None:
    with pytest.raises(NotOnTheCard) as refusal:
        practice.contests.contest(ana, call.id, About(kind="gate", about="unknown"), "mi texto")
    assert refusal.value.kept == "mi texto"
    with pytest.raises(SayWhy):
        practice.contests.contest(ana, call.id, CALM, "  \n")
    with pytest.raises(ReplyTooLong):
        practice.contests.contest(ana, call.id, CALM, "a" * (MAX_REPLY + 1))


@pytest.mark.parametrize("role", get_args(Role))
def test_of_practice_nobody_hears_unless_the_whole_call_is_shared(
    practice: Practice, store: Store, ana: Actor, call: AttemptView, role: Role
) -> None:
    other = somebody(store, "Luis", role)
    made = practice.contests.contest(ana, call.id, CALM, "No lo veo así.")
    for deed in (
        lambda: practice.contests.of(other, call.id),
        lambda: practice.contests.contest(other, call.id, CALM, "x"),
        lambda: practice.contests.withdraw(other, made.id),
        lambda: practice.contests.withdraw(other, "nothing"),
    ):
        with pytest.raises(NotAllowed):
            deed()
    if role == "trainee":
        return
    practice.sharing.share(ana, call.id, other.id, turn=1)
    with pytest.raises(NotAllowed):
        practice.contests.of(other, call.id)
    share = practice.sharing.share(ana, call.id, other.id)
    assert practice.contests.of(other, call.id) == (made,)
    practice.sharing.revoke(ana, share.id)
    with pytest.raises(NotAllowed):
        practice.contests.of(other, call.id)


@pytest.mark.parametrize("role", get_args(Role))
def test_of_assessed_calls_the_queue_is_for_those_who_review(
    practice: Practice, store: Store, ana: Actor, call: AttemptView, role: Role
) -> None:
    assessed, other = closed(practice, ana, mode="assessed"), somebody(store, "Luis", role)
    other = other.model_copy(update={"leads": frozenset({ana.id})}) if role == "manager" else other
    made = practice.contests.contest(ana, assessed.id, CALM, "Fui cortés.", 4)
    practice.contests.contest(ana, call.id, CALM, "esto es práctica")
    own = practice.contests.contest(other, closed(practice, other, mode="assessed").id, CALM, "lo mío")
    if role in ("trainer", "manager"):
        waiting = practice.contests.waiting(other)
        assert made in waiting
        assert own not in waiting, "nobody decides about their own"
        assert "esto es práctica" not in {one.text for one in waiting}
        assert practice.contests.of(other, assessed.id) == (made,)
    else:
        with pytest.raises(NotAllowed):
            practice.contests.waiting(other)
        with pytest.raises(NotAllowed):
            practice.contests.of(other, assessed.id)
