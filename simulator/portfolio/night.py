"""From one working day to the next: payments fall due, debts age, holds and referrals end, a few people pay unasked."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from scenarios.draws import stream
from simulator.affordability import capacity, share_of_payday
from simulator.portfolio.account import Account, Due, Promise
from simulator.portfolio.acting import with_goodwill
from simulator.portfolio.answering import chance_kept
from simulator.portfolio.assumptions import assumed
from simulator.portfolio.cannot import DayIsOver
from simulator.portfolio.portfolio import Event, Kind, Portfolio

CENT = Decimal("0.01")


class Night:
    """What happens to one account on one date; collects what is worth telling."""

    def __init__(self, portfolio: Portfolio, on: date) -> None:
        self.portfolio, self.on = portfolio, on
        self.events: list[Event] = []
        self.cost = Decimal(0)

    def tell(self, account: Account, kind: Kind, amount: Decimal = Decimal(0), detail: str = "") -> None:
        """Note it."""
        event = self.portfolio.event(account, kind, amount, detail)
        self.events.append(event.model_copy(update={"on": self.on}))

    def luck(self, account: Account, what: str) -> float:
        """0 to 1, the account's own on this date."""
        return stream(account.seed, "portfolio night", what, self.on.isoformat()).random()


def end_day(portfolio: Portfolio) -> Portfolio:
    """The morning of the next working day; weekends and holidays pass on the way. Raises ``DayIsOver``."""
    if portfolio.over:
        raise DayIsOver
    ahead = portfolio.day + 1
    until = portfolio.days[ahead] if ahead < len(portfolio.days) else portfolio.today + timedelta(days=1)
    accounts, events, cost = list(portfolio.accounts), list[Event](), portfolio.cost
    on = portfolio.today
    while on < until:
        night = Night(portfolio, on)
        accounts = [_pass(account, night) for account in accounts]
        events, cost, on = [*events, *night.events], cost + night.cost, on + timedelta(days=1)
    return portfolio.model_copy(
        update={
            "day": ahead, "minutes_left": int(assumed("day", "minutes")), "accounts": tuple(accounts),
            "idle": (*portfolio.idle, portfolio.minutes_left), "events": (*portfolio.events, *events), "cost": cost,
        }
    )  # fmt: skip


def _pass(account: Account, night: Night) -> Account:
    for step in _STEPS:
        if account.status == "paid":
            break
        account = step(account, night)
    return account


def _fall_due(account: Account, night: Night) -> Account:
    """A promised payment whose day this is: kept, kept in part, or broken."""
    promise = account.promise
    due = promise.next if promise else None
    if promise is None or due is None or due.on + timedelta(days=due.late) > night.on:
        return account
    if due.fate is not None:
        return _fated(account, promise, due, night)
    share = _share(account, promise, due)
    if night.luck(account, "due") < chance_kept(account, promise, share):
        return _kept(account, promise, due, night)
    return _unkept(account, promise, due, share, night)


def _share(account: Account, promise: Promise, due: Due) -> float:
    """What the payment takes of what has come in since the promise and is not paid yet."""
    left = capacity(account.budget, promise.made, due.on) - _paid_of(promise)
    return float(min(due.amount, account.balance) / max(left, Decimal(1)))


def _fated(account: Account, promise: Promise, due: Due, night: Night) -> Account:
    """As the story of the played call tells it, so that the two never disagree; a reminder may still save a payment."""
    owed, fate = min(due.amount, account.balance), due.fate or Decimal(0)
    saved = promise.reminded and night.luck(account, "due") < assumed("keep", "reminder")
    if fate >= due.amount or saved:
        return _kept(account, promise, due, night)
    if fate > 0:
        return _part(account, promise, due, min(fate, owed), night)
    return _broken(account, promise, owed, "reminded" if promise.reminded else "no_reminder", night)


def _paid_of(promise: Promise) -> Decimal:
    return sum((due.paid for due in promise.dues if due.paid), Decimal(0))


def _kept(account: Account, promise: Promise, due: Due, night: Night) -> Account:
    owed = min(due.amount, account.balance)
    night.tell(account, "kept", owed, promise.offer)
    went_on = _with_paid(promise, due, owed)
    changed = with_goodwill(paid(account, owed), assumed("goodwill", "kept"))
    if went_on.next is None:
        let_off = min(promise.forgives, changed.balance)
        changed = changed.model_copy(update={"promise": None, "forgiven": changed.forgiven + let_off})
    else:
        changed = changed.model_copy(update={"promise": went_on})
    return _closed(changed, night)


def _unkept(account: Account, promise: Promise, due: Due, share: float, night: Night) -> Account:
    """Part of it, or nothing."""
    owed = min(due.amount, account.balance)
    if share < 2 and night.luck(account, "part") < assumed("keep", "part"):
        least, most = assumed("keep", "part_least"), assumed("keep", "part_most")
        part = (owed * Decimal(str(least + (most - least) * night.luck(account, "how much")))).quantize(CENT)
        return _part(account, promise, due, part, night)
    own = promise.made >= night.portfolio.days[0]  # what was promised to somebody else is not this trainee's excess
    detail = "too_much" if share > 1 and own else "reminded" if promise.reminded else "no_reminder"
    return _broken(account, promise, owed, detail, night)


def _part(account: Account, promise: Promise, due: Due, part: Decimal, night: Night) -> Account:
    """A plan goes on after a part payment."""
    night.tell(account, "part", part, promise.offer)
    went_on = _with_paid(promise, due, part)
    changed = paid(account, part).model_copy(update={"promise": went_on if went_on.next else None})
    return _closed(changed, night)


def _broken(account: Account, promise: Promise, owed: Decimal, detail: str, night: Night) -> Account:
    """After a payment of which nothing came the plan has lapsed."""
    night.tell(account, "broken", owed, detail)
    changed = account.model_copy(
        update={"promise": None, "broken": account.broken + 1, "commitment": account.commitment * 2 // 3}
    )
    return with_goodwill(changed, -assumed("goodwill", "broken"))


def _with_paid(promise: Promise, due: Due, amount: Decimal) -> Promise:
    dues = tuple(d.model_copy(update={"paid": amount}) if d is due else d for d in promise.dues)
    return promise.model_copy(update={"dues": dues, "reminded": False})


def paid(account: Account, amount: Decimal) -> Account:
    """The account with a payment booked, never more than is owed."""
    return account.model_copy(update={"recovered": account.recovered + min(amount, account.balance)})


def _closed(account: Account, night: Night) -> Account:
    if account.balance > 0:
        return account
    night.tell(account, "paid_up")
    return account.model_copy(update={"status": "paid", "promise": None, "callback": None, "until": None})


def _pay_alone(account: Account, night: Night) -> Account:
    """A few people pay an instalment without anybody's asking."""
    if account.promise or account.status != "open" or account.needs:
        return account
    kind = ("willing_able" if account.able else "willing") if account.willing else "able" if account.able else "neither"
    if night.luck(account, "alone") >= assumed("ageing", kind):
        return account
    amount = min(account.instalment, account.balance, share_of_payday(account.budget))
    if amount <= 0:
        return account
    night.tell(account, "paid_alone", amount)
    return _closed(paid(account, amount), night)


def _wear(account: Account, night: Night) -> Account:
    """What is left alone grows older and colder."""
    commitment = account.commitment
    edge = account.bucket(night.on + timedelta(days=1))
    if edge > account.bucket(night.on):
        night.tell(account, "rolled", detail=str(edge))
        commitment -= int(assumed("ageing", "rolled"))
    untouched = (night.on - account.last_contact).days > assumed("ageing", "untouched")
    if untouched and account.status == "open" and account.promise is None:
        commitment -= int(assumed("ageing", "lost_a_day"))
    if commitment == account.commitment:
        return account
    return account.model_copy(update={"commitment": max(commitment, 0)})


def _end_hold(account: Account, night: Night) -> Account:
    if account.status != "held" or account.until is None or night.on < account.until or account.needs == "vulnerable":
        return account
    night.tell(account, "hold_over", detail=account.needs)
    update: dict[str, object] = {"status": "open", "until": None}
    if account.needs == "dispute":
        update |= {"needs": "", "commitment": min(account.commitment + int(assumed("hold", "commitment")), 100)}
    return account.model_copy(update=update)


def _end_referral(account: Account, night: Night) -> Account:
    """What the agency or counsel brings home, once."""
    if account.status != "referred" or account.until is None or night.on < account.until:
        return account
    account = account.model_copy(update={"until": None})
    by = account.referred_to
    chance = assumed("referral", f"{by}_{'able' if account.able else 'unable'}")
    if night.luck(account, "referral") >= chance:
        night.tell(account, "referral_failed", detail=by)
        return account
    amount = (account.balance * Decimal(str(assumed("referral", f"{by}_collects")))).quantize(CENT)
    night.tell(account, "referral_paid", amount, by)
    if by == "agency":
        night.cost += (amount * Decimal(str(assumed("referral", "agency_share")))).quantize(CENT)
    return paid(account, amount)


def _miss_callback(account: Account, night: Night) -> Account:
    """A day agreed for a call that nobody made."""
    if account.callback is None or night.on < account.callback:
        return account
    if account.last_contact < account.callback:
        night.tell(account, "callback_missed")
        account = account.model_copy(update={"commitment": max(account.commitment - 4, 0)})
    return account.model_copy(update={"callback": None})


_STEPS: tuple[Callable[[Account, Night], Account], ...] = (
    _fall_due, _pay_alone, _end_hold, _end_referral, _miss_callback, _wear,
)  # fmt: skip
