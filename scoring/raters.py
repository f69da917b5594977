"""How well people agree who rated the same things on levels 0 to 4, among themselves and with the program. Pure.

Exact and within one are shares of all pairs of ratings of the same thing; kappa is the mean of the raters' pairwise
weighted kappas; alpha is Krippendorff's, for ordered levels, and bears ratings that are missing.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from pydantic import Field

from scenarios.values import Frozen
from scoring.agreement import LEVELS, Array, exact, weighted_kappa, within_one
from scoring.scoring import level_of

Given = int | None
"""A level of 0 to 4; ``None`` where it was not rated, or could not be."""


class Agreement(Frozen):
    """Agreement of some ratings. ``n`` counts the things rated twice or more; what is not defined is ``None``."""

    n: int = Field(ge=0)
    exact: float | None = None
    within_one: float | None = None
    kappa: float | None = None
    alpha: float | None = None


class Figures(Frozen):
    """One criterion of a round: how many raters, how they agree, and how the program agrees with what they came to."""

    criterion: str
    raters: int
    people: Agreement
    program: Agreement


def among(raters: Sequence[Sequence[Given]]) -> Agreement:
    """Agreement of raters, each with a rating (or none) of the same things in the same order."""
    table = np.array([[np.nan if given is None else given for given in one] for one in raters], dtype=float)
    if table.size == 0:
        return Agreement(n=0)
    n = int(((~np.isnan(table)).sum(axis=0) >= 2).sum())
    pairs = [_both(table[a], table[b]) for a, b in combinations(range(len(table)), 2)]
    left, right = (np.concatenate([pair[side] for pair in pairs]) if pairs else np.array([]) for side in (0, 1))
    kappas = [kappa for a, b in pairs if (kappa := weighted_kappa(a, b)) is not None]
    return Agreement(
        n=n, exact=_round(exact(left, right)), within_one=_round(within_one(left, right)),
        kappa=_round(float(np.mean(kappas)) if kappas else None), alpha=_round(_alpha(table)),
    )  # fmt: skip


def consensus(given: Sequence[Given]) -> Given:
    """What raters came to: the mean of their levels, halves rounded up; ``None`` where nobody rated."""
    rated = [level for level in given if level is not None]
    return level_of(sum(rated) / len(rated)) if rated else None


def figures(
    criterion: str, raters: Sequence[Sequence[Given]], program: Sequence[Given], agreed: Sequence[Given] = ()
) -> Figures:
    """A criterion's figures. ``agreed`` are the levels that the raters settled on afterwards, which go before means."""
    things = list(zip(*raters, strict=True)) if raters else []
    settled = list(agreed) or [None] * len(things)
    came_to = [level if level is not None else consensus(given) for level, given in zip(settled, things, strict=True)]
    taking_part = sum(any(level is not None for level in one) for one in raters)
    return Figures(
        criterion=criterion, raters=taking_part, people=among(raters), program=among([came_to, list(program)])
    )


def _both(a: Array, b: Array) -> tuple[Array, Array]:
    rated = ~(np.isnan(a) | np.isnan(b))
    return a[rated], b[rated]


def _alpha(table: Array) -> float | None:
    """``None`` where nothing was rated twice, or everything alike: then chance alone would agree fully.

    Coincidences and the ordinal metric as in Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
    """
    twice = table[:, (~np.isnan(table)).sum(axis=0) >= 2]
    if len(np.unique(twice[~np.isnan(twice)])) < 2:
        return None
    seen = np.stack([(twice == level).sum(axis=0) for level in range(LEVELS)]).astype(float)  # level × thing
    share = seen / (seen.sum(axis=0) - 1)
    together = share @ seen.T - np.diag(share.sum(axis=1))
    times = together.sum(axis=1)
    apart = _apart(times)
    by_chance = float((np.outer(times, times) * apart).sum())
    return 1 - float((together * apart).sum()) * (float(times.sum()) - 1) / by_chance


def _apart(times: Array) -> Array:
    """How far two ordered levels lie apart, squared: the ratings between them, those at either end counted half."""
    below = np.cumsum(times) - times / 2
    return np.asarray((below[:, None] - below[None, :]) ** 2)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
