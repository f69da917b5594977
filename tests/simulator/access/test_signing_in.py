"""The door: one answer for whoever does not get in, growing waits, sessions that end."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher

from simulator.access.passwords import Passwords
from simulator.access.people import SHELL
from simulator.access.refusals import NotLetIn, TooManyTries, WeakPassword
from simulator.access.signing_in import SigningIn
from simulator.access.tokens import fingerprint
from simulator.access.tries import FREE_TRIES, FROM_ONE_ADDRESS
from simulator.accounts import NotAllowed
from simulator.refusals import Refusal
from tests.simulator.access.conftest import CHEAP, PASSWORD, Floor


def answer(floor: Floor, name: str, password: str, address: str = "10.0.0.1") -> tuple[type[Refusal], str] | None:
    try:
        floor.signing_in.enter(name, password, address)
    except Refusal as refusal:
        return type(refusal), refusal.in_language("es")
    return None


def test_name_and_password_open_a_session_of_that_person(floor: Floor) -> None:
    ana = floor.hire("Ana Ruiz")
    token = floor.signing_in.enter("ANA ", PASSWORD)
    who = floor.sessions.who(token)
    assert who is not None
    assert who.id == ana.id


def test_unknown_wrong_shut_and_not_yet_accepted_have_one_answer_and_one_trial_each(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    floor.people.disable(SHELL, floor.hire("Luis Gil").id)
    floor.people.add(SHELL, "eva", "trainee")
    floor.signing_in.enter("ana", PASSWORD)  # the first of all also makes the hash that stands for nobody
    answer(floor, "nobody", "x")
    answers, trials = set(), set()
    for name, password in (("ana", "not this one"), ("nobody", PASSWORD), ("luis", PASSWORD), ("eva", PASSWORD)):
        before = floor.hasher.tried
        answers.add(answer(floor, name, password))
        trials.add(floor.hasher.tried - before)
    assert len(answers) == 1
    assert trials == {1}


def test_a_name_that_is_unknown_is_shut_after_as_many_tries_as_a_known_one(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    told = [[answer(floor, name, "not this one", name) for _ in range(FREE_TRIES + 3)] for name in ("ana", "nobody")]
    assert told[0] == told[1]
    assert told[0][-1] is not None
    assert told[0][-1][0] is TooManyTries


def test_the_right_password_does_not_open_while_the_name_is_shut_and_opens_afterwards(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    for _ in range(FREE_TRIES):
        answer(floor, "ana", "not this one")
    with pytest.raises(TooManyTries):
        floor.signing_in.enter("ana", PASSWORD)
    floor.clock.wait(seconds=31)
    assert floor.sessions.who(floor.signing_in.enter("ana", PASSWORD)) is not None
    assert answer(floor, "ana", "not this one") is not None
    assert floor.signing_in.enter("ana", PASSWORD), "getting in wiped the slate"


def test_the_waits_grow_to_a_quarter_of_an_hour_and_no_further(floor: Floor) -> None:
    waits = []
    for _ in range(FREE_TRIES + 8):
        try:
            floor.signing_in.enter("ana", "x")
        except TooManyTries as refusal:
            waits.append(refusal.seconds)
            floor.clock.wait(seconds=refusal.seconds)
        except NotLetIn:
            pass
    assert waits == [30, 60, 120, 240]
    for _ in range(12):
        floor.clock.wait(minutes=16)
        answer(floor, "ana", "x")
    with pytest.raises(TooManyTries) as last:
        floor.signing_in.enter("ana", "x")
    assert last.value.seconds == 900


def test_many_tries_at_once_do_not_slip_through_together(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda n: answer(floor, "ana", f"guess {n}", f"10.0.0.{n}"), range(24)))
    assert sum(1 for one in told if one and one[0] is NotLetIn) <= FREE_TRIES


def test_one_address_may_fail_only_so_often_whatever_names_it_tries(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    told = [answer(floor, f"name{n}", "x") for n in range(FROM_ONE_ADDRESS + 5)]
    assert [one and one[0] for one in told[-5:]] == [TooManyTries] * 5
    assert answer(floor, "ana", PASSWORD, "10.0.0.2") is None, "another address is not held back"
    floor.clock.wait(minutes=10)
    assert answer(floor, "ana", PASSWORD) is None


def test_a_whole_floor_behind_one_address_gets_in(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    assert {answer(floor, "ana", PASSWORD) for _ in range(FROM_ONE_ADDRESS * 2)} == {None}


def test_neither_names_nor_addresses_of_tries_are_kept_in_clear(floor: Floor) -> None:
    answer(floor, "ana@ejemplo.mx", "x", "203.0.113.7")
    assert floor.store.doors.tries("ana@ejemplo.mx") is None
    assert floor.store.doors.tries(fingerprint("name:ana@ejemplo.mx")) is not None


def test_a_password_kept_under_old_parameters_is_kept_anew_at_the_next_sign_in(floor: Floor) -> None:
    ana = floor.hire("Ana Ruiz")
    dearer = Passwords(PasswordHasher(**{**CHEAP, "time_cost": 2}))
    SigningIn(floor.store, floor.clock, dearer).enter("ana", PASSWORD)
    account = floor.store.accounts.get(ana.id)
    assert account is not None
    assert account.password_hash is not None
    assert "t=2" in account.password_hash
    assert account.password_hash.startswith("$argon2id$")


def test_a_session_ends_by_signing_out_by_age_and_by_disuse(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    out, idle, old = (floor.signing_in.enter("ana", PASSWORD) for _ in range(3))
    floor.sessions.leave(out)
    assert floor.sessions.who(out) is None
    for _ in range(14):
        floor.clock.wait(hours=11)
        assert floor.sessions.who(old) is not None
    assert floor.sessions.who(idle) is None
    floor.clock.wait(hours=14)
    floor.sessions.leave(old)
    assert floor.sessions.who(old) is None


def test_a_session_in_daily_use_still_ends_after_a_week(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    token = floor.signing_in.enter("ana", PASSWORD)
    lived = 0
    while floor.sessions.who(token):
        floor.clock.wait(hours=6)
        lived += 6
    assert lived == 7 * 24


@pytest.mark.parametrize("token", ["", None, "x", "é" * 43, "x" * 10_000, "\ud800"])
def test_what_is_no_token_stands_for_nobody(floor: Floor, token: str | None) -> None:
    floor.hire("Ana Ruiz")
    assert floor.sessions.who(token) is None


def test_the_store_does_not_hold_the_token(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    token = floor.signing_in.enter("ana", PASSWORD)
    assert floor.store.doors.get(token) is None
    assert floor.store.doors.get(fingerprint(token)) is not None
    assert floor.sessions.who(fingerprint(token)) is None, "whoever reads the database holds no key"


def test_changing_the_password_ends_the_other_sessions_and_keeps_this_one(floor: Floor) -> None:
    ana = floor.hire("Ana Ruiz")
    here, there = floor.signing_in.enter("ana", PASSWORD), floor.signing_in.enter("ana", PASSWORD)
    floor.signing_in.change_password(ana, PASSWORD, "cuatro perros en tren", here)
    assert floor.sessions.who(here) is not None
    assert floor.sessions.who(there) is None
    assert answer(floor, "ana", PASSWORD) is not None
    assert answer(floor, "ana", "cuatro perros en tren") is None


def test_the_old_password_is_needed_and_a_weak_one_changes_nothing(floor: Floor) -> None:
    ana = floor.hire("Ana Ruiz")
    token = floor.signing_in.enter("ana", PASSWORD)
    with pytest.raises(NotLetIn):
        floor.signing_in.change_password(ana, "not this one", "cuatro perros en tren", token)
    with pytest.raises(WeakPassword):
        floor.signing_in.change_password(ana, PASSWORD, "corta", token)
    assert answer(floor, "ana", PASSWORD) is None


def test_nobody_sees_or_ends_anothers_sessions_but_who_manages_people(floor: Floor) -> None:
    ana, luis, boss = floor.hire("Ana"), floor.hire("Luis", "trainer"), floor.hire("Eva", "administrator")
    token = floor.signing_in.enter("ana", PASSWORD)
    with pytest.raises(NotAllowed):
        floor.sessions.open_ones(luis, ana.id)
    with pytest.raises(NotAllowed):
        floor.sessions.end(luis, luis.id, fingerprint(token))
    with pytest.raises(NotAllowed):
        floor.sessions.end_all(luis, ana.id)
    assert floor.sessions.who(token) is not None
    assert len(floor.sessions.open_ones(boss, ana.id)) == 1
    floor.sessions.end(boss, ana.id, fingerprint(token))
    assert floor.sessions.who(token) is None


def test_what_happened_at_the_door_is_told_to_the_audit_without_what_was_typed(floor: Floor) -> None:
    ana = floor.hire("Ana Ruiz")
    floor.audited.clear()
    answer(floor, "ana", "my real password of elsewhere")
    floor.sessions.leave(floor.signing_in.enter("ana", PASSWORD))
    assert floor.audited == [
        (None, "sign_in_refused", ana.id), (None, "signed_in", ana.id), (None, "signed_out", ana.id),
    ]  # fmt: skip
