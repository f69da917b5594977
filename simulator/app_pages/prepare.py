"""Prepare: read the file, and, if one likes, make a plan."""

import streamlit as st

from scenarios.text import render
from scenarios.values import localized
from scoring.criteria.preparation import FIELDS
from simulator.app_pages import approach, casefile, earlier_contacts, names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The case file, the plan, and one thing to do: call."""
    _ = visit.say
    scenario = view.scenario
    briefing = localized(scenario.briefing, visit.language, view.country) or ""
    title(scenario.title.get(visit.language) or view.scenario.id, render(briefing, view.case))
    with st.container(key="call_top", horizontal=True, vertical_alignment="center"):
        channel = view.approach.channel if view.approach else view.case.channel
        begins = _("Call now") if channel == "call" else _("Write now")
        missing = approach.missing(visit, view)
        st.button(begins, type="primary", key="call", on_click=_begin, args=(visit, view), disabled=bool(missing))
        if missing:
            show(f'<p class="muted" role="status">{plain(missing)}</p>')
        show(muted(f"{casefile.owes(view.case)} · {casefile.account_line(visit, view.case)}"))
    approach.draw(visit, view)
    earlier_contacts.draw(visit, view)
    _plan_fields(visit, view)
    with st.container(key="file"):
        heading(_("Case file"))
        show(paragraph(_("Read it as you would before a real call: it stays at hand while you talk."), "muted"))
        casefile.draw_whole(visit, view.case, None if view.sealed else view.seed)


def _plan_fields(visit: Visit, view: AttemptView) -> None:
    """The plan: a line each, kept as it is written."""
    _ = visit.say
    with st.expander(_("Plan the call (optional)"), expanded=bool(view.plan)):
        show(muted(_("Decided beforehand, it is easier to hold. It is saved as you write.")))
        with st.container(key="plan"):
            for field in FIELDS:
                st.text_input(
                    names.plan_field(_, field), value=view.plan.get(field, ""), key=_key(view, field), max_chars=500,
                    on_change=_keep, args=(visit, view),
                )  # fmt: skip


def _key(view: AttemptView, field: str) -> str:
    return f"plan_{field}_{view.id}"


def _plan(view: AttemptView) -> dict[str, str]:
    typed = {field: str(st.session_state.get(_key(view, field)) or "").strip() for field in FIELDS}
    return {field: text for field, text in typed.items() if text}


def _keep(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.save_plan(visit.actor, view.id, _plan(view)))


def _begin(visit: Visit, view: AttemptView) -> None:
    approach.keep_usual(visit, view)
    attempt_to(visit, lambda: visit.practice.begin_talk(visit.actor, view.id))
