"""Cleared for live contacts or not: what the assessed calls of one person, country and creditor come to. Pure.

A certificate stands on so many calls of different scenarios, each of a case not met before, each passed without a gate,
all within ``within_days``, under the rules of today. It holds for ``months`` from the last of them. A gate that stands
takes back whatever came before it. After a call that was not passed a day must go by before one counts again.
"""

import calendar
import datetime
from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from scenarios.values import Frozen

Outcome = Literal["passed", "failed", "gate", "waits"]
"""What came of a call: ``gate`` is a breach that stands, ``waits`` one that a person still has to look at."""


class Definition(Frozen):
    """What a certificate asks for. After a call that was not passed, ``rest_hours`` go by."""

    cases: int = Field(default=3, ge=1, le=10)
    within_days: int = Field(default=90, ge=1, le=365)
    rest_hours: int = Field(default=24, ge=0, le=240)
    months: int = Field(default=12, ge=1, le=60)


class Sat(Frozen):
    """An assessed call that is over. ``seen_before``: the person had met this very case. ``rules_hold``: those it was
    begun under are still in force.
    """

    attempt_id: str
    scenario: str
    began_at: datetime.datetime
    closed_at: datetime.datetime
    outcome: Outcome
    rules_hold: bool = True
    seen_before: bool = False


Missing = Literal["", "none_yet", "more", "rest", "gate", "waits", "expired", "rules_changed"]
"""Why somebody is not cleared, as one word; empty where they are."""


class Clearance(Frozen):
    """Whether somebody is cleared. ``have`` calls of ``cases`` count now; ``rest_until`` is when one counts again."""

    cleared: bool
    since: date | None = None
    until: date | None = None
    have: int
    cases: int
    missing: Missing = ""
    rest_until: datetime.datetime | None = None


def clearance(definition: Definition, sat: Sequence[Sat], on: datetime.datetime) -> Clearance:
    """Where somebody stands at the instant ``on``."""
    past = sorted((s for s in sat if s.closed_at <= on), key=lambda s: (s.closed_at, s.attempt_id))
    good = counting(definition, past)
    since = max((s.closed_at.date() for s in good if _completes(definition, good, s)), default=None)
    until = add_months(since, definition.months) if since else None
    cleared = until is not None and on.date() < until
    have = min(len({s.scenario for s in good if on - s.closed_at < _window(definition)}), definition.cases)
    rest = _rest_until(definition, past, on)
    missing: Missing = "" if cleared else _missing(past, until, rest, have)
    return Clearance(
        cleared=cleared, since=since, until=until, have=have, cases=definition.cases, missing=missing, rest_until=rest
    )


def counting(definition: Definition, past: Sequence[Sat]) -> tuple[Sat, ...]:
    """The calls that count, oldest first: passed, of a new case, rested, under these rules, after the last gate."""
    gates = [s.closed_at for s in past if s.outcome == "gate"]
    return tuple(
        s for s in past
        if s.outcome == "passed" and not s.seen_before and s.rules_hold
        and not any(s.closed_at <= gate for gate in gates) and _rested(definition, past, s)
    )  # fmt: skip


def _completes(definition: Definition, good: Sequence[Sat], last: Sat) -> bool:
    """Whether enough scenarios were passed up to this call, within the window that ends with it."""
    within = {s.scenario for s in good if s.closed_at <= last.closed_at < s.closed_at + _window(definition)}
    return len(within) >= definition.cases


def _rested(definition: Definition, past: Sequence[Sat], call: Sat) -> bool:
    rest = datetime.timedelta(hours=definition.rest_hours)
    return not any(
        s.outcome in ("failed", "gate") and s.closed_at <= call.closed_at and call.began_at < s.closed_at + rest
        for s in past if s is not call
    )  # fmt: skip


def _rest_until(definition: Definition, past: Sequence[Sat], on: datetime.datetime) -> datetime.datetime | None:
    last = max((s.closed_at for s in past if s.outcome in ("failed", "gate")), default=None)
    until = last + datetime.timedelta(hours=definition.rest_hours) if last else None
    return until if until and until > on else None


def _missing(past: Sequence[Sat], until: date | None, rest: datetime.datetime | None, have: int) -> Missing:
    if rest:
        return "gate" if past[-1].outcome == "gate" else "rest"
    if past and past[-1].outcome == "waits":
        return "waits"
    if until is not None:
        return "expired"
    if have == 0 and any(s.outcome == "passed" and not s.rules_hold for s in past):
        return "rules_changed"
    return "more" if past else "none_yet"


def _window(definition: Definition) -> datetime.timedelta:
    return datetime.timedelta(days=definition.within_days)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
