"""The pages that belong to one attempt, beside its phases: the address names them in ``part``."""

from collections.abc import Callable

import streamlit as st

from simulator.app_pages import agreement, branches, contested, lending, replay
from simulator.app_pages.visit import Visit
from simulator.view import AttemptView

PART = "part"
WHILE_TALKING: dict[str, Callable[[Visit, AttemptView], None]] = {
    "replay": replay.draw_page,
    "share": lending.draw_page,
    "compare": branches.draw_page,
}
WHEN_CLOSED = WHILE_TALKING | {
    "contest": contested.draw_page,
    "letter": agreement.draw_page,
}


def draw(visit: Visit, view: AttemptView) -> bool:
    """Draw the part that the address names; whether there was one."""
    known = WHEN_CLOSED if view.phase == "closed" else WHILE_TALKING if view.steps else {}
    part = known.get(st.query_params.get(PART, ""))
    if part is None:
        return False
    part(visit, view)
    return True
