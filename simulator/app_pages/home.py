"""The welcome: who is here, what waits, what to play next."""

import streamlit as st

from scenarios.country import format_date
from simulator.app_pages import going_on, names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.portfolios import DAYS
from simulator.app_pages.visit import Visit, leave_for, remember
from simulator.app_pages.written import items, muted, paragraph, show, strong
from simulator.kept import AttemptSummary

NAME = "new_name"


def draw(visit: Visit) -> None:
    """The start, for somebody known or for a newcomer."""
    if visit.profile:
        _known(visit)
    else:
        _newcomer(visit)


def _newcomer(visit: Visit) -> None:
    _ = visit.say
    title(_("Practise the calls that nobody likes to make"), _("Talk with a difficult debtor, as often as you need."))
    show(
        items(
            [
                _("You read the case, you call, you write the follow-up."),
                _("The debtor answers to what you write, and you see why the mood moves."),
                _("Your scorecard quotes you and suggests better words. What you practise stays on this computer."),
            ]
        )
    )
    with st.container(key="welcome", border=True):
        st.text_input(_("What is your name? (optional)"), key=NAME, max_chars=80)
        st.button(_("Start practising"), type="primary", key="begin", on_click=_create, args=(visit,))
    others = visit.profiles.all()
    if others:
        heading(_("Have you been here before?"))
        with st.container(horizontal=True):
            for profile in others[:12]:
                st.button(_label(profile.name), key=f"be_{profile.id}", on_click=remember, args=(profile,))


def _label(name: str) -> str:
    """A name on a button, where Markdown would be read: every mark escaped."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!~$<>:|&^=" else c for c in name)


def _create(visit: Visit) -> None:
    _ = visit.say
    name = str(st.session_state.get(NAME, "")).strip() or _("Trainee")

    def create() -> None:
        remember(visit.profiles.create(name, language=visit.language))
        leave_for("practise")

    attempt_to(visit, create)


def _known(visit: Visit) -> None:
    _ = visit.say
    title(_("Hello, {name}", name=visit.me.name))
    waiting = visit.practice.unfinished(visit.actor)
    if waiting:
        _waiting(visit, waiting)
    going_on.draw_waiting(visit)
    _next(visit, primary=not waiting)
    _portfolio(visit)
    done = visit.practice.recent(visit.actor, 3)
    if done:
        heading(_("Your latest scorecards"))
        for attempt in done:
            attempt_line(visit, attempt)


def _waiting(visit: Visit, waiting: tuple[AttemptSummary, ...]) -> None:
    _ = visit.say
    heading(_("Where you left off"))
    latest, *others = waiting
    with st.container(border=True, key="waiting"):
        show(
            strong(scenario_title(visit, latest)),
            muted(f"{names.stage(_, latest.phase)} · {names.country(_, latest.country)}"),
        )
        if st.button(_("Go on"), type="primary", key="resume"):
            visit.go("attempt", attempt=latest.id)
    if others:
        with st.expander(_.plural("{n} more to finish", "{n} more to finish", len(others))):
            for attempt in others:
                attempt_line(visit, attempt)


def _next(visit: Visit, *, primary: bool) -> None:
    _ = visit.say
    suggestion = visit.practice.suggestion(visit.actor, visit.language)
    cards = {card.id: card for card in visit.practice.scenarios(visit.language)}
    card = cards.get(suggestion.scenario_id) if suggestion else None
    if suggestion is None or card is None:
        show(muted(_("There are no scenarios in this language yet.")))
        return
    heading(_("Suggested next"))
    with st.container(border=True, key="suggested"):
        show(
            strong(card.title),
            paragraph(suggestion.reason[visit.language], "muted"),
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
    with st.container(border=True, key="home_portfolio"):
        if mine is None:
            show(paragraph(_("Sixty accounts, four weeks, six hours a day: nobody should be forgotten."), "muted"))
            if st.button(_("Take over a portfolio"), key="portfolio_take"):
                visit.go("portfolios")
            return
        day = _("day {n} of {total}", n=mine.day + 1, total=DAYS)
        show(strong(f"{names.country(_, mine.country)} · {day}"))
        if st.button(_("Go on with the day"), key="portfolio_on_with"):
            visit.go("portfolio", portfolio=mine.id)


def attempt_line(visit: Visit, attempt: AttemptSummary) -> None:
    """One attempt as a line with its link: what, when, how it went."""
    _ = visit.say
    title_ = scenario_title(visit, attempt)
    if attempt.phase == "closed":
        total = _("not assessed") if attempt.total is None else _("{n} of 100", n=round(attempt.total))
        state = f"{names.disposition(_, attempt.disposition)} · {total}"
    else:
        state = names.stage(_, attempt.phase)
    with st.container(horizontal=True, vertical_alignment="center", key=f"line_{attempt.id}"):
        visit.link("attempt", _label(title_), attempt=attempt.id)
        day = format_date(attempt.on, visit.language, attempt.country)
        show(muted(f"{day} · {names.country(_, attempt.country)} · {state}"))


def scenario_title(visit: Visit, attempt: AttemptSummary) -> str:
    """The scenario's title in the screen's language, else in any it has."""
    return attempt.title.get(visit.language) or next(iter(attempt.title.values()), attempt.scenario_id)
