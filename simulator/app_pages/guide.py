"""The guide of the first call: what to do now, a line at a time, and how to read the scorecard afterwards."""

from typing import get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scenarios.values import Country, Language
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, paragraph, plain, show, strong
from simulator.guided import GUIDED, STOPS, Stop, example, stop_now
from simulator.home_country import nearest
from simulator.i18n import Translator
from simulator.view import AttemptView

OFF = "guide"
COUNTRIES: tuple[Country, ...] = get_args(Country)
ENGLISH_ONLY: tuple[Country, ...] = ("GB",)


def guides(view: AttemptView) -> bool:
    """Whether the attempt is the guided call and the guide was not sent away."""
    return view.scenario.id == GUIDED and st.query_params.get(OFF) != "off"


def begin(visit: Visit) -> None:
    """Begin the guided call at once: there is nothing to prepare. Raises what ``Practice.start`` raises."""
    country = usual_country(visit)
    view = visit.practice.start(visit.actor, GUIDED, country, _tongue(visit, country))
    visit.practice.begin_talk(visit.actor, view.id)
    leave_for("attempt", attempt=view.id)


def _again(visit: Visit) -> None:
    attempt_to(visit, lambda: begin(visit))


def usual_country(visit: Visit) -> Country:
    """The person's own country, else the one that goes with the language of the screen."""
    return nearest(visit.country, COUNTRIES, visit.language)


def _tongue(visit: Visit, country: Country) -> Language:
    return "en" if country in ENGLISH_ONLY or (country == "US" and visit.language == "en") else "es"


def place(view: AttemptView) -> DeltaGenerator | None:
    """Room above the box one writes in, kept before the talk is drawn; nothing where nobody is guided."""
    if not guides(view) or view.phase != "talk":
        return None
    return st.bottom.container(key="guide", horizontal=True, vertical_alignment="center", gap="small")


def draw(visit: Visit, view: AttemptView, beside: DeltaGenerator | None) -> None:
    """The stop one is at and words that would do. Drawn after the talk, so as not to tell the answer before it."""
    _ = visit.say
    if beside is None or view.state is None:
        return
    stop = stop_now(view.state)
    opens, closes = ("«", "»") if view.language == "es" else ("“", "”")
    words = example(stop, view.case, view.state, visit.me.name)
    with beside:
        show(
            '<div class="guide" role="status">',
            f"<p><b>{plain(_heading(_, stop))}</b></p>",
            f'<p class="example" lang="{view.language}">{opens}{plain(words)}{closes}</p></div>',
        )
        st.button(_("Without the guide"), key="guide_off", type="tertiary", on_click=_leave)


def _leave() -> None:
    st.query_params[OFF] = "off"


def _heading(_: Translator, stop: Stop) -> str:
    now = {
        Stop.WHO: _("Say who you are and where you call from"),
        Stop.PERSON: _("Make sure whom you are speaking to"),
        Stop.WHY: _("Say why you call"),
        Stop.ASK: _("Ask, and listen"),
        Stop.AGREE: _("Agree on an amount and a day"),
        Stop.CLOSE: _("Sum it up and say goodbye"),
        Stop.MEND: _("That hurt: apologise and go on calmly"),
    }[stop]
    if stop is Stop.MEND:
        return now
    step = _("Step {n} of {total}", n=STOPS.index(stop) + 1, total=len(STOPS))
    return f"{step} · {now}"


def draw_how_to_read(visit: Visit) -> None:
    """Above the first scorecard: how it is read, in three sentences."""
    _ = visit.say
    with st.container(border=True, key="how_to_read"):
        show(
            strong(_("That was your first call. How to read your scorecard")),
            paragraph(_("Your skill is what you said; what the debtor did is told apart, and does not count.")),
            paragraph(_("Each criterion goes from 0 to 4, and every mark quotes your own words.")),
            paragraph(_("Take one thing with you: your next step stands right below the figures.")),
        )
        if st.button(_("Choose your next call"), key="after_first"):
            visit.go("practise")


def draw_offer(visit: Visit, *, primary: bool) -> None:
    """On the start page, until it was taken once."""
    _ = visit.say
    with st.container(border=True, key="first_call"):
        show(
            strong(_("Your first call, with a guide")),
            muted(_("Two minutes with somebody friendly. At every step you see what to do.")),
        )
        st.button(
            _("Start the guided call"), type="primary" if primary else "secondary", key="guided", on_click=_again,
            args=(visit,),
        )  # fmt: skip


def draw_again(visit: Visit) -> None:
    """A quiet way back to it."""
    _ = visit.say
    st.button(_("Take the guided call again"), type="tertiary", key="guided_again", on_click=_again, args=(visit,))
