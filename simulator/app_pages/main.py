"""The script that the web framework runs at every interaction: arrive, frame, page."""

from collections.abc import Callable, Mapping
from functools import cache, partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from simulator.app_pages import (
    assigned,
    assignments,
    attempt,
    beside,
    calibration,
    cohort_files,
    compliance,
    data_care,
    deliveries,
    drills,
    frame,
    home,
    improve,
    lent,
    monthly,
    notices,
    people,
    portfolio_account,
    portfolio_assumptions,
    portfolio_review,
    portfolio_today,
    portfolios,
    practise,
    preferences,
    progression,
    review_desk,
    rounds,
    rubrics,
    scores,
    signed_out,
    studio,
    team,
    ways,
    workspace,
)
from simulator.app_pages.frame import title
from simulator.app_pages.opening import practice_and_profiles
from simulator.app_pages.visit import Visit, arrive
from simulator.app_pages.written import paragraph, show
from simulator.i18n import Translator, translator
from simulator.refusals import Refusal

ADDRESSES: dict[str, tuple[str, Callable[[Visit], None]]] = {
    "home": ("", home.draw),
    "practise": ("practise", practise.draw),
    "attempt": ("call", attempt.draw),
    "drills": ("drills", drills.draw),
    "portfolios": ("portfolios", portfolios.draw),
    "portfolio": ("portfolio", portfolio_today.draw),
    "portfolio_account": ("account", portfolio_account.draw),
    "portfolio_review": ("review", portfolio_review.draw),
    "portfolio_assumptions": ("assumptions", portfolio_assumptions.draw),
    "progress": ("progress", progression.draw),
    "shared": ("shared", lent.draw),
    "scorecards": ("scorecards", review_desk.draw),
    "calibrate": ("calibrate", rounds.draw),
    "scores": ("scores", scores.draw),
    "calibration": ("calibration", calibration.draw),
    "team": ("team", team.draw),
    "compliance": ("compliance", compliance.draw),
    "report": ("report", monthly.draw),
    "people": ("people", people.draw),
    "rubrics": ("rubrics", rubrics.draw),
    "improve": ("improve", improve.draw),
    "assigned": ("assigned", assigned.draw),
    "assignments": ("assignments", assignments.draw),
    "beside": ("beside", beside.draw),
    "workspace": ("workspace", workspace.draw),
    "data_care": ("care", data_care.draw),
    "studio": ("studio", studio.draw),
    "exports": ("exports", cohort_files.draw),
    "deliveries": ("deliveries", deliveries.draw),
    "settings": ("settings", preferences.draw),
}
FOR_ALL = ("home", "scores", "calibration")


def main() -> None:
    """One run."""
    st.set_page_config(page_title="Acuerdo", layout="centered", initial_sidebar_state="collapsed")
    try:
        practice, profiles = practice_and_profiles()
    except Refusal as refusal:
        _cannot_open(refusal)
        return
    pages: dict[str, StreamlitPage] = {}
    visit = arrive(practice, profiles, pages)
    titles = _titles(visit.say)
    for name, (address, draw) in ADDRESSES.items():
        run = partial(_page, visit, name, draw)
        pages[name] = st.Page(run, title=titles[name], url_path=address, default=name == "home")
    chosen = st.navigation(list(pages.values()), position="hidden")
    try:
        chosen.run()
    finally:
        visit.drawing.over = True


def _page(visit: Visit, name: str, draw: Callable[[Visit], None]) -> None:
    if visit.signs_in and visit.profile is None:
        signed_out.draw(visit)
        return
    frame.draw_frame(visit)
    notices.draw_standing(visit)
    frame.guarded(visit, draw if visit.profile or name in FOR_ALL else frame.nobody)


@cache
def _titles(_: Translator) -> Mapping[str, str]:
    """What a browser's tab calls each page: as the menu does, and those that are not in it."""
    return {
        **ways.labels(_),
        "home": "Acuerdo",
        "attempt": _("Call"),
        "portfolio": _("Portfolio"),
        "portfolio_account": _("Portfolio"),
        "portfolio_review": _("Review"),
        "portfolio_assumptions": _("How this is worked out"),
        "report": _("Monthly report"),
        "assigned": _("Assigned to you"),
    }


def _cannot_open(refusal: Refusal) -> None:
    """The database or the settings stand in the way: said in both languages, for nobody's is known yet."""
    title("Acuerdo")
    for language in ("es", "en"):
        _ = translator(language)
        st.warning(_("Acuerdo cannot start here."))
        show(paragraph(refusal.in_language(language)))


main()
