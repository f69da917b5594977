"""Who is cleared for live contacts: the certificate's definition, and where people stand with it."""

import datetime
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

import scenarios
from scenarios.complaints import problems_of
from scenarios.creditor import creditors
from scenarios.problem import ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen
from scoring.rubrics import load_rubric, rubric_ids
from simulator.accounts import Action, Actor, require
from simulator.certifying import Clearance, Definition, Outcome, Sat, clearance
from simulator.rules_in_force import creditor_of, rules_of
from simulator.store import Store
from simulator.store.sittings import Sitting

FILE = Path(scenarios.__file__).parent / "certificates" / "live_contacts.yaml"


class _File(Definition):
    format: int = 1


class Held(Frozen):
    """Where somebody stands in one country with one creditor. ``creditor_name`` is the one it has there."""

    profile_id: str
    country: Country
    creditor: str
    creditor_name: str
    clearance: Clearance


@lru_cache(maxsize=1)
def definition() -> Definition:
    """What the certificate asks for. Raises ``ScenarioError`` with the line."""
    root = read_nodes(read_text(FILE), FILE.name)
    try:
        return Definition.model_validate(_File.model_validate(root.plain()).model_dump(exclude={"format"}))
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, _File)) from None


def cleared(store: Store, profile_id: str, country: Country, creditor: str, on: datetime.datetime) -> Clearance:
    """Where a person stands at the instant ``on``, in a country, with a creditor by its id. Asks for no leave."""
    sat = _sat(store, [profile_id]).get((profile_id, country, creditor), [])
    return clearance(definition(), sat, on)


class Clearing:
    """Clearances, for oneself and for those who assign."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def mine(self, actor: Actor, also: Iterable[tuple[Country, str]] = ()) -> tuple[Held, ...]:
        """The actor's own: wherever they made an assessed call, and for the countries and creditors in ``also``."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return self._held([actor.id], also)

    def of(self, actor: Actor, people: Collection[str]) -> tuple[Held, ...]:
        """Those of other people, by person; a manager's only of trainees they lead. Raises ``NotAllowed``."""
        require(actor, Action.ASSIGN)
        return self._held([p for p in people if actor.role != "manager" or p in actor.leads])

    def _held(self, people: Collection[str], also: Iterable[tuple[Country, str]] = ()) -> tuple[Held, ...]:
        now, found = self._clock(), _sat(self._store, people)
        for country, creditor in also:
            for person in people:
                found.setdefault((person, country, creditor), [])
        return tuple(
            Held(
                profile_id=person, country=country, creditor=creditor, creditor_name=_name(creditor, country),
                clearance=clearance(definition(), sat, now),
            )
            for (person, country, creditor), sat in sorted(found.items())
        )  # fmt: skip


def _name(creditor: str, country: Country) -> str:
    return next((c.offices[country].name for c in creditors() if c.id == creditor and country in c.offices), creditor)


def _sat(store: Store, people: Collection[str]) -> dict[tuple[str, Country, str], list[Sat]]:
    """The assessed calls by person, country and creditor; a creditor that is gone takes its calls along."""
    found: dict[tuple[str, Country, str], list[Sat]] = {}
    for sitting in store.sittings.of(people):
        creditor = creditor_of(sitting.creditor, sitting.country)
        if creditor:
            sat = _as_sat(sitting, creditor)
            found.setdefault((sitting.owner_id, sitting.country, creditor), []).append(sat)
    return found


def _as_sat(sitting: Sitting, creditor: str) -> Sat:
    return Sat(
        attempt_id=sitting.attempt_id, scenario=sitting.scenario, began_at=sitting.began_at,
        closed_at=sitting.closed_at, outcome=outcome_of(sitting), seen_before=sitting.seen_before,
        rules_hold=_rules_hold(sitting, creditor),
    )  # fmt: skip


def _rules_hold(sitting: Sitting, creditor: str) -> bool:
    return sitting.rules == _rules_of_today(sitting.country, creditor, sitting.rubric)


@lru_cache(maxsize=256)
def _rules_of_today(country: Country, creditor: str, rubric: str) -> str | None:
    """The fingerprint of the rules as they are in this process; ``None`` where the rubric is not one that ships."""
    if rubric not in rubric_ids():
        return None
    return rules_of(country, creditor, load_rubric(rubric).content_hash)


@lru_cache(maxsize=64)
def _pass_mark(rubric: str) -> float:
    """The mark of a rubric that ships; beyond every total where it does not."""
    return load_rubric(rubric).pass_mark if rubric in rubric_ids() else 101


def outcome_of(sitting: Sitting) -> Outcome:
    """What came of a call. A gate stands where the machine is sure, or a person failed a call that reached the mark:
    where one cannot tell points from a gate, nobody is accused.
    """
    if sitting.result == "passed":
        return "passed"
    if sitting.result == "review":
        return "waits"
    reached = sitting.gates and sitting.total is not None and sitting.total >= _pass_mark(sitting.rubric)
    return "gate" if sitting.breach or (reached and sitting.result == "failed") else "failed"
