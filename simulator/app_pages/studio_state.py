"""The debtor seen from inside, to look at and to set; and what was done so far, one move after another."""

from typing import get_args

import streamlit as st

from scenarios.country import format_money
from scenarios.scenario import Phase
from simulator.app_pages import names, studio_names
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.moods import LEVELS
from simulator.app_pages.opening import looking
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, show
from simulator.refusals import Refusal
from simulator.studio.kept import MOST_MOVES, Looked, StateSet, Tried, TriedMove
from simulator.studio.trying import Played

PHASES: tuple[Phase, ...] = get_args(Phase)


def keep(visit: Visit, looked: Looked, tried: Tried) -> None:
    """What was done so far is this."""
    attempt_to(visit, lambda: looking().keep_tried(visit.actor, looked, tried))


def more(visit: Visit, looked: Looked, tried: Tried, move: TriedMove) -> None:
    """One move more."""

    def add() -> None:
        if len(tried.moves) >= MOST_MOVES:
            raise Refusal(
                es=f"Una prueba llega hasta {MOST_MOVES} pasos. Dé un paso atrás, o empiece de nuevo.",
                en=f"A trial goes as far as {MOST_MOVES} steps. Go one step back, or begin again.",
            )
        looking().keep_tried(visit.actor, looked, tried.model_copy(update={"moves": (*tried.moves, move)}))

    attempt_to(visit, add)


def draw(visit: Visit, looked: Looked, tried: Tried, talk: Played) -> None:
    """Everything that a trainee never sees."""
    _ = visit.say
    heading(_("The debtor, seen from inside"))
    state, case = talk.state, talk.case
    labels = {fact.id: fact.label.get(visit.language, fact.id) for fact in talk.scenario.facts}
    show(facts([
        (_("Who"), f"{case.debtor.full_name}, {case.debtor.age}"),
        (_("Occupation"), case.debtor.occupation),
        (_("Balance"), format_money(case.account.balance, case.country)),
        (_("Instalment"), format_money(case.account.instalment, case.country)),
        (_("Days late"), str(case.account.days_past_due)),
        *((names.level_name(_, level), str(getattr(state, level))) for level in LEVELS),
        (_("Where it stands"), studio_names.phase(_, state.phase)),
        (_("Left over each month"), format_money(case.budget.disposable, case.country)),
    ]))  # fmt: skip
    show(muted(_("Told so far")), items([labels.get(f, f) for f in state.facts] or ["–"]))
    show(muted(_("Not yet told")), items([label for f, label in labels.items() if f not in state.facts] or ["–"]))
    if not talk.over:
        _set(visit, looked, tried, talk)


def _set(visit: Visit, looked: Looked, tried: Tried, talk: Played) -> None:
    _ = visit.say
    state, at = talk.state, f"{looked.id}_{len(tried.moves)}"
    with st.expander(_("Set the state")), st.form(f"set_{at}", border=False):
        anger = st.slider(names.level_name(_, "anger"), 0, 100, state.anger, key=f"set_anger_{at}")
        trust = st.slider(names.level_name(_, "trust"), 0, 100, state.trust, key=f"set_trust_{at}")
        will = st.slider(names.level_name(_, "commitment"), 0, 100, state.commitment, key=f"set_will_{at}")
        phase = st.selectbox(_("Where it stands"), PHASES, index=PHASES.index(state.phase), key=f"set_phase_{at}",
                             format_func=lambda p: studio_names.phase(_, p))  # fmt: skip
        known = {fact.id: fact.label.get(visit.language, fact.id) for fact in talk.scenario.facts}
        told = st.multiselect(
            _("Told so far"), list(known), [f for f in state.facts if f in known], key=f"set_facts_{at}",
            format_func=known.__getitem__, placeholder=_("Choose"),
        )  # fmt: skip
        if st.form_submit_button(_("Go on from here"), key=f"set_go_{at}"):
            given = StateSet(anger=anger, trust=trust, commitment=will, phase=phase, facts=tuple(told))
            more(visit, looked, tried, TriedMove(set=given))
            st.rerun()
