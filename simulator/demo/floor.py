"""Who works on the demo's floor: cohorts, their people, and the course each trainee's weeks will take. Pure."""

from datetime import date, timedelta
from typing import Literal

from scenarios.country import load_country
from scenarios.draws import Drawing, stream
from scenarios.persona import draw_gender, draw_name
from scenarios.values import Country, Frozen, Language
from simulator.kept import Role

Course = Literal["improves", "steady", "stalls", "stops", "newcomer", "breaks_rules"]
COURSES: tuple[Course, ...] = (
    "improves", "stalls", "breaks_rules", "newcomer", "improves", "steady", "stops", "improves", "improves",
    "stalls", "steady", "improves", "newcomer", "improves",
)  # fmt: skip
"""In turn through a cohort, so that even a small one has the usual mix."""


class Squad(Frozen):
    """A cohort of the demo. ``trainees`` are so many people; ``team`` is what they are counted to."""

    name: str
    country: Country
    language: Language
    site: str
    shift: str
    time_zone: str
    team: str
    trainees: int


class Somebody(Frozen):
    """A person of the demo. ``squads`` are the names of the cohorts they are in, or lead; staff have no course."""

    key: str
    name: str
    role: Role
    language: Language
    team: str = ""
    squads: tuple[str, ...] = ()
    course: Course | None = None


class Floor(Frozen):
    """The whole demo before anything is played. ``on`` is the day after the last one played."""

    squads: tuple[Squad, ...]
    people: tuple[Somebody, ...]
    weeks: int
    on: date
    seed: int

    @property
    def first(self) -> date:
        """The Monday on which it begins."""
        began = self.on - timedelta(weeks=self.weeks)
        return began - timedelta(days=began.weekday())

    @property
    def trainees(self) -> tuple[Somebody, ...]:
        """Those who practise."""
        return tuple(person for person in self.people if person.role == "trainee")

    def squad_of(self, person: Somebody) -> Squad:
        """A trainee's cohort."""
        return next(squad for squad in self.squads if squad.name in person.squads)


MEXICO = Squad(name="México temprana", country="MX", language="es", site="Ciudad de México", shift="Matutino",
               time_zone="America/Mexico_City", team="Cobranza temprana", trainees=14)  # fmt: skip
SANTIAGO = Squad(name="Santiago", country="CL", language="es", site="Santiago", shift="Tarde",
                 time_zone="America/Santiago", team="Consumo", trainees=13)  # fmt: skip
MANCHESTER = Squad(name="Manchester early arrears", country="GB", language="en", site="Manchester", shift="Day",
                   time_zone="Europe/London", team="Early arrears", trainees=13)  # fmt: skip


def whole_floor(on: date, seed: int) -> Floor:
    """Three cohorts, forty trainees, twelve weeks."""
    squads = (MEXICO, SANTIAGO, MANCHESTER)
    leads = ((MEXICO, (MEXICO, SANTIAGO)), (MANCHESTER, (MANCHESTER,)))
    return _floor(squads, leads, on, seed, weeks=12)


def small_floor(on: date, seed: int) -> Floor:
    """Two cohorts, eight trainees, four weeks: for tests and pictures."""
    squads = tuple(squad.model_copy(update={"trainees": 4}) for squad in (MEXICO, MANCHESTER))
    return _floor(squads, ((squads[0], squads),), on, seed, weeks=4)


def more_trainees(floor: Floor, count: int) -> tuple[Somebody, ...]:
    """So many more people for the cohorts, in turn; they are not on the floor, and nobody plays them."""
    found = []
    for number in range(count):
        round_, at = divmod(number, len(floor.squads))
        squad = floor.squads[at]
        found.append(_trainee(squad, squad.trainees + round_, floor.seed))
    return tuple(found)


def _floor(
    squads: tuple[Squad, ...], leads: tuple[tuple[Squad, tuple[Squad, ...]], ...], on: date, seed: int, weeks: int
) -> Floor:
    """``leads``: for each manager, where they come from and which cohorts they lead."""
    people = [_staff("administrator", 1, squads[0], (), seed), _staff("trainer", 1, squads[0], (), seed)]
    people += [
        _staff("manager", n, home, tuple(squad.name for squad in led), seed)
        for n, (home, led) in enumerate(leads, start=1)
    ]
    for squad in squads:
        people += [_trainee(squad, n, seed) for n in range(squad.trainees)]
    return Floor(squads=squads, people=tuple(people), weeks=weeks, on=on, seed=seed)


def _staff(role: Role, number: int, home: Squad, led: tuple[str, ...], seed: int) -> Somebody:
    key = f"{role} {number}"
    return Somebody(key=key, name=_name(home, key, seed), role=role, language=home.language, squads=led)


def _trainee(squad: Squad, number: int, seed: int) -> Somebody:
    key = f"{squad.country} {number + 1}"
    return Somebody(
        key=key, name=_name(squad, key, seed), role="trainee", language=squad.language, team=squad.team,
        squads=(squad.name,), course=COURSES[number % len(COURSES)],
    )  # fmt: skip


def _name(squad: Squad, key: str, seed: int) -> str:
    """A name of the country; the day plays no part in it."""
    rng = stream("demo", seed, "name", key)
    drawing = Drawing(load_country(squad.country), squad.language, date.min, rng)
    name = " ".join(draw_name(drawing, draw_gender(rng)))
    return name.replace("Hernádez", "Hernández")  # so misspelt among the names of the library that we draw from
