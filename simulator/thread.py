"""The account goes on: from a contact that was closed to the next with the same debtor. Pure."""

from datetime import timedelta
from decimal import Decimal

from scenarios.case import Case
from scenarios.values import Promise
from scoring.transcript import AgreedInstalment, EarlierContact, FollowUp
from simulator.account_later import later
from simulator.aftermath import Aftermath, aftermath
from simulator.aftermath.telling import story
from simulator.attempt_refusals import LARGEST_SEED
from simulator.debtor import stream
from simulator.earlier import Coming, Earlier, lasting
from simulator.next_contact import Ended, Next, next_contact
from simulator.state import State
from simulator.view import AttemptView

NEARLY = Decimal("0.99")
"""Shares of what is owed from which it counts as paid."""


def next_of(view: AttemptView) -> Next:
    """When the account is due again after a closed contact, and why; or that it does not go on."""
    return next_contact(
        view.scenario, view.country, _ended(view), (*_before(view), _as_earlier(view, "none", Decimal(0)))
    )


def continued(view: AttemptView, then: Next) -> tuple[Case, Earlier]:
    """The case as it stands on the next contact's day, and what the debtor brings along. ``then.on`` must be set."""
    assert then.on is not None
    coming = coming_of(view)
    paid = sum((c.by(then.on) for c in coming), Decimal(0))
    state = _remembered(view)
    earlier = Earlier(
        contact=then.number, promise=then.promise, promised=then.promised,
        anger=state["anger"], trust=state["trust"], commitment=state["commitment"],
        facts=_facts(view), standing=_standing(view), contacts=_contacts(view, then.promise, paid),
        coming=tuple(still for c in coming if (still := c.after(then.on))),
    )  # fmt: skip
    case = later(view.scenario, view.case, coming, then.on)
    return case.model_copy(update={"seed": another_seed(view.seed, then.number)}), earlier


def weeks_after(view: AttemptView, follow_up: FollowUp) -> Aftermath:
    """The story of the weeks after a call that is being closed, with the day on which the account is due again."""
    assert view.state is not None
    told = aftermath(view.played, view.case, view.state, follow_up)
    if view.disposition is None:
        return told
    then = next_of(view.model_copy(update={"follow_up": follow_up, "aftermath": told}))
    told = told.model_copy(update={"next_contact": then.on})
    return told.model_copy(update={"story": story(view.case, view.state, told)})


def another_seed(seed: int, number: int) -> int:
    """The seed of a later contact: the same person, other words and another fate. ``number`` is the contact's."""
    return stream(seed, "contact", number).randrange(LARGEST_SEED)


def coming_of(view: AttemptView) -> tuple[Coming, ...]:
    """What was promised and will come, or not: in this contact, else in those before it. Ascending by date."""
    state = view.state
    if state is None or not _agreed(view):
        return view.earlier.coming if view.earlier else ()
    told = view.aftermath or aftermath(view.scenario, view.case, state, view.follow_up)
    return tuple(
        Coming(date=i.date, amount=i.amount, came=i.came, arrives=i.date + timedelta(days=i.days_late))
        for i in told.instalments
    )  # fmt: skip


def _agreed(view: AttemptView) -> bool:
    """Whether something was agreed in this contact that the creditor stands by."""
    state = view.state
    return view.with_debtor and bool(state and state.agreement and not state.beyond_authority)


def _ended(view: AttemptView) -> Ended:
    state = view.state
    assert state is not None
    assert view.disposition is not None
    return Ended(
        number=view.contact, on=view.on, disposition=view.disposition, withdrawn=bool(state.beyond_authority),
        settles=_settles(view, state), coming=coming_of(view), outcome=view.outcome, follow_up=view.follow_up,
    )  # fmt: skip


def _settles(view: AttemptView, state: State) -> bool:
    """Whether all that is promised, once paid, ends the debt: all of it, all but the late fees, or with a discount."""
    account = view.case.account
    agreed = state.agreement if _agreed(view) else None
    total = sum((c.amount for c in coming_of(view)), Decimal(0))
    return bool(agreed and agreed.discount_pct) or total >= (account.balance - account.late_fees) * NEARLY


def _before(view: AttemptView) -> tuple[EarlierContact, ...]:
    return view.earlier.contacts if view.earlier else ()


def _contacts(view: AttemptView, promise: Promise, paid: Decimal) -> tuple[EarlierContact, ...]:
    """Every contact so far; what became of the promise stands with the one in which it was made."""
    if _agreed(view):
        return (*_before(view), _as_earlier(view, promise, paid))
    known = list(_before(view))
    made = next((i for i in reversed(range(len(known))) if known[i].promised), None)
    if made is not None and promise != "none":
        known[made] = known[made].model_copy(update={"promise": promise, "paid": known[made].paid + paid})
    return (*known, _as_earlier(view, "none", Decimal(0)))


def _as_earlier(view: AttemptView, promise: Promise, paid: Decimal) -> EarlierContact:
    chosen, state = view.approach, view.state
    assert view.disposition is not None
    promised: tuple[AgreedInstalment, ...] = ()
    if state is not None and state.agreement is not None and _agreed(view):
        promised = state.agreement.instalments
    return EarlierContact(
        number=view.contact, on=view.on, at=chosen.at if chosen else None, who=chosen.who if chosen else "debtor",
        channel=view.case.channel, answered=chosen.answered if chosen else "debtor", disposition=view.disposition,
        promised=promised, promise=promise, paid=paid, note=view.follow_up.note if view.follow_up else "",
    )  # fmt: skip


def _remembered(view: AttemptView) -> dict[str, int]:
    """The debtor's mood as it was left: by this contact where they were reached, else by the one before."""
    known = view.state if view.with_debtor else view.earlier
    left = known or view.scenario.debtor
    return {name: getattr(left, name) for name in ("anger", "trust", "commitment")}


def _standing(view: AttemptView) -> tuple[str, ...]:
    before = view.earlier.standing if view.earlier else ()
    done = view.state.acts if view.with_debtor and view.state is not None else {}
    return lasting((*before, *done))


def _facts(view: AttemptView) -> tuple[str, ...]:
    if view.with_debtor and view.state is not None:
        return view.state.facts
    return view.earlier.facts if view.earlier else ()
