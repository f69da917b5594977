"""The manager's desk: the overview, or one person where the address names one."""

import streamlit as st

from simulator.app_pages import team_overview, team_trainee
from simulator.app_pages.visit import Visit


def draw(visit: Visit) -> None:
    """Who needs help and how it goes."""
    named = st.query_params.get("trainee")
    if named:
        team_trainee.draw(visit, named)
    else:
        team_overview.draw(visit)
