"""The call read again, line by line: each can be jumped to, and from each reply of one's own one can go on anew."""

import streamlit as st

from simulator.app_pages import jumps, moods, names
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, plain, show
from simulator.i18n import Translator
from simulator.state import Step
from simulator.turn import another_may_speak
from simulator.view import AttemptView


def draw_page(visit: Visit, view: AttemptView) -> None:
    """The call so far, on a page of its own, for a call that still runs."""
    _ = visit.say
    title(_("The call so far"), _("Choose a reply of yours and try it differently. This call stays as it is."))
    visit.link("attempt", _("Back to the call"), attempt=view.id)
    draw(visit, view)


def draw(visit: Visit, view: AttemptView) -> None:
    """All of it. Where the call is one's own practice, with what can be done from each reply."""
    _ = visit.say
    mine = view.owner_id == visit.me.id
    own, me = mine and view.mode == "practice", _("You") if mine else _("Trainee")
    coached = own and bool(visit.practice.sharing.coaches(visit.actor))
    line = 0
    if own:
        show(muted(_("Tried differently, it is a new practice call, with what was said before that reply.")))
    with st.container(key="replay"):
        for step in view.steps:
            first = line
            show(_step(_, view, step, line, me))
            line += bool(step.said.text.strip()) + bool(step.words.strip())
            if own and step.number:
                _deeds(visit, view, step, line=first + 1, coached=coached)


def who_spoke(_: Translator, view: AttemptView) -> str:
    """Who is there, besides the trainee; nobody's name where another than the debtor may have picked up."""
    if view.approach and view.approach.answered == "voicemail":
        return _("Voicemail")
    if not view.with_debtor:
        return _("Somebody else")
    return _("Whoever answers") if another_may_speak(view.scenario) else view.case.debtor.first_name


def _step(_: Translator, view: AttemptView, step: Step, line: int, me: str) -> str:
    blocks = []
    if step.said.event:
        blocks.append(f'<p class="event">{plain(names.event(_, step.said.event, view.case.channel))}</p>')
    spoken = ((me, "agent", step.said.text), (who_spoke(_, view), "debtor", step.words))
    for who, side, text in spoken:
        if text.strip():
            line += 1
            blocks.append(_line(_, line, who, side, text))
    why = moods.causes(_, view, step) if step.number else []
    if why:
        blocks.append(f"<details class='why-moved'><summary>{plain(moods.summary(_, step))}</summary>"
                      f"{items(why, 'causes')}</details>")  # fmt: skip
    return "".join(blocks)


def _line(_: Translator, line: int, who: str, side: str, text: str) -> str:
    number = plain(str(line))
    return (
        f'<article class="line {side}" {jumps.target(line)}><p class="who"><b>{plain(who)}</b> <span>{number}</span>'
        f'{jumps.back(_)}</p><p class="said" dir="auto">{plain(text.strip())}</p></article>'
    )


def _deeds(visit: Visit, view: AttemptView, step: Step, *, line: int, coached: bool) -> None:
    """From the reply on line ``line``: try it differently, share it. A deed in place of words has no line."""
    _ = visit.say
    with st.container(horizontal=True, key=f"from_{step.number}", gap="xxsmall"):
        label = _("Try line {n} differently", n=line) if step.said.text.strip() else _("Try it differently from here")
        st.button(label, key=f"fork_{step.number}", type="tertiary", on_click=_fork, args=(visit, view, step.number))
        if coached and step.said.text and st.button(_("Share this reply"), key=f"lend_{step.number}", type="tertiary"):
            visit.go("attempt", attempt=view.id, part="share", turn=str(step.number))


def _fork(visit: Visit, view: AttemptView, turn: int) -> None:
    def fork() -> None:
        leave_for("attempt", attempt=visit.practice.forks.start(visit.actor, view.id, turn).id)

    attempt_to(visit, fork)


def heading_of(view: AttemptView, language: str) -> str:
    """The scenario's title in the screen's language, else in any it has."""
    return view.scenario.title.get(language) or next(iter(view.scenario.title.values()), view.scenario.id)
