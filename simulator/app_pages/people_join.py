"""Somebody who stands here twice, once with a password and once with the company account: one person again."""

import streamlit as st

from simulator.access.joining import Candidate
from simulator.access.kept import Person
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import people_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.i18n import Translator

JOINED = "joined"


def draw(visit: Visit, person: Person) -> None:
    """A folded section, where somebody could be the same person; and what was just done."""
    _, name = visit.say, person.profile.name
    gone = st.session_state.pop(JOINED, "")
    if gone:
        words = plain(_("{gone} and {name} are one person now.", gone=gone, name=name))
        show(f'<div class="notice" role="status"><p>{words}</p></div>')
    found = {one.profile.id: one for one in people_desk().joining.candidates(visit.actor, person.profile.id)}
    if not found:
        return
    with st.expander(_("Is this person here twice?"), key="join"):
        show(paragraph(_("Whoever had a password first and then came in with the company account stands here twice.")))
        chosen = st.selectbox(
            _("The same person as"), list(found), index=None, key="join_with", placeholder="–",
            format_func=lambda key: _label(_, found[key]),
        )  # fmt: skip
        if chosen:
            other = found[chosen].profile.name
            show(paragraph(_("{name} gets all that {other} did, and {other} goes from this list. From then on {name} "
                             "comes in with the company account, and is signed out now.",
                             other=other, name=name)))  # fmt: skip
            show(muted(_("It cannot be undone. The name, role and settings of {name} stay.", name=name)))
        st.button(_("Join the two"), key="join_go", disabled=not chosen, on_click=_join,
                  args=(visit, person.profile.id, found.get(chosen or "")))  # fmt: skip


def _label(_: Translator, one: Candidate) -> str:
    """What tells people of one name apart: how they sign in, and since when they are here."""
    since = _("since {day}", day=f"{one.profile.created_at:%Y-%m-%d}")
    return " · ".join(part for part in (one.profile.name, one.sign_in_name, since) if part)


def _join(visit: Visit, kept: str, other: Candidate | None) -> None:
    if other is None:
        return

    def join() -> None:
        people_desk().joining.join(visit.actor, kept, other.profile.id)
        st.session_state[JOINED] = other.profile.name

    attempt_to(visit, join)
