"""Sharing practice with a coach: the whole call from its scorecard, one reply on a page of its own; and revoking."""

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.replay import who_spoke
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.kept import Share
from simulator.sharing import Coach
from simulator.typed import MAX_REPLY
from simulator.view import AttemptView

TO, NOTE, NAMED = "share_to", "share_note", "share_named"


def draw_whole(visit: Visit, view: AttemptView) -> None:
    """On the scorecard: share all of it, and what is shared of it already."""
    _ = visit.say
    with st.expander(_("Share with a coach"), key="fold_share"):
        given = visit.practice.sharing.given(visit.actor, view.id)
        for share, name in given:
            _given(visit, share, name)
        _form(visit, view, None)


def draw_page(visit: Visit, view: AttemptView) -> None:
    """One reply with the words before and after it, as the coach will see it, and with whom to share it."""
    _ = visit.say
    turn = _turn(view)
    title(_("Share this reply"), _("The coach sees this one exchange and nothing else of the call."))
    if turn is not None:
        before, step = view.steps[turn - 1], view.steps[turn]
        who = who_spoke(_, view)
        show(exchange(((who, before.words), (_("You"), step.said.text), (who, step.words))))
        _form(visit, view, turn)
    else:
        show(muted(_("You wrote no reply in that turn. Choose another one.")))
    if st.button(_("Back to the call"), type="tertiary", key="back_to_card"):
        visit.go("attempt", attempt=view.id)


def exchange(spoken: tuple[tuple[str, str], ...]) -> str:
    """Who said what, a few lines of a call."""
    lines = (
        f'<p class="spoken" dir="auto"><b>{plain(who)}:</b> {plain(words.strip())}</p>'
        for who, words in spoken
        if words
    )
    return f'<div class="coached">{"".join(lines)}</div>'


def _form(visit: Visit, view: AttemptView, turn: int | None) -> None:
    _ = visit.say
    coaches = visit.practice.sharing.coaches(visit.actor)
    if not coaches:
        show(muted(_("Nobody here can receive it yet: a coach is a trainer, a manager or an administrator.")))
        return
    st.selectbox(_("With whom"), coaches, key=TO, format_func=lambda coach: _named(visit, coach))
    st.text_area(_("A word to them (optional)"), key=NOTE, height=90, max_chars=MAX_REPLY)
    st.checkbox(_("Show my name"), value=turn is None, key=NAMED)
    show(muted(_("Your own words may still say who you are. You can take it back at any time.")))
    st.button(
        _("Share"), type="primary" if turn else "secondary", key="share", on_click=_share, args=(visit, view, turn)
    )


def _named(visit: Visit, coach: Coach) -> str:
    return f"{coach.name} · {names.role(visit.say, coach.role)}"


def _given(visit: Visit, share: Share, name: str) -> None:
    _ = visit.say
    what = _("The whole call") if share.turn is None else _("Your reply in turn {n}", n=share.turn)
    seen = _("with your name") if share.named else _("without your name")
    with st.container(horizontal=True, vertical_alignment="center", key=f"given_{share.id}"):
        show(paragraph(_("{what}: shared with {name}, {seen}.", what=what, name=name, seen=seen)))
        st.button(_("Stop sharing"), key=f"revoke_{share.id}", on_click=_revoke, args=(visit, share.id))


def _share(visit: Visit, view: AttemptView, turn: int | None) -> None:
    def share() -> None:
        coach, note = st.session_state.get(TO), str(st.session_state.get(NOTE) or "")
        named = bool(st.session_state.get(NAMED))
        visit.practice.sharing.share(visit.actor, view.id, coach.id if coach else "", turn, note, named)
        if turn is not None:
            leave_for("attempt", attempt=view.id)

    attempt_to(visit, share)


def _revoke(visit: Visit, share_id: str) -> None:
    attempt_to(visit, lambda: visit.practice.sharing.revoke(visit.actor, share_id))


def _turn(view: AttemptView) -> int | None:
    """The turn that the address names, where it holds a reply."""
    asked = st.query_params.get("turn", "")
    turn = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    return turn if 1 <= turn < len(view.steps) and view.steps[turn].said.text else None
