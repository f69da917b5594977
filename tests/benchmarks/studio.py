"""The studio: what a pause in writing costs, and what a hundred plays cost."""

from collections.abc import Iterator

from scenarios.load import library
from scenarios.source import read_text
from simulator.studio import checking
from simulator.trials.exploring import explored
from simulator.trials.own import own_beats
from tests.benchmarks.measured import Row, measured

LONG = "job_loss"
"""A scenario of a good three hundred lines."""


def rows() -> Iterator[Row]:
    """A text checked after a change, and a hundred plays of it by themselves."""
    text = read_text(library()[LONG])
    lines = text.count("\n")
    changed = [lambda n=n: _checked(f"{text}# {n}\n") for n in range(9)]
    yield measured(f"a text of {lines} lines checked", changed[:1] + changed, limit=300)
    found = checking.drafted(text)
    assert found is not None
    plays = [lambda seed=seed: explored(found.scenario, own_beats(found), 100, seed) for seed in (1, 2, 3)]
    yield measured("a hundred plays of it", plays, limit=30_000)


def _checked(text: str) -> None:
    """All that the page asks of a text when it is drawn after a pause."""
    checking.problems_of(text)
    checking.recorded(text)
    checking.drafted(text)
