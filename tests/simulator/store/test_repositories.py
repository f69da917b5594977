"""What goes into the store comes out the same."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError
from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from simulator.kept import Profile
from simulator.store import Conflict, Store

STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200)


def test_a_profile_comes_back_as_it_went_in(store: Store, ana: Profile) -> None:
    assert store.profiles.get("ana") == ana
    assert store.profiles.get("nobody") is None


def test_saving_a_profile_cannot_raise_its_role(store: Store, ana: Profile) -> None:
    store.profiles.save(ana.model_copy(update={"name": "Ana María", "role": "administrator"}))
    saved = store.profiles.get("ana")
    assert saved is not None
    assert (saved.name, saved.role) == ("Ana María", "trainee")


def test_an_attempt_and_its_turns_come_back_as_they_went_in(store: Store, ana: Profile) -> None:
    attempt, turns = an_attempt(), (a_turn(0), a_turn(1))
    store.attempts.add(attempt)
    for turn in turns:
        attempt = store.attempts.save(attempt, turn)
    assert store.attempts.get("a1") == attempt
    assert store.attempts.turns("a1") == turns
    assert attempt.version == 3


@pytest.mark.parametrize("guessed", ["", "a\x00b", "\ud800", "x" * 5000, "' OR 1=1 --", "%", "😀"])
def test_an_id_that_somebody_made_up_finds_nothing(store: Store, ana: Profile, guessed: str) -> None:
    store.attempts.add(an_attempt())
    assert store.attempts.get(guessed) is None
    assert store.attempts.turns(guessed) == ()
    assert store.profiles.get(guessed) is None
    assert store.portfolios.get(guessed) is None
    assert store.scorecards.latest(guessed) is None


def test_an_attempt_needs_an_owner(store: Store) -> None:
    with pytest.raises(Conflict):
        store.attempts.add(an_attempt(owner_id="nobody"))


def test_an_instant_is_given_back_in_utc_whatever_its_zone(store: Store) -> None:
    in_mexico = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=-6)))
    store.profiles.add(Profile(id="p", name="P", role="trainee", created_at=in_mexico))
    kept = store.profiles.get("p")
    assert kept is not None
    assert kept.created_at == in_mexico
    assert kept.created_at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        store.profiles.add(Profile(id="p", name="P", role="trainee", created_at=datetime(2026, 11, 23)))
    assert store.profiles.all() == ()


def test_the_second_to_save_the_same_version_is_told(store: Store, ana: Profile) -> None:
    attempt = an_attempt()
    store.attempts.add(attempt)
    store.attempts.save(attempt.model_copy(update={"phase": "talk"}), a_turn(0))
    with pytest.raises(Conflict):
        store.attempts.save(attempt.model_copy(update={"phase": "closed"}), a_turn(1))
    kept = store.attempts.get("a1")
    assert kept is not None
    assert (kept.phase, len(store.attempts.turns("a1"))) == ("talk", 1)


@pytest.mark.parametrize(("number", "key"), [(0, "other"), (1, "key-0")])
def test_a_turn_is_stored_once_by_number_and_by_key(store: Store, ana: Profile, number: int, key: str) -> None:
    store.attempts.add(an_attempt())
    attempt = store.attempts.save(an_attempt(), a_turn(0))
    with pytest.raises(Conflict):
        store.attempts.save(attempt.model_copy(update={"phase": "closed"}), a_turn(number, key))
    kept = store.attempts.get("a1")
    assert kept is not None
    assert kept.phase == "prepare", "the change that went with the turn was not undone"


def test_a_draft_is_kept_beside_the_version(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    store.attempts.save_draft("a1", {"note": "promete pagar"}, NOW)
    kept = store.attempts.save(an_attempt(), a_turn(0))
    assert kept.version == 2
    again = store.attempts.get("a1")
    assert again is not None
    assert again.draft == {"note": "promete pagar"}


def test_a_closed_attempt_takes_no_draft(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt(phase="closed"))
    with pytest.raises(Conflict):
        store.attempts.save_draft("a1", {"note": "tarde"}, NOW)


def test_a_later_scorecard_stands_beside_the_earlier(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    store.attempts.save(an_attempt(), scorecard=a_scorecard(3))
    store.scorecards.add("a1", a_scorecard(1, version=2), NOW + timedelta(days=1))
    latest = store.scorecards.latest("a1")
    assert latest == a_scorecard(1, version=2)
    figures = store.scorecards.of("ana")
    assert [(f.rubric_version, f.total) for f in figures] == [(1, 75.0), (2, 25.0)]
    assert [(m.criterion, m.level) for m in figures[0].marks] == [("empathy", 3), ("calm", None)]


def test_lists_show_the_latest_first_with_its_total_and_only_ones_own(store: Store, ana: Profile) -> None:
    store.profiles.add(ana.model_copy(update={"id": "luis"}))
    for number, owner in enumerate(("ana", "ana", "luis")):
        attempt = an_attempt(f"a{number}", owner, phase="closed", updated_at=NOW + timedelta(minutes=number))
        store.attempts.add(attempt)
    store.scorecards.add("a0", a_scorecard(2), NOW)
    assert [(a.id, a.total) for a in store.attempts.of("ana", ("closed",))] == [("a1", None), ("a0", 50.0)]
    assert store.attempts.of("ana", ("talk",)) == ()


def test_deleting_an_attempt_leaves_nothing_of_it(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    store.attempts.save(an_attempt(), a_turn(0), a_scorecard())
    store.attempts.delete("a1")
    assert store.attempts.get("a1") is None
    assert store.attempts.turns("a1") == ()
    assert store.scorecards.latest("a1") is None
    assert store.scorecards.of("ana") == ()


@given(text=STORABLE)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_kept_to_the_letter(store: Store, text: str) -> None:
    if store.profiles.get("ana") is None:
        store.profiles.add(Profile(id="ana", name="Ana", role="trainee", created_at=NOW))
    store.attempts.delete("a1")
    store.attempts.add(an_attempt(plan={"goal": text}))
    store.attempts.save(an_attempt(plan={"goal": text}), a_turn(0, text=text))
    kept = store.attempts.get("a1")
    assert kept is not None
    assert kept.plan == {"goal": text}
    assert store.attempts.turns("a1")[0].step.said.text == text
