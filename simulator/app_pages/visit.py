"""Who is here, in which language, and where they can go."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from scenarios.values import Country, Language
from simulator.accounts import Actor
from simulator.app_pages.opening import own_now, sessions, signs_in
from simulator.home_country import country_of
from simulator.i18n import Translator, translator
from simulator.kept import Profile
from simulator.own_record import OwnRecord
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.web.asking import SESSION

COOKIE = "acuerdo_profile"
CHOSEN, TONGUE, NEXT = "profile", "language", "next"


@dataclass(slots=True)
class Drawing:
    """What is known for as long as one drawing takes: who acts, and what their own scorecards tell.

    Once it is ``over`` nothing of it counts any more: a click, or a part that draws itself again, asks anew.
    """

    actor: Actor | None = None
    record: OwnRecord | None = None
    now: datetime.datetime | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """One run of the page: what it works with, for whom, and the addresses of the pages."""

    practice: Practice
    profiles: Profiles
    profile: Profile | None
    language: Language
    say: Translator
    pages: Mapping[str, StreamlitPage]
    signs_in: bool = False
    """Whether people sign in here, instead of choosing a profile."""
    drawing: Drawing = field(default_factory=Drawing)

    @property
    def me(self) -> Profile:
        """The profile; pages that need one are only drawn where there is one."""
        assert self.profile is not None
        return self.profile

    @property
    def actor(self) -> Actor:
        """Who acts, with the stored role: as it stood when the drawing began, and after it as it stands."""
        if self.drawing.over:
            return self.profiles.actor(self.me.id)
        if self.drawing.actor is None:
            self.drawing.actor = self.profiles.acting_as(self.me)
        return self.drawing.actor

    @property
    def country(self) -> Country | None:
        """Where the person calls: as they named it, else as the browser says."""
        return country_of(self.profile) or browsers_country(st.context.locale or "")

    @property
    def now(self) -> datetime.datetime:
        """The present instant, with the day and hour of where the person works."""
        if self.drawing.over:
            return own_now(self.me.id)
        if self.drawing.now is None:
            self.drawing.now = own_now(self.me.id)
        return self.drawing.now

    @property
    def record(self) -> OwnRecord:
        """What the person's own scorecards tell: as they stood when the drawing first asked."""
        if self.drawing.over:
            return self.practice.record(self.actor)
        if self.drawing.record is None:
            self.drawing.record = self.practice.record(self.actor)
        return self.drawing.record

    def of(self, profile: Profile) -> "Visit":
        """The same visit, by this profile."""
        return replace(self, profile=profile, drawing=Drawing(over=True))

    def go(self, page: str, **query: str) -> None:
        """Leave for another page; does not return."""
        st.switch_page(self.pages[page], query_params=query)

    def link(self, page: str, label: str, **query: str) -> None:
        """A link to a page."""
        st.page_link(self.pages[page], label=label, query_params=query or None)


def arrive(practice: Practice, profiles: Profiles, pages: Mapping[str, StreamlitPage]) -> Visit:
    """The visit of this run."""
    by_session = signs_in()
    profile = sessions().who(token()) if by_session else _profile(profiles)
    language = profile.language if profile else _language()
    return Visit(practice, profiles, profile, language, translator(language), pages, by_session)


def token() -> str:
    """The session's token that this browser brought; empty where it brought none."""
    return st.context.cookies.get(SESSION) or ""


def leave_for(page: str, **query: str) -> None:
    """Asked for in a callback: the next drawing goes on to that page."""
    st.session_state[NEXT] = (page, query)


def remember(profile: Profile) -> None:
    """From now on this profile is the one who is here."""
    st.session_state[CHOSEN] = profile.id


def browsers_country(locale: str) -> Country | None:
    """The country that a browser's locale names; ``None`` where it names none, or one that is not known here."""
    named = locale.replace("_", "-").rpartition("-")[2].upper()
    return next((c for c in get_args(Country) if c == named and "-" in locale.replace("_", "-")), None)


def forget() -> None:
    """Nobody is here; the welcome asks again."""
    st.session_state[CHOSEN] = ""


def _profile(profiles: Profiles) -> Profile | None:
    """As chosen in this tab, else as this browser remembers. A new browser is asked: one never opens another's."""
    here = str(st.session_state[CHOSEN] if CHOSEN in st.session_state else st.context.cookies.get(COOKIE) or "")
    return profiles.chosen(here) if here else None


def _language() -> Language:
    """As switched to, else as the browser says; Spanish unless it says English."""
    chosen = st.session_state.get(TONGUE) or (st.context.locale or "es")
    return "en" if str(chosen).startswith("en") else "es"
