"""The same agreement over a thousand stories: how much comes in, and how many promises are kept."""

import numpy as np
from pydantic import Field

from scenarios.case import Case
from scenarios.values import Frozen
from simulator.aftermath.chances import Floats
from simulator.aftermath.draws import draw
from simulator.aftermath.schedule import RESTING, schedule
from simulator.aftermath.sentences import luck
from simulator.state import State

DRAWS = 1_000
TENTHS = np.linspace(0.0, 1.0, 11)
ALL = 0.995


class Spread(Frozen):
    """Shares are of the balance, 0 to 1; ``mean`` is the expected one.

    ``bands`` counts the stories: nothing came in, up to a tenth, up to two … , nearly all, all of it. ``kept`` counts
    them by how many payments came whole.
    """

    draws: int = Field(ge=1)
    mean: float = Field(ge=0, le=1)
    low: float = Field(ge=0, le=1, description="a tenth of the stories recover less")
    median: float = Field(ge=0, le=1)
    high: float = Field(ge=0, le=1, description="a tenth of the stories recover more")
    bands: tuple[int, ...]
    kept: tuple[int, ...] = Field(description="stories in which none, one, two … payments came whole")

    @property
    def payments(self) -> int:
        """How many payments there are to be kept."""
        return len(self.kept) - 1


def spread(case: Case, state: State, draws: int = DRAWS) -> Spread | None:
    """What the same call could have come to. ``None`` where nothing can come in, or nobody counts it."""
    plan = schedule(case, state)
    if state.disposition in RESTING or not (plan.dues or plan.unprompted) or not case.account.balance:
        return None
    # Streams of its own for each column, so that a longer plan meets the same luck in the payments it shares.
    uniform = np.column_stack([_luck(case, n, draws) for n in (*range(len(plan.dues)), -1)])
    drawn = draw(plan, state, uniform)
    shares = np.clip(drawn.recovered / float(case.account.balance), 0.0, 1.0)
    low, median, high = np.quantile(shares, (0.1, 0.5, 0.9))
    return Spread(
        draws=draws, mean=float(shares.mean()), low=float(low), median=float(median), high=float(high),
        bands=_bands(shares),
        kept=tuple(int(n) for n in np.bincount(drawn.whole, minlength=len(plan.dues) + 1)),
    )  # fmt: skip


def _bands(shares: Floats) -> tuple[int, ...]:
    """Twelve of them: nothing, ten tenths, everything."""
    nothing, everything = shares <= 0, shares >= ALL
    between, _ = np.histogram(shares[~nothing & ~everything], bins=TENTHS)
    return (int(nothing.sum()), *(int(n) for n in between), int(everything.sum()))


def _luck(case: Case, column: int, draws: int) -> Floats:
    return np.random.default_rng(luck(case, "spread", column).getrandbits(64)).random(draws)


def band_of(share: float) -> int:
    """The band, 0 to 11, of a share of the balance."""
    return _bands(np.array([share])).index(1)
