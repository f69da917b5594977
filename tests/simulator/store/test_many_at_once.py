"""Many people at once, two windows on one attempt, and a process that dies."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stored_examples import a_turn, an_attempt

from simulator.kept import Profile
from simulator.store import Conflict, Store

THREADS, TURNS = 20, 20


def test_twenty_people_talk_at_once_and_every_turn_is_there(store: Store, ana: Profile) -> None:
    start = threading.Barrier(THREADS)

    def talk(person: int) -> None:
        attempt = an_attempt(f"a{person}")
        store.attempts.add(attempt)
        start.wait(timeout=60)
        for number in range(TURNS):
            attempt = store.attempts.save(attempt, a_turn(number, text=f"{person}/{number}"))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(talk, range(THREADS)))
    for person in range(THREADS):
        said = [turn.step.said.text for turn in store.attempts.turns(f"a{person}")]
        assert said == [f"{person}/{number}" for number in range(TURNS)]


def test_of_two_windows_at_the_same_number_one_is_told(store: Store, ana: Profile) -> None:
    store.attempts.add(an_attempt())
    attempt, told = an_attempt(), []
    for number in range(TURNS):
        both = threading.Barrier(2)

        def say(window: str, number: int = number, both: threading.Barrier = both) -> str | None:
            both.wait(timeout=60)
            try:
                store.attempts.save(attempt, a_turn(number, f"{window}-{number}"))  # noqa: B023
            except Conflict:
                return window
            return None

        with ThreadPoolExecutor(2) as pool:
            told += [window for window in pool.map(say, ("left", "right")) if window]
        again = store.attempts.get("a1")
        assert again is not None
        attempt = again
    assert len(told) == TURNS
    assert [turn.step.number for turn in store.attempts.turns("a1")] == list(range(TURNS))


def test_two_programs_may_open_a_new_database_at_once(url: str) -> None:
    start = threading.Barrier(4)

    def open_it(_: int) -> int:
        start.wait(timeout=60)
        with Store.open(url) as store:
            return len(store.profiles.all())

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_it, range(4))) == [0, 0, 0, 0]


WRITER = """
import sys
from stored_examples import NOW, a_turn, an_attempt
from simulator.kept import Profile
from simulator.store import Store
store = Store.open(sys.argv[1])
store.profiles.add(Profile(id="ana", name="Ana", role="trainee", created_at=NOW))
store.attempts.add(an_attempt())
attempt, number = an_attempt(), 0
while True:
    attempt = store.attempts.save(attempt, a_turn(number))
    print(number, flush=True)
    number += 1
"""


def test_what_was_acknowledged_survives_a_killed_process(url: str) -> None:
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path}
    )
    assert writer.stdout is not None
    acknowledged = [int(writer.stdout.readline()) for _ in range(50)]
    writer.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in writer.stdout.read().splitlines()]
    writer.stdout.close()
    writer.wait(timeout=60)
    with Store.open(url) as store:
        numbers = [turn.step.number for turn in store.attempts.turns("a1")]
        attempt = store.attempts.get("a1")
    assert numbers[: len(acknowledged)] == acknowledged
    assert len(numbers) - len(acknowledged) <= 1, "more was saved than the one turn that was on its way"
    assert attempt is not None
    assert attempt.version == 1 + len(numbers)
