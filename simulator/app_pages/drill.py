"""One drill: the moment, two replies, and the evidence. The address names it and the try, so that a refresh loses
nothing."""

import streamlit as st

from scenarios.values import localized
from simulator.app_pages import casefile, drill_evidence, drill_words, messages, moods, names
from simulator.app_pages.exchanges import AVATARS
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.mark import mark_drill
from simulator.app_pages.opening import drill_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show
from simulator.comfort import comfort_of
from simulator.delivery import voice_tag
from simulator.drill_desk import Open
from simulator.drills.drill import REPLIES
from simulator.drills.replay import Replayed
from simulator.state import Step

ADDRESS, TRY = "drill", "try"


def draw(visit: Visit, key: str) -> None:
    """The moment and the box to answer in; or, once both replies are said, what they showed."""
    _ = visit.say
    here = drill_desk().open(visit.actor, key, _number())
    st.button(_("Today's drills"), key="drills_back", type="tertiary", icon=":material/arrow_back:", on_click=_put_back)
    case = here.replayed.case
    owes = case.company.name if case.company else case.debtor.full_name
    title(drill_words.name(_, here.drill), f"{owes} · {casefile.account_line(visit, case)}")
    show(muted(_("Trains: {skills}", skills=names.criterion(_, here.drill.criterion).lower())))
    if here.now and here.now.is_over:
        drill_evidence.draw(visit, here)
        with st.expander(_("The moment, word for word"), key=f"moment_{here.number}"):
            _conversation(visit, here)
        _what_next(visit, here)
        return
    _at_hand(visit, here.replayed)
    _conversation(visit, here)
    drill_evidence.draw_before(visit, here)
    _write(visit, here)


def _put_back() -> None:
    """Back to the day's three."""
    for name in (ADDRESS, TRY):
        st.query_params.pop(name, None)


def _number() -> int | None:
    """The try that the address names; ``None`` where it names none, or nothing that is a number."""
    asked = st.query_params.get(TRY, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else None


def _at_hand(visit: Visit, replayed: Replayed) -> None:
    """The case, and what the debtor has told so far."""
    _ = visit.say
    known = _facts(replayed, visit.language)
    with st.container(key="at_hand", horizontal=True):
        with st.popover(_("Case file"), type="tertiary"):
            casefile.draw_brief(visit, replayed.case)
        with st.popover(_("What you know ({n})", n=len(known)), type="tertiary"):
            if known:
                show(items(known))
            else:
                show(muted(_("What the debtor tells you will be listed here.")))


def _facts(replayed: Replayed, language: str) -> list[str]:
    told = replayed.steps[-1].state.facts
    found = [f for f in replayed.scenario.facts if f.id in told]
    return [localized(f.label, language, replayed.case.country) or f.id for f in found]


def _conversation(visit: Visit, here: Open) -> None:
    _ = visit.say
    case = here.replayed.case
    earlier = len(here.replayed.steps) - len(here.replayed.shown)
    with st.container(key="talk"):
        if not earlier:
            so_far = _("The call has just begun.")
        elif messages.is_written(case.channel):
            so_far = _("In the middle of a conversation in writing: you take over here.")
        else:
            so_far = _("In the middle of a call: you take over here.")
        show(f'<p class="event">{plain(so_far)}</p>')
        for step in here.replayed.shown:
            _spoken(step, _("A colleague"), case.debtor.first_name)
        for step in here.now.steps if here.now else ():
            _spoken(step, _("You"), case.debtor.first_name)
            with st.expander(moods.summary(_, step), key=f"why_{here.number}_{step.number}"):
                moods.draw_causes(visit, here.replayed, step)


def _spoken(step: Step, agent: str, debtor: str) -> None:
    if step.said.text:
        with st.chat_message(agent, avatar=AVATARS["agent"]):
            show(paragraph(step.said.text, "said talk agent", step=step.number))
    if step.words:
        with st.chat_message(debtor, avatar=AVATARS["debtor"]):
            show(paragraph(step.words, "said talk debtor", **messages.delivered(step, debtor)))


def _write(visit: Visit, here: Open) -> None:
    _ = visit.say
    said = len(here.now.steps) if here.now else 0
    last = here.now.steps[-1] if here.now and here.now.steps else here.replayed.steps[-1]
    case = here.replayed.case
    mark_drill(visit, f"{here.drill.key}.{here.number}", last.number + 1, voice_tag(case.language, case.country))
    with st.bottom:
        if comfort_of(visit.profile).meter:
            show(moods.meter(_, last.state, case.debtor.first_name))
        show(muted(_("Reply {n} of {all}", n=said + 1, all=REPLIES)))
        written = messages.is_written(case.channel)
        ask = _("Write your message") if written else _("Write what you would say")
        st.chat_input(ask, key=_box(here, said), on_submit=_say, args=(visit, here, said))


def _box(here: Open, said: int) -> str:
    return f"drill_{here.drill.key}_{here.number}_{said}"


def _say(visit: Visit, here: Open, said: int) -> None:
    """Save the reply before anything is drawn. What is refused goes back into the box."""
    text = str(st.session_state.get(_box(here, said)) or "")
    refusal = attempt_to(visit, lambda: drill_desk().say(visit.actor, here.drill.key, here.number, said, text))
    if refusal is not None:
        _give_back(visit, here, refusal.kept or text)


def _give_back(visit: Visit, here: Open, text: str) -> None:
    """What was refused stands in the next box there is: where another window ended the try, in that of the next."""
    now = drill_desk().open(visit.actor, here.drill.key, here.number)
    over = now.now is not None and now.now.is_over
    said = len(now.now.steps) if now.now and not over else 0
    st.session_state[f"drill_{here.drill.key}_{len(now.tries) + 1 if over else here.number}_{said}"] = text


def _what_next(visit: Visit, here: Open) -> None:
    """Try again, or on to the next: the one that helps most is the bright one."""
    _ = visit.say
    assert here.now is not None
    passed = bool(here.now.passed)
    following = drill_desk().today(visit.actor, visit.language, visit.country).next
    with st.bottom, st.container(horizontal=True, key="drill_next"):
        if st.button(_("Try again"), key="drill_again", type="secondary" if passed else "primary"):
            visit.go("drills", **{ADDRESS: here.drill.key, TRY: str(len(here.tries) + 1)})
        label = _("Next drill") if following else _("Done for today")
        if st.button(label, key="drill_on", type="primary" if passed else "secondary"):
            visit.go("drills", **({ADDRESS: following.drill.key} if following else {}))
