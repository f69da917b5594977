"""What the debtor of a portfolio's account remembers as a played call begins: the contacts before it. Pure.

Assumption, ours: goodwill above or below 50 moves a debtor who has not been played before by half as many points.
"""

from datetime import timedelta

from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from scenarios.values import Promise
from scoring.transcript import AgreedInstalment, EarlierContact
from simulator.earlier import Coming, Earlier, lasting
from simulator.portfolio.account import Account, Answer, Contact, Due
from simulator.portfolio.portfolio import Portfolio
from simulator.view import AttemptView

MOST = 20
_ENDED: dict[Answer, Disposition] = {
    "": Disposition.NO_CONTACT, "promise": Disposition.PROMISE_TO_PAY, "no": Disposition.NO_AGREEMENT,
    "later": Disposition.CALLBACK, "dispute": Disposition.DISPUTE, "vulnerable": Disposition.VULNERABLE,
    "heard": Disposition.NO_AGREEMENT,
}  # fmt: skip


def remembered(
    scenario: Scenario, account: Account, now: Portfolio, before: tuple[AttemptView, ...] = ()
) -> Earlier | None:
    """What the debtor brings along; ``None`` where nobody has talked with them yet.

    ``before`` are the calls already played with the account, the first first.
    """
    talks = sum(contact.reached for contact in account.contacts)
    if not talks:
        return None
    promise, promised = _promise(account, now)
    known = [view for view in before if view.with_debtor and view.state is not None]
    state = known[-1].state if known else None
    return Earlier(
        contact=min(talks + 1, MOST), promise=promise, promised=promised, **_mood(scenario, account, known),
        facts=state.facts if state else (), standing=lasting(state.acts if state else ()),
        contacts=_contacts(account, before), coming=_coming(account, now),
    )  # fmt: skip


def _mood(scenario: Scenario, account: Account, known: list[AttemptView]) -> dict[str, int]:
    """As the last played call left it; else as written, moved by goodwill."""
    state = known[-1].state if known else None
    if state is not None:
        return {"anger": state.anger, "trust": state.trust, "commitment": state.commitment}
    moved = (account.goodwill - 50) // 2
    anger, trust = scenario.debtor.anger - moved, scenario.debtor.trust + moved
    return {"anger": _level(anger), "trust": _level(trust), "commitment": account.commitment}


def _level(points: int) -> int:
    return min(max(points, 0), 100)


def _promise(account: Account, now: Portfolio) -> tuple[Promise, AgreedInstalment | None]:
    """What became of the latest promise, and the payment that it was about where that is known."""
    told = [e for e in now.events if e.account == account.id and e.kind in ("agreed", "kept", "part", "broken")]
    last = told[-1] if told else None
    if last is not None and last.kind == "part":
        return "part", None  # the event tells what came, not what had been promised
    if last is not None and last.kind in ("kept", "broken"):
        became: Promise = "kept" if last.kind == "kept" else "broken"
        return became, AgreedInstalment(amount=last.amount, date=last.on)
    due = account.promise.next if account.promise else None
    return ("due", AgreedInstalment(amount=due.amount, date=due.on)) if due else ("none", None)


def _contacts(account: Account, before: tuple[AttemptView, ...]) -> tuple[EarlierContact, ...]:
    """Every contact of the portfolio's log, with the note of those that were played."""
    played = {view.on: view for view in before}
    return tuple(
        _contact(n, contact, played.get(contact.on) if contact.purpose == "played" else None)
        for n, contact in enumerate(account.contacts, start=1)
    )


def _contact(number: int, contact: Contact, view: AttemptView | None) -> EarlierContact:
    ended = view.disposition if view and view.disposition else _ENDED[contact.answer]
    answered = view.approach.answered if view and view.approach else "debtor" if contact.reached else "voicemail"
    return EarlierContact(
        number=number, on=contact.on, channel=contact.channel, answered=answered, disposition=ended,
        note=view.follow_up.note if view and view.follow_up else "",
    )  # fmt: skip


def _coming(account: Account, now: Portfolio) -> tuple[Coming, ...]:
    """What is still to come of a promise whose fate a played call has settled."""
    dues = account.promise.dues if account.promise else ()
    found = (_as_coming(due).after(now.today) for due in dues if due.paid is None and due.fate is not None)
    return tuple(coming for coming in found if coming)


def _as_coming(due: Due) -> Coming:
    came = due.amount * 0 if due.fate is None else due.fate
    return Coming(date=due.on, amount=due.amount, came=came, arrives=due.on + timedelta(days=due.late))
