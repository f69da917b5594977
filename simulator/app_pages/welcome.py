"""The welcome: a browser that is new here says who sits at it."""

from typing import get_args

import streamlit as st

from scenarios.values import Country
from simulator.app_pages import guide, names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.visit import Visit, leave_for, remember
from simulator.app_pages.written import items, label, muted, plain, show
from simulator.home_country import nearest, with_country
from simulator.kept import Profile

NAME, COUNTRY = "new_name", "new_country"
SHOWN = 12
"""Profiles that are offered as buttons at once."""


def draw(visit: Visit) -> None:
    """What this is; those who have been here; a newcomer's name and country."""
    _ = visit.say
    title(_("Practise the calls that nobody likes to make"), _("Talk with a difficult debtor, as often as you need."))
    others = visit.profiles.all()
    if others:
        _who(visit, others)
        heading(_("I am new here"))
    else:
        show(
            items(
                [
                    _("You read the case, you call, you write the follow-up."),
                    _("The debtor answers to what you write, and you see why the mood moves."),
                    _("Your scorecard quotes you and suggests better words. What you practise stays on this computer."),
                ]
            )
        )
    _newcomer(visit, first=not others)
    name = _("Your name")
    train = _("Do you train or lead people? Ask whoever installed Acuerdo: one command adds your name as a trainer.")
    order = plain(f'acuerdo people add "{name}" --role trainer')
    show(muted(train), f'<p class="muted"><code>{order}</code></p>')


def _who(visit: Visit, others: tuple[Profile, ...]) -> None:
    _ = visit.say
    heading(_("Who are you?"))
    with st.container(horizontal=True, key="who"):
        for profile in others[:SHOWN]:
            st.button(_called(visit, profile), key=f"be_{profile.id}", on_click=remember, args=(profile,))
    if len(others) > SHOWN:
        rest = {profile.id: profile for profile in others[SHOWN:]}
        chosen = st.selectbox(
            _("Somebody else"), list(rest), index=None, format_func=lambda key: _called(visit, rest[key]),
            placeholder=_("Choose"), key="be_other",
        )  # fmt: skip
        if chosen:
            st.button(_("That is me"), key="be_chosen", on_click=remember, args=(rest[chosen],))
    show(muted(_("Profiles share this computer and have no password: whoever uses it can open them.")))


def _called(visit: Visit, profile: Profile) -> str:
    """The name; of staff also what they are, so that nobody takes the wrong one of two names."""
    staff = "" if profile.role == "trainee" else f" · {names.role(visit.say, profile.role)}"
    return label(profile.name) + staff


def _newcomer(visit: Visit, *, first: bool) -> None:
    _ = visit.say
    with st.container(key="welcome", border=True):
        left, right = st.columns([3, 2], gap="small")
        with left:
            st.text_input(_("What is your name? (optional)"), key=NAME, max_chars=80)
        with right:
            countries = offered(visit)
            st.selectbox(
                _("Where do you call?"), countries, format_func=lambda c: names.country(_, c), key=COUNTRY,
                index=countries.index(nearest(visit.country, countries, visit.language)),
            )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                _("Start with a guided call"), type="primary" if first else "secondary", key="begin_guided",
                on_click=_guided, args=(visit,),
            )  # fmt: skip
            st.button(
                _("Go straight to the scenarios"), type="tertiary", key="begin", on_click=_straight, args=(visit,)
            )
        show(muted(_("The guided call takes two minutes, with somebody friendly.")))
        if first:
            show(muted(_("Profiles share this computer and have no password: whoever uses it can open them.")))


def offered(visit: Visit) -> list[Country]:
    """The countries in which the language of the screen is spoken, and then the others."""
    spoken = {"US", "GB"} if visit.language == "en" else {"MX", "CL", "AR", "CO", "PE", "ES", "US"}
    return sorted(get_args(Country), key=lambda c: (c not in spoken, names.country(visit.say, c)))


def _create(visit: Visit) -> Visit:
    """The visit of the person who just came, kept with the country they named."""
    _ = visit.say
    name = str(st.session_state.get(NAME, "")).strip() or _("Trainee")
    profile = visit.profiles.create(name, language=visit.language)
    country = st.session_state.get(COUNTRY) or nearest(visit.country, offered(visit), visit.language)
    kept = visit.profiles.save(visit.profiles.actor(profile.id), with_country(profile, country))
    remember(kept)
    return visit.of(kept)


def _guided(visit: Visit) -> None:
    attempt_to(visit, lambda: guide.begin(_create(visit)))


def _straight(visit: Visit) -> None:
    def begin() -> None:
        _create(visit)
        leave_for("practise")

    attempt_to(visit, begin)
