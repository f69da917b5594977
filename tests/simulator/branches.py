"""People, a store and a played call for the tests of what can be done with a finished call."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.accounts import Actor
from simulator.kept import Role
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
REPLIES = ("Buenas tardes, le llamo por su préstamo.", "Entiendo que le pesa. ¿Qué le pasó?", "¿Qué día le queda bien?")
NOTE = FollowUp(
    disposition=Disposition.PLAN, note="Se habló con la titular.", next_date=date(2026, 11, 30), method="SPEI",
    instalments=(AgreedInstalment(amount=Decimal(500), date=date(2026, 12, 1)),),
)  # fmt: skip


class Clock:
    """A minute passes at every look."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


def somebody(store: Store, name: str, role: Role = "trainee") -> Actor:
    profiles = Profiles(store, Clock())
    return profiles.actor(profiles.create(name, role).id)


def talked(practice: Practice, actor: Actor, replies: tuple[str, ...] = REPLIES, mode: str = "practice") -> AttemptView:
    """A call in the middle of its talk."""
    view = practice.start(actor, "short_call", "MX", "es", seed=7, on=NOW.date(), mode=mode)  # type: ignore[arg-type]
    view = practice.begin_talk(actor, view.id)
    return said(practice, actor, view, replies)


def said(practice: Practice, actor: Actor, view: AttemptView, replies: tuple[str, ...]) -> AttemptView:
    for text in replies:
        view = practice.say(actor, view.id, Said(text=text), f"k{view.next_number}", view.next_number)
    return view


def finished(practice: Practice, actor: Actor, view: AttemptView) -> AttemptView:
    if practice.open(actor, view.id).phase == "talk":
        practice.end_talk(actor, view.id)
    return practice.finish(actor, view.id, NOTE)


def closed(practice: Practice, actor: Actor, replies: tuple[str, ...] = REPLIES, mode: str = "practice") -> AttemptView:
    """A call that is over and scored."""
    return finished(practice, actor, talked(practice, actor, replies, mode))
