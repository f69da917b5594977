"""One's own account: the password, the other browsers. In solo mode there is nothing of it."""

import streamlit as st

from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import by_provider, sessions
from simulator.app_pages.visit import Visit, token
from simulator.app_pages.written import muted, plain, show


def draw(visit: Visit) -> None:
    """A section of the settings."""
    _ = visit.say
    heading(_("Your account"))
    if by_provider():
        show(muted(_("You come in with your company account; its password is changed there.")))
    else:
        change = plain(_("Change password"))
        show(f'<p class="body"><a href="./password" target="_self">{change}</a></p>')
    others = len(sessions().open_ones(visit.actor, visit.me.id)) - 1
    if others > 0:
        words = _.plural("You are signed in on {n} other device.", "You are signed in on {n} other devices.", others)
        show(muted(words))
        st.button(_("Sign out there"), key="end_others", on_click=_end_others, args=(visit,))


def _end_others(visit: Visit) -> None:
    attempt_to(visit, lambda: sessions().end_all(visit.actor, visit.me.id, keep=token()))
