"""The weeks of one trainee of the demo, sitting after sitting, in the order of time."""

from scenarios.draws import stream
from simulator.demo.beside import contested, drilled, portfolio, shared
from simulator.demo.calling import called
from simulator.demo.choosing import Chosen, choose
from simulator.demo.clock import Clock
from simulator.demo.days import Sitting, sittings
from simulator.demo.desk import Desk, desk_of
from simulator.demo.floor import Floor, Somebody
from simulator.store import Store

PORTFOLIOS = 0.25
"""How many of the trainees work a portfolio."""


def lived(store: Store, floor: Floor, person: Somebody, profile_id: str) -> None:
    """Everything that the person does, kept in the store. A sitting is one transaction: nobody else is waiting."""
    planned = sittings(floor, person)
    if not planned:
        return
    desk = desk_of(store, floor, person, profile_id, Clock(planned[0].at))
    taken: frozenset[str] = frozenset()
    for sitting in planned:
        with store.sessions.together():
            chosen = _sat(desk, sitting, taken)
        if chosen.recorded:
            taken |= {f"{chosen.scenario.id}/{chosen.recorded.name}"}
    if stream("demo", floor.seed, "portfolios", person.key).random() < PORTFOLIOS:
        portfolio(desk)


def _sat(desk: Desk, sitting: Sitting, taken: frozenset[str]) -> Chosen:
    """One sitting: drills at times, the call, and what comes of it."""
    desk.clock.put(sitting.at)
    if sitting.number:
        drilled(desk, sitting)
    suggestion = desk.practice.suggestion(desk.actor, desk.squad.language, desk.squad.country)
    chosen = choose(desk.floor, desk.person, sitting, suggestion, taken)
    call = called(desk, sitting, chosen)
    desk.clock.wait(90)
    shared(desk, sitting, call)
    contested(desk, sitting, call)
    return chosen
