"""Writers queue: one at a time, in the order of arrival, and nobody for ever."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from simulator.store.engine import CONNECTIONS, WRITERS, connect, queue_of
from simulator.store.turnstile import Turnstile


def test_those_who_wait_pass_one_at_a_time_in_the_order_of_arrival() -> None:
    turnstile, passed, inside = Turnstile(), list[int](), list[int]()

    def pass_through(number: int) -> None:
        with turnstile.through(30):
            inside.append(number)
            assert inside == [number]
            passed.append(number)
            inside.remove(number)

    waiting = [threading.Thread(target=pass_through, args=(number,)) for number in range(20)]
    with turnstile.through(30):
        for number, thread in enumerate(waiting):
            thread.start()
            while len(turnstile._waiting) <= number:
                time.sleep(0.001)
    for thread in waiting:
        thread.join()
    assert passed == list(range(20))


def test_where_there_are_more_places_so_many_are_inside_and_no_more() -> None:
    turnstile, together = Turnstile(3), threading.Barrier(3)

    def pass_through(_: int) -> int:
        with turnstile.through(30):
            return together.wait(timeout=30)

    with ThreadPoolExecutor(12) as pool:
        assert sorted(pool.map(pass_through, range(12))) == sorted([0, 1, 2] * 4)
    with turnstile.through(1), turnstile.through(1), turnstile.through(1):  # noqa: SIM117 - the fourth is refused
        with pytest.raises(TimeoutError), turnstile.through(0.01):
            pass


def test_who_has_waited_too_long_leaves_the_queue_and_the_next_one_passes() -> None:
    turnstile = Turnstile()
    with turnstile.through(1):
        with pytest.raises(TimeoutError), turnstile.through(0.01):
            pass
        assert not turnstile._waiting
    with turnstile.through(0.01):
        pass


def test_a_turn_ends_with_its_block_however_that_ends() -> None:
    turnstile = Turnstile()
    with pytest.raises(ValueError, match="no"), turnstile.through(1):
        raise ValueError("no")
    with turnstile.through(0.01):
        pass


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_two_stores_on_one_file_share_a_queue(url: str) -> None:
    one, two = connect(url), connect(url)
    queue = queue_of(one)
    assert queue is queue_of(two)
    assert queue is not queue_of(connect(url + ".other"))


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_writers_leave_connections_for_whoever_only_looks(url: str) -> None:
    queue = queue_of(connect(url))
    with ExitStack() as held:
        for _ in range(WRITERS):
            held.enter_context(queue.through(0.01))
        with pytest.raises(TimeoutError), queue.through(0.01):
            pass
    assert WRITERS < CONNECTIONS
