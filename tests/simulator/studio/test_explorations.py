"""Plays in the background: they say how far they are, what they found, and stop when told."""

import time

from simulator.studio.explorations import Exploration, Explorations, total_of
from simulator.studio.templates import templates

TEXT = next(t.text for t in templates() if t.name == "forgot")
PATIENCE = 120.0


def over(job: Exploration) -> Exploration:
    end = time.monotonic() + PATIENCE
    while job.running and time.monotonic() < end:
        time.sleep(0.05)
    return job


def test_plays_count_on_and_say_what_was_met() -> None:
    known = Explorations()
    job = over(known.begin("one", TEXT, 10))
    assert job.found is not None
    assert job.done == job.found.report.plays == total_of(10) == 10
    assert known.of("one") is job
    assert 0 < max(job.found.likely.values()) <= 1
    assert sum(count for node, count in job.found.reached.items() if node.startswith("ending:")) <= 10


def test_they_stop_when_told_and_a_broken_text_is_said_to_be_so() -> None:
    known = Explorations()
    job = known.begin("one", TEXT, 1000)
    assert known.begin("one", TEXT, 1000) is job
    known.stop("one")
    assert over(job).found is None
    assert over(known.begin("two", "format: 1\n", 10)).failed
    assert known.of("three") is None
