"""Progress by technique: which were shown in calls, and which are still to come."""

from collections.abc import Sequence

import streamlit as st

from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.i18n import Translator
from simulator.techniques import Practised


def draw(visit: Visit) -> None:
    """A line for each technique; a mark and words say where it stands."""
    _ = visit.say
    found = visit.practice.techniques(visit.actor)
    draw_list(visit, found, _("A technique counts as shown where a call of yours quotes you doing it well."))


def draw_list(visit: Visit, found: Sequence[Practised], lead: str) -> None:
    """The same of these, folded, under a line that says what they are of."""
    _ = visit.say
    shown = sum(one.shown > 0 for one in found)
    with st.expander(_("Techniques: {n} of {all} shown", n=shown, all=len(found)), key="fold_techniques"):
        show(muted(lead))
        show(f'<ul class="techniques">{"".join(_line(_, one) for one in found)}</ul>')


def _line(_: Translator, one: Practised) -> str:
    name = plain(one.technique.technique[_.language])
    kind = "shown" if one.shown else "missed" if one.missed else "to-come"
    return f'<li class="{kind}"><span>{name}</span> <span class="muted">{plain(_state(_, one))}</span></li>'


def _state(_: Translator, one: Practised) -> str:
    if one.shown:
        return _.plural("shown in {n} call", "shown in {n} calls", one.shown)
    if one.missed:
        return _.plural("missed in {n} call", "missed in {n} calls", one.missed)
    return _("not yet")
