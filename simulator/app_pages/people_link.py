"""A one-time link just made: shown once, to be copied and handed over. It is kept in no database."""

import streamlit as st

from simulator.access.invitations import LASTS
from simulator.app_pages.opening import people_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, show

LINK = "one_time_link"


def keep_link(where: str, name: str, token: str) -> None:
    """To be shown on the next drawing of the place ``where``."""
    st.session_state[LINK] = (where, name, token)


def draw_link(visit: Visit, where: str) -> None:
    """The link, if one was just made here."""
    kept = st.session_state.get(LINK)
    if not kept or kept[0] != where:
        return
    _ = visit.say
    words = _("Give this link to {name} only. It works once, for {n} days, and is shown only now.", name=kept[1],
              n=LASTS.days)  # fmt: skip
    with st.container(key="one_time_link"):
        show(f'<div class="notice done" role="status">{paragraph(words)}</div>')
        st.code(f"{base()}/invitation?token={kept[2]}", language=None, wrap_lines=True)


def base() -> str:
    """The address of this installation, as set, else as this browser reached it."""
    set_ = people_desk().base
    here = (st.context.url or "").partition("://")
    return set_ or f"{here[0]}://{here[2].partition('/')[0]}"
