"""Bringing a roster in: newcomers are invited, leavers shut out, the others brought up to date.

People are known by their name. What would be done is told first and done when it is asked for; with one fault anywhere
nothing is done. An import that was cut off is finished by asking for it again: what was done is then
brought up to date.
"""

import datetime
from collections.abc import Callable
from typing import Literal
from uuid import uuid4

from scenarios.values import Frozen
from simulator.access.invitations import Invitations, invitation_of
from simulator.access.kept import Account, Cohort, Membership, Newcomer, Person, Place
from simulator.access.people import People
from simulator.access.roster import Fault, Roster, Row, as_csv
from simulator.access.tokens import new_token
from simulator.accounts import Actor
from simulator.kept import Profile, Role
from simulator.store import Store
from simulator.store.accounts import sign_in_key

What = Literal["invite", "update", "disable", "nothing"]


class Step(Frozen):
    """What a row comes to. ``profile_id`` is empty for a newcomer."""

    row: Row
    what: What
    profile_id: str = ""


class Plan(Frozen):
    """What importing would do. With ``faults`` it cannot be carried out."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]

    def count(self, what: What) -> int:
        """How many rows come to this."""
        return sum(step.what == what for step in self.steps)


class Invited(Frozen):
    """A newcomer's one-time token, told once."""

    name: str
    role: Role
    cohort: str
    token: str


class Importing:
    """A roster's way in."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        people: People,
        invitations: Invitations,
    ) -> None:
        self._store, self._clock, self._people, self._invitations = store, clock, people, invitations

    def plan(self, actor: Actor, roster: Roster) -> Plan:
        """What each row would come to. Raises ``NotAllowed``."""
        everybody: dict[str, list[Person]] = {}
        for person in self._people.all(actor):
            everybody.setdefault(person.profile.name.casefold(), []).append(person)
        faults = [*roster.faults, *_at_odds(roster.rows, self._store.cohorts.all())]
        steps = []
        for row in roster.rows:
            found = everybody.get(row.name.casefold(), [])
            if len(found) > 1:
                faults.append(_ambiguous(row))
            else:
                steps.append(_step(row, found[0] if found else None))
        return Plan(steps=tuple(steps), faults=tuple(sorted(faults, key=lambda fault: fault.line)))

    def carry_out(self, actor: Actor, plan: Plan) -> tuple[Invited, ...]:
        """Do it; returns the newcomers with their links' tokens. A plan with faults does nothing."""
        if plan.faults:
            return ()
        cohorts, now = self._cohorts(actor, plan), self._clock()
        new = [step.row for step in plan.steps if step.what == "invite" and not step.profile_id]
        tokens = [new_token() for _ in new]
        pairs = zip(new, tokens, strict=True)
        self._people.add_all(actor, [_newcomer(row, token, cohorts, now) for row, token in pairs])
        known = [self._do(actor, step, cohorts) for step in plan.steps if step.profile_id]
        return (*(_invited(*pair) for pair in zip(new, tokens, strict=True)), *(one for one in known if one))

    def _do(self, actor: Actor, step: Step, cohorts: dict[str, Cohort]) -> Invited | None:
        """What a row comes to for somebody who is known."""
        row, profile_id = step.row, step.profile_id
        if step.what == "disable":
            self._people.disable(actor, profile_id)
        if step.what not in ("update", "invite"):
            return None
        self._people.set_role(actor, profile_id, row.role)
        places = _places(row, profile_id, cohorts)
        if places:
            self._people.place(actor, profile_id, places)
        invited = _invited(row, self._invitations.link_for(actor, profile_id)) if step.what == "invite" else None
        self._people.set_team(actor, profile_id, row.team)
        return invited

    def _cohorts(self, actor: Actor, plan: Plan) -> dict[str, Cohort]:
        """Every cohort by its key; those that the plan names and nobody has made are made."""
        known = {sign_in_key(cohort.name): cohort for cohort in self._store.cohorts.all()}
        for step in plan.steps:
            row, key = step.row, sign_in_key(step.row.cohort)
            if key and key not in known and step.what in ("invite", "update"):
                known[key] = self._people.add_cohort(actor, _cohort(row))
        return known


def links_as_csv(invited: tuple[Invited, ...], base: str) -> bytes:
    """The newcomers and their links, to be handed out one by one."""
    rows = ((one.name, one.role, one.cohort, f"{base}/invitation?token={one.token}") for one in invited)
    return as_csv(("name", "role", "cohort", "link"), rows)


def _places(row: Row, profile_id: str, cohorts: dict[str, Cohort]) -> tuple[Membership, ...]:
    cohort = cohorts.get(sign_in_key(row.cohort))
    place: Place = "manager" if row.role == "manager" else "trainee"
    return (Membership(cohort_id=cohort.id, profile_id=profile_id, place=place),) if cohort else ()


def _newcomer(row: Row, token: str, cohorts: dict[str, Cohort], now: datetime.datetime) -> Newcomer:
    profile = Profile(id=str(uuid4()), name=row.name, role=row.role, created_at=now)
    return Newcomer(
        profile=profile,
        account=Account(profile_id=profile.id, team=row.team, created_at=now),
        invitation=invitation_of(profile.id, token, now),
        memberships=_places(row, profile.id, cohorts),
    )


def _invited(row: Row, token: str) -> Invited:
    return Invited(name=row.name, role=row.role, cohort=row.cohort, token=token)


def _step(row: Row, person: Person | None) -> Step:
    if person is None:
        return Step(row=row, what="nothing" if row.leaver else "invite")
    shut = person.account is not None and person.account.disabled_at is not None
    if row.leaver:
        return Step(row=row, what="nothing" if shut else "disable", profile_id=person.profile.id)
    inside = person.account is not None and person.account.password_hash is not None
    fine = not shut and (inside or person.invited_until is not None)
    return Step(row=row, what="update" if fine else "invite", profile_id=person.profile.id)


def _at_odds(rows: tuple[Row, ...], cohorts: tuple[Cohort, ...]) -> list[Fault]:
    """Rows that say of a cohort what another row, or the cohort itself, says otherwise."""
    said = {sign_in_key(c.name): (0, (c.site, c.shift, c.time_zone)) for c in cohorts}
    faults = []
    for row in rows:
        if not row.cohort or row.leaver:
            continue
        line, stands = said.setdefault(sign_in_key(row.cohort), (row.line, (row.site, row.shift, row.time_zone)))
        if any(now and now != then for now, then in zip((row.site, row.shift, row.time_zone), stands, strict=True)):
            before = " · ".join(part for part in stands if part) or "–"
            where_es, where_en = (f"fila {line}", f"row {line}") if line else ("ya registrado", "as it stands")
            faults.append(Fault(
                line=row.line, es=f"el grupo {row.cohort} tiene otros datos ({where_es}: {before})",
                en=f"cohort {row.cohort} has other details ({where_en}: {before})",
            ))  # fmt: skip
    return faults


def _ambiguous(row: Row) -> Fault:
    return Fault(
        line=row.line, es=f"aquí hay más de una persona llamada {row.name}; cámbiela en la página Personas",
        en=f"more than one person here is called {row.name}; change them on the page People",
    )  # fmt: skip


def _cohort(row: Row) -> Cohort:
    return Cohort(id=str(uuid4()), name=row.cohort, site=row.site, shift=row.shift, time_zone=row.time_zone)
