"""Rough weather for a store: many people at once, and processes that die while they write."""

import random
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection

from simulator.audited import Deed
from simulator.kept import Attempt, Profile, StoredTurn
from simulator.state import Said, State, Step
from simulator.store import Store
from simulator.store.upgrade import newest_revision

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
OWNER = Profile(id="storm", name="Storm", role="trainee", created_at=NOW)
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.storms"])
newest_revision()  # the migrations are read here, once, and not in every process that is to be killed


def attempt(name: str) -> Attempt:
    return Attempt(
        id=name, owner_id=OWNER.id, scenario_id="job_loss", scenario_version=1, content_hash="c0ffee",
        content={"id": "job_loss"}, title={"es": "Perdió el empleo"}, difficulty=2, skills=("calm",), country="MX",
        language="es", seed=7, on=date(2026, 11, 23), case={"debtor": "Ñandú"}, rubric="default", rubric_version=1,
        created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def turn(number: int, text: str) -> StoredTurn:
    state = State(anger=50, trust=20, commitment=30, turn=number)
    step = Step(number=number, said=Said(text=text), reading={"acts": []}, words="¿Quién habla?", state=state)
    return StoredTurn(step=step, client_key=f"key-{number}", saved_at=NOW)


def talked(store: Store, people: int, turns: int) -> list[float]:
    """Everybody talks at once, in a thread each; how many seconds each turn waited to be saved."""
    store.profiles.add(OWNER)
    start = threading.Barrier(people)

    def talk(person: int) -> list[float]:
        mine, waited = attempt(f"a{person}"), []
        store.attempts.add(mine)
        start.wait(timeout=120)
        for number in range(turns):
            began = time.perf_counter()
            mine = store.attempts.save(mine, turn(number, f"{person}/{number}"))
            waited.append(time.perf_counter() - began)
        return waited

    with ThreadPoolExecutor(people) as pool:
        return [seconds for waited in pool.map(talk, range(people)) for seconds in waited]


def lost_or_doubled(store: Store, people: int, turns: int) -> list[str]:
    """The attempts of ``talked`` whose turns are not exactly those that were said."""
    wrong = []
    for person in range(people):
        said = [one.step.said.text for one in store.attempts.turns(f"a{person}")]
        if said != [f"{person}/{number}" for number in range(turns)]:
            wrong.append(f"a{person}")
    return wrong


def p99(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


def write_until_killed(url: str, name: str, heard: Connection) -> None:
    """In a process of its own: turn after turn, each acknowledged once it is saved."""
    store = Store.open(url)
    with store.acting(Deed.ATTEMPT_STARTED, NOW, OWNER.id, name):
        store.attempts.add(attempt(name))
    mine, number = attempt(name), 0
    while True:
        with store.acting(Deed.ATTEMPT_CLOSED, NOW, OWNER.id, name):
            mine = store.attempts.save(mine, turn(number, f"{name}/{number}"))
        heard.send(number)
        number += 1


def kill(url: str, name: str, after: float) -> list[int]:
    """Let a process write for ``after`` seconds and kill it; the numbers that it acknowledged."""
    mine, theirs = _FORKS.Pipe(duplex=False)
    writer = _FORKS.Process(target=write_until_killed, args=(url, name, theirs))
    writer.start()
    theirs.close()
    acknowledged = []
    try:
        acknowledged.append(mine.recv())
        time.sleep(after)
        writer.kill()
        while True:
            acknowledged.append(mine.recv())
    except (EOFError, OSError):
        pass  # all that it sent before it died was received
    finally:
        writer.kill()
        writer.join()
        writer.close()
        mine.close()
    return acknowledged


def killed_often(url: str, times: int, seed: int) -> int:
    """Kill ``times`` writers at random moments; how many turns they had acknowledged, all of which are there."""
    moments, total = random.Random(seed), 0
    with Store.open(url) as store:
        store.profiles.add(OWNER)
    for number in range(times):
        name = f"k{number}"
        acknowledged = kill(url, name, moments.random() * 0.15)
        with Store.open(url) as store:
            turns, saved = store.attempts.turns(name), store.attempts.get(name)
        stored = [one.step.said.text for one in turns]
        assert stored[: len(acknowledged)] == [f"{name}/{one}" for one in acknowledged], name
        assert len(stored) - len(acknowledged) <= 1, "more was saved than the one turn that was on its way"
        assert saved is not None
        assert saved.version == 1 + len(stored), "an attempt and its turn are saved together"
        total += len(acknowledged)
    return total
