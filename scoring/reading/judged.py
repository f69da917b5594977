"""The reader against lines that judge it (``tests/data/reading``): sums, days, proposals and grave acts, counted."""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.reader import read
from scoring.reading.thresholds import CERTAIN
from scoring.reading.values import Offer, Reading, ReadingContext

LINES = Path(__file__).parents[2] / "tests" / "data" / "reading"
ON = date(2026, 11, 23)
_NEAR = Decimal("0.006")
Line = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found rightly, found wrongly, and overlooked."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was there or found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0

    @property
    def precision(self) -> float:
        """Of what was found, the share that was there."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of what was there, the share that was found."""
        return self.right / max(self.right + self.missed, 1)


def together(counts: Iterable[Counted]) -> Counted:
    """All in one count: what micro-F1 is taken of."""
    listed = list(counts)
    return Counted(sum(c.right for c in listed), sum(c.wrong for c in listed), sum(c.missed for c in listed))


def interval(right: int, whole: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (Wilson 1927)."""
    if not whole:
        return 0.0, 1.0
    z, share = 1.96, right / whole
    middle, spread = share + z * z / (2 * whole), z * math.sqrt((share * (1 - share) + z * z / (4 * whole)) / whole)
    return (middle - spread) / (1 + z * z / whole), (middle + spread) / (1 + z * z / whole)


def lines(writer: str, kind: str) -> list[Line]:
    """The lines of one writer (``es-2``) and kind (``amounts``)."""
    return [json.loads(line) for line in (LINES / writer / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]


def _read(line: Line, writer: str) -> Reading:
    balance = line.get("balance")
    context = ReadingContext(
        language=writer[:2], country=line["country"], on=ON, by=line.get("by", "agent"), before=line.get("before", ""),
        balance=None if balance is None else Decimal(str(balance)), currency=line.get("currency"),
    )  # fmt: skip
    return read(line["text"], context)


def amounts(writer: str) -> Counted:
    """Sums found with their value; order and place do not count."""
    said = ((_read(line, writer), line) for line in lines(writer, "amounts"))
    return together(
        _matched([a.value for a in r.amounts], [Decimal(str(a["value"])) for a in line["amounts"]], _same_sum)
        for r, line in said
    )


def dates(writer: str) -> Counted:
    """Days found; one kept reading must be one of those that are right.

    A day named twice counts once. What the reading calls a recurrence ("every Friday") is no day: it counts only where
    it is one of those that are right.
    """
    said = ((_read(line, writer), [set(d["iso"]) for d in line["dates"]]) for line in lines(writer, "dates"))
    return together(_matched(_days(r, there), _once(there), _overlap) for r, there in said)


def _days(reading: Reading, there: list[set[str]]) -> list[set[str]]:
    found = [({day.isoformat() for day in d.iso}, d.every) for d in reading.dates]
    return _once([days for days, every in found if not every or any(_overlap(days, one) for one in there)])


def _once(named: list[set[str]]) -> list[set[str]]:
    return [days for at, days in enumerate(named) if days not in named[:at]]


def _same_sum(found: Decimal, there: Decimal) -> bool:
    return abs(found - there) < _NEAR


def _overlap(found: set[str], there: set[str]) -> bool:
    return bool(found & there)


def _matched(found: list[T], there: list[T], same: Callable[[T, T], bool]) -> Counted:
    left, right = list(found), 0
    for one in there:
        at = next((n for n, other in enumerate(left) if same(other, one)), None)
        if at is not None:
            del left[at]
            right += 1
    return Counted(right, len(left), len(there) - right)


def offers(writer: str) -> Counted:
    """Right: the whole schedule; missed: it is not; wrong: a schedule where none is stated."""
    return together(_offer_counted(_read(line, writer), line) for line in lines(writer, "offers"))


def _offer_counted(reading: Reading, line: Line) -> Counted:
    found = [schedule for offer in reading.offers if (schedule := _schedule(offer))]
    if line["schedule"] is None:
        return Counted(wrong=int(bool(found)))
    there = [(one["on"], Decimal(str(one["amount"]))) for one in line["schedule"]]
    right = any(_same_schedule(one, there) for one in found)
    return Counted(right=int(right), missed=int(not right))


def _schedule(offer: Offer) -> list[tuple[str, Decimal]]:
    """Dated sums, or nothing where one is open."""
    found = [(i.date.isoformat(), i.amount) for i in offer.instalments if i.date and i.amount is not None]
    return found if len(found) == len(offer.instalments) else []


def _same_schedule(found: list[tuple[str, Decimal]], there: list[tuple[str, Decimal]]) -> bool:
    """Same days; sums that differ by rounding only (a cent for each payment, or half a per cent of several)."""
    if len(found) != len(there):
        return False
    for (day, value), (right_day, right_value) in zip(found, there, strict=True):
        slack = Decimal("0.011") * len(there)
        if len(there) > 1:
            slack = max(slack, right_value * Decimal("0.005"))
        if day != right_day or abs(value - right_value) > slack:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Accused:
    """One grave act over a writer's lines: at the notice threshold, and beyond doubt."""

    act: DialogueAct
    noticed: Counted
    certain: Counted


def accusations(writers: Iterable[str]) -> Iterator[Accused]:
    """The grave acts in the lines of these writers."""
    read_lines = [(_confident(_read(line, w)), _acts(line)) for w in writers for line in lines(w, "accusations")]
    for act in sorted(COSTLY):
        noticed = _counted([(act in found, act in there) for found, there in read_lines])
        beyond = [(found.get(act, 0.0) >= CERTAIN[act], act in there) for found, there in read_lines]
        yield Accused(act, noticed, _counted(beyond))


def _confident(reading: Reading) -> dict[DialogueAct, float]:
    return {a.act: a.confidence for a in reading.acts if a.act in COSTLY}


def _acts(line: Line) -> set[str]:
    named = line["act"] or []
    return {named} if isinstance(named, str) else set(named)


def _counted(pairs: list[tuple[bool, bool]]) -> Counted:
    return Counted(
        sum(found and there for found, there in pairs),
        sum(found and not there for found, there in pairs),
        sum(there and not found for found, there in pairs),
    )
