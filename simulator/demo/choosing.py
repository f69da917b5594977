"""Which call a trainee of the demo makes: the guided one first, then what the app suggests, or one that fits."""

from functools import lru_cache
from typing import Literal

from scenarios.draws import stream
from scenarios.generation import countries_of, languages_in
from scenarios.load import list_scenarios
from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from scenarios.values import Frozen
from simulator.demo.days import Sitting
from simulator.demo.floor import Floor, Somebody, Squad
from simulator.guided import GUIDED
from simulator.suggestion import Suggestion

SUGGESTED, RECORDED = 0.5, 0.12
"""How often one does what the app suggests; how often a call is one of the library's recorded ones."""
Kind = Literal["good", "mixed", "bad"]


class Chosen(Frozen):
    """A call to be made. ``recorded``: as this playthrough of the library, word for word."""

    scenario: Scenario
    recorded: Playthrough | None = None


@lru_cache(maxsize=8)
def offered(squad: Squad) -> tuple[Scenario, ...]:
    """What can be played where the squad is, the easiest first."""
    here = (
        s for s in list_scenarios()
        if squad.country in countries_of(s) and squad.language in languages_in(s, squad.country)
    )  # fmt: skip
    return tuple(sorted(here, key=lambda s: (s.difficulty, s.id)))


def choose(
    floor: Floor, person: Somebody, sitting: Sitting, suggestion: Suggestion | None, taken: frozenset[str]
) -> Chosen:
    """The call of a sitting. ``taken`` are the recorded calls that the person has made, by scenario and name."""
    squad = floor.squad_of(person)
    here, rng = offered(squad), stream("demo", floor.seed, "choice", person.key, sitting.number)
    if sitting.number == 0:
        return Chosen(scenario=next(s for s in here if s.id == GUIDED))
    if sitting.mode == "assessed":
        return Chosen(scenario=_of_the_month(here, squad, sitting.week, floor.seed))
    recorded = _recorded(floor, person, sitting, here, taken)
    if recorded and rng.random() < RECORDED:
        return rng.choice(recorded)
    suggested = [s for s in here if suggestion and s.id == suggestion.scenario_id]
    if suggested and rng.random() < SUGGESTED:
        return Chosen(scenario=suggested[0])
    return Chosen(scenario=rng.choice([s for s in here if s.difficulty <= 2 + 3 * sitting.skill]))


def _of_the_month(here: tuple[Scenario, ...], squad: Squad, week: int, seed: int) -> Scenario:
    """The assessed call of a cohort: the same scenario for everybody, each with a case of their own."""
    middling = [s for s in here if 2 <= s.difficulty <= 3 and s.channel == "call" and s.contact is None]
    return stream("demo", seed, "assessed", squad.name, week).choice(middling)


def _recorded(
    floor: Floor, person: Somebody, sitting: Sitting, here: tuple[Scenario, ...], taken: frozenset[str]
) -> list[Chosen]:
    """The recorded calls that suit the person's skill, each given to one trainee of the cohort only."""
    squad = floor.squad_of(person)
    fellows = [one.key for one in floor.trainees if one.squads == person.squads]
    kind: Kind = "good" if sitting.skill > 0.66 else "mixed" if sitting.skill > 0.33 else "bad"
    found = []
    for scenario in here:
        for number, call in enumerate(scenario.playthroughs):
            whose = stream("demo", floor.seed, "recorded", scenario.id, number).choice(fellows)
            suits = call.name.startswith(kind) and (call.country, call.language) == (squad.country, squad.language)
            alone = not call.earlier and scenario.contact is None
            if suits and alone and whose == person.key and f"{scenario.id}/{call.name}" not in taken:
                found.append(Chosen(scenario=scenario, recorded=call))
    return found
