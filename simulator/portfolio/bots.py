"""Simple fixed strategies, played by the same engine: something to compare one's weeks with."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from scoring.criteria.country_rules import hours_rule
from simulator.portfolio.account import AT, Account, Channel, Moment, Offer
from simulator.portfolio.acting import Action, Task, act, needed, written_by
from simulator.portfolio.limits import broken_rules
from simulator.portfolio.night import end_day
from simulator.portfolio.portfolio import Portfolio
from simulator.portfolio.queue import reason, rows

Order = Callable[[Portfolio], list[Account]]


def play(portfolio: Portfolio, strategy: str) -> tuple[Portfolio, ...]:
    """The four weeks as the strategy plays them: the portfolio each morning, the handed-over one first."""
    mornings = [portfolio]
    while not portfolio.over:
        portfolio = end_day(work_day(portfolio, strategy))
        mornings.append(portfolio)
    return tuple(mornings)


@lru_cache(maxsize=24)
def played(portfolio: Portfolio, strategy: str) -> tuple[Portfolio, ...]:
    """``play``, remembered: it tells the same each time."""
    return play(portfolio, strategy)


def work_day(portfolio: Portfolio, strategy: str) -> Portfolio:
    """One day: the strategy's order, one thing an account, until the time is used up."""
    for account in STRATEGIES[strategy](portfolio):
        for action in todo(portfolio, account):
            if portfolio.minutes_left >= needed(action.task):
                portfolio = act(portfolio, action)
    return portfolio


def todo(portfolio: Portfolio, account: Account) -> Iterator[Action]:
    """The same for every strategy: hold what must be held, remind, else one lawful contact with a fitting offer."""
    if account.status != "open":
        return
    if account.known and account.needs:
        yield Action(account=account.id, task="hold")
        return
    due = account.promise.next if account.promise else None
    if due is not None:
        if reason(account, portfolio, frozenset()) == "remind" and not _rules(portfolio, account, written_by(account)):
            yield Action(account=account.id, task="reminder", moment="midday")
        return
    task, moment = _way(portfolio, account)
    if task is not None:
        yield Action(account=account.id, task=task, moment=moment, offer=_offer(account))


def _way(portfolio: Portfolio, account: Account) -> tuple[Task | None, Moment]:
    """The first way that no rule forbids, at the best lawful hour."""
    moment = _moment(portfolio, account)
    for channel in account.channels:
        if not _rules(portfolio, account, channel, moment):
            return channel, moment
    return None, moment


def _rules(portfolio: Portfolio, account: Account, channel: Channel, moment: Moment = "midday") -> bool:
    return bool(broken_rules(portfolio, account, channel, moment))


def _moment(portfolio: Portfolio, account: Account) -> Moment:
    if account.market == "business":
        return "morning"
    late = hours_rule(portfolio.country, portfolio.language, portfolio.today, AT["evening"])
    return "afternoon" if late else "evening"


def _offer(account: Account) -> Offer:
    if account.known and account.able and account.max_discount_pct >= 5:
        return "discount"
    return "plan" if account.max_instalments > 1 else "extension"


def _oldest(portfolio: Portfolio) -> list[Account]:
    return sorted(portfolio.accounts, key=lambda a: (-a.days_past_due(portfolio.today), a.id))


def _highest(portfolio: Portfolio) -> list[Account]:
    return sorted(portfolio.accounts, key=lambda a: (-a.balance, a.id))


def _promises(portfolio: Portfolio) -> list[Account]:
    return [row.account for row in rows(portfolio, "all", "suggested")]


STRATEGIES: dict[str, Order] = {"oldest": _oldest, "highest": _highest, "promises": _promises}
"""Oldest debt first; highest balance first; promises and what presses first."""
