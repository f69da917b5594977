"""A call played in full: the case as the account stands today, and what came of the call, back in the account."""

from datetime import date, timedelta
from decimal import Decimal

from pydantic import Field

from scenarios.case import Case, Payment
from scenarios.disposition import Disposition
from scenarios.values import Frozen, Money
from simulator.portfolio.account import AT, Account, Contact, Due, Moment, Promise
from simulator.portfolio.acting import noted, spent
from simulator.portfolio.assumptions import assumed, minutes
from simulator.portfolio.cannot import AccountClosed, CallUnfinished, DayIsOver, NoMoreCalls, NoTime
from simulator.portfolio.portfolio import Event, Portfolio

NEEDS = {
    Disposition.DISPUTE: "dispute", Disposition.FRAUD_CLAIM: "dispute", Disposition.ALREADY_PAID: "dispute",
    Disposition.VULNERABLE: "vulnerable", Disposition.DECEASED: "vulnerable",
}  # fmt: skip


class Outcome(Frozen):
    """What came of a played call. ``dues`` carry their fate; levels are 0 to 100; ``at_first`` is trust at first."""

    attempt: str
    disposition: Disposition | None
    dues: tuple[Due, ...] = ()
    forgives: Money = Decimal(0)
    commitment: int
    trust: int
    at_first: int
    talked: bool = Field(default=True, description="whether the debtor was reached, and nobody else")
    recorded: Disposition | None = Field(default=None, description="as the follow-up says it")
    hold_until: date | None = None
    complaint: bool = False
    next_date: date | None = None


def require_playable(portfolio: Portfolio, account: Account) -> None:
    """Raise where no call can be played with the account now."""
    if portfolio.over:
        raise DayIsOver
    if portfolio.waiting:
        raise CallUnfinished
    if not portfolio.may_play():
        raise NoMoreCalls
    if account.status in ("paid", "referred"):
        raise AccountClosed
    if portfolio.minutes_left < minutes("played"):
        raise NoTime(minutes("played"), portfolio.minutes_left)


def begin(portfolio: Portfolio, account: Account, attempt: str, moment: Moment) -> Portfolio:
    """The call is being played: its time is spent and it stands in the log. Raises as ``require_playable``."""
    require_playable(portfolio, account)
    moment = account.not_before(portfolio.today, moment)
    contact = Contact(on=portfolio.today, moment=moment, channel="call", purpose="played", reached=True)
    changed, events = noted(portfolio, account, contact, asks=False)
    changed = changed.model_copy(update={"attempts": (*account.attempts, attempt)})
    also = {"played": (*portfolio.played, portfolio.day), "waiting": attempt}
    return portfolio.with_account(changed, *events, **spent(portfolio, minutes("played")), **also)


def finish(portfolio: Portfolio, outcome: Outcome) -> Portfolio:
    """What was agreed stands in the account. A call that nobody waits for changes nothing."""
    found = [account for account in portfolio.accounts if outcome.attempt in account.attempts]
    if portfolio.waiting != outcome.attempt or not found:
        return portfolio
    (account,) = found
    goodwill = min(max(account.goodwill + (outcome.trust - outcome.at_first) // 2, 0), 100)
    update: dict[str, object] = {
        "commitment": outcome.commitment, "goodwill": goodwill, "known": account.known or outcome.talked,
    }  # fmt: skip
    events: tuple[Event, ...] = ()
    if outcome.dues:
        promise = Promise(offer="plan", made=portfolio.today, dues=outcome.dues, forgives=outcome.forgives)
        update |= {"promise": promise, "callback": None}
        events = (portfolio.event(account, "agreed", sum((d.amount for d in outcome.dues), Decimal(0)), "played"),)
    elif outcome.disposition == Disposition.CALLBACK:
        update["callback"] = outcome.next_date or portfolio.today + timedelta(days=7)
    if outcome.disposition in NEEDS:
        update["needs"] = NEEDS[outcome.disposition]
    update |= _rest(portfolio, outcome)
    if outcome.complaint and not account.complained:
        update["complained"] = True
        events = (*events, portfolio.event(account, "complaint"))
    answered = _answered(account, outcome)
    return portfolio.with_account(account.model_copy(update=update | {"contacts": answered}), *events, waiting="")


def _rest(portfolio: Portfolio, outcome: Outcome) -> dict[str, object]:
    """On hold where the call brought out, or the note records, a dispute or a need of care, until the noted day."""
    if outcome.dues or not {outcome.disposition, outcome.recorded} & NEEDS.keys():
        return {}
    review = portfolio.today + timedelta(days=int(assumed("hold", "days")))
    noted_day = outcome.hold_until if outcome.hold_until and outcome.hold_until > portfolio.today else None
    return {"status": "held", "until": noted_day or review, "callback": None}


def abandon(portfolio: Portfolio) -> Portfolio:
    """The played call was deleted: nothing came of it, its time is spent all the same."""
    return portfolio.model_copy(update={"waiting": ""})


def _answered(account: Account, outcome: Outcome) -> tuple[Contact, ...]:
    """The log, with the played call's answer filled in."""
    said = "promise" if outcome.dues else "later" if outcome.disposition == Disposition.CALLBACK else "heard"
    at = max(n for n, contact in enumerate(account.contacts) if contact.purpose == "played")
    done = account.contacts[at].model_copy(update={"answer": said})
    return (*account.contacts[:at], done, *account.contacts[at + 1 :])


def hour_of(moment: Moment) -> str:
    """The hour of a part of the day, as on a clock."""
    return AT[moment].strftime("%H:%M")


def case_today(case: Case, account: Account, on: date) -> Case:
    """The case as it stands today: what came in since has been booked to the oldest lines, and time has passed."""
    left = account.recovered + account.forgiven
    lines = []
    for line in case.account.history:
        booked = min(line.amount - line.paid, left)
        left -= booked
        lines.append(_booked(line, booked, on))
    open_ = [line.due for line in lines if line.paid < line.amount] or [case.account.due_date]
    today = case.account.model_copy(
        update={
            "history": tuple(lines), "balance": account.balance, "late_fees": case.account.late_fees - left,
            "due_date": open_[0], "days_past_due": account.days_past_due(on), "broken_promises": account.broken,
        }
    )  # fmt: skip
    limits = {"max_discount_pct": account.max_discount_pct, "max_instalments": account.max_instalments}
    policy = case.policy.model_copy(update=limits)
    return case.model_copy(update={"on": on, "account": today, "policy": policy})


def _booked(line: Payment, amount: Decimal, on: date) -> Payment:
    if amount <= 0:
        return line
    return line.model_copy(update={"paid": line.paid + amount, "paid_on": on - timedelta(days=1)})
