"""The outbox and what is exported, on both engines."""

import datetime

from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from simulator.kept import Profile
from simulator.store import Store

LATER = NOW + datetime.timedelta(hours=1)


def _closed(store: Store, attempt_id: str, at: datetime.datetime, **different: object) -> None:
    shape = {"mode": "assessed", "phase": "closed", "closed_at": at} | different
    store.attempts.add(an_attempt(attempt_id, **shape), (a_turn(0, text=""), a_turn(1)))
    store.scorecards.add(attempt_id, a_scorecard(), at)
    store.outbox.tell(attempt_id, at)


def test_one_of_each_call_is_taken_at_a_time_in_its_order(store: Store, ana: Profile) -> None:
    _closed(store, "a1", NOW)
    _closed(store, "a2", NOW)
    _closed(store, "a3", NOW, mode="practice")
    seen: list[tuple[str, str]] = []
    while claimed := store.outbox.claim(LATER, 10):
        assert store.outbox.claim(LATER, 10) == ()
        seen += [(one.told.call.attempt, one.told.verb) for one in claimed]
        store.outbox.taken([one.id for one in claimed], LATER)
    verbs = ["initialized", "completed", "scored"]
    assert [verb for attempt, verb in seen if attempt == "a1"] == verbs
    assert [verb for attempt, verb in seen if attempt == "a2"] == verbs
    assert store.outbox.standing().model_dump() == {
        "waiting": 0, "parked": 0, "sent": 6, "last_sent_at": LATER, "trouble": "",
    }  # fmt: skip


def test_what_is_parked_holds_its_call_back_until_it_is_tried_again(store: Store, ana: Profile) -> None:
    _closed(store, "a1", NOW)
    first = store.outbox.claim(LATER, 10)[0]
    store.outbox.park(first.id, "400 no")
    assert store.outbox.claim(LATER + datetime.timedelta(days=1), 10) == ()
    assert [one.answer for one in store.outbox.parked()] == ["400 no"]
    assert store.outbox.retry(LATER) == 3
    assert [one.id for one in store.outbox.claim(LATER, 10)] == [first.id]


def test_assessed_calls_are_read_in_the_order_they_were_finished(store: Store, ana: Profile) -> None:
    for number in range(3):
        _closed(store, f"a{number}", NOW + datetime.timedelta(minutes=3 - number))
    _closed(store, "private", NOW, mode="practice")
    calls = list(store.cohort_calls.of({"ana", "nobody"}))
    assert [call.attempt for call in calls] == ["a2", "a1", "a0"]
    assert [(line.line, line.who) for line in calls[0].talk] == [(1, "debtor"), (2, "agent"), (3, "debtor")]
    assert [(level.level, level.effective_level) for level in calls[0].levels] == [(3, 3), (None, None)]
    assert list(store.cohort_calls.of(())) == []
