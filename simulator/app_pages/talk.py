"""Talk: the call itself, what one has at hand, and the box to write in."""

from hashlib import sha256

import streamlit as st

from simulator.app_pages import (
    beside_banner,
    calculating,
    care,
    casefile,
    discretion,
    earlier_contacts,
    hint_panel,
    messages,
    moods,
    pasting,
    voice,
)
from simulator.app_pages.exchanges import draw_conversation, shows_meter
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.mark import mark_talk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, strong
from simulator.comfort import comfort_of
from simulator.refusals import Refusal
from simulator.state import Event, Said
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The conversation; beneath it the box to write in, or, once it is over, the way on."""
    case = view.case
    mark_talk(visit, view)
    title(casefile.owes(case), casefile.account_line(visit, case))
    _at_hand(visit, view)
    discretion.draw(visit, view)
    draw_conversation(visit, view)
    if view.phase == "talk":
        _write(visit, view)
    else:
        _over(visit, view)


def _at_hand(visit: Visit, view: AttemptView) -> None:
    """What lies on the desk beside the telephone."""
    _ = visit.say
    learned = moods.facts_learned(view, visit.language)
    with st.container(key="at_hand", horizontal=True, gap="small"):
        with st.popover(_("Case file"), type="tertiary"):
            casefile.draw_brief(visit, view.case)
            care.draw_helplines(visit, view)
            earlier_contacts.draw(visit, view)
        if view.phase == "talk":
            hint_panel.draw(visit, view)
        with st.popover(_("What you know ({n})", n=len(learned)), type="tertiary"):
            if learned:
                show(items(learned))
            else:
                show(muted(_("What the debtor tells you will be listed here.")))
        if view.plan:
            with st.popover(_("My plan"), type="tertiary"):
                show(items(view.plan.values()))
        if view.phase == "talk":
            calculating.draw(visit, view)
            voice.draw(visit, view)
            beside_banner.draw_ask(visit, view)
        if len(view.steps) > 1:
            visit.link("attempt", _("Try differently"), attempt=view.id, part="replay")
        if view.phase == "talk":
            _timer(visit)


def _timer(visit: Visit) -> None:
    """How long one has been talking; the browser counts."""
    if comfort_of(visit.profile).timer:
        _ = visit.say
        label = _("Time in this call")
        show(f'<p id="acuerdo-timer" role="timer" aria-label="{plain(label)}"></p>')


def _write(visit: Visit, view: AttemptView) -> None:
    """The mood, the box, and what else one can do; pinned beneath the conversation."""
    _ = visit.say
    st.session_state[_seen(view)] = view.next_number
    assert view.state is not None
    with st.bottom:
        if shows_meter(visit, view):
            show(moods.meter(_, view.state, view.case.debtor.first_name))
        written = messages.is_written(view.case.channel)
        beside_banner.draw(visit, view)
        pasting.draw(visit, view)
        if _wants_subject(view):
            st.text_input(_("Subject"), key=_subject(view), max_chars=120)
        st.chat_input(
            _("Write your message") if written else _("Write what you would say"),
            key=_box(view), on_submit=_say, args=(visit, view),
        )  # fmt: skip
        if st.session_state.get(_ending(view)) == view.next_number:
            _end_or_go_on(visit, view)
            return
        with st.container(horizontal=True, key="deeds", gap="xxsmall"):
            for event, label in deeds(visit, written):
                st.button(label, key=f"deed_{event}", type="tertiary", on_click=_deed, args=(visit, view, event))
            care.draw_way_out(visit, view)
            st.button(ends(visit, written), key="deed_end", on_click=_ask_end, args=(view,))


def deeds(visit: Visit, written: bool) -> tuple[tuple[Event, str], ...]:
    """What one can do beside saying something, on the telephone or in writing."""
    _ = visit.say
    if written:
        return (("wait", _("Wait")), ("supervisor", _("Supervisor")))
    return (("wait", _("Silence")), ("hold", _("Hold")), ("supervisor", _("Supervisor")))


def ends(visit: Visit, written: bool) -> str:
    """The word on the button that ends it."""
    _ = visit.say
    return _("End") if written else _("End call")


def _wants_subject(view: AttemptView) -> bool:
    """An e-mail has a subject, which anybody may see: the first one sets it."""
    return view.case.channel == "email" and not any(step.said.text for step in view.steps)


def _subject(view: AttemptView) -> str:
    return f"subject_{view.id}"


def _with_subject(view: AttemptView, text: str) -> str:
    subject = str(st.session_state.get(_subject(view)) or "").strip()
    if not _wants_subject(view) or not subject:
        return text
    return f"{'Asunto' if view.language == 'es' else 'Subject'}: {subject}\n{text}"


def _box(view: AttemptView) -> str:
    return f"reply_{view.id}"


def _seen(view: AttemptView) -> str:
    return f"seen_{view.id}"


def _say(visit: Visit, view: AttemptView) -> None:
    """Save the reply before anything is drawn. What is refused goes back into the box."""
    text = str(st.session_state.get(_box(view)) or "")
    refusal = _do(visit, view, "", _with_subject(view, text))
    if refusal is not None:
        st.session_state[_box(view)] = text if _wants_subject(view) else refusal.kept or text


def _deed(visit: Visit, view: AttemptView, event: Event) -> None:
    """A deed at the place where it was offered: a second click of the same double click is the same deed."""
    if st.session_state.get(_seen(view), view.next_number) == view.next_number:
        _do(visit, view, event)


def _do(visit: Visit, view: AttemptView, event: Event, text: str = "") -> Refusal | None:
    """One step. Two quick messages follow each other: each counts on from what the one before it saved."""
    expected = st.session_state.get(_seen(view), view.next_number)

    def step() -> None:
        said = Said(text=text, event=event)
        pasted = pasting.pasted(view, expected) if text else 0
        after = visit.practice.say(visit.actor, view.id, said, _sender_key(said, expected), expected, pasted)
        st.session_state[_seen(view)] = after.next_number

    return attempt_to(visit, step)


def _sender_key(said: Said, number: int) -> str:
    """The same words at the same place are the same message, sent again."""
    return sha256(f"{number}\0{said.event}\0{said.text}".encode("utf-8", "surrogatepass")).hexdigest()


def _ending(view: AttemptView) -> str:
    return f"ending_{view.id}"


def _ask_end(view: AttemptView) -> None:
    """To end cannot be undone, so it is asked once; whoever says something instead goes on."""
    st.session_state[_ending(view)] = view.next_number


def _go_on(view: AttemptView) -> None:
    st.session_state.pop(_ending(view), None)


def _end_or_go_on(visit: Visit, view: AttemptView) -> None:
    """In place of the deeds; the browser puts the keyboard on going on."""
    _ = visit.say
    written = messages.is_written(view.case.channel)
    asked = _("End the conversation?") if written else _("End the call?")
    with st.container(horizontal=True, vertical_alignment="center", key="end_ask", gap="small"):
        show(f'<p class="label" role="alert">{plain(asked)}</p>')
        st.button(_("Go on"), key="end_no", type="tertiary", on_click=_go_on, args=(view,))
        st.button(_("Yes, end it"), key="end_yes", on_click=_hang_up, args=(visit, view))


def _hang_up(visit: Visit, view: AttemptView) -> None:
    attempt_to(visit, lambda: visit.practice.end_talk(visit.actor, view.id))


def _over(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    with st.container(border=True, key="over"):
        over = _("The conversation is over") if messages.is_written(view.case.channel) else _("The call is over")
        show(
            strong(over),
            paragraph(_("Now write the follow-up while it is fresh: it is part of your score."), "muted"),
        )
        if st.button(_("Write the follow-up"), type="primary", key="to_follow_up"):
            visit.go("attempt", attempt=view.id, part="follow_up")
