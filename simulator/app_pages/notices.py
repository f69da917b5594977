"""Notices: shown calmly at the top of the pages, put away by each reader; put up and taken down by administrators."""

import datetime

import streamlit as st

from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import floor_desk, now
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show
from simulator.installed import Notice
from simulator.notices import LONGEST

TYPED = ("notice_es", "notice_en")


def draw_standing(visit: Visit) -> None:
    """What everybody is told today, until they put it away."""
    _ = visit.say
    board = floor_desk().notices
    for notice in board.to_read(visit.actor) if visit.profile else ():
        with st.container(key=f"told_{notice.id}", horizontal=True, vertical_alignment="center"):
            show(f'<div class="told" role="status">{paragraph(notice.in_language(visit.language))}</div>')
            st.button(
                _("Understood"), key=f"put_away_{notice.id}", type="tertiary", on_click=_put_away,
                args=(visit, notice.id),
            )  # fmt: skip


def _put_away(visit: Visit, notice_id: str) -> None:
    attempt_to(visit, lambda: floor_desk().notices.put_away(visit.actor, notice_id))


def draw(visit: Visit) -> None:
    """A section of the workspace."""
    _ = visit.say
    heading(_("Notices to everybody"))
    for notice in floor_desk().notices.all(visit.actor):
        _standing(visit, notice)
    with st.expander(_("Put up a notice"), key="notice_new"), st.form("notice", border=False):
        st.text_area(_("In Spanish"), max_chars=LONGEST, height=80, key="notice_es")
        st.text_area(_("In English"), max_chars=LONGEST, height=80, key="notice_en")
        left, right = st.columns(2)
        today = now().date()
        left.date_input(_("First day"), today, key="notice_begins", format="YYYY-MM-DD")
        right.date_input(_("Last day"), today + datetime.timedelta(days=6), key="notice_ends", format="YYYY-MM-DD")
        show(muted(_("Written in one language only, everybody reads it in that one.")))
        st.form_submit_button(_("Put up"), key="notice_go", on_click=_put_up, args=(visit,))


def _standing(visit: Visit, notice: Notice) -> None:
    _ = visit.say
    with st.container(key=f"notice_{notice.id}", border=True):
        show(*(paragraph(said) for said in notice.text.values()))
        with st.container(horizontal=True, vertical_alignment="center"):
            show(muted(_("{first} to {last}", first=str(notice.begins), last=str(notice.ends))))
            st.button(
                _("Take down"), key=f"take_down_{notice.id}", type="tertiary", on_click=_take_down,
                args=(visit, notice.id),
            )  # fmt: skip


def _put_up(visit: Visit) -> None:
    """What was typed stays where it is refused."""
    text = dict(zip(("es", "en"), (st.session_state[name] for name in TYPED), strict=True))
    begins, ends = st.session_state["notice_begins"], st.session_state["notice_ends"]
    if attempt_to(visit, lambda: floor_desk().notices.put_up(visit.actor, text, begins, ends)) is None:
        for name in TYPED:
            st.session_state[name] = ""


def _take_down(visit: Visit, notice_id: str) -> None:
    attempt_to(visit, lambda: floor_desk().notices.take_down(visit.actor, notice_id))
