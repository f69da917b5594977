"""Calibrating with people: the rounds, a new one, and each where it stands: rating, or its figures."""

import streamlit as st

from scoring.rubrics.known import criteria
from simulator.accounts import Action, may
from simulator.app_pages import names, round_rating, round_result
from simulator.app_pages import rounds_words as words
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import review_list
from simulator.app_pages.opening import rounds as desk
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import label, muted, show
from simulator.calibrating.kept import MOST, Plan
from simulator.calibrating.rounds import Standing

ROUND = "round"
WEEKS = (0, 4, 12, 26, 52)


def draw(visit: Visit) -> None:
    """One round where the address names it, else all of them."""
    named = st.query_params.get(ROUND)
    if named:
        _one(visit, named)
    else:
        _all(visit)


def _one(visit: Visit, round_id: str) -> None:
    _ = visit.say
    with st.container(key="way_scorecards"):
        visit.link("calibrate", _("All rounds"))
    standing = desk().one(visit.actor, round_id)
    if standing.round.closed_at is not None:
        round_result.draw(visit, standing)
    elif desk().mine(visit.actor, round_id):
        round_rating.draw(visit, standing)
    else:
        title(standing.round.name, words.line(visit.say, standing))
    if standing.round.closed_at is None:
        _progress(visit, standing)


def _progress(visit: Visit, standing: Standing) -> None:
    """Who has rated how many, for whoever made the round, and the end of it."""
    _ = visit.say
    if not may(visit.actor, Action.CALIBRATE):
        return
    heading(_("How far the raters are"))
    for name, done in standing.raters:
        show(muted(_("{name}: {done} of {n} calls", name=name, done=done, n=standing.of)))
    show(muted(_("Closing the round shows everybody all levels and keeps the figures. Nothing can be rated after it.")))
    st.button(_("Close the round"), key="close_round", on_click=_close, args=(visit, standing.round.id))


def _close(visit: Visit, round_id: str) -> None:
    attempt_to(visit, lambda: desk().close(visit.actor, round_id))


def _all(visit: Visit) -> None:
    _ = visit.say
    lead = _("Two or more people rate the same calls without names or the program's levels, then see how they agree.")
    title(_("Calibrate with people"), lead)
    found = desk().all(visit.actor)
    for standing in found:
        with st.container(key=f"row_{standing.round.id}"):
            with st.container(key=f"head_{standing.round.id}"):
                visit.link("calibrate", label(standing.round.name), round=standing.round.id)
            show(muted(words.line(_, standing)))
    if not found:
        show(muted(_("No round yet.")))
    if may(visit.actor, Action.CALIBRATE):
        _new(visit)
    visit.link("calibration", _("How the program agrees with model-rated calls, and with reviews"))


def _new(visit: Visit) -> None:
    _ = visit.say
    heading(_("A new round"))
    people, choices = desk().invitable(visit.actor), review_list().choices(visit.actor)
    every = {"": _("All")}
    scenarios = every | {card.id: card.title for card in visit.practice.scenarios(visit.language)}
    with st.form("new_round", border=True):
        st.text_input(_("Name of the round"), max_chars=80, key="round_name")
        st.multiselect(
            _("Who rates"), list(people), format_func=people.__getitem__, key="round_raters", placeholder=_("Choose")
        )
        st.multiselect(
            _("Criteria"), criteria(), default=["calm", "empathy", "clarity", "documented_follow_up"],
            format_func=lambda c: names.criterion(_, c), key="round_criteria", placeholder=_("Choose"),
        )  # fmt: skip
        with st.container(key="filters"):
            st.number_input(_("How many calls"), 1, MOST, 20, key="round_n")
            st.selectbox(
                _("Language of the calls"), ("es", "en"), format_func=lambda one: names.tongue(_, one),
                key="round_language",
            )  # fmt: skip
            st.selectbox(_("Scenario"), list(scenarios), format_func=scenarios.__getitem__, key="round_scenario")
            cohorts = every | choices.cohorts
            st.selectbox(_("Cohort"), list(cohorts), format_func=cohorts.__getitem__, key="round_cohort")
            st.selectbox(_("Time"), WEEKS, format_func=lambda n: words.weeks(_, n), key="round_weeks")
        with st.expander(_("More options")):
            st.number_input(_("Seed of the draw"), 0, 2**31 - 1, 1, key="round_seed", width=220,
                            help=_("The same number draws the same calls again."))  # fmt: skip
        st.form_submit_button(_("Draw the calls"), type="primary", key="make_round", on_click=_make, args=(visit,))


def _make(visit: Visit) -> None:
    def make() -> None:
        typed = st.session_state
        plan = Plan(
            name=str(typed["round_name"]), language=typed["round_language"], criteria=tuple(typed["round_criteria"]),
            raters=tuple(typed["round_raters"]), n=int(typed["round_n"]), seed=int(typed["round_seed"]),
            scenario=typed["round_scenario"], cohort=typed["round_cohort"], weeks=int(typed["round_weeks"]),
        )  # fmt: skip
        leave_for("calibrate", round=desk().make(visit.actor, plan).id)

    attempt_to(visit, make)
