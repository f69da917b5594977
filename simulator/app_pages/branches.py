"""Calls tried differently: that this is one, those that part from this one, and both side by side."""

import streamlit as st

from simulator.app_pages import moods, names, replay
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, table
from simulator.comparing import Comparison, CriterionChange, compare
from simulator.i18n import Translator
from simulator.kept import AttemptSummary
from simulator.state import Step
from simulator.view import AttemptView


def draw_banner(visit: Visit, view: AttemptView) -> None:
    """On the scorecard of a call that parts from another: what it is, and the way to both side by side."""
    if view.forked_from is None:
        return
    _ = visit.say
    words = _("You tried a call differently from turn {n}. It does not count in your progress.", n=view.forked_turn)
    with st.container(border=True, key="tried"):
        show(paragraph(words))
        if st.button(_("See both side by side"), key="compare"):
            visit.go("attempt", attempt=view.id, part="compare")


def draw_note(visit: Visit, view: AttemptView) -> None:
    """While a call that parts from another is being played: what it is."""
    _ = visit.say
    if view.forked_from is not None and view.phase != "closed":
        show(muted(_("Another try, from turn {n}. It does not count in your progress.", n=view.forked_turn)))
        if view.phase == "wrap_up":
            show(muted(_("You may leave the follow-up empty here: what is compared is the call.")))


def draw_made(visit: Visit, view: AttemptView) -> None:
    """The calls that part from this one; nothing where there are none."""
    _ = visit.say
    if view.owner_id != visit.me.id:
        return
    made = visit.practice.forks.of(visit.actor, view.id)
    if not made:
        return
    heading(_("Tried differently"))
    for one in made:
        _made(visit, one)


def _made(visit: Visit, one: AttemptSummary) -> None:
    _ = visit.say
    where = _("From turn {n}", n=one.forked_turn)
    state = names.stage(_, one.phase) if one.phase != "closed" else _ended(_, one)
    part = {"part": "compare"} if one.phase == "closed" else {}
    visit.link("attempt", f"{where} · {state}", attempt=one.id, **part)


def _ended(_: Translator, one: AttemptSummary) -> str:
    total = _("not assessed") if one.total is None else _("{n} of 100", n=round(one.total))
    return f"{names.disposition(_, one.disposition)} · {total}"


def draw_page(visit: Visit, fork: AttemptView) -> None:
    """Both calls: where they part, either reply and what it did, either end, what changed."""
    _ = visit.say
    origin = visit.practice.forks.origin(visit.actor, fork)
    if origin is None:
        replay.draw_page(visit, fork)
        return
    both = compare(origin, fork, visit.practice.rubric_of(fork.scorecard) if fork.scorecard else None)
    title(_("Both side by side"), _("They part at turn {n}. Up to there, every word is the same.", n=both.turn))
    before = _("Before that, the debtor said:")
    show(f'<p class="muted">{plain(before)}</p><blockquote dir="auto">{plain(both.heard)}</blockquote>')
    show(f'<div class="branches">{_branch(_, origin, both, first=True)}{_branch(_, fork, both, first=False)}</div>')
    heading(_("What changed"))
    _changed(visit, both)
    show(muted(_("Only what was said is compared. The follow-up is left out.")))
    _rest(visit, origin, fork, both)
    with st.container(horizontal=True):
        if st.button(_("Scorecard of the first call"), key="to_origin"):
            visit.go("attempt", attempt=origin.id)
        if st.button(_("Scorecard of the other try"), key="to_fork"):
            visit.go("attempt", attempt=fork.id)


def _branch(_: Translator, view: AttemptView, both: Comparison, *, first: bool) -> str:
    name = _("First call") if first else _("The other try")
    steps = both.origin if first else both.fork
    talk = both.talk[0 if first else 1]
    figure = _("What was said: {n} of 100", n=round(talk)) if talk is not None else _("not scored yet")
    ended = names.disposition(_, view.disposition) if view.phase == "closed" else names.stage(_, view.phase)
    shown = _said(_, view, steps[0]) if steps else muted(_("Nothing said yet."))
    return (
        f'<section><h2 class="small">{plain(name)}</h2><p class="ended">{plain(figure)}</p>{muted(ended)}'
        f"{shown}{_moved(_, both, first=first)}</section>"
    )


def _said(_: Translator, view: AttemptView, step: Step) -> str:
    """One exchange: the reply, or the deed in its place, and the answer."""
    mine = step.said.text.strip() or names.event(_, step.said.event, view.case.channel)
    spoken = ((_("You"), "agent", mine), (replay.who_spoke(_, view), "debtor", step.words.strip()))
    return "".join(
        f'<article class="line {side}"><p class="who"><b>{plain(who)}</b></p>{paragraph(text)}</article>'
        for who, side, text in spoken
        if text
    )


def _moved(_: Translator, both: Comparison, *, first: bool) -> str:
    """What that one exchange did to the debtor."""
    moved = {level: (pair[0] if first else pair[1]) for level, pair in both.mood.items()}
    shown = [f"{names.level_name(_, level)} {moods.signed(by)}" for level, by in moved.items() if by]
    return muted(" · ".join(shown)) if shown else muted(_("The mood did not move."))


def _changed(visit: Visit, both: Comparison) -> None:
    _ = visit.say
    if not both.comparable:
        show(muted(_("The levels can be compared once both calls are scored by the same rubric.")))
        return
    better = ", ".join(names.criterion(_, c).lower() for c in both.better)
    worse = ", ".join(names.criterion(_, c).lower() for c in both.worse)
    lines = [_("Better: {criteria}.", criteria=better)] if better else []
    lines += [_("Weaker: {criteria}.", criteria=worse)] if worse else []
    show(items(lines) if lines else paragraph(_("No level changed.")))
    heads = [_("Skill"), _("First call"), _("The other try")]
    show(table(_("What changed"), heads, [_row(_, change) for change in both.criteria]))


def _row(_: Translator, change: CriterionChange) -> list[str]:
    levels = ("–" if level is None else str(level) for level in (change.before, change.after))
    return [names.criterion(_, change.criterion), *levels]


def _rest(visit: Visit, origin: AttemptView, fork: AttemptView, both: Comparison) -> None:
    """How either went on, folded."""
    _ = visit.say
    with st.expander(_("How each went on"), key="fold_rest"):
        columns = ((_("First call"), origin, both.origin), (_("The other try"), fork, both.fork))
        shown = "".join(
            f'<section><h3 class="small">{plain(name)}</h3>{"".join(_said(_, view, step) for step in steps)}</section>'
            for name, view, steps in columns
        )
        show(f'<div class="branches">{shown}</div>')
