"""Statements against record stores that are not ours: one that checks everything, one that signs in."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from simulator.exports.xapi.endpoint import HttpEndpoint
from simulator.exports.xapi.sending import Round, Sender
from simulator.exports.xapi.statements import agrees, statement
from simulator.store import Store
from tests.fresh import fresh
from tests.record_stores.installing import folder, installed
from tests.record_stores.running import RecordStore, signing, strict
from tests.simulator.branches import somebody
from tests.simulator.exports.outbox import later, next_day, retold, reviewed, told_of
from tests.simulator.exports.played import assessed, practising

BASE = "https://acuerdo.example.com"
KINDS: dict[str, Callable[[Path, Path], AbstractContextManager[RecordStore]]] = {"strict": strict, "signing": signing}


@pytest.fixture(scope="module", params=sorted(KINDS))
def record_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordStore]:
    with KINDS[request.param](installed(folder()), tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


def sender(store: Store, to: RecordStore, secret: str = "", base: str = BASE) -> Sender:
    return Sender(store, next_day(), HttpEndpoint(to.url, to.key, secret or to.secret), base)


def test_a_call_is_taken_again_without_doubles_and_with_a_review(store: Store, record_store: RecordStore) -> None:
    practice = practising(store)
    attempt = assessed(practice, somebody(store, "Ñandú 🦩 عربي")).id
    assert sender(store, record_store).all() == Round(sent=4)
    retold(store)
    assert sender(store, record_store).all() == Round(sent=4)
    reviewed(store, attempt, level=4, total=100.0, result="passed")
    done = sender(store, record_store).all()
    assert (done.sent, done.parked) == (2, 0)
    there = HttpEndpoint(record_store.url, record_store.key, record_store.secret)
    for told in told_of(store, attempt):
        held = there.held(told.id)
        assert held is not None
        assert agrees(statement(told, BASE), held)


def test_another_statement_of_the_same_id_is_parked_with_the_answer(store: Store, record_store: RecordStore) -> None:
    assessed(practising(store), somebody(store, "Ana"))
    sender(store, record_store).all()
    retold(store)
    done = sender(store, record_store, base=f"{BASE}:8443").all()
    assert (done.sent, done.parked) == (0, 1)
    assert store.outbox.parked()[0].answer.startswith("409")


@pytest.mark.parametrize("record_store", ["signing"], indirect=True)
def test_a_wrong_password_stops_everything_and_says_so(store: Store, record_store: RecordStore) -> None:
    assessed(practising(store), somebody(store, "Ana"))
    done = sender(store, record_store, secret="otra-clave-entera").all()
    assert done.stopped.startswith("401")
    assert "otra-clave-entera" not in store.outbox.standing().trouble
    later(store)
    assert sender(store, record_store).all() == Round(sent=4)
