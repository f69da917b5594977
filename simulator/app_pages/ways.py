"""The menu: which pages somebody goes to every day, and which stand behind the button, by what they are for.

What a role may not do is refused by the use-cases; here it is only left out, so that nobody is led to a closed door.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from simulator.accounts import Action, may
from simulator.app_pages.visit import Visit
from simulator.i18n import Translator
from simulator.kept import Role

EVERY_DAY: dict[Role, tuple[str, ...]] = {
    "trainee": ("home", "practise", "drills"),
    "trainer": ("home", "studio", "assignments", "scorecards"),
    "manager": ("home", "team", "scorecards", "assignments"),
    "administrator": ("home", "people", "workspace"),
}
NARROW = 3
"""So many of them fit on a telephone; the others stand behind the button too."""
NEEDS: dict[str, Action] = {
    "shared": Action.RECEIVE_SHARES,
    "team": Action.SEE_TEAM_PROGRESS,
    "compliance": Action.SEE_TEAM_PROGRESS,
    "scorecards": Action.SEE_TEAM_PROGRESS,
    "exports": Action.EXPORT_COHORT,
    "assignments": Action.ASSIGN,
    "beside": Action.ASSIGN,
    "studio": Action.WRITE_SCENARIOS,
    "rubrics": Action.WRITE_RUBRICS,
    "improve": Action.WRITE_RUBRICS,
    "calibrate": Action.RATE_BLIND,
    "calibration": Action.SEE_TEAM_PROGRESS,
    "people": Action.MANAGE_PROFILES,
    "workspace": Action.CHANGE_INSTALLATION,
    "data_care": Action.CHANGE_INSTALLATION,
    "deliveries": Action.CHANGE_INSTALLATION,
}
"""Pages that not everybody has."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages behind the button that belong together; ``title`` is empty where they need none."""

    title: str
    pages: tuple[str, ...]


def every_day(visit: Visit) -> tuple[str, ...]:
    """The pages in view at every width."""
    return EVERY_DAY[visit.me.role] if visit.profile else ("home",)


def behind(visit: Visit) -> tuple[Group, ...]:
    """The others that this person has, in groups."""
    if not visit.profile:
        return (Group("", ("scores",)),)
    in_view, actor = every_day(visit)[:NARROW], visit.actor
    found = []
    for title, pages in _groups(visit.say, visit.me.role):
        has = tuple(p for p in pages if p not in in_view and (p not in NEEDS or may(actor, NEEDS[p])))
        if has:
            found.append(Group(title, has))
    return tuple(found)


def _groups(_: Translator, role: Role) -> tuple[tuple[str, tuple[str, ...]], ...]:
    own = ("practise", "drills", "progress", "portfolios")
    rest = ("scores", "calibration", "settings")
    if role == "trainee":
        return (("", (*own, "scores", "settings")),)
    return (
        (_("People and their calls"), ("team", "scorecards", "compliance", "beside", "shared", "exports")),
        (_("Scenarios and scoring"), ("studio", "assignments", "rubrics", "improve", "calibrate")),
        (_("This installation"), ("people", "workspace", "data_care", "deliveries")),
        (_("Practise yourself"), own),
        (_("About"), rest),
    )


def label(_: Translator, page: str) -> str:
    """What a page is called in the menu."""
    return labels(_)[page]


@cache
def labels(_: Translator) -> Mapping[str, str]:
    """What every page is called in the menu, by its name; each language's words are looked up once."""
    return {
        "home": _("Home"), "practise": _("Practise"), "drills": _("Drills"), "progress": _("Progress"),
        "portfolios": _("Portfolio"), "scores": _("About the scores"), "settings": _("Settings"),
        "shared": _("Shared with you"), "team": _("Your team"), "compliance": _("Breaches by rule"),
        "scorecards": _("Scorecards"), "exports": _("Exports"), "assignments": _("Assignments"),
        "beside": _("Sit beside a call"), "studio": _("Studio"), "rubrics": _("Rubrics"), "improve": _("Improve"),
        "calibrate": _("Calibrate with people"), "calibration": _("Calibration"), "people": _("People"),
        "workspace": _("Workspace"), "data_care": _("Care of data"), "deliveries": _("Deliveries"),
    }  # fmt: skip
