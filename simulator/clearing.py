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
from scoring.rubrics import RubricError
from simulator.accounts import Action, Actor, require
from simulator.certifying import Clearance, Definition, Outcome, Sat, clearance
from simulator.rubric_shelf import RubricShelf
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
    sittings = store.sittings.of(people)
    rubrics = {name: _hash_today(store, name) for name in {sitting.rubric for sitting in sittings}}
    for sitting in sittings:
        creditor = creditor_of(sitting.creditor, sitting.country)
        if creditor:
            sat = _as_sat(sitting, creditor, rubrics[sitting.rubric])
            found.setdefault((sitting.owner_id, sitting.country, creditor), []).append(sat)
    return found


def _as_sat(sitting: Sitting, creditor: str, rubric_hash: str | None) -> Sat:
    return Sat(
        attempt_id=sitting.attempt_id, scenario=sitting.scenario, began_at=sitting.began_at,
        closed_at=sitting.closed_at, outcome=outcome_of(sitting), seen_before=sitting.seen_before,
        rules_hold=rubric_hash is not None and sitting.rules == rules_of(sitting.country, creditor, rubric_hash),
    )  # fmt: skip


def _hash_today(store: Store, rubric: str) -> str | None:
    """That of the rubric as new calls are scored with it, be it one that ships or a trainer's; ``None`` where it is
    offered no longer.
    """
    try:
        return RubricShelf(store).load(rubric).content_hash
    except RubricError:
        return None


def outcome_of(sitting: Sitting) -> Outcome:
    """What came of a call. What a person decided about a breach counts, whichever way; one that nobody has decided yet
    waits, and accuses nobody.
    """
    if sitting.result == "passed":
        return "passed"
    if sitting.result == "review":
        return "waits"
    return "gate" if sitting.breach else "failed"
