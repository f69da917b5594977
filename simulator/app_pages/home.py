"""The start: what waits, what to play next, how it is going."""

import streamlit as st

from scenarios.country import format_date
from simulator.app_pages import (
    answers,
    assigned_home,
    beside,
    desk_home,
    glance,
    going_on,
    guide,
    names,
    rounds_waiting,
    team_notes,
    welcome,
)
from simulator.app_pages.drills import drills_card
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.portfolios import DAYS
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import label, muted, paragraph, show, strong
from simulator.guided import GUIDED
from simulator.kept import AttemptSummary

LATEST = 3
"""Finished calls that the start page shows."""


def draw(visit: Visit) -> None:
    """The start, for somebody known or for a newcomer."""
    if visit.profile:
        _known(visit)
    else:
        welcome.draw(visit)


def _known(visit: Visit) -> None:
    _ = visit.say
    title(_("Hello, {name}", name=visit.me.name))
    desk = desk_home.draw(visit)
    assigned = assigned_home.draw(visit) or desk
    waiting = tuple(a for a in visit.practice.unfinished(visit.actor) if a.assignment_id is None)
    done = visit.practice.recent(visit.actor, LATEST)
    new_here = not done and all(attempt.scenario_id != GUIDED for attempt in waiting)
    answers.draw(visit)
    team_notes.draw_told(visit)
    beside.draw_waiting(visit)
    rounds_waiting.draw(visit)
    if waiting:
        _waiting(visit, waiting, primary=not assigned)
    going_on.draw_waiting(visit)
    if new_here and not desk:
        guide.draw_offer(visit, primary=not waiting and not assigned)
    _next(visit, primary=not waiting and not new_here and not assigned)
    if not new_here:
        drills_card(visit)
    if done:
        glance.draw(visit)
        _latest(visit, done)
    assigned_home.draw_cleared(visit)
    _portfolio(visit)
    if not new_here:
        guide.draw_again(visit)


def _latest(visit: Visit, done: tuple[AttemptSummary, ...]) -> None:
    """The latest calls, each with the best total of its scenario."""
    _ = visit.say
    heading(_("Your latest scorecards"))
    best = visit.record.best_of_several
    for attempt in done:
        attempt_line(visit, attempt, best.get(attempt.scenario_id))


def _waiting(visit: Visit, waiting: tuple[AttemptSummary, ...], *, primary: bool) -> None:
    _ = visit.say
    heading(_("Where you left off"))
    latest, *others = waiting
    with st.container(border=True, key="waiting"):
        show(
            strong(scenario_title(visit, latest)),
            muted(f"{names.stage(_, latest.phase)} · {names.country(_, latest.country)}"),
        )
        if st.button(_("Go on"), type="primary" if primary else "secondary", key="resume"):
            visit.go("attempt", attempt=latest.id)
    if others:
        with st.expander(_.plural("{n} more to finish", "{n} more to finish", len(others))):
            for attempt in others:
                attempt_line(visit, attempt)


def _next(visit: Visit, *, primary: bool) -> None:
    _ = visit.say
    suggestion = visit.practice.suggestion(visit.actor, visit.language, visit.country, visit.record)
    cards = {card.id: card for card in visit.practice.scenarios(visit.language, visit.actor)}
    card = cards.get(suggestion.scenario_id) if suggestion else None
    if suggestion is None or card is None:
        show(muted(_("There are no scenarios in this language yet.")))
        return
    heading(_("For today"))
    length = _("about {n} minutes", n=card.minutes)
    with st.container(border=True, key="suggested"):
        show(
            strong(card.title),
            paragraph(suggestion.reason[visit.language], "muted"),
            muted(f"{names.difficulty(_, card.difficulty)} · {length}"),
        )
        with st.container(horizontal=True):
            if st.button(_("Practise this one"), type="primary" if primary else "secondary", key="suggested_go"):
                visit.go("practise", scenario=card.id)
            if st.button(_("See all scenarios"), type="tertiary", key="all"):
                visit.go("practise")


def _portfolio(visit: Visit) -> None:
    """The day of the portfolio in hand, or the way to take one over."""
    _ = visit.say
    mine = next((kept for kept in portfolio_desk().mine(visit.actor) if kept.day < DAYS), None)
    heading(_("Portfolio"))
    with st.container(key="home_portfolio", horizontal=True, vertical_alignment="center"):
        if mine is None:
            show(muted(_("Sixty accounts, four weeks, six hours a day: nobody should be forgotten.")))
            if st.button(_("Take over a portfolio"), key="portfolio_take"):
                visit.go("portfolios")
            return
        day = _("day {n} of {total}", n=mine.day + 1, total=DAYS)
        show(paragraph(f"{names.country(_, mine.country)} · {day}"))
        if st.button(_("Go on with the day"), key="portfolio_on_with"):
            visit.go("portfolio", portfolio=mine.id)


def attempt_line(visit: Visit, attempt: AttemptSummary, best: float | None = None) -> None:
    """One attempt as a line with its link: what, when, how it went, and the best so far where that was another."""
    _ = visit.say
    title_ = scenario_title(visit, attempt)
    if attempt.phase == "closed":
        total = _("not assessed") if attempt.total is None else _("{n} of 100", n=round(attempt.total))
        state = f"{names.disposition(_, attempt.disposition)} · {total}"
    else:
        state = names.stage(_, attempt.phase)
    if best is not None and attempt.total is not None:
        state += " · " + (_("your best") if attempt.total >= best else _("your best: {n} of 100", n=round(best)))
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{attempt.id}"):
        visit.link("attempt", label(title_), attempt=attempt.id)
        day = format_date(attempt.on, visit.language, attempt.country)
        show(muted(f"{day} · {names.country(_, attempt.country)} · {state}"))


def scenario_title(visit: Visit, attempt: AttemptSummary) -> str:
    """The scenario's title in the screen's language, else in any it has."""
    return attempt.title.get(visit.language) or next(iter(attempt.title.values()), attempt.scenario_id)
