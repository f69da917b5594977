"""Everything that the model of portfolio mode assumes, as it stands in its file."""

import streamlit as st

from simulator.app_pages.frame import title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, paragraph, show, strong
from simulator.portfolio.assumptions import assumptions


def draw(visit: Visit) -> None:
    """The sentences with their figures, and the way back."""
    _ = visit.say
    title(_("How this is worked out"), _("Nothing here forecasts real people. All figures are ours, for practice."))
    portfolio_id = st.query_params.get("portfolio")
    if portfolio_id:
        with st.container(key="way_back"):
            visit.link("portfolio", _("Back to the portfolio"), portfolio=portfolio_id)
    show(strong(_("What is assumed")), items(one.told(visit.language) for one in assumptions()))
    show(paragraph(_("The rules on contact are those of the country's file, each with its source."), "muted"))
