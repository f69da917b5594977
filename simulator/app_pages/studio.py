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
    studio_text,
    studio_texts,
    studio_write,
)
from simulator.app_pages.opening import looking
from simulator.app_pages.visit import Visit
from simulator.studio.kept import Looked, OwnScenario

WRITTEN: dict[str, Callable[[Visit, OwnScenario], None]] = {
    "write": studio_write.draw, "texts": studio_texts.draw, "history": studio_history.draw,
}  # fmt: skip
"""What one does with a scenario of one's own."""
SEEN: dict[str, Callable[[Visit, Looked], None]] = {
    "see": studio_see.draw, "play": studio_play.draw, "text": studio_text.draw,
}  # fmt: skip
"""What one does with any."""


def draw(visit: Visit) -> None:
    """A new scenario, one of them, or all."""
    asked = st.query_params
    if "new" in asked or "from" in asked:
        studio_new.draw(visit)
    elif asked.get("scenario"):
        _one(visit, asked["scenario"], asked.get("view", ""))
    else:
        studio_library.draw(visit)


def _one(visit: Visit, named: str, view: str) -> None:
    """A trainer's own, or one that comes with the program, which is only looked at."""
    looked = looking().at(visit.actor, named)
    known = studio_one.ways(looked)
    view = view if view in known else known[0]
    studio_one.draw_head(visit, looked, view)
    if looked.own is not None and view in WRITTEN:
        WRITTEN[view](visit, looked.own)
    else:
        SEEN[view](visit, looked)
