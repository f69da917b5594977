"""Any two rubrics, or versions of one, beside each other: what differs."""

import streamlit as st

from scoring.rubric import Rubric
from simulator.app_pages import rubric_words
from simulator.app_pages.frame import heading
from simulator.app_pages.opening import rubric_studio
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import show


def draw(visit: Visit, rubric: Rubric) -> None:
    """Two to choose, and their differences; nothing where there is but one rubric."""
    _ = visit.say
    known = {f"{one.id} {one.version}": one for one in _known(visit, rubric)}
    if len(known) < 2:
        return
    heading(_("Compare"))

    def named(key: str) -> str:
        return _("{name}, version {n}", name=rubric_words.name(visit, known[key]), n=known[key].version)

    keys = list(known)
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare"):
        before = st.selectbox(_("Version"), keys, index=1, format_func=named, key="rubric_before", width=340)
        after = st.selectbox(_("with"), keys, format_func=named, key="rubric_after", width=340)
    show(rubric_words.differences(visit, known[before], known[after]))


def _known(visit: Visit, rubric: Rubric) -> list[Rubric]:
    """The one that is looked at, its other versions, then the others in their newest."""
    editions = [edition.rubric for edition in rubric_studio().editions(visit.actor, rubric.id)]
    others = [listed.rubric for listed in rubric_studio().all(visit.actor) if listed.rubric.id != rubric.id]
    return [rubric, *(one for one in editions if one.version != rubric.version), *others]
