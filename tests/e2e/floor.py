"""Who is on the floor, and calls of theirs, made beneath the pages where to click them together would prove nothing."""

from datetime import UTC, datetime
from random import Random

from scenarios.load import load_scenario
from scenarios.values import Country, Language
from scoring.transcript import FollowUp
from simulator.accounts import Actor
from simulator.demo.writing import follow_up_for
from simulator.kept import Mode, Role
from simulator.playthrough import script_of
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView

PLACES: dict[Language, Country] = {"es": "MX", "en": "US"}
EMPTY = FollowUp(note="–")


def now() -> datetime:
    return datetime.now(UTC)


def person(store: Store, name: str, role: Role, language: Language) -> Actor:
    profiles = Profiles(store, now)
    return profiles.actor(profiles.create(name, role, language).id)


def talked(
    store: Store, who: Actor, language: Language, replies: tuple[str, ...] = (), mode: Mode = "assessed"
) -> AttemptView:
    """A call of the scenario *job_loss* in the middle of its talk, as many replies on."""
    practice = Practice(store, now)
    view = practice.start(who, "job_loss", PLACES[language], language, seed=7, mode=mode)
    view = practice.begin_talk(who, view.id)
    for text in replies:
        view = practice.say(who, view.id, Said(text=text), f"k{view.next_number}", view.next_number)
    return view


def closed(store: Store, who: Actor, view: AttemptView, note: FollowUp = EMPTY) -> AttemptView:
    """A call that was talked, over and scored."""
    practice = Practice(store, now)
    practice.end_talk(who, view.id)
    return practice.finish(who, view.id, note)


def recorded(store: Store, who: Actor, language: Language, scenario: str) -> AttemptView:
    """An assessed call that goes as the scenario's good recording does; its follow-up is written and not sent."""
    country, practice = PLACES[language], Practice(store, now)
    call = next(p for p in load_scenario(scenario).playthroughs if p.name == f"good_{country.lower()}")
    view = practice.begin_talk(who, practice.start(who, scenario, country, language, call.seed, call.on, "assessed").id)
    for reply in script_of(call).replies:
        if view.phase == "talk":
            view = practice.say(who, view.id, reply.said, f"k{view.next_number}", view.next_number)
    view = practice.end_talk(who, view.id)
    practice.save_draft(who, view.id, follow_up_for(view.record(None), who.name, 1.0, Random(1)))
    return practice.open(who, view.id)
