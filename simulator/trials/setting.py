"""Where and with whom a play takes place: countries and languages in turn, or those that a target asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scenarios.case import Case
from scenarios.generation import countries_of, generate_case, languages_in
from scenarios.scenario import Scenario
from scoring.transcript import AgreedInstalment
from simulator.debtor import Scene
from simulator.earlier import Earlier, begun
from simulator.trials.wants import Target, want_of

FIXED = frozenset({"country", "channel", "days_past_due", "contact", "promise", "irritability"})
"""What a call cannot change of itself."""
SEEDS = 6
"""Cases per country and language."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A case, and the contacts before this one."""

    case: Case
    earlier: Earlier | None = None


def settings(scenario: Scenario, on: date) -> tuple[Setting, ...]:
    """The cases of all plays: each country and language, then the next seed."""
    places = [(c, language) for c in countries_of(scenario) for language in languages_in(scenario, c)]
    return tuple(
        Setting(generate_case(scenario, country, seed, on, language))
        for seed in range(1, SEEDS + 1)
        for country, language in places
    )


def setting_for(scenario: Scenario, target: Target, known: tuple[Setting, ...], number: int) -> Setting:
    """A setting in which what the target asks of country, account or earlier contacts holds; else the next in turn."""
    turned = known[number % len(known) :] + known[: number % len(known)]
    for setting in _with_contacts(scenario, turned):
        if _suits(scenario, target, setting):
            return setting
    return turned[0]


def _with_contacts(scenario: Scenario, turned: tuple[Setting, ...]) -> Iterator[Setting]:
    yield from turned
    spec = scenario.debtor
    for promise in ("none", "broken", "kept", "part", "due"):
        for contact in (2, 3, 4):
            case = turned[0].case
            promised = AgreedInstalment(amount=case.account.instalment, date=case.account.due_date)
            earlier = Earlier(
                contact=contact, promise=promise, promised=None if promise == "none" else promised,
                anger=spec.anger, trust=spec.trust, commitment=spec.commitment,
            )  # fmt: skip
            yield Setting(case, earlier)


def _suits(scenario: Scenario, target: Target, setting: Setting) -> bool:
    state = begun(scenario.debtor, setting.earlier)
    scene = Scene(state, setting.case, frozenset(), irritability=scenario.debtor.irritability)
    ways = want_of(scenario, target).ways
    return any(all(atom.holds(scene) for atom in way if atom.name in FIXED) for way in ways)
