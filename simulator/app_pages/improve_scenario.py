"""One scenario in the light of its assessed calls: what nobody reaches, and where debtors are lost."""

from collections.abc import Iterable

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import improve_desk, scenario_title
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
    with st.container(key="way_improve"):
        visit.link("improve", _("All that waits"))
    calls = _.plural("{n} assessed call", "{n} assessed calls", reached.calls)
    too_few = _("too few to tell")
    few = f" ({too_few})" if reached.calls < FEW else ""
    title(scenario_title(scenario_id, visit.language), calls + few)
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
    facts = [(labels[fact], n) for fact, n in reached.facts]
    endings = [(_ending(_, ending, reached), n) for ending, n in reached.endings]
    for words, counted, say in ((_("Facts"), facts, _("came out in")), (_("Endings"), endings, _("reached in"))):
        heading(words)
        if nobody := [name for name, n in counted if n == 0]:
            show(paragraph(_("Nobody reached: {names}.", names="; ".join(nobody))))
        rows = [[name, _("{n} of {of}", n=n, of=reached.calls)] for name, n in counted if n]
        if rows:
            show(table(words, [words, say], rows))


def _ending(_: Translator, ending: str, reached: Unreached) -> str:
    """How it ended, in words; where several endings come to the same, each with its name in the scenario."""
    kind = reached.dispositions[ending]
    same = sum(other == kind for other in reached.dispositions.values())
    return names.disposition(_, kind) + (f" ({ending})" if same > 1 else "")


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
