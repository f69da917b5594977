"""The decision itself: a level or a breach, in reach of the keyboard, with its reason; and the answer to a contest."""

import streamlit as st

from simulator.app_pages import contested, reviewed
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import reviewing
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import show
from simulator.i18n import Translator
from simulator.kept import Contest
from simulator.reviewing import Given, Reviewable
from simulator.reviews import ReviewKind
from simulator.typed import MAX_REPLY


def draw(visit: Visit, call: Reviewable, kind: ReviewKind, about: str) -> None:
    """The contest that waits longest, what one decides, and why. Where nothing can be decided, nothing."""
    _ = visit.say
    if call.rubric is None:
        return
    told, waits = call.about(kind, about), call.open_about(kind, about)
    contest, key = (waits[0] if waits else None), f"{kind}_{about}"
    with st.container(border=kind == "criterion", key=f"decide_{key}"):
        if contest is not None and contest.kind == "finding":  # that of the criterion stands beside, on its card
            show(contested.said(_, contest, reviewed.against(visit, call.view), call.view.country))
        given = Given(
            kind=kind, about=about, card=call.kept.id, seen=len(told), contest_id=contest.id if contest else None
        )
        if kind == "gate":
            _verdict(visit, key)
        elif contest is not None:
            _answer(visit, call, about)
        else:
            _level(visit, call, given)
        st.text_area(_reason(_, contest), key=f"reason_{key}", height=90, max_chars=MAX_REPLY)
        label = _label(_, kind, contest, second=bool(told))
        st.button(label, key=f"keep_{key}", on_click=_keep, args=(visit, call.view.id, given))


def _verdict(visit: Visit, key: str) -> None:
    _ = visit.say
    st.radio(
        _("What was it?"), (True, False), index=None, horizontal=True, key=f"breach_{key}",
        format_func={True: _("A breach"), False: _("No breach")}.__getitem__,
    )  # fmt: skip


def _answer(visit: Visit, call: Reviewable, about: str) -> None:
    """Who answers a contest says yes or no, and finds the level as it stands."""
    _, key = visit.say, f"criterion_{about}"
    st.radio(
        _("Is the trainee right?"), (True, False), index=None, horizontal=True, key=f"upheld_{key}",
        format_func={True: _("Yes"), False: _("No")}.__getitem__,
    )  # fmt: skip
    label, standing = _("Your level ({said})", said=_by_program(visit, call, about)), call.kept.in_force
    st.radio(
        label, range(5), index=standing.judgement(about).level, horizontal=True, key=f"level_{key}", format_func=str
    )


def _level(visit: Visit, call: Reviewable, given: Given) -> None:
    """To agree is one act and to give another level is another, so that neither happens by a slip."""
    _, about = visit.say, given.about
    key, machine = f"criterion_{about}", call.kept.scorecard.judgement(about).level
    label = _("Your level ({said})", said=_by_program(visit, call, about))
    if machine is not None:
        label, agreed = _("Or another level"), given.model_copy(update={"level": machine})
        st.button(
            _("Agree with level {n}", n=machine), key=f"agree_{key}", on_click=_keep, args=(visit, call.view.id, agreed)
        )
    others = [n for n in range(5) if n != machine]
    st.radio(label, others, index=None, horizontal=True, key=f"other_{key}", format_func=str)


def _by_program(visit: Visit, call: Reviewable, about: str) -> str:
    _, machine = visit.say, call.kept.scorecard.judgement(about).level
    return _("the program gave no level") if machine is None else _("the program gave {n}", n=machine)


def _label(_: Translator, kind: ReviewKind, contest: Contest | None, *, second: bool) -> str:
    if contest:
        return _("Answer and keep")
    if second:
        return _("Second review")
    return _("Keep the decision") if kind == "gate" else _("Give this level")


def _reason(_: Translator, contest: Contest | None) -> str:
    return _("Your words to the trainee") if contest else _("Why (the trainee reads it)")


def _keep(visit: Visit, attempt_id: str, given: Given) -> None:
    """What was typed stays where it is refused, and makes room where it is kept."""
    key, typed = f"{given.kind}_{given.about}", st.session_state
    more = {
        "level": typed.get(f"{'other' if given.contest_id is None else 'level'}_{key}")
        if given.level is None else given.level,
        "breach": typed.get(f"breach_{key}"), "upheld": typed.get(f"upheld_{key}"),
        "reason": str(typed.get(f"reason_{key}") or ""),
    }  # fmt: skip
    decided = given.model_copy(update=more)
    if attempt_to(visit, lambda: reviewing().review(visit.actor, attempt_id, decided)) is None:
        typed[f"reason_{key}"] = ""
        typed.pop(f"level_{key}", None)
        for name in (
            "upheld",
            "breach",
            "other",
        ):  # empty again, also on the screen, which keeps what is only forgotten
            if f"{name}_{key}" in typed:
                typed[f"{name}_{key}"] = None
