"""The scorecard in one screen: how did I do, what exactly was good, what one thing to change."""

import streamlit as st

from scoring.coaching.values import ToPractise
from scoring.criterion import Finding, Judgement
from scoring.scorecard import Scorecard
from simulator.app_pages import cards, care, coaching, findings, names
from simulator.app_pages.jumps import jump
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.exports.scorecard_sheet import result_in_words
from simulator.gentle import caring
from simulator.i18n import Translator
from simulator.view import AttemptView

GOOD = 3
"""The level from which a skill counts as good."""


def draw(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """Total, levels and what came of the call; breaches apart; then the best words and the one thing to change."""
    _ = visit.say
    skill, beside = st.columns(2, gap="medium")
    with skill:
        show(f'<div class="summary">{_skill(visit, view, card)}</div>')
    with beside:
        show(f'<div class="summary">{_outcome(_, view)}</div>')
        with st.container(border=True, key="was_good"):
            show(_good(visit, card))
    for gate in card.gates:
        findings.draw_gate(visit, view, gate)
    if card.not_assessed:
        missing = ", ".join(names.criterion(_, c) for c in card.not_assessed)
        show(muted(_("Not assessed, and so not in the total: {criteria}.", criteria=missing)))
    with st.container(border=True, key="next_step"):
        _change(visit, view, card)


def at_a_glance(visit: Visit, view: AttemptView, card: Scorecard) -> str:
    """The total with the levels, and what came of the call: side by side, never mixed."""
    return f'<div class="summary">{_skill(visit, view, card)}{_outcome(visit.say, view)}</div>'


def _skill(visit: Visit, view: AttemptView, card: Scorecard) -> str:
    _ = visit.say
    total, of = "–" if card.total is None else str(round(card.total)), _("of 100")
    levels = "".join(_level(_, judgement) for judgement in card.judgements)
    head = plain(_("Your skill") if view.owner_id == visit.me.id else _("Skill"))
    return (
        f'<section><h2>{head}</h2><p class="total">{total}<span>{plain(of)}</span></p>'
        f'{muted(_result(visit, card))}<ul class="levels-at-a-glance">{levels}</ul></section>'
    )


def _level(_: Translator, judgement: Judgement) -> str:
    name = plain(names.criterion(_, judgement.criterion))
    words = plain(level_word(_, judgement.level))
    dots = findings.dots(judgement.level) if judgement.level is not None else ""
    return f"<li><span>{name}</span><span>{dots}{words}</span></li>"


def level_word(_: Translator, level: int | None) -> str:
    """A level, 0 to 4, in a word."""
    if level is None:
        return _("not assessed")
    return names.level_word(_, level)


def _outcome(_: Translator, view: AttemptView) -> str:
    ended = f'<p class="ended">{plain(names.disposition(_, view.disposition))}</p>'
    luck = _("The outcome also depends on the debtor, so it gives no points.")
    head = plain(_("What came of the call"))
    return f"<section><h2>{head}</h2>{ended}{muted(luck)}</section>"


def _result(visit: Visit, card: Scorecard) -> str:
    return result_in_words(visit.say, card.result, visit.practice.rubric_of(card))


def _good(visit: Visit, card: Scorecard) -> str:
    """The words that did most good, and why; where none did, what would."""
    _ = visit.say
    name = plain(_("What was good"))
    head = f'<h2 class="small">{name}</h2>'
    best = findings.most_valued(card)
    strong = max((j for j in card.judgements if (j.level or 0) >= GOOD), key=lambda j: j.score or 0.0, default=None)
    if best is None and strong is not None:
        return head + _in_words(visit, card, strong)
    if best is None:
        return head + paragraph(_("Nothing stands out yet. One sentence that shows you listened is a good beginning."))
    quote, why = best.evidence, best.reason or cards.title(best.criterion, best.indicator, visit.language)
    words = f'<blockquote dir="auto">{plain(quote.quote)}</blockquote>' if quote else ""
    where = jump(_, quote.turn) if quote and quote.turn else ""
    return f'{head}{words}{paragraph(why)}<p class="muted">{_kind(_, best)} {where}</p>'


def _in_words(visit: Visit, card: Scorecard, judged: Judgement) -> str:
    """A skill that was good throughout, in the words of its level: no single sentence stands for it."""
    rubric, level = visit.practice.rubric_of(card), judged.level or 0
    weighed = rubric.of(judged.criterion) if rubric else None
    words = weighed.levels[visit.language][level] if weighed else ""
    name = visit.say("{name}: level {n}", name=names.criterion(visit.say, judged.criterion), n=level)
    return f"<p><b>{plain(name)}</b></p>{paragraph(words)}"


def _kind(_: Translator, finding: Finding) -> str:
    return f"{plain(names.criterion(_, finding.criterion))} ·"


def _change(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """One thing to do differently, and where to try it."""
    _ = visit.say
    practise = _practise(visit, view, card)
    costly = findings.most_costly(card)
    name, most = plain(_("Change one thing")), plain(_("It shows most in:"))
    show(f'<h2 class="small">{name}</h2>')
    if practise is not None:
        coaching.draw_practise(visit, practise)
        if costly is not None and costly.evidence is not None and costly.evidence.turn:
            show(f'<p class="muted">{most} {jump(_, costly.evidence.turn)}</p>')
    elif costly is not None:
        show(paragraph(costly.reason), findings.better(_, costly))
    elif care.asked_for(view):
        show(paragraph(_("Nothing weighed against you. That was a heavy call: take a moment for yourself.")))
    else:
        show(paragraph(_("Nothing weighed against you this time. Try a harder case.")))
    if view.owner_id == visit.me.id:
        _ways_on(visit, view, practise)


def _practise(visit: Visit, view: AttemptView, card: Scorecard) -> ToPractise | None:
    practise = card.coaching.practise if card.coaching else None
    return caring(practise, visit.language) if practise and care.asked_for(view) else practise


def _ways_on(visit: Visit, view: AttemptView, practise: ToPractise | None) -> None:
    _ = visit.say
    with st.container(horizontal=True):
        other = coaching.scenario_title(visit, view, practise) if practise else None
        if practise and other and st.button(_("Practise this"), type="primary", key="exercise", help=other):
            visit.go("practise", scenario=practise.scenario or "")
        if view.scenario.id in {card.id for card in visit.practice.scenarios(visit.language, visit.actor)}:
            _again(visit, view, alone=not other)
        if st.button(_("See my progress"), type="tertiary", key="to_progress"):
            visit.go("progress")


def _again(visit: Visit, view: AttemptView, *, alone: bool) -> None:
    """The way to the same scenario, where it may be practised: what an exam keeps, and what was withdrawn, may not."""
    _ = visit.say
    words = _("Practise this again") if alone else _("The same case again")
    if st.button(words, type="primary" if alone else "secondary", key="again"):
        visit.go("practise", scenario=view.scenario.id)
