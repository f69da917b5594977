"""The day's plan: which accounts wait, why, in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from simulator.portfolio.account import Account
from simulator.portfolio.assumptions import assumed, minutes
from simulator.portfolio.portfolio import Portfolio

Reason = Literal[
    "hold",
    "broken",
    "due_today",
    "callback",
    "remind",
    "decide",
    "rolled",
    "high",
    "part",
    "untouched",
    "first",
    "wait",
    "",
]
View = Literal["plan", "all", "due_today", "broken", "high", "new_30", "untouched", "held", "closed"]
Order = Literal["suggested", "balance", "days", "contact", "name"]

VIEWS: tuple[View, ...] = ("plan", "due_today", "broken", "high", "new_30", "untouched", "held", "closed", "all")
ORDERS: tuple[Order, ...] = ("suggested", "balance", "days", "contact", "name")
_RANK: tuple[Reason, ...] = (
    "hold", "callback", "remind", "broken", "part", "high", "decide", "rolled", "untouched", "first", "due_today", "",
    "wait",
)  # fmt: skip
HIGH = 12
"""So many of the largest balances count as high."""
REMIND_WITHIN, FRESH = 3, 10


@dataclass(frozen=True, slots=True)
class Row:
    """An account in the queue, and why it may be its turn."""

    account: Account
    reason: Reason


def rows(portfolio: Portfolio, view: View = "plan", order: Order = "suggested") -> tuple[Row, ...]:
    """The accounts of a view in an order; the plan holds those with a reason, as many as there is time for."""
    high = high_balances(portfolio)
    every = [Row(account, reason(account, portfolio, high)) for account in portfolio.accounts]
    keep, orders = _views(portfolio, high)[view], _orders(portfolio)
    found = [row for row in every if keep(row)]
    if view == "plan":
        found = _that_fits(sorted(found, key=orders["suggested"]), portfolio.minutes_left)
    return tuple(sorted(found, key=orders[order]))


def _that_fits(found: list[Row], left: int) -> list[Row]:
    """The first of them for which there is time today."""
    fitting = []
    for row in found:
        left -= minutes({"remind": "reminder", "hold": "hold"}.get(row.reason, "call"))
        if left < 0:
            break
        fitting.append(row)
    return fitting


def high_balances(portfolio: Portfolio) -> frozenset[str]:
    """The ids of the largest balances still in hand."""
    open_ = sorted((a for a in portfolio.accounts if a.status in ("open", "held")), key=lambda a: -a.balance)
    return frozenset(account.id for account in open_[:HIGH])


def reason(account: Account, portfolio: Portfolio, high: frozenset[str]) -> Reason:
    """Why it may be this account's turn today; empty where nothing presses."""
    today = portfolio.today
    if account.status != "open":
        return ""
    if account.known and account.needs:
        return "hold"
    if account.callback and account.callback <= today:
        return "callback"
    if account.promise:
        return _of_promise(account, portfolio)
    last = last_night(portfolio, account.id)
    if last in ("broken", "part"):
        return "broken" if last == "broken" else "part"
    if contacted_lately(account, portfolio):
        return "wait"
    return _of_age(account, portfolio, high)


def _of_promise(account: Account, portfolio: Portfolio) -> Reason:
    assert account.promise is not None
    due = account.promise.next
    if due is None:
        return ""
    if not account.promise.reminded and due.on <= portfolio.today + timedelta(days=REMIND_WITHIN):
        return "remind"
    return "due_today" if due.on <= portfolio.today else "wait"


def _of_age(account: Account, portfolio: Portfolio, high: frozenset[str]) -> Reason:
    today = portfolio.today
    if account.days_past_due(today) >= assumed("referral", "usual_days") and account.known and account.contacts:
        return "decide"
    if account.id in high:
        return "high"
    if _fresh_bucket(account, portfolio):
        return "rolled"
    if untouched(account, portfolio):
        return "untouched"
    return "" if account.contacts else "first"


def contacted_lately(account: Account, portfolio: Portfolio) -> bool:
    """Whether an attempt in the last two days still echoes."""
    return (portfolio.today - account.last_contact).days <= 2


def untouched(account: Account, portfolio: Portfolio) -> bool:
    """Nobody has been in touch for longer than the assumptions bear."""
    return (portfolio.today - account.last_contact).days >= assumed("ageing", "untouched")


def last_night(portfolio: Portfolio, account_id: str) -> str:
    """What became of this account's promise since the last working day: broken, part, kept, or nothing."""
    for event in reversed(portfolio.events):
        if event.day < portfolio.day - 1:
            break
        if event.account == account_id and event.kind in ("broken", "part", "kept"):
            return event.kind
    return ""


def _fresh_bucket(account: Account, portfolio: Portfolio) -> bool:
    days = account.days_past_due(portfolio.today)
    return any(edge <= days < edge + FRESH for edge in (30, 60, 90)) and not contacted_lately(account, portfolio)


def _views(portfolio: Portfolio, high: frozenset[str]) -> dict[View, Callable[[Row], bool]]:
    today = portfolio.today

    def due(row: Row) -> bool:
        standing = row.account.promise.next if row.account.promise else None
        return standing is not None and standing.on <= today

    def in_hand(row: Row) -> bool:
        return row.account.status == "open"

    return {
        "plan": lambda row: row.reason not in ("", "wait"),
        "all": lambda row: True,
        "due_today": due,
        "broken": lambda row: in_hand(row) and last_night(portfolio, row.account.id) in ("broken", "part"),
        "high": lambda row: row.account.id in high,
        "new_30": lambda row: in_hand(row) and 30 <= row.account.days_past_due(today) < 30 + FRESH,
        "untouched": lambda row: in_hand(row) and untouched(row.account, portfolio),
        "held": lambda row: row.account.status == "held",
        "closed": lambda row: row.account.status in ("paid", "referred"),
    }


def _orders(portfolio: Portfolio) -> dict[Order, Callable[[Row], tuple[object, ...]]]:
    def rank(row: Row) -> tuple[object, ...]:
        place = _RANK.index(row.reason) if row.reason in _RANK else len(_RANK)
        return place, -row.account.balance, row.account.id

    return {
        "suggested": rank,
        "balance": lambda row: (-row.account.balance, row.account.id),
        "days": lambda row: (-row.account.days_past_due(portfolio.today), row.account.id),
        "contact": lambda row: (row.account.last_contact, row.account.id),
        "name": lambda row: (row.account.name.casefold(), row.account.id),
    }


def promised_today(portfolio: Portfolio) -> Decimal:
    """What should come in tonight."""
    dues = (row.account.promise.next for row in rows(portfolio, "due_today") if row.account.promise)
    return sum((due.amount for due in dues if due), Decimal(0))
