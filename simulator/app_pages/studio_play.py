"""Play: the scenario as it is being written, the debtor's state open; and keeping what was played as a recording."""

from typing import get_args

import streamlit as st

from scenarios.generation import countries_of, languages_in
from scenarios.scenario import Phase, Scenario
from simulator.app_pages import moods, names, studio_names
from simulator.app_pages.exchanges import AVATARS
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import authoring, now
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, paragraph, plain, show
from simulator.home_country import nearest
from simulator.negotiation import raised
from simulator.state import Event, Step
from simulator.studio import checking
from simulator.studio.kept import OwnScenario, StateSet, Tried, TriedMove
from simulator.studio.recording import KINDS, kind_of, recorded
from simulator.studio.trying import Played, played

PHASES: tuple[Phase, ...] = get_args(Phase)
LARGEST = 10_000


def draw(visit: Visit, scenario: OwnScenario) -> None:
    """The talk, and beside it the state."""
    _ = visit.say
    parsed = checking.scenario_of(scenario.text)
    places = countries_of(parsed) if parsed else ()
    if parsed is None or not places:
        show(paragraph(_("It can be played once the errors in the file are mended."), "lead"))
        visit.link("studio", _("What to mend"), scenario=scenario.id, view="write")
        return
    tried = authoring().tried(visit.actor, scenario.id)
    if tried is None or tried.country not in places or tried.language not in languages_in(parsed, tried.country):
        country = nearest(visit.country, places, visit.language)
        tried = Tried(country=country, language=languages_in(parsed, country)[0], on=now().date())
    _case(visit, scenario, parsed, tried)
    talk = played(scenario.text, tried)
    if talk is None:
        show(muted(_("This case cannot be made. Choose another country.")))
        return
    left, right = st.columns([5, 3], gap="medium")
    with left:
        _talk(visit, talk)
        _over(visit, scenario, tried, talk) if talk.over else _write(visit, scenario, tried)
    with right, st.container(key="studio_state"):
        _state(visit, scenario, tried, talk)


def _case(visit: Visit, scenario: OwnScenario, parsed: Scenario, tried: Tried) -> None:
    """Which case; a change of it begins anew."""
    _ = visit.say
    with st.container(horizontal=True, vertical_alignment="bottom", key="try_case"):
        places = countries_of(parsed)
        country = st.selectbox(_("Country"), places, index=places.index(tried.country), key="try_country", width=190,
                               format_func=lambda c: names.country(_, c))  # fmt: skip
        spoken = languages_in(parsed, country)
        language = st.selectbox(_("Language of the call"), spoken, key="try_language", width=150,
                                index=spoken.index(tried.language) if tried.language in spoken else 0,
                                format_func=lambda one: names.tongue(_, one))  # fmt: skip
        seed = st.number_input(_("Case number"), 0, LARGEST, tried.seed, 1, key="try_seed", width=140)
        asked = Tried(country=country, language=language, seed=int(seed), on=tried.on)
        if asked != tried.model_copy(update={"moves": ()}):
            st.button(_("Begin with this case"), key="try_other", on_click=_keep, args=(visit, scenario, asked))
        elif tried.moves:
            st.button(_("Begin again"), key="try_again", type="tertiary", on_click=_keep, args=(visit, scenario, asked))
            back = tried.model_copy(update={"moves": tried.moves[:-1]})
            st.button(_("One step back"), key="try_back", type="tertiary", on_click=_keep, args=(visit, scenario, back))


def _keep(visit: Visit, scenario: OwnScenario, tried: Tried) -> None:
    attempt_to(visit, lambda: authoring().keep_tried(visit.actor, scenario.id, tried))


def _more(visit: Visit, scenario: OwnScenario, tried: Tried, move: TriedMove) -> None:
    _keep(visit, scenario, Tried.model_validate({**tried.model_dump(), "moves": (*tried.moves, move)}))


def _talk(visit: Visit, talk: Played) -> None:
    _ = visit.say
    with st.container(key="try_talk"):
        for step in talk.steps:
            _step(visit, talk, step)


def _step(visit: Visit, talk: Played, step: Step) -> None:
    _ = visit.say
    if step.said.event:
        show(f'<p class="event">{plain(names.event(_, step.said.event, talk.case.channel))}</p>')
        if step.said.event == "supervisor":
            n = raised(talk.case.policy).max_instalments
            allows = _("Your supervisor now allows up to {n} payments.", n=n)
            show(f'<p class="event">{plain(allows)}</p>')
    if step.said.text:
        with st.chat_message(_("You"), avatar=AVATARS["agent"]):
            show(paragraph(step.said.text, "said talk agent"))
    if step.words:
        with st.chat_message(talk.case.debtor.first_name, avatar=AVATARS["debtor"]):
            show(paragraph(step.words, "said talk debtor"))
            if step.reading or step.changes:
                moods.draw_causes(visit, talk, step)
    if step.number in talk.by_hand:
        by_hand = _("Here you set the state by hand.")
        show(f'<p class="event">{plain(by_hand)}</p>')


def _write(visit: Visit, scenario: OwnScenario, tried: Tried) -> None:
    _ = visit.say
    key = f"try_say_{scenario.id}"
    st.chat_input(
        _("Write what you would say"), key=key, max_chars=4000, on_submit=_said, args=(visit, scenario, tried, key)
    )
    deeds: tuple[tuple[Event, str], ...] = (
        ("wait", _("Silence")), ("hold", _("Hold")), ("supervisor", _("Supervisor")), ("end", _("End call")),
    )  # fmt: skip
    with st.container(horizontal=True, key="try_deeds", gap="xxsmall"):
        for event, label in deeds:
            st.button(label, key=f"try_{event}", type="tertiary", on_click=_more,
                      args=(visit, scenario, tried, TriedMove(event=event)))  # fmt: skip


def _said(visit: Visit, scenario: OwnScenario, tried: Tried, key: str) -> None:
    _more(visit, scenario, tried, TriedMove(say=str(st.session_state.get(key) or "")))


def _over(visit: Visit, scenario: OwnScenario, tried: Tried, talk: Played) -> None:
    """It ended: how, and whether it is worth keeping."""
    _ = visit.say
    with st.container(border=True, key="try_over"):
        show(
            paragraph(_("It ended: {how}", how=names.disposition(_, talk.state.disposition))),
            muted(_("In the text, this ending is '{name}'.", name=talk.state.ended or "")),
        )
        if not talk.recordable:
            show(
                muted(
                    _("The state was set by hand, so it cannot be kept as a recorded call. Begin again without that.")
                )
            )
            return
        show(
            muted(
                _("Keep it as a recorded call: it must go on ending so whenever the scenario, or the reader, changes.")
            )
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            kind = st.selectbox(
                _("It was"), KINDS, index=KINDS.index(kind_of(talk)), key="try_kind", width=210,
                format_func=lambda k: studio_names.kind(_, k),
            )  # fmt: skip
            st.button(_("Keep the recording"), type="primary", key="try_record", on_click=_record,
                      args=(visit, scenario, tried, talk, kind))  # fmt: skip


def _record(visit: Visit, scenario: OwnScenario, tried: Tried, talk: Played, kind: str) -> None:
    def record() -> None:
        text = recorded(scenario.text, tried, talk, next(k for k in KINDS if k == kind))
        authoring().save(visit.actor, scenario.id, text, scenario.version)
        authoring().keep_tried(visit.actor, scenario.id, tried.model_copy(update={"moves": ()}))

    attempt_to(visit, record)


def _state(visit: Visit, scenario: OwnScenario, tried: Tried, talk: Played) -> None:
    """Everything that a trainee never sees."""
    _ = visit.say
    heading(_("The debtor, seen from inside"))
    state, case = talk.state, talk.case
    labels = {fact.id: fact.label.get(visit.language, fact.id) for fact in talk.scenario.facts}
    show(facts([
        (_("Who"), f"{case.debtor.full_name}, {case.debtor.age}"),
        (_("Anger"), str(state.anger)), (_("Trust"), str(state.trust)), (_("Will to pay"), str(state.commitment)),
        (_("Where it stands"), studio_names.phase(_, state.phase)),
        (_("Left over each month"), f"{case.budget.disposable:,.0f} {case.account.currency}"),
    ]))  # fmt: skip
    show(muted(_("Told so far")), items([labels.get(f, f) for f in state.facts] or ["–"]))
    show(muted(_("Not yet told")), items([label for f, label in labels.items() if f not in state.facts] or ["–"]))
    if not talk.over:
        _set(visit, scenario, tried, talk)


def _set(visit: Visit, scenario: OwnScenario, tried: Tried, talk: Played) -> None:
    _ = visit.say
    state, at = talk.state, f"{scenario.id}_{len(tried.moves)}"
    with st.expander(_("Set the state")), st.form(f"set_{at}", border=False):
        anger = st.slider(_("Anger"), 0, 100, state.anger, key=f"set_anger_{at}")
        trust = st.slider(_("Trust"), 0, 100, state.trust, key=f"set_trust_{at}")
        will = st.slider(_("Will to pay"), 0, 100, state.commitment, key=f"set_will_{at}")
        phase = st.selectbox(_("Where it stands"), PHASES, index=PHASES.index(state.phase), key=f"set_phase_{at}",
                             format_func=lambda p: studio_names.phase(_, p))  # fmt: skip
        known = [fact.id for fact in talk.scenario.facts]
        told = st.multiselect(_("Told so far"), known, [f for f in state.facts if f in known], key=f"set_facts_{at}")
        if st.form_submit_button(_("Go on from here"), key=f"set_go_{at}"):
            given = StateSet(anger=anger, trust=trust, commitment=will, phase=phase, facts=tuple(told))
            _more(visit, scenario, tried, TriedMove(set=given))
            st.rerun()
