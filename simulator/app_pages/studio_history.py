"""History: who changed it when, two versions line by line, and the way back."""

import streamlit as st

from simulator.app_pages import studio_names
from simulator.app_pages.frame import NOTICE, alert, attempt_to, heading
from simulator.app_pages.opening import authoring, publishing, zone
from simulator.app_pages.studio_write import fresh
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, plain, show, table
from simulator.studio.comparing import compared
from simulator.studio.kept import EditionLine, OwnScenario

REFUSED = "studio_not_deleted"
"""What was refused is said where one clicked, for that covers the foot of a telephone's page."""
NOW = 0
"""Stands for the text as it is written now."""
SHOWN = 60


def draw(visit: Visit, scenario: OwnScenario) -> None:
    """The entries, the comparison, and what else can be done with the scenario."""
    _ = visit.say
    history = authoring().history(visit.actor, scenario.id)
    st.button(_("Keep this version"), key="keep_version", on_click=_keep, args=(visit, scenario))
    who = authoring().writers(visit.actor)
    rows = [
        (str(line.number), f"{line.at.astimezone(zone()):%Y-%m-%d %H:%M}", who.get(line.by or "", "–"),
         studio_names.entry(_, line.kind))
        for line in history[:SHOWN]
    ]  # fmt: skip
    show(table(_("History"), [_("Number"), _("When"), _("Who"), _("What")], rows))
    _compare(visit, scenario, history)
    _else(visit, scenario)


def _else(visit: Visit, scenario: OwnScenario) -> None:
    """Take it out as a file, copy it, delete it: asked once, refused while it is in use."""
    _ = visit.say
    heading(_("What else"))
    with st.container(horizontal=True, key="studio_else"):
        st.download_button(_("Download"), scenario.text, f"{scenario.name}.yaml", "text/yaml", key="take_one")
        st.button(_("Duplicate"), key="duplicate", on_click=_copy, args=(visit, scenario))
        with st.popover(_("Delete")):
            show(muted(_("It goes with its whole history. What is published, or was played, cannot be deleted.")))
            st.button(_("Yes, delete it"), key="delete_scenario", on_click=_delete, args=(visit, scenario))
            if REFUSED in st.session_state:
                alert(st.session_state.pop(REFUSED))


def _copy(visit: Visit, scenario: OwnScenario) -> None:
    def copy() -> None:
        leave_for("studio", scenario=authoring().duplicate(visit.actor, scenario.id).id, view="write")

    attempt_to(visit, copy)


def _delete(visit: Visit, scenario: OwnScenario) -> None:
    def delete() -> None:
        publishing().delete(visit.actor, scenario.id)
        leave_for("studio")

    if attempt_to(visit, delete) is not None:
        st.session_state[REFUSED] = st.session_state.pop(NOTICE)


def _keep(visit: Visit, scenario: OwnScenario) -> None:
    attempt_to(visit, lambda: authoring().keep(visit.actor, scenario.id))


def _compare(visit: Visit, scenario: OwnScenario, history: tuple[EditionLine, ...]) -> None:
    _ = visit.say
    heading(_("Compare"))
    numbers = [line.number for line in history]
    named = {NOW: _("as it is written now")} | {
        line.number: f"{line.number} · {studio_names.entry(_, line.kind)}" for line in history
    }
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare"):
        before = st.selectbox(_("Version"), numbers, format_func=named.__getitem__, key="compare_before", width=300)
        after = st.selectbox(_("with"), [NOW, *numbers], format_func=named.__getitem__, key="compare_after", width=300)
    old = authoring().edition(visit.actor, scenario.id, before).text
    new = scenario.text if after == NOW else authoring().edition(visit.actor, scenario.id, after).text
    lines = compared(old, new)
    if not lines:
        show(muted(_("The two are the same.")))
        return
    words = {"gone": _("was"), "came": _("is now"), "same": "", "gap": ""}
    signs = {"gone": "− ", "came": "+ ", "same": "  ", "gap": "⋯"}
    body = "".join(
        f'<p class="{line.side}"><span class="unseen">{plain(words[line.side])}</span>'
        f"{plain(signs[line.side] + line.text)}</p>"
        for line in lines
    )
    label = plain(_("Compare"))
    show(f'<div class="diff" role="region" tabindex="0" aria-label="{label}">{body}</div>')
    st.button(_("Go back to version {n}", n=before), key="restore", on_click=_restore, args=(visit, scenario, before))


def _restore(visit: Visit, scenario: OwnScenario, number: int) -> None:
    if attempt_to(visit, lambda: authoring().restore(visit.actor, scenario.id, number)) is None:
        fresh(scenario.id)
