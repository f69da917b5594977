"""A floor with an assigner, trainees in cohorts, and calls assigned to them, for the tests of assigning."""

from datetime import datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher

from scenarios.load import parse_scenario
from scenarios.scenario import Scenario
from scoring.rubrics import load_rubric
from simulator.access.kept import Cohort, Membership
from simulator.access.passwords import Passwords
from simulator.accounts import Actor
from simulator.assigned_to_me import ToDo
from simulator.assigning import Assigning
from simulator.assignment_view import Wanted
from simulator.fairness import Fairness
from simulator.kept import Role
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.access.conftest import CHEAP
from tests.simulator.branches import NOTE, NOW, REPLIES

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
assert load_rubric("default").pass_mark > 0


class Clock:
    """A second passes at every look; ``pass_`` lets more go by."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


class Floor:
    """Eva trains; Marta leads the cohort *early*, in which Ana and Luis learn; Olga learns in *late*."""

    def __init__(self, store: Store) -> None:
        self.store, self.clock = store, Clock()
        short = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
        self.shelf: tuple[Scenario, ...] = (short, short.model_copy(update={"id": "other_call"}))
        passwords = Passwords(PasswordHasher(**CHEAP))
        self.assigning = Assigning(store, self.clock, lambda: self.shelf, passwords)
        self.todo = ToDo(store, self.clock, lambda: self.shelf, passwords)
        self.practice = Practice(store, self.clock, lambda: self.shelf)
        self.fairness = Fairness(store, self.clock, lambda: self.shelf)
        for name, zone in (("early", "America/Mexico_City"), ("late", "")):
            store.cohorts.add(Cohort(id=name, name=name.title(), time_zone=zone))
        self.eva, self.marta = self.person("Eva", "trainer"), self.person("Marta", "manager")
        self.ana, self.luis, self.olga = (self.person(name) for name in ("Ana", "Luis", "Olga"))
        self.place(self.marta, "early", lead=True)
        for one, cohort in ((self.ana, "early"), (self.luis, "early"), (self.olga, "late")):
            self.place(one, cohort)
        self.marta = self.again(self.marta)

    def person(self, name: str, role: Role = "trainee") -> Actor:
        profiles = Profiles(self.store, self.clock)
        return profiles.actor(profiles.create(name, role).id)

    def again(self, actor: Actor) -> Actor:
        """The actor as they stand now."""
        return Profiles(self.store, self.clock).actor(actor.id)

    def place(self, actor: Actor, cohort: str, *, lead: bool = False) -> None:
        place = Membership(cohort_id=cohort, profile_id=actor.id, place="manager" if lead else "trainee")
        self.store.cohorts.place(actor.id, (place,))

    def wanted(self, *people: Actor, **more: object) -> Wanted:
        same: dict[str, object] = {
            "scenarios": ("short_call",), "people": frozenset(p.id for p in people), "country": "MX",
            "language": "es", "opens_on": self.clock.at.date(),
        }  # fmt: skip
        return Wanted.model_validate(same | more)

    def assign(self, by: Actor, *people: Actor, **more: object) -> str:
        """The id of a new assignment."""
        return self.assigning.assign(by, self.wanted(*people, **more))[0].id

    def exam(self, *people: Actor, **more: object) -> str:
        due = self.clock.at.date() + timedelta(days=2)
        return self.assign(self.eva, *people, mode="assessed", exam=True, due_on=due, **more)

    def talk(self, actor: Actor, view: AttemptView, replies: tuple[str, ...] = REPLIES, pasted: int = 0) -> AttemptView:
        view = self.practice.begin_talk(actor, view.id)
        for text in replies:
            n = view.next_number
            view = self.practice.say(actor, view.id, Said(text=text), f"k{n}", n, pasted)
        return view

    def close(self, actor: Actor, view: AttemptView) -> AttemptView:
        if self.practice.open(actor, view.id).phase == "talk":
            self.practice.end_talk(actor, view.id)
        return self.practice.finish(actor, view.id, NOTE)

    def do(self, actor: Actor, assignment: str, task: int = 0, replies: tuple[str, ...] = REPLIES) -> AttemptView:
        """Begin a task, talk, finish."""
        return self.close(actor, self.talk(actor, self.todo.start(actor, assignment, task), replies))
