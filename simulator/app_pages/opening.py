"""The one place where the pages get their store and their clock."""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from scenarios.load import list_scenarios
from simulator.access.audit import audited
from simulator.access.importing import Importing
from simulator.access.invitations import Invitations
from simulator.access.joining import Joining
from simulator.access.passwords import Passwords
from simulator.access.people import People
from simulator.access.sessions import Sessions
from simulator.authoring import Authoring
from simulator.background import Jobs
from simulator.calibrating.rounds import Rounds
from simulator.data_care import DataCare
from simulator.deliveries import Deliveries
from simulator.drill_desk import DrillDesk
from simulator.exporting import Exporting
from simulator.helplines import Helplines, load_helplines
from simulator.improving import Improve
from simulator.installed import Workspace
from simulator.looking import Looking
from simulator.notices import NoticeBoard
from simulator.own_time import own_time
from simulator.person_data import PersonData
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.publishing import Publishing
from simulator.review_list import ReviewList
from simulator.reviewing import Reviewing
from simulator.rubric_studio import RubricStudio
from simulator.settings import Settings, load_settings
from simulator.store import Store
from simulator.studio.explorations import Explorations
from simulator.studio.offered import title_of, with_played, with_published
from simulator.team_desk import TeamDesk
from simulator.workspace import WorkspaceDesk, workspace_of

if TYPE_CHECKING:
    from simulator.drills.replay import Replayed


@cache
def open_store(database_url: str) -> Store:
    """The database of this process, opened once. Raises ``StoreError``."""
    return Store.open(database_url)


def instant() -> datetime.datetime:
    """The present instant; the only clock of this process."""
    return datetime.datetime.now(datetime.UTC)


def now() -> datetime.datetime:
    """The present instant in the workspace's time zone: its day is today, for everybody."""
    return instant().astimezone(zone())


def own_now(profile_id: str, environ: Mapping[str, str] = os.environ) -> datetime.datetime:
    """The present instant where this person works: their day and hour. Raises ``SettingsError`` or ``StoreError``."""
    return own_time(open_store(load_settings(environ).database_url), profile_id, now())


def zone(environ: Mapping[str, str] = os.environ) -> datetime.tzinfo | None:
    """The workspace's time zone; ``None`` for the server's own. Raises ``SettingsError`` or ``StoreError``."""
    return workspace(environ).zone


def workspace(environ: Mapping[str, str] = os.environ) -> Workspace:
    """What administrators chose for everybody; a change is seen within seconds, at once where it was made.

    Raises ``SettingsError`` or ``StoreError``.
    """
    url = load_settings(environ).database_url
    seen_at, found = _WORKSPACES.get(url, (datetime.datetime.min.replace(tzinfo=datetime.UTC), None))
    if found is None or instant() - seen_at > FRESH:
        found = workspace_of(open_store(url))
        _WORKSPACES[url] = (instant(), found)
    return found


def look_again() -> None:
    """The workspace was changed here: the next page reads it anew."""
    _WORKSPACES.clear()


FRESH = datetime.timedelta(seconds=5)
_WORKSPACES: dict[str, tuple[datetime.datetime, Workspace]] = {}


@dataclass(frozen=True, slots=True)
class FloorDesk:
    """What an administrator arranges for everybody with."""

    workspace: WorkspaceDesk
    notices: NoticeBoard
    care: DataCare
    persons: PersonData
    settings: Settings


def floor_desk(environ: Mapping[str, str] = os.environ) -> FloorDesk:
    """The workspace, notices and the care of data. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    store = open_store(settings.database_url)
    return FloorDesk(
        WorkspaceDesk(store, now), NoticeBoard(store, now), DataCare(store, now, settings), PersonData(store, now),
        settings,
    )  # fmt: skip


def practice_and_profiles(environ: Mapping[str, str] = os.environ) -> tuple[Practice, Profiles]:
    """What a visit works with. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    store = open_store(settings.database_url)
    return Practice(store, now, with_published(store)), Profiles(store, now, chosen=settings.access == "solo")


def sessions(environ: Mapping[str, str] = os.environ) -> Sessions:
    """Who is signed in. Raises ``SettingsError`` or ``StoreError``."""
    store = open_store(load_settings(environ).database_url)
    return Sessions(store, now, audited(store, now))


@dataclass(frozen=True, slots=True)
class PeopleDesk:
    """What an administrator works with. ``base`` is the address before the path of a link."""

    people: People
    invitations: Invitations
    importing: Importing
    joining: Joining
    base: str


def people_desk(environ: Mapping[str, str] = os.environ) -> PeopleDesk:
    """Who may come in. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    store = open_store(settings.database_url)
    audit = audited(store, now)
    people, invitations = People(store, now, audit), Invitations(store, now, Passwords(), audit)
    importing = Importing(store, now, people, invitations)
    return PeopleDesk(people, invitations, importing, Joining(store, now), settings.public_url)


def by_provider(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the company's single sign-on lets people in, so that there are no passwords. Raises ``SettingsError``."""
    return load_settings(environ).access == "sso"


def signs_in(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether people sign in here, instead of choosing a profile. Raises ``SettingsError``."""
    return load_settings(environ).access != "solo"


def scenario_title(scenario_id: str, language: str, environ: Mapping[str, str] = os.environ) -> str:
    """What a scenario is called, whoever wrote it. Raises ``SettingsError`` or ``StoreError``."""
    return title_of(open_store(load_settings(environ).database_url), scenario_id, language)


def portfolio_desk(environ: Mapping[str, str] = os.environ) -> PortfolioDesk:
    """What the pages of portfolio mode work with. Raises ``SettingsError`` or ``StoreError``."""
    return PortfolioDesk(open_store(load_settings(environ).database_url), now)


def drill_desk(environ: Mapping[str, str] = os.environ) -> DrillDesk:
    """What the pages of drills work with. Raises ``SettingsError`` or ``StoreError``."""
    return DrillDesk(open_store(load_settings(environ).database_url), now)


def rubric_studio(environ: Mapping[str, str] = os.environ) -> RubricStudio:
    """What the pages of rubrics work with. Raises ``SettingsError`` or ``StoreError``."""
    return RubricStudio(open_store(load_settings(environ).database_url), now)


def improve_desk(environ: Mapping[str, str] = os.environ) -> Improve:
    """What the pages of improving work with. Raises ``SettingsError`` or ``StoreError``."""
    store = open_store(load_settings(environ).database_url)
    return Improve(store, now, with_played(store))


@cache
def jobs() -> Jobs:
    """What this process does beside the pages."""
    return Jobs()


def authoring(environ: Mapping[str, str] = os.environ) -> Authoring:
    """What the pages of the studio work with. Raises ``SettingsError`` or ``StoreError``."""
    return Authoring(open_store(load_settings(environ).database_url), now)


def looking(environ: Mapping[str, str] = os.environ) -> Looking:
    """What scenarios are seen and tried with. Raises ``SettingsError`` or ``StoreError``."""
    return Looking(open_store(load_settings(environ).database_url), authoring(environ))


def publishing(environ: Mapping[str, str] = os.environ) -> Publishing:
    """What gives a trainer's scenario to trainees. Raises ``SettingsError`` or ``StoreError``."""
    return Publishing(open_store(load_settings(environ).database_url), now, authoring(environ))


@cache
def explorations() -> Explorations:
    """What is being explored in this process."""
    return Explorations()


def team_desk(environ: Mapping[str, str] = os.environ) -> TeamDesk:
    """What the manager's desk works with. Raises ``SettingsError`` or ``StoreError``."""
    store = open_store(load_settings(environ).database_url)
    return TeamDesk(store, now, with_published(store))


def exporting(environ: Mapping[str, str] = os.environ) -> Exporting:
    """What leaves as a file. Raises ``SettingsError`` or ``StoreError``."""
    return Exporting(open_store(load_settings(environ).database_url), now)


def deliveries(environ: Mapping[str, str] = os.environ) -> Deliveries:
    """What goes to the record store. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    return Deliveries(open_store(settings.database_url), now, settings.lrs_url)


def reviewing(environ: Mapping[str, str] = os.environ) -> Reviewing:
    """What persons decide about assessed calls. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    return Reviewing(open_store(settings.database_url), now, settings.contest_days)


def review_list(environ: Mapping[str, str] = os.environ) -> ReviewList:
    """The list of what waits for review. Raises ``SettingsError`` or ``StoreError``."""
    settings = load_settings(environ)
    return ReviewList(open_store(settings.database_url), now, settings.contest_days)


def rounds(environ: Mapping[str, str] = os.environ) -> Rounds:
    """Calibration rounds. Raises ``SettingsError`` or ``StoreError``."""
    return Rounds(open_store(load_settings(environ).database_url), now)


def helplines(environ: Mapping[str, str] = os.environ) -> Helplines:
    """What the agency names for people in need: in the workspace, else in its file.

    Raises ``SettingsError`` or ``BadHelplines``.
    """
    chosen = workspace(environ).helplines
    return load_helplines(load_settings(environ).helplines) if chosen is None else chosen


def warm_up(settings: Settings) -> None:
    """Load what the first visitor would wait for: the library, the reader and its weights, the scoring, the charts."""
    from simulator.drills import bank  # noqa: PLC0415 - only to warm up
    from simulator.drills.replay import replay  # noqa: PLC0415

    library = {scenario.id: scenario for scenario in list_scenarios()}
    for language in ("es", "en"):
        drill = next((d for d in bank.drills() if d.language == language and d.scenario in library), None)
        replayed = replay(library[drill.scenario], drill) if drill else None
        if replayed is not None:
            _score_once(replayed)


def _score_once(replayed: "Replayed") -> None:
    """A call scored, told on and drawn, for what that loads."""
    from scoring.rubrics import load_rubric  # noqa: PLC0415 - only to warm up
    from scoring.scoring import score  # noqa: PLC0415
    from scoring.transcript import FollowUp  # noqa: PLC0415
    from simulator import charts  # noqa: PLC0415
    from simulator.aftermath import aftermath  # noqa: PLC0415
    from simulator.aftermath.spread import spread  # noqa: PLC0415
    from simulator.record import call_record  # noqa: PLC0415

    scenario, case, steps = replayed.scenario, replayed.case, replayed.steps
    note = FollowUp(note=steps[-1].words)
    score(call_record(scenario, case, steps, note), load_rubric("default"))
    aftermath(scenario, case, steps[-1].state, note)
    spread(case, steps[-1].state)
    charts.mood(("a", "b", "c"), steps, [[""] * len(steps)] * 3, ()).to_json()
