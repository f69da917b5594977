"""The shelf of scenarios: what it is narrowed to, kept in the address, or one taken by surprise."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from scenarios.values import Frozen
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.catalogue import ScenarioCard
from simulator.home_country import at_home

KINDS = ("call", "written", "consumer", "business")
FILTERS = ("country", "difficulty", "skill", "kind", "channel", "new")
"""What the shelf can be narrowed by: the names in the address."""
ANY = "any"
"""Every country, in the address; without it the shelf shows the person's own."""


class Wanted(Frozen):
    """What is wanted of a scenario; ``None`` for any."""

    country: str | None = None
    difficulty: int | None = None
    skill: str | None = None
    kind: str | None = None
    channel: str | None = None
    new: bool = False

    def fits(self, card: ScenarioCard, played: Mapping[str, float]) -> bool:
        """Whether the card is among what is wanted; ``played`` are the best totals by scenario."""
        kinds = {
            "call": card.channel == "call", "written": card.channel != "call",
            "consumer": card.market == "consumer", "business": card.market == "business",
        }  # fmt: skip
        return (
            self.country in (None, *card.countries)
            and self.difficulty in (None, card.difficulty)
            and self.skill in (None, *card.skills)
            and (self.kind is None or kinds.get(self.kind, True))
            and self.channel in (None, card.channel)
            and not (self.new and card.id in played)
        )


def wanted(asked: Mapping[str, str], home: str | None = None) -> Wanted:
    """What an address asks for; what it does not make sense of is left aside. No country named means ``home``."""
    country = asked.get("country") or home or ""
    asked = {**asked, "country": "" if country == ANY else country}
    known = {name: asked[name] for name in ("country", "skill", "kind", "channel") if asked.get(name)}
    difficulty = asked.get("difficulty", "")
    return Wanted(
        **{**known, "difficulty": int(difficulty) if difficulty in {"1", "2", "3", "4", "5"} else None},
        new=asked.get("new") == "1",
    )


def chosen(visit: Visit, cards: Sequence[ScenarioCard], played: Mapping[str, float]) -> list[ScenarioCard]:
    """The choices above the shelf, and the cards that they leave, the easiest first."""
    _ = visit.say
    home = visit.country if any(visit.country in card.countries for card in cards) else None
    want = wanted({name: st.query_params.get(name, "") for name in FILTERS}, home)
    left = [card for card in cards if want.fits(card, played)]
    with st.container(horizontal=True, vertical_alignment="center", key="shelf_choices"):
        with st.popover(_("Narrow down"), icon=":material/tune:"):
            _choices(visit, cards, want)
        st.button(
            _("Surprise me"),
            key="surprise",
            on_click=_surprise,
            args=(at_home(left, visit.country, played),),
            disabled=not left,
        )
        if want != Wanted():
            counted = _("Showing {n} of {all}", n=len(left), all=len(cards))
            where = f"{names.country(_, want.country)} · " if want.country else ""
            show(f'<p class="muted" role="status">{plain(where + counted)}</p>')
            st.button(_("Show all"), key="shelf_all", type="tertiary", on_click=_forget)
    if not left:
        show(muted(_("No scenario is like that. Take one of the filters away.")))
    return left


def _choices(visit: Visit, cards: Sequence[ScenarioCard], want: Wanted) -> None:
    _ = visit.say
    countries = sorted({c for card in cards for c in card.countries}, key=lambda c: names.country(_, c))
    _choice(_("Country"), "country", countries, lambda c: names.country(_, c) if c else _("any"), want.country)
    levels = sorted({card.difficulty for card in cards})
    _choice(
        _("Difficulty"),
        "difficulty",
        levels,
        lambda d: names.difficulty(_, d) if d else _("any difficulty"),
        want.difficulty,
    )
    skills = sorted({s for card in cards for s in card.skills})
    _choice(_("Trains"), "skill", skills, lambda s: names.criterion(_, s) if s else _("anything"), want.skill)
    _choice(_("Kind"), "kind", KINDS, lambda k: _kind(visit, k), want.kind)
    channels = sorted({card.channel for card in cards})
    _choice(_("Channel"), "channel", channels, lambda c: names.channel(_, c) if c else _("any"), want.channel)
    st.session_state[_key("new")] = want.new
    st.toggle(_("Not practised yet"), key=_key("new"), on_change=_keep, args=("new",))


def _choice(label: str, name: str, options: Sequence[Any], words: Callable[[Any], str], now: Any) -> None:
    """One filter, standing as the address says."""
    known = [None, *options]
    st.session_state[_key(name)] = now if now in known else None
    st.selectbox(
        label, known, key=_key(name), format_func=words, placeholder=words(None), on_change=_keep, args=(name,)
    )


def _key(name: str) -> str:
    return f"shelf_{name}"


def _keep(name: str) -> None:
    """What was chosen goes into the address."""
    chosen_ = st.session_state[_key(name)]
    if chosen_:
        st.query_params[name] = "1" if chosen_ is True else str(chosen_)
    elif name == "country":
        st.query_params[name] = ANY
    else:
        st.query_params.pop(name, None)


def _forget() -> None:
    for name in FILTERS:
        st.query_params.pop(name, None)
    st.query_params["country"] = ANY


def _kind(visit: Visit, kind: str | None) -> str:
    _ = visit.say
    return {
        "call": _("by telephone"), "written": _("in writing"), "consumer": _("with a person"),
        "business": _("with a company"),
    }.get(kind or "", _("any"))  # fmt: skip


def _surprise(left: Sequence[ScenarioCard]) -> None:
    take(secrets.choice(left).id)


def take(scenario_id: str) -> None:
    """From now on the address names this scenario."""
    st.query_params["scenario"] = scenario_id


def put_back() -> None:
    """Back to the shelf."""
    st.query_params.pop("scenario", None)
