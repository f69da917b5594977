"""Sitting beside a call: for coaches. The person calling sees at every moment who listens."""

import streamlit as st

from simulator.accounts import Action, may
from simulator.app_pages import assign_words, names
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.lending import exchange
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import label, muted, paragraph, plain, show, strong
from simulator.i18n import Translator
from simulator.refusals import Refusal
from simulator.sitting_beside import Asked, Overheard
from simulator.state import Step

EVERY = 2.0
"""Seconds after which the page looks for new turns."""
SITTING = "beside_sitting"


def draw(visit: Visit) -> None:
    """The call that the address names, or those one is asked to."""
    named = st.query_params.get("attempt")
    if not named:
        _asked(visit)
    elif st.session_state.get(SITTING) == named:
        _ = visit.say
        title(_("Beside the call"), _("The person calling sees that you are listening. Help them afterwards."))
        st.button(_("Stop listening"), key="beside_leave", on_click=_leave, args=(visit, named))
        _live(visit, named)
    else:
        _before(visit, named)


def _asked(visit: Visit) -> None:
    _ = visit.say
    found, running = assign_desk().beside.asked(visit.actor), _running(visit)
    title(_("Calls to sit beside"), _("Listen to a call as it runs, in view of the person calling."))
    if not found and not running:
        show(muted(_("No assessed call is running now, and nobody is asking you into their practice.")))
    for one in found:
        _invitation(visit, one, primary=True)
    if running:
        heading(_("Assessed calls running now"))
    for words, attempt_id in running:
        with st.container(key=f"calls_{attempt_id}"):
            visit.link("beside", words, attempt=attempt_id)


def draw_waiting(visit: Visit) -> None:
    """On the start page: whoever asks one in while they practise, which does not wait until tomorrow."""
    if may(visit.actor, Action.RECEIVE_SHARES):
        for one in assign_desk().beside.asked(visit.actor):
            _invitation(visit, one, primary=False)


def _invitation(visit: Visit, one: Asked, *, primary: bool) -> None:
    _ = visit.say
    with st.container(border=True, key=f"asked_{one.attempt_id}"):
        show(strong(_("{name} asks you to sit beside their practice", name=one.name)))
        show(muted(one.title.get(visit.language) or next(iter(one.title.values()), "")))
        st.button(
            _("Sit beside"), type="primary" if primary else "secondary", key=f"sit_{one.attempt_id}", on_click=_sit,
            args=(visit, one.attempt_id),
        )  # fmt: skip


def _running(visit: Visit) -> list[tuple[str, str]]:
    """The assigned calls that are being talked now: who and what, and the attempt."""
    if not may(visit.actor, Action.ASSIGN):
        return []
    return [
        (label(f"{person.name} · {assign_words.scenario_title(visit, one.assignment.tasks[result.task].scenario)}"),
         result.attempt_id)
        for one in assign_desk().assigning.all(visit.actor)
        for person in one.people for result in person.results if result.talking
    ]  # fmt: skip


def _before(visit: Visit, attempt_id: str) -> None:
    """Nothing is shown before one sits down."""
    _ = visit.say
    title(_("Sit beside this call?"), _("You will read it as it runs. The person calling sees your name at once."))
    st.button(_("Sit beside"), type="primary", key="beside_sit", on_click=_sit, args=(visit, attempt_id))
    visit.link("assignments", _("All assignments"))


def _sit(visit: Visit, attempt_id: str) -> None:
    def sit() -> None:
        assign_desk().beside.sit(visit.actor, attempt_id)
        st.session_state[SITTING] = attempt_id
        leave_for("beside", attempt=attempt_id)

    attempt_to(visit, sit)


def _leave(visit: Visit, attempt_id: str) -> None:
    st.session_state.pop(SITTING, None)
    attempt_to(visit, lambda: assign_desk().beside.leave(visit.actor, attempt_id))
    leave_for("beside")


@st.fragment(run_every=EVERY)
def _live(visit: Visit, attempt_id: str) -> None:
    """The call as far as it has come; each look leaves a sign that somebody is there."""
    _ = visit.say
    try:
        heard = assign_desk().beside.listen(visit.actor, attempt_id)
    except Refusal as refusal:
        show(f'<div class="notice" role="status">{paragraph(refusal.in_language(visit.language))}</div>')
        return
    head = heard.title.get(visit.language) or next(iter(heard.title.values()), "")
    show(strong(f"{heard.name} · {head}"))
    lines = tuple(line for step in heard.steps for line in _spoken(_, heard, step))
    show(f'<div role="log" aria-live="polite" class="overheard">{exchange(lines)}</div>')
    if heard.over:
        over = _("The call is over.")
        show(f'<div class="notice" role="status"><p>{plain(over)}</p></div>')


def _spoken(_: Translator, heard: Overheard, step: Step) -> tuple[tuple[str, str], ...]:
    did = step.said.text or (names.event(_, step.said.event) if step.said.event else "")
    return ((heard.name, did), (heard.debtor or _("Debtor"), step.words))
