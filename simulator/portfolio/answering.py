"""What comes of a contact that is not played: who answers, and what they say. Seeded, from hidden state."""

import random
from datetime import date, timedelta

from scenarios.draws import stream
from simulator.portfolio.account import Account, Answer, Channel, Moment, Offer, Promise
from simulator.portfolio.assumptions import assumed
from simulator.portfolio.offers import promise_of, taken


def draws(account: Account, day: int) -> random.Random:
    """The luck of this contact: the account, the day and how many there were before decide it."""
    return stream(account.seed, "portfolio contact", day, len(account.contacts))


def reached(account: Account, channel: Channel, moment: Moment, on: date, rng: random.Random) -> bool:
    """Whether somebody answers."""
    named = channel if channel != "call" else f"business_{moment}" if account.market == "business" else moment
    recent = len(account.since(on - timedelta(days=6)))
    return rng.random() < assumed("reach", named) - assumed("reach", "weary") * max(recent - 1, 0)


def answer(
    account: Account, offer: Offer, channel: Channel, on: date, rng: random.Random
) -> tuple[Answer, Promise | None]:
    """What somebody who was reached says to an offer."""
    if account.needs:
        return account.needs, None
    promise = promise_of(account, offer, on)
    if promise is None:
        return ("later" if offer == "wait" else "heard"), None
    if rng.random() < chance_of_promise(account, promise, on, channel):
        return "promise", promise
    return "no", None


def chance_of_promise(account: Account, promise: Promise, on: date, channel: Channel) -> float:
    """Probability, 0 to 1, that somebody who was reached says yes."""
    chance = assumed("promise", "willing" if account.willing else "unwilling") + _fit(account, promise)
    chance += assumed("promise", "goodwill") * (account.goodwill - 50) / 50
    chance += (
        assumed("promise", "supervisor") * account.supervised + assumed("promise", "supported") * account.supported
    )
    if taken(account, promise, on) > 1:
        chance -= assumed("promise", "too_much")
    if channel != "call":
        chance *= assumed("promise", "message")
    return min(max(chance, 0.0), 0.95)


def _fit(account: Account, promise: Promise) -> float:
    if promise.offer == "discount":
        return assumed("promise", "discount_fits") if account.able and account.max_discount_pct else 0.0
    return 0.0 if account.able else assumed("promise", f"{promise.offer}_fits")


def chance_kept(account: Account, promise: Promise, share: float) -> float:
    """Probability, 0 to 1, that the next payment comes in full; ``share`` is what it takes of what has come in."""
    tight, easy = assumed("keep", "tight"), assumed("keep", "easy")
    ease = min(max((tight - share) / (tight - easy), 0.0), 1.0)
    kept = assumed("keep", "least") + assumed("keep", "commitment") * account.commitment / 100
    return min(ease * (kept + assumed("keep", "reminder") * promise.reminded), 1.0)
