"""The outbox: written with the closing, emptied in order, at least once, never under two ids."""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.exports.xapi.answers import Answer
from simulator.exports.xapi.endpoint import HttpEndpoint
from simulator.exports.xapi.sending import Round, Sender
from simulator.exports.xapi.statements import Statement
from simulator.rescoring import rescore
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.branches import NOW, closed, somebody
from tests.simulator.exports.outbox import later, next_day, retold, reviewed, states, told_of
from tests.simulator.exports.played import assessed, practising

BASE = "https://acuerdo.example.com"
DONE = ["sent"] * 4


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


class Scripted:
    """A record store that answers as written, then takes everything; it keeps what it took."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.taken, self.asked = list(statuses), [], 0

    def put(self, statements: Sequence[Statement]) -> Answer:
        self.asked += 1
        status = self.statuses.pop(0) if self.statuses else 200
        if status in (200, 599):  # 599: it took them, and the answer was lost
            self.taken += list(statements)
        return Answer(status=status, words="as written")

    def held(self, statement_id: str) -> Statement | None:
        return next((one for one in self.taken if one["id"] == statement_id), None)


def sender(store: Store, to: Scripted) -> Sender:
    return Sender(store, next_day(), to, BASE)


def test_closing_an_assessed_call_tells_of_it_and_practice_is_never_told(store: Store) -> None:
    practice, ana = practising(store), somebody(store, "Ana")
    kept = assessed(practice, ana).id
    assert [told.verb for told in told_of(store, kept)][:3] == ["initialized", "completed", "scored"]
    private = closed(practice, ana).id
    assert told_of(store, private) == []
    assert store.outbox.tell(private, NOW) == 0
    assert ana.id not in str(told_of(store, kept))
    assert "Ana" not in str(told_of(store, kept))


def test_what_is_told_goes_with_the_transaction(store: Store) -> None:
    attempt = assessed(practising(store), somebody(store, "Ana")).id
    before = told_of(store, attempt)
    with pytest.raises(RuntimeError, match="the lights went out"), store.sessions.together():
        reviewed(store, attempt, level=0, total=0.0, result="failed")
        raise RuntimeError("the lights went out")
    assert told_of(store, attempt) == before


def test_a_call_scored_again_to_the_letter_is_not_told_again(store: Store) -> None:
    attempt = assessed(practising(store), somebody(store, "Ana")).id
    rescore(store, attempt, None, NOW)
    assert len(told_of(store, attempt)) == 4


def test_erasing_a_person_takes_what_waits_of_them_along(store: Store) -> None:
    ana = somebody(store, "Ana")
    attempt = assessed(practising(store), ana).id
    store.people.erase(ana.id)
    assert told_of(store, attempt) == []
    assert store.outbox.standing().waiting == 0


@settings(max_examples=25)
@given(answers=st.lists(st.sampled_from([200, 0, 503, 599, 429, 401]), max_size=14))
def test_every_statement_arrives_at_least_once_in_the_order_of_its_call(
    answers: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Store.open(f"sqlite:///{_copied(tmp_path_factory)}") as store:
        to = Scripted(*answers)
        for _ in range(len(answers) + 2):
            later(store)
            sender(store, to).all()
        assert store.outbox.standing().waiting == 0
        for call in {one["context"]["registration"] for one in to.taken}:
            mine = [one for one in to.taken if one["context"]["registration"] == call]
            first = list(dict.fromkeys(one["id"] for one in mine))
            assert first == [told.id for told in told_of(store, call)]


_MADE: list[Path] = []


def _copied(folders: pytest.TempPathFactory) -> Path:
    """A new copy of a database with two assessed calls that nobody was told of."""
    if not _MADE:
        made = folders.mktemp("made") / "acuerdo.sqlite3"
        with Store.open(f"sqlite:///{made}") as store:
            practice, ana = practising(store), somebody(store, "Ana")
            assessed(practice, ana)
            assessed(practice, ana)
        _MADE.append(made)
    copy = folders.mktemp("copy") / "acuerdo.sqlite3"
    copy.write_bytes(_MADE[0].read_bytes())
    return copy


def test_what_is_refused_waits_for_a_person_and_holds_back_only_its_own_call(store: Store) -> None:
    practice, ana = practising(store), somebody(store, "Ana")
    first, second = assessed(practice, ana).id, assessed(practice, ana).id
    to = Scripted(400, 400)  # both together, then the first by itself
    done = sender(store, to).all()
    assert (done.sent, done.parked) == (4, 1)
    assert states(store, first) == ["parked", "waiting", "waiting", "waiting"]
    assert states(store, second) == DONE
    assert store.outbox.parked()[0].answer == "400 as written"
    assert store.outbox.retry(NOW) == 4
    assert sender(store, to).all() == Round(sent=4)
    assert states(store, first) == DONE


def test_the_very_same_that_stands_there_already_counts_as_taken(store: Store) -> None:
    attempt = assessed(practising(store), somebody(store, "Ana")).id
    to = Scripted()
    sender(store, to).all()
    retold(store)
    to.statuses = [409] * 4
    assert sender(store, to).all() == Round(sent=4)
    assert states(store, attempt) == DONE


def test_a_store_that_turns_us_away_stops_it_and_costs_no_try(store: Store) -> None:
    attempt = assessed(practising(store), somebody(store, "Ana")).id
    done = sender(store, Scripted(403)).all()
    assert done.stopped == "403 as written"
    assert store.outbox.standing().trouble == "403 as written"
    assert states(store, attempt) == ["waiting"] * 4


def test_two_senders_at_once_never_take_the_same(store: Store) -> None:
    assessed(practising(store), somebody(store, "Ana"))
    at = next_day()()
    assert len(store.outbox.claim(at, 50)) == 1
    assert store.outbox.claim(at, 50) == ()


class Slow(BaseHTTPRequestHandler):
    """Says one byte after the other, and never comes to an end."""

    def do_POST(self) -> None:
        self.send_response(503)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b".")
            time.sleep(0.1)

    def log_message(self, *_: object) -> None: ...


class Elsewhere(Slow):
    """Sends everybody on."""

    def do_POST(self) -> None:
        self.send_response(307)
        self.send_header("Location", "http://127.0.0.1:9/stolen")
        self.end_headers()


@pytest.fixture
def served() -> Iterator[Callable[[type[BaseHTTPRequestHandler]], str]]:
    servers: list[HTTPServer] = []

    def start(handler: type[BaseHTTPRequestHandler]) -> str:
        server = HTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_slow_store_is_not_waited_for(served: Callable[[type[BaseHTTPRequestHandler]], str]) -> None:
    began = time.monotonic()
    answer = HttpEndpoint(served(Slow), "key", "secret", patience=0.3).put([])
    assert answer.verdict == "later"
    assert time.monotonic() - began < 3


def test_a_store_that_sends_us_elsewhere_gets_no_second_request(
    served: Callable[[type[BaseHTTPRequestHandler]], str],
) -> None:
    assert HttpEndpoint(served(Elsewhere), "key", "secret").put([]).verdict == "stop"


def test_a_store_that_is_down_is_tried_again_later() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    assert HttpEndpoint(url, "key", "secret").put([]).verdict == "later"
