"""What a manager or a trainer sees of the people they follow: the overview, one person, breaches, the month.

Assessed calls only: practice is nobody's but its owner's. Used by the pages; knows the store, and no screen.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from pydantic import Field

from scenarios.load import list_scenarios
from scenarios.values import Frozen
from simulator import catalogue
from simulator.access.kept import Cohort
from simulator.accounts import Action, Actor, NotAllowed, require
from simulator.coaching_notes import CoachingNotes, Trainee
from simulator.guided import GUIDED
from simulator.home_country import country_of
from simulator.kept import Scored
from simulator.progress import Progress, progress
from simulator.store import Store
from simulator.suggestion import Suggestion, suggest
from simulator.team.breaches import Repeated, Rule, repeated, rules
from simulator.team.findings import Recurrent, met_in, recurrent
from simulator.team.kept import Asked, Counted, Desk, GateLine, Member, Scope, Window
from simulator.team.needs import Need, needs
from simulator.team.overview import Overview, overview
from simulator.team.report import Month, month
from simulator.techniques import Practised, practised

MOST_PEOPLE, DETAILED = 1_000, 200
"""More than these are looked at cohort by cohort; up to how many each is told by criterion."""
LOOKED_BACK, READ = 60, 20
"""Assessed calls of a person that the figures, and the quotations, are taken from."""
LONGEST = 53
"""Weeks at most."""


class Seen(Frozen):
    """The overview with the people who need help. ``crowded``: too many people for one page, so none is shown."""

    desk: Desk
    asked: Asked
    now: datetime.datetime
    found: Overview | None
    needs: tuple[Need, ...] = ()
    next: dict[str, Suggestion] = Field(default_factory=dict, description="what to play next, by person")
    crowded: bool = False


class OnePerson(Frozen):
    """One trainee's page. ``calls`` are the latest assessed ones, the latest first."""

    member: Member
    cohorts: tuple[Cohort, ...]
    calls: tuple[Scored, ...]
    titles: dict[str, dict[str, str]]
    progress: Progress
    missed: tuple[Recurrent, ...]
    strengths: tuple[Recurrent, ...]
    read: int
    techniques: tuple[Practised, ...]
    next: Suggestion | None


class Breaches(Frozen):
    """Breaches by rule and country, who repeats them, and the latest with their words. ``more``: there are others."""

    desk: Desk
    asked: Asked
    rules: tuple[Rule, ...]
    repeated: tuple[Repeated, ...]
    lines: tuple[GateLine, ...]
    names: dict[str, str]
    more: bool


class Report(Frozen):
    """A cohort's month. ``overridden`` of ``levels`` differ from the machine's by a person's review."""

    desk: Desk
    cohort: Cohort | None
    first: datetime.date
    month: Month
    levels: int
    overridden: int
    made_at: datetime.datetime


class TeamDesk:
    """The desk. ``clock`` gives the present instant with its zone."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime.datetime], library: catalogue.Library = list_scenarios
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self.notes = CoachingNotes(store, clock)

    def desk(self, actor: Actor) -> Desk:
        """The cohorts that the actor follows: a manager those led, a trainer all. Raises ``NotAllowed``."""
        require(actor, Action.SEE_TEAM_PROGRESS)
        every = self._store.cohorts.all()
        if actor.role == "trainer":
            return Desk(cohorts=every, everyone=True)
        led = {one.cohort_id for one in self._store.cohorts.memberships(actor.id) if one.place == "manager"}
        return Desk(cohorts=tuple(one for one in every if one.id in led), everyone=False)

    def overview(self, actor: Actor, asked: Asked) -> Seen:
        """Who needs help, how it goes. Raises ``NotAllowed``, also for a cohort that is not the actor's."""
        desk = self.desk(actor)
        scope, now = _scope(desk, asked.cohort), self._clock()
        window = _weeks(now.astimezone(_zone(desk, asked.cohort) or now.tzinfo), asked.weeks)
        members = self._store.team.members(scope, MOST_PEOPLE + 1)
        if len(members) > MOST_PEOPLE:
            return Seen(desk=desk, asked=asked, now=now, found=None, crowded=True)
        found = overview(self._counted(scope, window, members), window.starts(), asked.rubric, asked.difficulty)
        who = needs(found, now)
        following = {need.line.member.id: self._next(need.line.member.id, need.criterion) for need in who}
        told = {member: one for member, one in following.items() if one is not None}
        return Seen(desk=desk, asked=asked, now=now, found=found, needs=who, next=told)

    def trainee(self, actor: Actor, profile_id: str) -> OnePerson:
        """One person's assessed calls. Raises ``NotAllowed``, in the same words where there is no such person."""
        desk = self.desk(actor)
        require(actor, Action.READ_SCORE, Trainee(owner_id=profile_id))
        profile = self._store.profiles.get(profile_id)
        if profile is None or (profile.role != "trainee" and profile_id not in actor.leads):
            raise NotAllowed(Action.READ_SCORE)
        inside = {one.cohort_id for one in self._store.cohorts.memberships(profile_id) if one.place == "trainee"}
        scored = self._store.team.scored(profile_id, LOOKED_BACK)
        judged = self._store.team.judged(profile_id, READ)
        return OnePerson(
            member=Member(id=profile.id, name=profile.name),
            cohorts=tuple(one for one in desk.cohorts if one.id in inside),
            calls=tuple(reversed(scored)), titles={one.attempt_id: one.title for one in judged},
            progress=progress(scored), missed=recurrent(judged, met=False), strengths=recurrent(judged, met=True),
            read=len(judged), techniques=practised(met_in(judged)), next=self._next(profile_id, None, scored),
        )  # fmt: skip

    def breaches(  # noqa: PLR0913, PLR0917 - what the page lets one choose
        self, actor: Actor, asked: Asked, gate: str | None, country: str | None, status: str | None, limit: int
    ) -> Breaches:
        """Breaches and possible breaches. Raises ``NotAllowed``."""
        desk = self.desk(actor)
        scope, now = _scope(desk, asked.cohort), self._clock()
        window = _weeks(now.astimezone(_zone(desk, asked.cohort) or now.tzinfo), asked.weeks)
        lines = self._store.team.breaches(scope, window, gate, country, status, limit + 1)
        members = self._store.team.members(scope, 10 * MOST_PEOPLE)
        counts = self._store.team.gate_rows(scope, window)
        return Breaches(
            desk=desk, asked=asked, rules=rules(counts),
            repeated=repeated(counts, members), lines=lines[:limit], names={one.id: one.name for one in members},
            more=len(lines) > limit,
        )  # fmt: skip

    def report(self, actor: Actor, cohort: str | None, first: datetime.date | None = None) -> Report:
        """A month, beginning on ``first``; the last whole one by default. Raises ``NotAllowed``.

        Where there are too many people for one page and no cohort is named, it is the first cohort's.
        """
        desk = self.desk(actor)
        if cohort is None and desk.cohorts and self._crowded(_scope(desk, None)):
            cohort = desk.cohorts[0].id
        scope, now = _scope(desk, cohort), self._clock()
        now = now.astimezone(_zone(desk, cohort) or now.tzinfo)
        first = (first or _before(now.date().replace(day=1))).replace(day=1)
        window = _two_months(first, now)
        members = self._store.team.members(scope, MOST_PEOPLE)
        counted = self._counted(scope, window, members)
        alone = Window(edges=window.edges[1:])
        counted = replace(counted, promises=self._store.team.promises(scope, alone))
        starts = window.starts()
        levels, overridden = self._store.team.overridden(scope, alone)
        return Report(
            desk=desk, cohort=next((one for one in desk.cohorts if one.id == cohort), None), first=first,
            month=month(counted, (starts[0], starts[1]), min(window.edges[-1], now)), levels=levels,
            overridden=overridden, made_at=now,
        )  # fmt: skip

    def _crowded(self, scope: Scope) -> bool:
        return len(self._store.team.members(scope, MOST_PEOPLE + 1)) > MOST_PEOPLE

    def _counted(self, scope: Scope, window: Window, members: tuple[Member, ...]) -> Counted:
        team = self._store.team
        cells = team.cells if len(members) <= DETAILED else team.cells_together
        return Counted(
            members=members, cells=cells(scope, window), calls=team.calls(scope, window),
            gates=team.gates(scope, window), promises=team.promises(scope, window), last=team.last_closed(scope),
        )  # fmt: skip

    def _next(
        self, profile_id: str, criterion: str | None, scored: tuple[Scored, ...] | None = None
    ) -> Suggestion | None:
        """What the person might play next, by assessed calls alone; of what trains ``criterion``, if one is named."""
        profile = self._store.profiles.get(profile_id)
        if profile is None:
            return None
        offered = [s for s in catalogue.offered(self._library, profile.language) if s.id != GUIDED]
        training = [s for s in offered if criterion in s.skills] or offered
        known = self._store.team.scored(profile_id, LOOKED_BACK) if scored is None else scored
        return suggest(known, training, None, country_of(profile))


def _scope(desk: Desk, cohort: str | None) -> Scope:
    """The cohort asked for, else all that the desk holds. One that is not the desk's is refused."""
    known = tuple(one.id for one in desk.cohorts)
    if cohort is None:
        return Scope(cohorts=None if desk.everyone else known)
    if cohort not in known:
        raise NotAllowed(Action.SEE_TEAM_PROGRESS)
    return Scope(cohorts=(cohort,))


def _zone(desk: Desk, cohort: str | None) -> datetime.tzinfo | None:
    """The zone of the cohort asked for, or of the only one; ``None`` where none is set."""
    wanted: Mapping[str, Cohort] = {one.id: one for one in desk.cohorts}
    one = wanted.get(cohort or "") or (desk.cohorts[0] if len(desk.cohorts) == 1 else None)
    return ZoneInfo(one.time_zone) if one and one.time_zone else None


def _weeks(now: datetime.datetime, weeks: int) -> Window:
    """So many weeks, Monday to Monday, the present one the last."""
    weeks = min(max(weeks, 1), LONGEST)
    monday = now.date() - datetime.timedelta(days=now.weekday())
    days = [monday + datetime.timedelta(weeks=n - weeks + 1) for n in range(weeks + 1)]
    return Window(edges=tuple(_midnight(day, now) for day in days))


def _two_months(first: datetime.date, now: datetime.datetime) -> Window:
    return Window(edges=tuple(_midnight(day, now) for day in (_before(first), first, _after(first))))


def _midnight(day: datetime.date, now: datetime.datetime) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), now.tzinfo)


def _before(first: datetime.date) -> datetime.date:
    """The first day of the month before."""
    return (first - datetime.timedelta(days=1)).replace(day=1)


def _after(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=31)).replace(day=1)
