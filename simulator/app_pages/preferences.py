"""Settings: name, look, what the call shows, and who is here."""

from typing import Any

import streamlit as st

from simulator.app_pages import own_data
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.talk import METER_OFF
from simulator.app_pages.visit import Visit, forget
from simulator.app_pages.written import muted, show

THEMES = ("system", "light", "dark")


def draw(visit: Visit) -> None:
    """A few choices, each kept at once."""
    _ = visit.say
    labels = {"system": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    title(_("Settings"))
    keep: dict[str, Any] = {"on_change": _keep, "args": (visit,)}
    st.text_input(_("Name"), value=visit.me.name, max_chars=80, key="my_name", **keep)
    st.radio(
        _("Appearance"), THEMES, index=THEMES.index(visit.me.theme), format_func=lambda t: labels[t], horizontal=True,
        key="my_theme", **keep,
    )  # fmt: skip
    st.toggle(
        _("Show the debtor's mood during the call"), value=not visit.me.settings.get(METER_OFF), key="my_meter", **keep
    )
    show(muted(_("Without it, the call is closer to a real one.")))
    own_data.draw(visit)
    heading(_("Is somebody else going to practise?"))
    st.button(_("Change profile"), key="leave", on_click=forget)
    show(muted(_("Nobody but you sees your practice calls and their scores.")))


def _keep(visit: Visit) -> None:
    settings = {**visit.me.settings, METER_OFF: not st.session_state["my_meter"]}
    changed = {"name": st.session_state["my_name"], "theme": st.session_state["my_theme"], "settings": settings}
    attempt_to(visit, lambda: visit.profiles.save(visit.actor, visit.me.model_copy(update=changed)))
