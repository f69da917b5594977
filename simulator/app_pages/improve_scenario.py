"""One scenario in the light of its assessed calls: what nobody reaches, and where debtors are lost."""

from collections.abc import Iterable

import streamlit as st

from scenarios.load import list_scenarios
from simulator.app_pages import names
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import improve_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show, table
from simulator.heard import LostAt, Spot
from simulator.i18n import Translator
from simulator.improving import Unreached

FEW = 5
"""Fewer calls than this tell little."""


def draw(visit: Visit, scenario_id: str) -> None:
    """The scenario that the address names."""
    _ = visit.say
    desk = improve_desk()
    reached, lost = desk.unreached(visit.actor, scenario_id), desk.lost(visit.actor, scenario_id)
    named = next((s.title.get(visit.language) for s in list_scenarios() if s.id == scenario_id), None)
    with st.container(key="way_improve"):
        visit.link("improve", _("All that waits"))
    calls = _.plural("{n} assessed call", "{n} assessed calls", reached.calls)
    too_few = _("too few to tell")
    few = f" ({too_few})" if reached.calls < FEW else ""
    title(named or scenario_id, calls + few)
    if not reached.calls:
        return
    _unreached(visit, reached)
    heading(_("Where debtors are lost"))
    if not lost.spots:
        show(muted(_("Nowhere: on average, trust holds and anger does not rise.")))
    for spot, quotes in zip(lost.spots, lost.quotes, strict=True):
        _spot(visit, spot, quotes)


def _unreached(visit: Visit, reached: Unreached) -> None:
    _ = visit.say
    labels = {fact: texts.get(visit.language) or fact for fact, texts in reached.labels.items()}
    for words, counted, say in (
        (_("Facts"), [(labels[fact], n) for fact, n in reached.facts], _("came out in")),
        (_("Endings"), [(names.spoken(ending), n) for ending, n in reached.endings], _("reached in")),
    ):
        heading(words)
        nobody = [name for name, n in counted if n == 0]
        if nobody:
            show(paragraph(_("Nobody reached: {names}.", names=", ".join(nobody)), "said"))
        show(table(words, [words, say], _rows(_, counted, reached.calls)))


def _rows(_: Translator, counted: Iterable[tuple[str, int]], of: int) -> list[list[str]]:
    return [[name, _("{n} of {of}", n=n, of=of)] for name, n in counted]


def _spot(visit: Visit, spot: Spot, quotes: Iterable[LostAt]) -> None:
    _ = visit.say
    with st.container(border=True, key=f"odd_{spot.phase}_{spot.number}"):
        phase = {"open": _("opening"), "talk": _("talk"), "closing": _("closing")}.get(spot.phase, spot.phase)
        too_few = _("too few to tell")
        few = f" · {too_few}" if spot.n < FEW else ""
        trust, anger = f"{-spot.trust_lost:+.0f}", f"{spot.anger_gained:+.0f}"
        average = _("On average trust {trust}, anger {anger}", trust=trust, anger=anger)
        calls = _.plural("{n} call", "{n} calls", spot.n)
        show(
            paragraph(_("Reply {n}, {phase}", n=spot.number, phase=phase), "odd"),
            muted(f"{average} · {calls}{few}"),
        )  # fmt: skip
        for quote in quotes:
            moved = _("trust {trust}, anger {anger}", trust=f"{quote.trust:+d}", anger=f"{quote.anger:+d}")
            show(
                paragraph(_("After: {words}", words=quote.before), "came") if quote.before.strip() else "",
                paragraph(f"«{quote.text}» ({moved})" if visit.language == "es" else f"“{quote.text}” ({moved})"),
            )
