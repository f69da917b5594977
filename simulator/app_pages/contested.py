"""Saying that something looks wrong: the way there from the scorecard, the mark that it was said, and the page."""

import streamlit as st

from scoring.criterion import Finding, Gate
from simulator.app_pages import cards, names
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.reviewed import Against, day
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, plain, show
from simulator.contesting import About
from simulator.i18n import Translator
from simulator.kept import Contest
from simulator.typed import MAX_REPLY
from simulator.view import AttemptView

TEXT, LEVEL = "contest_text", "contest_level"


def about_finding(finding: Finding) -> About:
    """What a finding is called where it is found wrong."""
    place = finding.evidence.turn if finding.evidence else 0
    return About(kind="finding", about=f"{finding.criterion}/{finding.indicator}", place=place)


def about_gate(gate: Gate) -> About:
    """What a gate is called where it is found wrong."""
    return About(kind="gate", about=gate.id, place=gate.evidence.turn if gate.evidence else 0)


def mark(_: Translator, about: About, stands: Against, country: str) -> str:
    """That it was said, and waits for a person, or what the person answered; nothing where it was not said."""
    one = _standing(about, stands)
    return "" if one is None else said(_, one, stands, country)


def said(_: Translator, one: Contest, stands: Against, country: str) -> str:
    """A contest in its trainee's words, with the answer to it, or by when there will be one."""
    given = "" if one.level is None else " " + _("Proposed level: {n}.", n=one.level)
    head, told = _("Pending review"), stands.answer_to(one)
    if told is not None:
        head = _("Answered: you were right") if told.review.upheld else _("Answered: the judgement stays")
    elif one.id in stands.late:
        head = _("Pending review, late since {day}", day=day(_, stands.due[one.id], country))
    elif one.id in stands.due:
        head = _("Pending review, to be answered by {day}", day=day(_, stands.due[one.id], country))
    answer = f"<br>{plain(told.by)}: {plain(told.review.reason)}" if told else ""
    return f'<p class="pending" dir="auto"><b>{plain(head)}.</b> {plain(one.text)}{plain(given)}{answer}</p>'


def draw_way(visit: Visit, view: AttemptView, about: About, stands: Against, number: int = 0) -> None:
    """The button to say it, or to take it back; neither once a person has answered."""
    _ = visit.say
    if view.owner_id != visit.me.id:
        return
    key = f"{about.kind}_{about.about.replace('/', '_')}_{about.place}_{number}"
    one = _standing(about, stands)
    if one is not None and stands.answer_to(one) is not None:
        return
    if one is not None:
        st.button(_("Take it back"), key=f"unsay_{key}", type="tertiary", on_click=_withdraw, args=(visit, one.id))
    elif st.button(_("This looks wrong"), key=f"wrong_{key}", type="tertiary"):
        visit.go("attempt", attempt=view.id, part="contest", **_in_address(about))


def draw_page(visit: Visit, view: AttemptView) -> None:
    """What looks wrong, in one's own words, and the level one would give."""
    _ = visit.say
    about = _from_address()
    title(_("This looks wrong"), _subject(visit, about))
    show(muted(_where_it_goes(_, view)))
    st.text_area(_("What looks wrong to you?"), key=TEXT, height=140, max_chars=MAX_REPLY)
    st.selectbox(
        _("The level you would give (optional)"), range(5), index=None, key=LEVEL,
        format_func=lambda n: _("Level {n} of 4", n=n), placeholder=_("Choose"),
    )  # fmt: skip
    with st.container(horizontal=True):
        st.button(_("Keep it for review"), type="primary", key="contest", on_click=_contest, args=(visit, view, about))
        if st.button(_("Back to the scorecard"), type="tertiary", key="back_to_card"):
            visit.go("attempt", attempt=view.id)


def _subject(visit: Visit, about: About) -> str:
    _ = visit.say
    if about.kind == "gate":
        return names.gate(_, about.about)
    criterion, _slash, indicator = about.about.partition("/")
    name = names.criterion(_, criterion)
    return f"{name}: {cards.title(criterion, indicator, visit.language)}" if indicator else name


def _where_it_goes(_: Translator, view: AttemptView) -> str:
    if view.mode == "assessed":
        return _("It goes to whoever reviews assessed calls. The score stays as it is until a person has decided.")
    return _("This is practice: nobody sees it unless you share this call with a coach. The score stays as it is.")


def _contest(visit: Visit, view: AttemptView, about: About) -> None:
    def contest() -> None:
        text, level = str(st.session_state.get(TEXT) or ""), st.session_state.get(LEVEL)
        visit.practice.contests.contest(visit.actor, view.id, about, text, level)
        leave_for("attempt", attempt=view.id)

    attempt_to(visit, contest)


def _withdraw(visit: Visit, contest_id: str) -> None:
    attempt_to(visit, lambda: visit.practice.contests.withdraw(visit.actor, contest_id))


def _standing(about: About, stands: Against) -> Contest | None:
    return next(
        (c for c in stands.contests if (c.kind, c.about, c.place) == (about.kind, about.about, about.place)), None
    )


def _in_address(about: About) -> dict[str, str]:
    return {"kind": about.kind, "about": about.about, "place": str(about.place)}


def _from_address() -> About:
    """What the address names. It may have been written by anybody: what is not on the card is refused later."""
    asked = st.query_params
    kind, place = asked.get("kind", ""), asked.get("place", "0")
    number = int(place) if place.isascii() and place.isdigit() and len(place) < 6 else 0
    known = kind if kind in ("criterion", "finding", "gate") else "criterion"
    return About.model_validate({"kind": known, "about": asked.get("about", "")[:200], "place": number})
