"""What one can do with an account today, what it takes, and what comes of it at once."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scenarios.country import load_country
from scenarios.draws import stream
from scenarios.values import Frozen
from simulator.portfolio import answering
from simulator.portfolio.account import Account, Channel, Contact, Moment, Offer
from simulator.portfolio.assumptions import assumed, minutes
from simulator.portfolio.cannot import AccountClosed, DayIsOver, NoChannel, NothingPromised, NoTime
from simulator.portfolio.limits import broken_rules
from simulator.portfolio.portfolio import Event, Portfolio

Task = Literal[
    "call", "whatsapp", "email", "reminder", "statement", "supervisor", "hold", "release", "agency", "counsel", "note"
]
CONTACTS = ("call", "whatsapp", "email")
LONGEST_NOTE = 500
TWO = Decimal("0.01")


class Action(Frozen):
    """One thing done. ``moment`` and ``offer`` count for contacts, ``text`` for notes."""

    account: str
    task: Task
    moment: Moment = "morning"
    offer: Offer = "plan"
    text: str = Field(default="", max_length=LONGEST_NOTE)


def needed(task: Task) -> int:
    """The minutes that must be left to begin the task."""
    if task == "release":
        return 0
    return minutes("message" if task in ("whatsapp", "email") else task)


def act(portfolio: Portfolio, action: Action) -> Portfolio:
    """The portfolio after the action. Equal inputs give equal outcomes.

    Raises ``DayIsOver``, ``NoTime``, ``AccountClosed``, ``NoChannel``, ``NothingPromised``, ``NoSuchAccount``.
    """
    account = portfolio.account(action.account)
    _require(portfolio, account, action)
    action = action.model_copy(update={"moment": account.not_before(portfolio.today, action.moment)})
    if action.task in CONTACTS:
        return _contact(portfolio, account, action)
    return _DEEDS[action.task](portfolio, account, action)


def _require(portfolio: Portfolio, account: Account, action: Action) -> None:
    if portfolio.over:
        raise DayIsOver
    if portfolio.minutes_left < needed(action.task):
        raise NoTime(needed(action.task), portfolio.minutes_left)
    if account.status in ("paid", "referred") and action.task != "note":
        raise AccountClosed
    if action.task in CONTACTS and action.task not in account.channels:
        raise NoChannel
    if action.task == "reminder" and (account.promise is None or account.promise.next is None):
        raise NothingPromised


def spent(portfolio: Portfolio, used: int, messages: int = 0) -> dict[str, object]:
    """The fields that change as time and messages are used up."""
    wage = load_country(portfolio.country).minimum_wage.value
    cost = wage * Decimal(str(assumed("cost", "hour_wages"))) * used / 60
    cost += wage * Decimal(str(assumed("cost", "message_wages"))) * messages
    return {"minutes_left": portfolio.minutes_left - used, "cost": portfolio.cost + cost.quantize(TWO)}


def _contact(portfolio: Portfolio, account: Account, action: Action) -> Portfolio:
    """A brief contact with an offer, resolved by the model."""
    on, channel = portfolio.today, _channel(action)
    rng = answering.draws(account, portfolio.day)
    got = answering.reached(account, channel, action.moment, on, rng)
    said, promise = answering.answer(account, action.offer, channel, on, rng) if got else ("", None)
    asks = action.offer not in ("wait", "refer")
    changed, events = noted(portfolio, account, Contact(
        on=on, moment=action.moment, channel=channel, purpose=action.offer, reached=got, answer=said,
    ), asks)  # fmt: skip
    if got:
        changed = _after_talk(changed, action.offer, asks)
    if promise:
        changed = changed.model_copy(update={"promise": promise, "callback": None})
        total = sum((due.amount for due in promise.dues), Decimal(0))
        events = (*events, portfolio.event(account, "agreed", total, action.offer))
    elif said == "later":
        changed = changed.model_copy(update={"callback": on + timedelta(days=7)})
    call = channel == "call"
    used = minutes("call" if got else "unanswered") if call else minutes("message")
    return portfolio.with_account(changed, *events, **spent(portfolio, used, not call))


def _channel(action: Action) -> Channel:
    return "whatsapp" if action.task == "whatsapp" else "email" if action.task == "email" else "call"


def _after_talk(account: Account, offer: Offer, asks: bool) -> Account:
    """What being heard does: the segment is known, and the tone of the offer leaves something behind."""
    moved = {"wait": assumed("goodwill", "wait"), "refer": assumed("goodwill", "refer")}.get(offer, 0)
    if account.needs and asks:
        moved = -assumed("goodwill", "pressed")
    also = {"known": True, "supported": account.supported or offer == "refer"}
    return with_goodwill(account.model_copy(update=also), moved)


def noted(portfolio: Portfolio, account: Account, contact: Contact, asks: bool) -> tuple[Account, tuple[Event, ...]]:
    """The account with the contact in its log, and what overstepping a rule brings about."""
    rules = broken_rules(portfolio, account, contact.channel, contact.moment, asks)
    breaches = tuple(rule.id for rule in rules)
    contact = contact.model_copy(update={"breaches": breaches})
    changed = account.model_copy(update={"contacts": (*account.contacts, contact)})
    lost = sum(assumed("goodwill", "unlawful" if rule == "hours" else "over_cap") for rule in breaches)
    if len(changed.since(contact.on - timedelta(days=6))) >= 3:
        lost += assumed("goodwill", "third_contact")
    changed = with_goodwill(changed, -lost)
    events = tuple(portfolio.event(account, "breach", detail=rule) for rule in breaches)
    if breaches and _complains(changed, portfolio.day):
        changed = changed.model_copy(update={"complained": True})
        events = (*events, portfolio.event(account, "complaint"))
    return changed, events


def _complains(account: Account, day: int) -> bool:
    angry = not account.complained and account.goodwill < assumed("complaint", "below")
    luck = stream(account.seed, "portfolio complaint", day, len(account.contacts)).random()
    return angry and luck < assumed("complaint", "chance")


def with_goodwill(account: Account, by: float) -> Account:
    """Goodwill moved, within 0 and 100."""
    return account.model_copy(update={"goodwill": min(max(round(account.goodwill + by), 0), 100)})


def written_by(account: Account) -> Channel:
    """How something is sent to the account: as agreed, else by e-mail."""
    return next((channel for channel in account.channels if channel != "call"), "email")


def _written(portfolio: Portfolio, account: Account, action: Action) -> tuple[Account, tuple[Event, ...]]:
    """A message that asks for no answer: it always arrives."""
    channel = written_by(account)
    purpose: Literal["reminder", "statement"] = "reminder" if action.task == "reminder" else "statement"
    contact = Contact(
        on=portfolio.today, moment=action.moment, channel=channel, purpose=purpose, reached=False, answer=""
    )
    return noted(portfolio, account, contact, asks=False)


def _reminder(portfolio: Portfolio, account: Account, action: Action) -> Portfolio:
    changed, events = _written(portfolio, account, action)
    assert changed.promise is not None
    changed = changed.model_copy(update={"promise": changed.promise.model_copy(update={"reminded": True})})
    return portfolio.with_account(changed, *events, **spent(portfolio, minutes("reminder"), 1))


def _statement(portfolio: Portfolio, account: Account, action: Action) -> Portfolio:
    changed, events = _written(portfolio, account, action)
    if account.needs == "dispute":
        changed = with_goodwill(changed, assumed("goodwill", "statement"))
    return portfolio.with_account(changed, *events, **spent(portfolio, minutes("statement"), 1))


def _supervisor(portfolio: Portfolio, account: Account, _: Action) -> Portfolio:
    granted = {
        "supervised": True, "max_instalments": account.max_instalments + max(account.max_instalments // 2, 1),
        "max_discount_pct": min(account.max_discount_pct + 5, 100),
    }  # fmt: skip
    changed = account if account.supervised else account.model_copy(update=granted)
    return portfolio.with_account(changed, **spent(portfolio, minutes("supervisor")))


def _hold(portfolio: Portfolio, account: Account, _: Action) -> Portfolio:
    until = portfolio.today + timedelta(days=int(assumed("hold", "days")))
    first = account.needs and account.status != "held"
    held = account.model_copy(update={"status": "held", "until": until})
    changed = with_goodwill(held, assumed("goodwill", "right_hold") if first else 0)
    return portfolio.with_account(changed, **spent(portfolio, minutes("hold")))


def _release(portfolio: Portfolio, account: Account, _: Action) -> Portfolio:
    return portfolio.with_account(account.model_copy(update={"status": "open", "until": None}))


def _refer(portfolio: Portfolio, account: Account, action: Action) -> Portfolio:
    """Out of the trainee's hands; what comes of it is known later."""
    early = account.days_past_due(portfolio.today) < assumed("referral", "usual_days")
    until = portfolio.today + timedelta(days=int(assumed("referral", "takes_days")))
    changed = account.model_copy(
        update={"status": "referred", "until": until, "referred_to": action.task, "promise": None, "callback": None}
    )
    changed = with_goodwill(changed, -assumed("goodwill", "early_referral") if early else 0)
    fields = spent(portfolio, minutes(action.task))
    if action.task == "counsel":
        wage = load_country(portfolio.country).minimum_wage.value
        fee = (wage * Decimal(str(assumed("referral", "counsel_wages")))).quantize(TWO)
        fields["cost"] = portfolio.cost + fee + (fields["cost"] - portfolio.cost)  # type: ignore[operator]
    return portfolio.with_account(changed, **fields)


def _note(portfolio: Portfolio, account: Account, action: Action) -> Portfolio:
    changed = account.model_copy(update={"note": action.text.strip()})
    return portfolio.with_account(changed, **spent(portfolio, minutes("note")))


_DEEDS: dict[Task, Callable[[Portfolio, Account, Action], Portfolio]] = {
    "reminder": _reminder, "statement": _statement, "supervisor": _supervisor, "hold": _hold, "release": _release,
    "agency": _refer, "counsel": _refer, "note": _note,
}  # fmt: skip
