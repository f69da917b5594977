"""One line of a proposal while it is put together."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scoring.reading.date_page import Every
from scoring.reading.terms import Term


@dataclass(slots=True)
class Payment:
    """``n`` times ``amount`` (or a share, or the rest, or the whole).

    ``split``: the amount is the total of the ``n``. ``begin``: the day from which it repeats (``exact``: the first
    payment's own day). ``month``: the month it begins in. ``until`` and ``ends``: the last day, or "until it is paid".
    ``after``: how far behind the payment before it. ``step``: days, ``months``: months between two payments.
    """

    first: int
    last: int
    start: int
    end: int
    amount: Decimal | None = None
    share: Decimal | None = None
    rest: bool = False
    whole: bool = False
    of_rest: bool = False
    n: int = 1
    counted: bool = False
    split: bool = False
    days: list[date] = field(default_factory=list)
    begin: date | None = None
    exact: bool = False
    month: date | None = None
    until: date | None = None
    ends: bool = False
    every: Every | None = None
    step: int = 0
    months: int = 1
    hint: date | None = None
    month_end: bool = False
    nth: int = 0
    after: Term | None = None
    either: bool = False

    def reach(self, term: Term) -> None:
        """Let the payment's span include a piece."""
        self.first, self.last = min(self.first, term.first), max(self.last, term.last)
        self.start, self.end = min(self.start, term.start), max(self.end, term.end)

    @property
    def repeats(self) -> bool:
        """Whether it goes on from period to period."""
        return self.every is not None or self.step > 0

    @property
    def endless(self) -> bool:
        """Whether it repeats and nothing says how often."""
        return self.repeats and not self.counted and self.amount is not None

    @property
    def dated(self) -> bool:
        """Whether anything says when."""
        return bool(self.days) or self.begin is not None or self.after is not None or self.hint is not None

    @property
    def worth(self) -> Decimal | None:
        """What the payments come to, where they say their sum and how often."""
        if self.amount is None or self.endless:
            return None
        return self.amount if self.split or not self.counted else self.amount * self.n
