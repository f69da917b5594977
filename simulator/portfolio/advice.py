"""Three things to do better next week, each from what happened in this one."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from scenarios.country import load_country
from scenarios.values import Frozen
from simulator.portfolio.account import Account
from simulator.portfolio.assumptions import assumed
from simulator.portfolio.portfolio import DAYS_A_WEEK, Event, Portfolio
from simulator.portfolio.review import neglected

Kind = Literal[
    "rules", "hold", "remind", "afford", "neglect", "callbacks", "hours", "decide", "small", "idle", "play", "steady"
]
MOST = 3
NAMES = 4


class Advice(Frozen):
    """One thing to do better; ``n`` how often it happened, ``names`` of some accounts it happened to."""

    kind: Kind
    n: int = 0
    names: tuple[str, ...] = ()


def advice(now: Portfolio, week: int) -> tuple[Advice, ...]:
    """At most three, the gravest first. Where little went wrong: to play calls, and to go on."""
    days = range(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK)
    events = [event for event in now.events if event.day in days]
    found = [one for rule in _RULES for one in rule(now, events, days)]
    spare = [Advice(kind=kind) for kind in ("play", "steady") if kind not in {one.kind for one in found}]
    return tuple([*found, *spare][:MOST])


def _named(now: Portfolio, ids: Iterable[str]) -> tuple[str, ...]:
    wanted = list(dict.fromkeys(ids))
    names = {account.id: account.name for account in now.accounts}
    return tuple(names[one] for one in wanted[:NAMES])


def _rules_broken(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    broken = [e.account for e in events if e.kind == "breach"]
    if broken:
        yield Advice(kind="rules", n=len(broken), names=_named(now, broken))


def _not_held(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    waiting = [a.id for a in now.accounts if a.known and a.needs and a.status == "open"]
    if waiting:
        yield Advice(kind="hold", n=len(waiting), names=_named(now, waiting))


def _unreminded(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    some = [e.account for e in events if e.kind == "broken" and e.detail == "no_reminder"]
    if some:
        yield Advice(kind="remind", n=len(some), names=_named(now, some))


def _unaffordable(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    some = [e.account for e in events if e.kind == "broken" and e.detail == "too_much"]
    if some:
        yield Advice(kind="afford", n=len(some), names=_named(now, some))


def _neglected(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    some = neglected(now)
    if len(some) >= NAMES:
        yield Advice(kind="neglect", n=len(some), names=_named(now, some))


def _callbacks(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    some = [e.account for e in events if e.kind == "callback_missed"]
    if some:
        yield Advice(kind="callbacks", n=len(some), names=_named(now, some))


def _hours(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    """Calls to people in the morning, when fewest answer, that nobody answered."""
    some = [a.id for a in now.accounts if a.market == "consumer" and _rang_in_vain(a, now, days)]
    if len(some) >= NAMES:
        yield Advice(kind="hours", n=len(some), names=_named(now, some))


def _rang_in_vain(account: Account, now: Portfolio, days: range) -> bool:
    within = {now.days[n] for n in days if n < len(now.days)}
    calls = [c for c in account.contacts if c.on in within and c.channel == "call" and not c.reached]
    return any(c.moment == "morning" for c in calls)


def _undecided(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    """Old debts of some size of people who were spoken to, without promise or decision."""
    wage = load_country(now.country).minimum_wage.value
    some = [
        a.id for a in now.accounts
        if a.status == "open" and a.promise is None and any(c.reached for c in a.contacts)
        and a.days_past_due(now.today) >= assumed("referral", "usual_days") and a.balance >= wage
    ]  # fmt: skip
    if some:
        yield Advice(kind="decide", n=len(some), names=_named(now, some))


def _small(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    """Referred although it is not worth it, or too early."""
    wage = load_country(now.country).minimum_wage.value
    some = [a.id for a in now.accounts if a.status == "referred" and a.opening < wage]
    if some:
        yield Advice(kind="small", n=len(some), names=_named(now, some))


def _idle(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    unused = sum(now.idle[days.start : days.stop])
    if unused > 0.2 * assumed("day", "minutes") * DAYS_A_WEEK:
        yield Advice(kind="idle", n=unused)


def _played(now: Portfolio, events: list[Event], days: range) -> Iterator[Advice]:
    some = sum(day in days for day in now.played)
    if some < assumed("day", "played_in_all") / 4:
        yield Advice(kind="play", n=some)


_RULES: tuple[Callable[[Portfolio, list[Event], range], Iterator[Advice]], ...] = (
    _rules_broken, _not_held, _unreminded, _unaffordable, _neglected, _callbacks, _undecided, _hours, _small, _idle,
    _played,
)  # fmt: skip
