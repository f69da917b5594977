"""Drills as a trainee uses them: today's three, two replies, again, back tomorrow, and nobody else's."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from simulator.accounts import Actor, NotAllowed
from simulator.drill_desk import DrillDesk, Open
from simulator.drills import bank
from simulator.drills.refusals import NoSuchDrill, TooManyTries, TryIsOver
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from simulator.typed import NothingSaid, ReplyTooLong
from tests.fresh import fresh

WARM = "Lamento mucho lo que me cuenta; con razón está así. ¿Cómo se han arreglado en casa desde entonces?"
COLD = "Mire, usted debe y tiene que pagar hoy mismo. No me venga con cuentos."
KEY = next(d.key for d in bank.drills() if d.scenario == "job_loss" and d.weakness == ("empathy", "job_loss"))


class Calendar:
    """A clock that is set by hand. 23 November 2026 is a Monday."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all tests: each has people of its own."""
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture
def clock() -> Calendar:
    return Calendar()


@pytest.fixture
def desk(store: Store, clock: Calendar) -> DrillDesk:
    return DrillDesk(store, clock)


@pytest.fixture
def ana(store: Store, clock: Calendar) -> Actor:
    profiles = Profiles(store, clock)
    return profiles.actor(profiles.create("Ana").id)


@pytest.fixture
def eve(store: Store, clock: Calendar) -> Actor:
    profiles = Profiles(store, clock)
    return profiles.actor(profiles.create("Eve", "administrator").id)


def tried(desk: DrillDesk, actor: Actor, *texts: str, key: str = KEY, number: int = 1) -> Open:
    for replied, text in enumerate(texts):
        now = desk.say(actor, key, number, replied, text).now
        if now and now.is_over:
            break
    return desk.open(actor, key, number)


def test_the_debtor_answers_and_after_the_second_reply_one_sees_what_it_showed(desk: DrillDesk, ana: Actor) -> None:
    first = desk.say(ana, KEY, 1, 0, COLD).now
    assert first is not None
    assert first.steps[0].words
    assert (first.judgements, first.finished_at) == ((), None)
    now = desk.say(ana, KEY, 1, 1, COLD).now
    assert now is not None
    assert now.passed is False
    assert now.trained is not None
    assert [f.met for f in now.trained.findings] == [False] * len(now.trained.findings)
    assert now.coached


def test_trying_again_keeps_the_earlier_try_beside_the_new_one(desk: DrillDesk, ana: Actor) -> None:
    tried(desk, ana, COLD, COLD)
    again = tried(desk, ana, WARM, WARM, number=2)
    assert again.now is not None
    assert again.before is not None
    assert (again.before.passed, again.now.passed) == (False, True)
    assert again.now.level > again.before.level


def test_the_same_reply_sent_twice_counts_once(desk: DrillDesk, ana: Actor) -> None:
    desk.say(ana, KEY, 1, 0, WARM)
    assert len(desk.say(ana, KEY, 1, 0, WARM).now.steps) == 1


def test_another_window_that_was_quicker_takes_nothing_away(desk: DrillDesk, ana: Actor) -> None:
    desk.say(ana, KEY, 1, 0, WARM)
    with pytest.raises(TryIsOver) as refusal:
        desk.say(ana, KEY, 1, 0, "Otra cosa que escribí.")
    assert refusal.value.kept == "Otra cosa que escribí."


@pytest.mark.parametrize(("text", "refusal"), [("  \u200b", NothingSaid), ("a" * 5001, ReplyTooLong)])
def test_what_cannot_be_said_is_refused_and_nothing_is_kept(
    desk: DrillDesk, ana: Actor, text: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        desk.say(ana, KEY, 1, 0, text)
    assert desk.open(ana, KEY).tries == ()


def test_a_key_that_is_none_and_a_try_that_is_not_the_next_are_refused_in_words(desk: DrillDesk, ana: Actor) -> None:
    for key in ("nothing", "job_loss.good_mx.40.empathy.shame", "x" * 3000):
        with pytest.raises(NoSuchDrill, match="no longer there"):
            desk.open(ana, key)
    for number in (0, 2, 9999):
        with pytest.raises(TooManyTries):
            desk.open(ana, KEY, number)


def test_three_are_chosen_they_stay_all_day_and_are_counted_as_they_are_done(desk: DrillDesk, ana: Actor) -> None:
    morning = desk.today(ana, "es")
    for n, chosen in enumerate(morning.chosen, start=1):
        tried(desk, ana, COLD, COLD, key=chosen.drill.key)
        day = desk.today(ana, "es")
        assert day.chosen == morning.chosen
        assert len(day.done) == n
    assert desk.today(ana, "es").next is None


def test_a_moment_missed_today_comes_back_tomorrow_and_says_why(desk: DrillDesk, ana: Actor, clock: Calendar) -> None:
    tried(desk, ana, COLD, COLD)
    clock.days_pass(1)
    first = desk.today(ana, "es").chosen[0]
    assert first.drill.weakness == ("empathy", "job_loss")
    assert (first.reason.why, first.reason.days) == ("missed", 1)


def test_a_moment_passed_does_not_come_back(desk: DrillDesk, ana: Actor, clock: Calendar) -> None:
    tried(desk, ana, WARM, WARM)
    clock.days_pass(1)
    assert {c.reason.why for c in desk.today(ana, "es").chosen} == {"rotation"}


def test_each_language_has_its_own_drills(desk: DrillDesk, ana: Actor) -> None:
    for language in ("es", "en"):
        assert {c.drill.language for c in desk.today(ana, language).chosen} == {language}


def test_drills_and_calls_make_the_streak_and_drills_stay_out_of_the_progress_of_calls(
    desk: DrillDesk, store: Store, ana: Actor, clock: Calendar
) -> None:
    tried(desk, ana, WARM, WARM)
    clock.days_pass(1)
    practice = Practice(store, clock)
    practice.begin_talk(ana, practice.start(ana, "job_loss", "MX", "es", seed=7).id)
    assert desk.streak(ana).model_dump() == {"days": 2, "today": True}
    assert practice.record(ana).progress.attempts == 0


def test_nobody_else_reads_or_deletes_them_not_even_the_administrator(desk: DrillDesk, ana: Actor, eve: Actor) -> None:
    mine = tried(desk, ana, WARM, WARM).now
    assert mine is not None
    assert desk.open(eve, KEY).tries == ()
    assert desk.history(eve) == ()
    with pytest.raises(NotAllowed):
        desk.delete(eve, mine.id)
    with pytest.raises(NotAllowed):
        desk.delete(eve, "no such try")
    assert len(desk.history(ana)) == 1


def test_one_s_own_tries_can_be_deleted_one_or_all(desk: DrillDesk, ana: Actor, eve: Actor) -> None:
    tried(desk, eve, WARM, WARM)
    tried(desk, ana, COLD, COLD)
    second = tried(desk, ana, WARM, WARM, number=2).now
    assert second is not None
    desk.delete(ana, second.id)
    assert [t.number for t in desk.history(ana)] == [1]
    desk.delete_all(ana)
    assert desk.history(ana) == ()
    assert len(desk.history(eve)) == 1
