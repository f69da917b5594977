"""On the page of calibration: what people's blind rounds and reviews say of the program, each under its name."""

import streamlit as st

from scenarios.values import Language
from simulator.accounts import Action, may
from simulator.app_pages import names
from simulator.app_pages import rounds_words as words
from simulator.app_pages.frame import heading
from simulator.app_pages.opening import reviewing, rounds
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show


def draw(visit: Visit) -> None:
    """The figures of the last rounds for everybody; those of reviews, and the way to the rounds, for who may."""
    _ = visit.say
    languages: tuple[Language, ...] = ("es", "en") if visit.language == "es" else ("en", "es")
    found = {language: rounds().figures(language) for language in languages}
    for language, figures in found.items():
        if figures:
            heading(_("People, blind: {language}", language=names.tongue(_, language)))
            rows = [(names.criterion(_, name), one.program) for name, one in figures.items()]
            show(words.of_figures(_, _("Agreement of the program with people"), rows))
            show(*(muted(f"{names.criterion(_, name)}: {words.short(_, one)}") for name, one in figures.items()))
    if visit.profile is None or not may(visit.actor, Action.SEE_TEAM_PROGRESS):
        return
    _reviews(visit)
    if may(visit.actor, Action.RATE_BLIND):
        with st.container(key="way_rounds"):
            visit.link("calibrate", _("Calibrate with people"))


def _reviews(visit: Visit) -> None:
    _ = visit.say
    found = reviewing().agreement(visit.actor)
    if not found:
        return
    heading(_("Reviewers, not blind"))
    rows = [(names.criterion(_, name), one) for name, one in found.items()]
    show(words.of_figures(_, _("Agreement of the program with reviewers"), rows))
    show(muted(_("Reviewers saw the program's level before they decided: these figures flatter the program.")))
