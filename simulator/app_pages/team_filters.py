"""What the manager's desk is narrowed to: chosen at the top of a page, kept in its address."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from scoring.rubrics import RubricError
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.team.kept import Asked, Desk, RubricVersion

WEEKS = (4, 8, 12, 26)
USUAL = 8
NAMES = ("cohort", "weeks", "difficulty", "rubric")
MARK = '<span class="mark desk-page"></span>'
"""By it the style sheet knows a page that may be wide."""


def asked() -> Asked:
    """What the address asks for; what it does not make sense of is left aside."""
    said = {name: st.query_params.get(name, "") for name in NAMES}
    return Asked(
        cohort=said["cohort"] or None,
        weeks=int(said["weeks"]) if said["weeks"] in {str(n) for n in WEEKS} else USUAL,
        difficulty=int(said["difficulty"]) if said["difficulty"] in {"1", "2", "3", "4", "5"} else None,
        rubric=_version(said["rubric"]),
    )


def _version(text: str) -> RubricVersion | None:
    name, _, number = text.rpartition(".")
    plain_number = number.isascii() and number.isdigit() and len(number) < 6
    return RubricVersion(name[:60], int(number)) if name and plain_number else None


def draw(visit: Visit, desk: Desk, now: Asked, versions: Sequence[RubricVersion] | None = None) -> None:
    """The choices behind one button, and what they are in words. ``versions`` only where rubrics can be chosen."""
    _ = visit.say
    with st.container(horizontal=True, vertical_alignment="center", key="team_choices"):
        with st.popover(_("Narrow down"), icon=":material/tune:"):
            choices(visit, desk, now, versions)
        show(f'<p class="muted" role="status" dir="auto">{plain(words(visit, desk, now))}</p>')


def choices(visit: Visit, desk: Desk, now: Asked, versions: Sequence[RubricVersion] | None) -> None:
    """Each choice by itself."""
    _ = visit.say
    cohort_choice(visit, desk, now.cohort)
    choose(_("Weeks"), "weeks", WEEKS, lambda n: _.plural("{n} week", "{n} weeks", int(n)), now.weeks)
    if versions is None:
        return
    choose(_("Difficulty"), "difficulty", [None, 1, 2, 3, 4, 5],
           lambda d: names.difficulty(_, d) if d else _("any difficulty"), now.difficulty)  # fmt: skip
    if len(versions) > 1 or now.rubric:
        known = [None, *dict.fromkeys([*versions, *([now.rubric] if now.rubric else [])])]
        choose(_("Rubric"), "rubric", known, lambda v: version(visit, v) if v else _("the most used"), now.rubric)


def cohort_choice(visit: Visit, desk: Desk, now: str | None) -> None:
    """Which cohort."""
    _ = visit.say
    called = {one.id: one.name for one in desk.cohorts}
    everybody = everybody_of(visit, desk)
    choose(_("Cohort"), "cohort", [None, *called], lambda c: called.get(c, everybody), now)


def everybody_of(visit: Visit, desk: Desk) -> str:
    """What no cohort means."""
    _ = visit.say
    return _("everybody") if desk.everyone else _("all my cohorts")


def words(visit: Visit, desk: Desk, now: Asked) -> str:
    """What is looked at, in a line."""
    _ = visit.say
    called = {one.id: one.name for one in desk.cohorts}
    parts = [called.get(now.cohort or "", everybody_of(visit, desk)), _.plural("{n} week", "{n} weeks", now.weeks)]
    if now.difficulty:
        parts.append(names.difficulty(_, now.difficulty))
    return " · ".join(parts)


def version(visit: Visit, one: RubricVersion) -> str:
    """A version of a rubric by its title; by its id where the rubric is gone."""
    _ = visit.say
    try:
        called = visit.practice.rubrics.load(one.rubric, one.version).title.get(visit.language) or one.rubric
    except RubricError:
        called = one.rubric
    return _("{rubric}, version {n}", rubric=called, n=one.version)


def choose(label: str, name: str, options: Sequence[Any], told: Callable[[Any], str], now: Any) -> None:
    """One choice, standing as the address says."""
    key = f"team_{name}"
    st.session_state[key] = now if now in options else options[0]
    first = told(options[0])
    st.selectbox(label, options, key=key, format_func=told, placeholder=first, on_change=_keep, args=(name,))


def _keep(name: str) -> None:
    chosen = st.session_state[f"team_{name}"]
    if chosen is None or (name, chosen) == ("weeks", USUAL):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = ".".join(map(str, chosen)) if isinstance(chosen, tuple) else str(chosen)


def cohort_of(now: Asked) -> dict[str, str]:
    """The cohort chosen, for a link that takes nothing else along."""
    return {"cohort": now.cohort} if now.cohort else {}


def carried(now: Asked) -> dict[str, str]:
    """What a link to another page of the desk takes along."""
    return {name: value for name, value in (("cohort", now.cohort), ("weeks", str(now.weeks))) if value}
