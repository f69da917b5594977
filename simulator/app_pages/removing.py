"""Deleting practice of one's own, after being asked once."""

import streamlit as st

from simulator.app_pages.frame import attempt_to
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import paragraph, show
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """On the scorecard."""
    _ = visit.say
    ask(visit, view.id, key="delete", label=_("Delete this call"))


def ask(visit: Visit, attempt_id: str, *, key: str, label: str) -> None:
    """What goes with it, and the button that does it."""
    _ = visit.say
    with st.popover(label, type="tertiary", key=f"{key}_ask"):
        show(paragraph(_(
            "The call, its scorecard, what you shared of it and every other try of it are deleted for good. "
            "It no longer counts in your progress."
        )))  # fmt: skip
        st.button(_("Delete for good"), key=f"{key}_yes", on_click=_delete, args=(visit, attempt_id))


def _delete(visit: Visit, attempt_id: str) -> None:
    def delete() -> None:
        visit.practice.delete_practice(visit.actor, attempt_id)
        leave_for("progress")

    attempt_to(visit, delete)
