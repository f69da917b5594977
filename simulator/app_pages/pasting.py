"""How much of a reply was pasted, in assessed calls: counted by the browser, said to the trainee, never scored."""

import re

import streamlit as st

from simulator.app_pages.visit import Visit
from simulator.view import AttemptView

_COUNTED = re.compile(r"(\d{1,4}):(\d{1,6})")
"""What the browser writes: the reply's number, and its characters pasted so far."""


def draw(visit: Visit, view: AttemptView) -> None:
    """The field that the browser fills, out of sight; the word about it stands with who sees the call."""
    if view.mode != "assessed":
        return
    _ = visit.say
    with st.container(key="pasted"):
        st.text_input(_("Characters pasted"), key=_key(view), max_chars=12)


def pasted(view: AttemptView, number: int) -> int:
    """The characters pasted into the reply of this number, as the browser says; 0 for anything else."""
    counted = _COUNTED.fullmatch(str(st.session_state.get(_key(view)) or ""))
    return int(counted[2]) if counted and int(counted[1]) == number else 0


def _key(view: AttemptView) -> str:
    return f"pasted_{view.id}"
