"""Assessed calls, cohorts and people for the tests of what is exported."""

from collections.abc import Sequence
from pathlib import Path

from scenarios.load import load_scenario
from scenarios.scenario import Scenario
from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.branches import REPLIES, Clock, closed

SHORT = Path(__file__).parents[1] / "data" / "short_call.yaml"


def library() -> Sequence[Scenario]:
    return (load_scenario(str(SHORT)),)


def practising(store: Store) -> Practice:
    return Practice(store, Clock(), library=library)


def cohort_of(store: Store, *trainees: Actor, led_by: Actor | None = None, name: str = "Turno de mañana") -> Cohort:
    """A cohort of these trainees, led by that manager."""
    cohort = Cohort(id=f"cohort-{len(store.cohorts.all())}", name=name)
    store.cohorts.add(cohort)
    for one in trainees:
        store.cohorts.place(one.id, (Membership(cohort_id=cohort.id, profile_id=one.id, place="trainee"),))
    if led_by is not None:
        store.cohorts.place(led_by.id, (Membership(cohort_id=cohort.id, profile_id=led_by.id, place="manager"),))
    return cohort


def actor_again(store: Store, actor: Actor) -> Actor:
    """The same person with what they lead by now."""
    return Profiles(store, Clock()).actor(actor.id)


def assessed(practice: Practice, actor: Actor, replies: tuple[str, ...] = REPLIES) -> AttemptView:
    return closed(practice, actor, replies, mode="assessed")
