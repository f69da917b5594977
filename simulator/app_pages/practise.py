"""Choose a scenario and a country, and start."""

from itertools import groupby
from typing import get_args

import streamlit as st

from scenarios.dials import Dial
from scenarios.values import Country, Language
from simulator.app_pages import names, outward, shelf
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import workspace
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, label, muted, paragraph, show, tags
from simulator.attempt_refusals import LARGEST_SEED
from simulator.catalogue import ScenarioCard
from simulator.guided import GUIDED
from simulator.home_country import nearest

BILINGUAL = ("US",)
TONGUES: tuple[Language, ...] = ("en", "es")
DIALS = get_args(Dial)


def draw(visit: Visit) -> None:
    """The scenarios as cards to choose from; the one that the address names, as one starts it."""
    cards = visit.practice.scenarios(visit.language, visit.actor)
    asked = st.query_params.get("scenario")
    chosen = next((card for card in cards if card.id == asked), None)
    if chosen:
        _chosen(visit, chosen)
    else:
        _shelf(visit, cards)


def _shelf(visit: Visit, cards: tuple[ScenarioCard, ...]) -> None:
    _ = visit.say
    title(_("Choose a call"), _("Each call is new: another person, other amounts, the same difficulty."))
    if not cards:
        show(muted(_("There are no scenarios in this language yet.")))
        return
    best = visit.record.best
    cards = tuple(card for card in cards if card.id != GUIDED)
    shown = shelf.chosen(visit, cards, best)
    with st.container(key="shelf"):
        for level, group in groupby(shown, key=lambda card: card.difficulty):
            heading(names.difficulty(_, level))
            with st.container(key=f"shelf_level_{level}"):
                for card in group:
                    _card(visit, card, best.get(card.id))
    with st.container(key="shelf_portfolio", horizontal=True, vertical_alignment="center"):
        show(muted(_("Or sixty accounts at once, day by day.")))
        visit.link("portfolios", _("Portfolio"))


def _card(visit: Visit, card: ScenarioCard, best: float | None) -> None:
    """The title is the button; the style sheet lets it fill the whole card."""
    _ = visit.say
    with st.container(border=True, key=f"card_{card.id}"):
        st.button(label(card.title), key=f"choose_{card.id}", type="tertiary", on_click=shelf.take, args=(card.id,))
        show(muted(" · ".join(_facts(visit, card, best))), paragraph(card.briefing, "body brief"))


def _facts(visit: Visit, card: ScenarioCard, best: float | None) -> list[str]:
    """What tells one scenario from another, in a line."""
    _ = visit.say
    countries = card.countries
    where = names.country(_, countries[0]) if len(countries) == 1 else _("{n} countries", n=len(countries))
    return [
        *([_("your best: {n} of 100", n=round(best))] if best is not None else []),
        _("{n} min", n=card.minutes),
        *([names.channel(_, card.channel)] if card.channel != "call" else []),
        *outward.seen_before(_, card),
        where,
    ]


def _tags(visit: Visit, card: ScenarioCard, best: float | None = None) -> list[str]:
    _ = visit.say
    return [
        names.difficulty(_, card.difficulty),
        _("about {n} minutes", n=card.minutes),
        *([names.channel(_, card.channel)] if card.channel != "call" else []),
        *outward.seen_before(_, card),
        *([_("your best: {n} of 100", n=round(best))] if best is not None else []),
    ]


def _chosen(visit: Visit, card: ScenarioCard) -> None:
    """One scenario with what it is about and what to aim for, and the choices of its call."""
    _ = visit.say
    st.button(
        _("All scenarios"), key="all_scenarios", type="tertiary", icon=":material/arrow_back:", on_click=shelf.put_back
    )
    title(card.title, card.briefing)
    with st.container(key=f"chosen_{card.id}"):
        show(
            tags(_tags(visit, card, visit.record.best.get(card.id))),
            muted(_("Trains: {skills}", skills=", ".join(names.criterion(_, s).lower() for s in card.skills))),
        )
        if card.goals:
            heading(_("What to aim for"))
            show(items(card.goals))
        _choices(visit, card)


def _choices(visit: Visit, card: ScenarioCard) -> None:
    _ = visit.say
    _abroad(visit, card)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"choices_{card.id}"):
        country = st.selectbox(
            _("Country"), card.countries, format_func=lambda c: names.country(_, c), index=_usual(visit, card),
            key=f"country_{card.id}", width=220,
        )  # fmt: skip
        language: Language = "en" if country in ("US", "GB") else "es"
        tongues = [tongue for tongue in TONGUES if tongue in workspace().languages]
        if country in BILINGUAL and len(tongues) == 1:
            language = tongues[0]
        elif country in BILINGUAL:
            language = st.selectbox(
                _("Language of the call"), TONGUES, format_func=lambda lang: names.tongue(_, lang),
                index=0 if visit.language == "en" else 1, key=f"tongue_{card.id}", width=180,
            )  # fmt: skip
        st.button(
            _("Start"), type="primary", key=f"start_{card.id}", on_click=_start, args=(visit, card, country, language)
        )
    with st.expander(_("More options")):
        st.number_input(
            _("Case number (leave empty for a new one)"), min_value=0, max_value=LARGEST_SEED, value=None, step=1,
            key=f"seed_{card.id}", help=_("The same number gives the same person and the same amounts again."),
        )  # fmt: skip
        st.segmented_control(
            _("The debtor is"), DIALS, format_func=lambda d: names.dial(_, d), default="as_written",
            key=f"dial_{card.id}",
        )  # fmt: skip
        rubrics = visit.practice.rubrics.offered()
        ids = [rubric.id for rubric in rubrics]
        st.selectbox(
            _("Scored by"), ids, format_func=lambda r: rubrics[ids.index(r)].title[visit.language],
            index=ids.index(card.rubric) if card.rubric in ids else None, key=f"rubric_{card.id}",
            help=_("The full rubric also judges negotiation, preparation and compliance."),
        )  # fmt: skip


def _usual(visit: Visit, card: ScenarioCard) -> int:
    """The person's own country, else the one that speaks most like it."""
    return card.countries.index(nearest(visit.country, card.countries, visit.language))


def _abroad(visit: Visit, card: ScenarioCard) -> None:
    """Said where the scenario does not take place in the person's own country."""
    _ = visit.say
    if visit.country and visit.country not in card.countries:
        near = names.country(_, nearest(visit.country, card.countries, visit.language))
        own = names.country(_, visit.country)
        show(muted(_("This call does not take place in {own}. The nearest in speech is {near}.", own=own, near=near)))


def _start(visit: Visit, card: ScenarioCard, country: Country, language: Language) -> None:
    seed, rubric, dial = (st.session_state.get(f"{what}_{card.id}") for what in ("seed", "rubric", "dial"))

    def start() -> None:
        view = visit.practice.start(
            visit.actor, card.id, country, language, seed, rubric=rubric, dial=dial or "as_written"
        )
        leave_for("attempt", attempt=view.id)

    attempt_to(visit, start)
