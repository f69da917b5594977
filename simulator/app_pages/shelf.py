"""The shelf of scenarios: what it is narrowed to, or one taken by surprise."""

import secrets
from collections.abc import Sequence

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show
from simulator.catalogue import ScenarioCard

COUNTRY, DIFFICULTY, SKILL, KIND = "shelf_country", "shelf_difficulty", "shelf_skill", "shelf_kind"


def chosen(visit: Visit, cards: Sequence[ScenarioCard]) -> list[ScenarioCard]:
    """The choices above the shelf, and the cards that they leave, the easiest first."""
    _ = visit.say
    with st.container(horizontal=True, vertical_alignment="center", key="shelf_choices"):
        with st.popover(_("Narrow down"), icon=":material/tune:"):
            wanted = _wanted(visit, cards)
        left = [card for card in cards if _fits(card, *wanted)]
        st.button(_("Surprise me"), key="surprise", on_click=_surprise, args=(left,), disabled=not left)
        if len(left) < len(cards):
            show(muted(_("Showing {n} of {all}", n=len(left), all=len(cards))))
    return left


def _wanted(visit: Visit, cards: Sequence[ScenarioCard]) -> tuple[str | None, int | None, str | None, str | None]:
    """Country, difficulty, skill and kind that are wanted; ``None`` for any."""
    _ = visit.say
    countries = sorted({c for card in cards for c in card.countries}, key=lambda c: names.country(_, c))
    country = st.selectbox(
        _("Country"), [None, *countries], key=COUNTRY,
        format_func=lambda c: names.country(_, c) if c else _("any"),
    )  # fmt: skip
    difficulty = st.selectbox(
        _("Difficulty"), [None, 1, 2, 3, 4, 5], key=DIFFICULTY,
        format_func=lambda d: names.difficulty(_, d) if d else _("any"),
    )  # fmt: skip
    skills = sorted({s for card in cards for s in card.skills})
    skill = st.selectbox(
        _("Trains"), [None, *skills], key=SKILL,
        format_func=lambda s: names.criterion(_, s) if s else _("anything"),
    )  # fmt: skip
    kind = st.selectbox(
        _("Kind"), [None, "call", "written", "business"], key=KIND, format_func=lambda k: _kind(visit, k)
    )
    return country, difficulty, skill, kind


def _kind(visit: Visit, kind: str | None) -> str:
    _ = visit.say
    return {"call": _("by telephone"), "written": _("in writing"), "business": _("with a company")}.get(
        kind or "", _("any")
    )


def _fits(card: ScenarioCard, country: str | None, difficulty: int | None, skill: str | None, kind: str | None) -> bool:
    kinds = {"call": card.channel == "call", "written": card.channel != "call", "business": card.market == "business"}
    return (
        (country is None or country in card.countries)
        and (difficulty is None or card.difficulty == difficulty)
        and (skill is None or skill in card.skills)
        and (kind is None or kinds[kind])
    )


def _surprise(left: Sequence[ScenarioCard]) -> None:
    take(secrets.choice(left).id)


def take(scenario_id: str) -> None:
    """From now on the address names this scenario."""
    st.query_params["scenario"] = scenario_id


def put_back() -> None:
    """Back to the shelf."""
    st.query_params.pop("scenario", None)
