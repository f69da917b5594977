"""The studio: the trainers' scenarios. The address says which, and what one looks at."""

from collections.abc import Callable

import streamlit as st

from simulator.app_pages import (
    studio_history,
    studio_library,
    studio_new,
    studio_one,
    studio_play,
    studio_see,
    studio_texts,
    studio_write,
)
from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit
from simulator.studio.kept import OwnScenario

VIEWS: dict[str, Callable[[Visit, OwnScenario], None]] = {
    "write": studio_write.draw,
    "texts": studio_texts.draw,
    "play": studio_play.draw,
    "see": studio_see.draw,
    "history": studio_history.draw,
}


def draw(visit: Visit) -> None:
    """A new scenario, one of them, or all."""
    asked = st.query_params
    if "new" in asked or "from" in asked:
        studio_new.draw(visit)
    elif asked.get("scenario"):
        scenario = authoring().one(visit.actor, asked["scenario"])
        view = asked.get("view", "write")
        view = view if view in VIEWS else "write"
        studio_one.draw_head(visit, scenario, view)
        VIEWS[view](visit, scenario)
    else:
        studio_library.draw(visit)
