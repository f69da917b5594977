"""Every call of a trainee by when it was really played, what was tried differently, and one's own data."""

import datetime
import json

import streamlit as st

from scenarios.country import format_date
from simulator.app_pages import names, removing
from simulator.app_pages.frame import heading
from simulator.app_pages.opening import zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show
from simulator.kept import AttemptSummary

AT_ONCE, MOST = 10, 200


def draw(visit: Visit) -> None:
    """What waits, what is done, what was tried differently."""
    _ = visit.say
    waiting, here = visit.practice.unfinished(visit.actor), zone()
    if waiting:
        heading(_("Unfinished calls"))
        for attempt in waiting:
            _line(visit, attempt, here)
    done = visit.practice.recent(visit.actor, MOST, forks=True)
    calls = [one for one in done if one.forked_from is None]
    tried = [one for one in done if one.forked_from is not None]
    if calls:
        heading(_("Your calls, the latest first"))
        for attempt in calls[:AT_ONCE]:
            _line(visit, attempt, here)
    earlier = calls[AT_ONCE:]
    _folded(visit, "earlier_calls", _.plural("{n} earlier call", "{n} earlier calls", len(earlier)), earlier)
    _folded(visit, "tried_calls", _.plural("{n} call tried differently", "{n} calls tried differently", len(tried)),
            tried)  # fmt: skip


def draw_own_data(visit: Visit) -> None:
    """Everything that is kept of the person, as one file."""
    _ = visit.say
    heading(_("Your data"))
    show(paragraph(_("Everything kept of you in one file: profile, calls, scorecards, portfolios, what you shared.")))
    actor, practice = visit.actor, visit.practice

    def made() -> str:
        return json.dumps(practice.person_data.copy(actor, actor.id), ensure_ascii=False, indent=1)

    st.download_button(_("Download my data (.json)"), made, "acuerdo.json", "application/json", key="my_data")


def _folded(visit: Visit, key: str, label: str, attempts: list[AttemptSummary]) -> None:
    """Drawn once it is unfolded: two hundred lines with their buttons are most of what the page would cost."""
    if not attempts:
        return
    fold = st.expander(label, key=key, on_change="rerun", bind="query-params")
    if fold.open:
        here = zone()
        with fold:
            for attempt in attempts:
                _line(visit, attempt, here)


def _line(visit: Visit, attempt: AttemptSummary, here: datetime.tzinfo | None) -> None:
    """What, when it was really played, how it went; the case's own day comes last."""
    _ = visit.say
    state = names.stage(_, attempt.phase)
    if attempt.phase == "closed":
        total = _("not assessed") if attempt.total is None else _("{n} of 100", n=round(attempt.total))
        state = f"{names.disposition(_, attempt.disposition)} · {total}"
    at = (attempt.closed_at or attempt.updated_at).astimezone(here)
    case_day = _("day of the case: {day}", day=format_date(attempt.on, visit.language, attempt.country))
    when = f"{format_date(at.date(), visit.language, attempt.country)} {at:%H:%M}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{attempt.id}"):
        visit.link("attempt", _label(visit, attempt), attempt=attempt.id)
        show(muted(f"{when} · {state} · {names.country(_, attempt.country)} · {case_day}"))
        if attempt.mode == "practice":
            removing.ask(visit, attempt.id, key=f"delete_{attempt.id}", label=_("Delete"))


def _label(visit: Visit, attempt: AttemptSummary) -> str:
    _ = visit.say
    title = attempt.title.get(visit.language) or next(iter(attempt.title.values()), attempt.scenario_id)
    parts = [title]
    if attempt.contact > 1:
        parts.append(_("Contact {n}", n=attempt.contact))
    if attempt.forked_from is not None:
        parts.append(_("From turn {n}", n=attempt.forked_turn))
    title = " · ".join(parts)
    return "".join(f"\\{c}" if c in r"\`*_[]<>$~" else c for c in title)
