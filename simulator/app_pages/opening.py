"""The one place where the pages get their store and their clock."""

import datetime
import os
from collections.abc import Mapping

import streamlit as st

from simulator.helplines import Helplines, load_helplines
from simulator.person_data import PersonData
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.settings import Settings, load_settings
from simulator.store import Store


@st.cache_resource(show_spinner=False)
def open_store(database_url: str) -> Store:
    """The database of this process, opened once. Raises ``StoreError``."""
    return Store.open(database_url)


def now() -> datetime.datetime:
    """The present instant; the only clock the pages read."""
    return datetime.datetime.now().astimezone()


def practice_and_profiles(environ: Mapping[str, str] = os.environ) -> tuple[Practice, Profiles]:
    """What a visit works with. Raises ``SettingsError`` or ``StoreError``."""
    store = open_store(load_settings(environ).database_url)
    return Practice(store, now), Profiles(store, now)


def portfolio_desk(environ: Mapping[str, str] = os.environ) -> PortfolioDesk:
    """What the pages of portfolio mode work with. Raises ``SettingsError`` or ``StoreError``."""
    return PortfolioDesk(open_store(load_settings(environ).database_url), now)


def person_data(environ: Mapping[str, str] = os.environ) -> PersonData:
    """Copies of what is kept of one person. Raises ``SettingsError`` or ``StoreError``."""
    return PersonData(open_store(load_settings(environ).database_url), now)


def helplines(environ: Mapping[str, str] = os.environ) -> Helplines:
    """What the agency names for people in need. Raises ``SettingsError`` or ``BadHelplines``."""
    return load_helplines(load_settings(environ).helplines)


def warm_up(settings: Settings) -> None:
    """Load what the first visitor would wait for: the library, the reader and its weights."""
    from scenarios.load import list_scenarios  # noqa: PLC0415 - only to warm up
    from scoring.rubrics import load_rubric  # noqa: PLC0415

    list_scenarios()
    load_rubric("default")
