"""A floor for the manager's desk: cohorts, people, and assessed calls really played once and then copied to others."""

from datetime import UTC, datetime, timedelta
from functools import cache
from uuid import uuid4

from scenarios.disposition import Disposition
from scoring.scorecard import Scorecard
from scoring.transcript import FollowUp
from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor
from simulator.kept import Attempt, Mode, Profile, Role, StoredTurn
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
"""A Wednesday."""
PLAYED = {
    "good": (
        "Buenas tardes, soy Laura Gómez. ¿Hablo con el titular de la cuenta? ¿Me confirma su fecha de nacimiento?",
        "Siento mucho lo del trabajo; con razón está así. Antes de hablar de pagos, ¿qué le pasó en estos meses?",
        "Gracias por contármelo. ¿Cuánto podría pagar al mes sin descuidar su casa?",
        "Entonces quedamos en dos pagos de 500 pesos, el 5 de diciembre y el 5 de enero, por SPEI. ¿Está de acuerdo?",
    ),
    "poor": (
        "Usted debe dinero y tiene que pagar hoy.",
        "Ese no es mi problema, pague ya.",
        "Si no paga, va a ver lo que le pasa.",
    ),
    "threat": (
        "Usted debe 4,500 pesos y tiene que pagar hoy.",
        "Si no paga hoy, lo vamos a meter a la cárcel y le vamos a embargar la casa mañana mismo.",
    ),
}
Call = tuple[Attempt, tuple[StoredTurn, ...], Scorecard]


@cache
def _played(kind: str, folder: str) -> Call:
    """One call through the real engine, reading and scoring, in a store of its own."""
    with Store.open(f"sqlite:///{folder}/played-{kind}.sqlite3") as store:
        profiles = Profiles(store, lambda: NOW)
        actor, practice = profiles.actor(profiles.create("Quien juega").id), Practice(store, lambda: NOW)
        view = practice.start(actor, "job_loss", "MX", "es", seed=7, on=NOW.date(), mode="assessed")
        view = practice.begin_talk(actor, view.id)
        for n, text in enumerate(PLAYED[kind]):
            if view.phase == "talk":
                view = practice.say(actor, view.id, Said(text=text), f"k{n}", view.next_number)
        practice.end_talk(actor, view.id)
        note = FollowUp(disposition=Disposition.NO_AGREEMENT, note="Se habló con el titular. Sin acuerdo.")
        practice.finish(actor, view.id, note if kind == "good" else FollowUp())
        kept, card = store.attempts.get(view.id), store.scorecards.latest(view.id)
        assert kept is not None
        assert card is not None
        return kept, store.attempts.turns(view.id), card


class Floor:
    """A store with people in it. ``folder`` is where the calls to copy are played, once; ``now`` is its present."""

    def __init__(self, store: Store, folder: str, now: datetime = NOW) -> None:
        self.store, self.folder, self.now = store, folder, now

    def hire(self, name: str, role: Role = "trainee") -> Actor:
        profile = Profile(id=str(uuid4()), name=name, role=role, created_at=self.now - timedelta(weeks=20))
        self.store.profiles.add(profile)
        return Profiles(self.store, lambda: NOW).actor(profile.id)

    def cohort(self, name: str, *trainees: Actor, lead: Actor | None = None) -> Cohort:
        made = Cohort(id=str(uuid4()), name=name)
        self.store.cohorts.add(made)
        for one in trainees:
            self._place(made, one, "trainee")
        if lead is not None:
            self._place(made, lead, "manager")
        return made

    def _place(self, cohort: Cohort, one: Actor, place: str) -> None:
        stood = self.store.cohorts.memberships(one.id)
        added = Membership.model_validate({"cohort_id": cohort.id, "profile_id": one.id, "place": place})
        self.store.cohorts.place(one.id, (*stood, added))

    def again(self, actor: Actor) -> Actor:
        """The actor as the store knows them now, with the cohorts they lead."""
        return Profiles(self.store, lambda: NOW).actor(actor.id)

    def call(  # noqa: PLR0917
        self, owner: Actor, kind: str = "good", days_ago: float = 1, mode: Mode = "assessed", difficulty: int = 2,
        version: int | None = None,
    ) -> str:  # fmt: skip
        """A closed call of somebody; its id."""
        played, turns, card = _played(kind, self.folder)
        at = self.now - timedelta(days=days_ago)
        kept = played.model_copy(update={
            "id": str(uuid4()), "owner_id": owner.id, "mode": mode, "difficulty": difficulty, "created_at": at,
            "updated_at": at, "closed_at": at, "version": 1,
        })  # fmt: skip
        self.store.attempts.add(kept, turns)
        self.store.attempts.save(kept)
        judged = card if version is None else card.model_copy(update={"rubric_version": version})
        self.store.scorecards.add(kept.id, judged, at)
        return kept.id


def populated(store: Store, folder: str, now: datetime = NOW) -> tuple[Floor, Actor, Actor, tuple[Actor, ...]]:
    """Six trainees in two cohorts, Marta leading the first, Teo a trainer: better, worse, breaching, absent, new."""
    floor = Floor(store, folder, now)
    marta, teo = floor.hire("Marta Ríos", "manager"), floor.hire("Teo Paz", "trainer")
    people = tuple(
        floor.hire(n) for n in ("Ana Ruiz", "Beto Lara", "Carla Díaz", "Darío Soto", "Elsa Vega", "Fito Gil")
    )
    floor.cohort("Mañana", *people[:4], lead=marta)
    floor.cohort("Tarde", *people[4:])
    ana, beto, carla, dario, elsa, _ = people
    for week in range(8):
        for kind, owner in (("good" if week > 3 else "poor", ana), ("poor" if week > 3 else "good", beto)):
            floor.call(owner, kind, days_ago=2 + 7 * (7 - week))
        floor.call(elsa, "good", days_ago=2 + 7 * (7 - week))
    for day in (3, 10, 12, 20, 30, 33):
        floor.call(carla, "threat" if day in (3, 20) else "good", days_ago=day)
    floor.call(dario, "good", days_ago=40)
    floor.call(dario, "poor", days_ago=1, mode="practice")
    return floor, floor.again(marta), teo, people
