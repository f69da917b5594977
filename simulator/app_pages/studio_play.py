"""Play: the scenario as it is being written, the debtor's state open; and keeping what was played as a recording."""

import streamlit as st

from scenarios.generation import countries_of, languages_in
from scenarios.scenario import Scenario
from simulator.app_pages import moods, names, studio_names, studio_state
from simulator.app_pages.exchanges import AVATARS
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.messages import is_written
from simulator.app_pages.opening import authoring, looking, now
from simulator.app_pages.studio_state import keep, more
from simulator.app_pages.talk import deeds, ends
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.home_country import nearest
from simulator.negotiation import raised
from simulator.state import Step
from simulator.studio import checking
from simulator.studio.kept import Looked, Tried, TriedMove
from simulator.studio.recording import KINDS, kind_of, recorded
from simulator.studio.refusals import RestsOnTaught
from simulator.studio.trying import Played, played

LARGEST = 10_000


def draw(visit: Visit, looked: Looked) -> None:
    """The talk, and beside it the state."""
    _ = visit.say
    parsed = checking.scenario_of(looked.text)
    places = countries_of(parsed) if parsed else ()
    if parsed is None or not places:
        show(paragraph(_("It can be played once the errors in the file are mended."), "lead"))
        visit.link("studio", _("What to mend"), scenario=looked.id, view="write")
        return
    tried = looking().tried(visit.actor, looked)
    if tried is None or tried.country not in places or tried.language not in languages_in(parsed, tried.country):
        country = nearest(visit.country, places, visit.language)
        tried = Tried(country=country, language=languages_in(parsed, country)[0], on=now().date())
    _case(visit, looked, parsed, tried)
    talk = played(looked.text, tried, looking().taught(visit.actor))
    if talk is None:
        show(muted(_("This case cannot be made. Choose another country.")))
        return
    left, right = st.columns([5, 3], gap="medium")
    with left:
        _talk(visit, talk)
    with right, st.container(key="studio_state"):
        studio_state.draw(visit, looked, tried, talk)
    with st.bottom:
        _over(visit, looked, tried, talk) if talk.over else _write(visit, looked, tried, talk)


def _case(visit: Visit, looked: Looked, parsed: Scenario, tried: Tried) -> None:
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
            st.button(_("Begin with this case"), key="try_other", on_click=keep, args=(visit, looked, asked))
        elif tried.moves:
            st.button(_("Begin again"), key="try_again", type="tertiary", on_click=keep, args=(visit, looked, asked))
            back = tried.model_copy(update={"moves": tried.moves[:-1]})
            st.button(_("One step back"), key="try_back", type="tertiary", on_click=keep, args=(visit, looked, back))


def _talk(visit: Visit, talk: Played) -> None:
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
        last = step is talk.steps[-1]
        with st.expander(moods.summary(_, step), expanded=last, key=f"why_{'last' if last else step.number}"):
            moods.draw_causes(visit, talk, step)
    if step.number in talk.by_hand:
        by_hand = _("Here you set the state by hand.")
        show(f'<p class="event">{plain(by_hand)}</p>')


def _write(visit: Visit, looked: Looked, tried: Tried, talk: Played) -> None:
    """The mood, the box, and what else one can do; pinned beneath the conversation, as a trainee has it."""
    _ = visit.say
    key, written = f"try_say_{looked.id}", is_written(talk.case.channel)
    if looked.own and not tried.moves:
        _recorded_so_far(visit, looked)
    show(moods.meter(_, talk.state, talk.case.debtor.first_name))
    st.chat_input(
        _("Write your message") if written else _("Write what you would say"), key=key, max_chars=4000,
        on_submit=_said, args=(visit, looked, tried, key),
    )  # fmt: skip
    with st.container(horizontal=True, key="deeds", gap="xxsmall"):
        for event, label in (*deeds(visit, written), ("end", ends(visit, written))):
            st.button(label, key=f"try_{event}", type="tertiary", on_click=more,
                      args=(visit, looked, tried, TriedMove(event=event)))  # fmt: skip


def _recorded_so_far(visit: Visit, looked: Looked) -> None:
    """How many recorded calls there are: after one was kept, this says so."""
    _, count = visit.say, checking.recorded(looked.text)
    with st.container(horizontal=True, vertical_alignment="center", key="try_recorded"):
        if not count:
            show(muted(_("Once the call has ended you can keep it as a recorded call; two are needed to publish.")))
            return
        show(
            muted(
                _.plural(
                    "{n} recorded call is kept in one language.", "{n} recorded calls are kept in one language.", count
                )
            )
        )
        if count >= checking.LEAST_RECORDED:
            visit.link("studio", _("On to publishing"), scenario=looked.id, view="write")


def _said(visit: Visit, looked: Looked, tried: Tried, key: str) -> None:
    more(visit, looked, tried, TriedMove(say=str(st.session_state.get(key) or "")))


def _over(visit: Visit, looked: Looked, tried: Tried, talk: Played) -> None:
    """It ended: how, and whether it is worth keeping."""
    _ = visit.say
    with st.container(border=True, key="try_over"):
        show(
            paragraph(_("It ended: {how}", how=names.disposition(_, talk.state.disposition))),
            muted(_("In the text, this ending is '{name}'.", name=talk.state.ended or "")),
        )
        if looked.own is None:
            show(muted(_("What is played here is not kept as a recorded call. In a copy of your own it can be.")))
            return
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
                      args=(visit, looked, tried, kind))  # fmt: skip


def _record(visit: Visit, looked: Looked, tried: Tried, kind: str) -> None:
    """As the program itself reads it: a recorded call must not rest on what was taught here and may be untaught."""

    def record() -> None:
        assert looked.own is not None
        plain_talk = played(looked.text, tried)
        if plain_talk is None or not plain_talk.recordable:
            raise RestsOnTaught
        text = recorded(looked.text, tried, plain_talk, next(k for k in KINDS if k == kind))
        authoring().save(visit.actor, looked.id, text, looked.own.version)
        looking().keep_tried(visit.actor, looked, tried.model_copy(update={"moves": ()}))

    attempt_to(visit, record)
