"""Settings: name, look, what the call shows, and who is here. Each choice is kept at once."""

from typing import Any

import streamlit as st

from simulator.app_pages import guide, names, own_account
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.visit import Visit, forget, leave_for
from simulator.app_pages.voice import where_speech_goes
from simulator.app_pages.welcome import offered
from simulator.app_pages.written import muted, show
from simulator.comfort import comfort_of, with_comfort
from simulator.home_country import nearest, with_country

THEMES = ("system", "light", "dark")
TONGUES = {"es": "Español", "en": "English"}
SIZES = (100, 115, 130)
SWITCHES = ("calm_motion", "meter", "thinking_pause", "timer", "voice", "dictation")


def draw(visit: Visit) -> None:
    """The choices by what they are about."""
    _ = visit.say
    title(_("Settings"))
    _look(visit)
    heading(_("During the call"))
    _switch(visit, "meter", _("Show the debtor's mood"), _("Without it, the call is closer to a real one."))
    _switch(visit, "thinking_pause", _("The debtor takes a moment to think"), "")
    _switch(visit, "timer", _("Show how long the call takes"), "")
    heading(_("Voice"))
    show(muted(_("Where your browser can. Everything works without it.")))
    _switch(visit, "voice", _("The debtor speaks"), "")
    _switch(visit, "dictation", _("I dictate my replies"), where_speech_goes(_))
    heading(_("What stays on this device"))
    show(muted(_("A reply you have not sent yet stays in this browser until you send it or change profile.")))
    guide.draw_again(visit)
    if visit.signs_in:
        own_account.draw(visit)
        show(muted(_("Nobody but you sees your practice calls and their scores.")))
        return
    heading(_("Is somebody else going to practise?"))
    st.button(_("Change profile"), key="leave", on_click=_leave)
    show(muted(_("Profiles on this computer are not private: whoever sits here can choose any of them.")))


def _leave() -> None:
    """To the list of profiles, which is the start of whoever is not known."""
    forget()
    leave_for("home")


def _look(visit: Visit) -> None:
    _ = visit.say
    labels = {"system": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    keep: dict[str, Any] = {"on_change": _keep, "args": (visit,)}
    st.text_input(_("Name"), value=visit.me.name, max_chars=80, key="my_name", **keep)
    st.radio(
        _("Language"), list(TONGUES), index=list(TONGUES).index(visit.me.language),
        format_func=lambda t: TONGUES[t], horizontal=True, key="my_language", **keep,
    )  # fmt: skip
    countries = offered(visit)
    st.selectbox(
        _("Where do you call?"), countries, format_func=lambda c: names.country(_, c), width=220,
        index=countries.index(nearest(visit.country, countries, visit.language)), key="my_country", **keep,
    )  # fmt: skip
    show(muted(_("What is suggested to you, the drills of the day and the list of calls begin with this country.")))
    st.radio(
        _("Appearance"), THEMES, index=THEMES.index(visit.me.theme), format_func=lambda t: labels[t], horizontal=True,
        key="my_theme", **keep,
    )  # fmt: skip
    st.radio(
        _("Text size"), SIZES, index=SIZES.index(comfort_of(visit.me).text_size), format_func=lambda n: f"{n} %",
        horizontal=True, key="my_text_size", **keep,
    )  # fmt: skip
    _switch(visit, "calm_motion", _("Reduce motion"), _("Nothing slides or waits."))


def _switch(visit: Visit, name: str, label: str, note: str) -> None:
    on = getattr(comfort_of(visit.me), name)
    st.toggle(label, value=on, key=f"my_{name}", on_change=_keep, args=(visit,))
    if note:
        show(muted(note))


def _keep(visit: Visit) -> None:
    chosen = {name: st.session_state[f"my_{name}"] for name in (*SWITCHES, "text_size")}
    changed = {
        "name": st.session_state["my_name"],
        "theme": st.session_state["my_theme"],
        "language": st.session_state["my_language"],
    }
    comfort = comfort_of(visit.me).model_copy(update=chosen)
    liked = with_comfort(visit.me.model_copy(update=changed), comfort)
    attempt_to(visit, lambda: visit.profiles.save(visit.actor, with_country(liked, st.session_state["my_country"])))
