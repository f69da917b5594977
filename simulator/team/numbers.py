"""The few formulas of the desk, each with its source. Small numbers stay small: nothing is told of fewer than FEW."""

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple, TypeVar

FEW = 5
"""Calls under which a figure is called too small to tell."""
Z = 1.96
"""Of a 95 % interval."""
Stratum = TypeVar("Stratum")


class Sums(NamedTuple):
    """Values by how many, their sum and the sum of their squares; they add up."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def plus(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(self.n + other.n, self.total + other.total, self.squares + other.squares)

    @property
    def mean(self) -> float | None:
        """``None`` of nothing."""
        return self.total / self.n if self.n else None

    @property
    def around(self) -> float:
        """The sum of squares around the mean, never below 0."""
        return max(0.0, self.squares - self.total**2 / self.n) if self.n else 0.0

    @property
    def spread(self) -> float | None:
        """The standard deviation (n - 1); ``None`` of fewer than two."""
        return sqrt(self.around / (self.n - 1)) if self.n > 1 else None


class Share(NamedTuple):
    """``k`` of ``n``, with its 95 % interval."""

    k: int
    n: int
    low: float
    high: float

    @property
    def few(self) -> bool:
        """Whether it is of too few to tell."""
        return self.n < FEW


def share(k: int, n: int) -> Share:
    """A share with Wilson's score interval, which holds for small ``n`` too; 0 to 1 of nothing.

    E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    """
    if not n:
        return Share(0, 0, 0.0, 1.0)
    p, z2 = k / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Share(k, n, max(0.0, middle - half), min(1.0, middle + half))


class Gap(NamedTuple):
    """A difference of means at equal difficulty, with its 95 % interval and how many stand on either side."""

    value: float
    low: float
    high: float
    here: int
    there: int

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out no difference at all, and neither side is too small."""
        return min(self.here, self.there) >= FEW - 2 and (self.low > 0 or self.high < 0)


def gap(here: Mapping[Stratum, Sums], there: Mapping[Stratum, Sums]) -> Gap | None:
    """How much higher ``here`` is than ``there``, compared within each stratum and put together.

    The strata weigh n1·n2 / (n1 + n2): W. G. Cochran, Biometrics 10 (1954), 417-451. What stands in one of the two
    alone is compared with nothing and left out; ``None`` where nothing can be compared.
    """
    both = [(here[s], there[s]) for s in here if s in there and here[s].n and there[s].n]
    if not both:
        return None
    weights = [a.n * b.n / (a.n + b.n) for a, b in both]
    whole = sum(weights)
    value = sum(w * (a.total / a.n - b.total / b.n) for w, (a, b) in zip(weights, both, strict=True)) / whole
    free = sum(a.n + b.n - 2 for a, b in both)
    pooled = sum(a.around + b.around for a, b in both) / free if free else None
    half = Z * sqrt(pooled / whole) if pooled is not None else float("inf")
    sides = sum(a.n for a, _ in both), sum(b.n for _, b in both)
    return Gap(value, value - half, value + half, *sides)


def adjusted(week: Mapping[Stratum, Sums], whole: Mapping[Stratum, Sums]) -> float | None:
    """The week's mean as if its calls had been as hard as those of the whole window (indirect standardisation).

    The window's mean and the mean of how far the week's values lie from the window's at the same difficulty.
    """
    n = sum(one.n for one in week.values())
    every = together(whole).mean
    if not n or every is None:
        return None
    apart = sum(one.total - one.n * whole[s].total / whole[s].n for s, one in week.items() if one.n)
    return every + apart / n


def together(parts: Mapping[Stratum, Sums]) -> Sums:
    """All strata as one."""
    found = Sums()
    for one in parts.values():
        found = found.plus(one)
    return found
