"""The scorecard: what the trainee did well, what to change, in their own words; what came of the call, apart."""

import streamlit as st

from scenarios.values import Language
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator import charts
from simulator.app_pages import (
    approach,
    care,
    coaching,
    editions,
    findings,
    going_on,
    hint_panel,
    later,
    moods,
    names,
    note_table,
)
from simulator.app_pages.exchanges import draw_conversation
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, paragraph, plain, show, strong, table
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The whole scorecard, the most telling first."""
    _ = visit.say
    kept = visit.practice.scorecards(visit.actor, view.id)
    chosen = editions.chosen(kept)
    view = view.model_copy(update={"scorecard": chosen.scorecard if chosen else None})
    card = view.scorecard
    title(_("Scorecard"), view.scenario.title.get(visit.language) or view.scenario.id)
    if card is None or chosen is None:
        show(muted(_("This call has no scorecard.")))
        return
    editions.draw(visit, view.id, kept, chosen)
    _summary(visit, view, card)
    hint_panel.draw_count(visit, view)
    care.draw_word(visit, view)
    _next_step(visit, view, card)
    going_on.draw(visit, view)
    if card.coaching:
        coaching.draw(visit, card.coaching)
    heading(_("Your skills"))
    rubric = visit.practice.rubric_of(card)
    for judgement in card.judgements:
        findings.draw_criterion(visit, view, judgement, _levels(rubric, judgement.criterion, visit.language))
    note_table.draw(visit, view, card)
    approach.draw_made(visit, view)
    later.draw(visit, view)
    _mood(visit, view)
    with st.expander(_("Read the call again")):
        draw_conversation(visit, view)
    named = rubric.title[visit.language] if rubric else card.rubric
    show(muted(_("{rubric}, version {n}.", rubric=named, n=card.rubric_version)))


def _levels(rubric: Rubric | None, criterion: str, language: Language) -> tuple[str, ...]:
    weight = rubric.of(criterion) if rubric else None
    return weight.levels[language] if weight else ()


def _summary(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """Skill and outcome side by side, never mixed; breaches apart from both."""
    _ = visit.say
    total = "–" if card.total is None else str(round(card.total))
    of = _("of 100")
    figure = f'<p class="total">{total}<span>{plain(of)}</span></p>'
    skill = _panel(_("Your skill"), figure, _result(visit, card))
    ended = f'<p class="ended">{plain(names.disposition(_, view.disposition))}</p>'
    luck = _("The outcome also depends on the debtor, so it gives no points.")
    outcome = _panel(_("What came of the call"), ended, luck)
    show(f'<div class="summary">{skill}{outcome}</div>')
    for gate in card.gates:
        kind = _("Breach") if gate.status == "breach" else _("Possible breach, for a person to decide")
        quote = f'<blockquote dir="auto">{plain(gate.evidence.quote)}</blockquote>' if gate.evidence else ""
        show(
            f'<div class="notice" role="alert"><p><b>{plain(kind)}: {plain(names.gate(_, gate.id))}</b></p>{quote}'
            f"{paragraph(gate.reason)}{muted(gate.source) if gate.source else ''}</div>"
        )
    if card.not_assessed:
        missing = ", ".join(names.criterion(_, c) for c in card.not_assessed)
        show(muted(_("Not assessed, and so not in the total: {criteria}.", criteria=missing)))


def _panel(name: str, figure: str, words: str) -> str:
    return f"<section><h2>{plain(name)}</h2>{figure}{muted(words)}</section>"


def _result(visit: Visit, card: Scorecard) -> str:
    _ = visit.say
    rubric = visit.practice.rubric_of(card)
    mark = rubric.pass_mark if rubric else "–"
    return {
        "passed": _("Reaches the pass mark of {n}", n=mark),
        "failed": _("Does not reach the pass mark of {n}", n=mark),
        "review": _("A person has to look at it"),
        "not_assessed": _("There was nothing to assess"),
    }[card.result]


def _next_step(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """One thing to do differently, and where to try it."""
    _ = visit.say
    with st.container(border=True, key="next_step"):
        show(strong(_("Your next step")))
        practise = card.coaching.practise if card.coaching else None
        costly = findings.most_costly(card)
        if practise is not None:
            coaching.draw_practise(visit, practise)
        elif costly is not None:
            show(paragraph(costly.reason), findings.better(_, costly))
        else:
            show(paragraph(_("Nothing weighed against you this time. Try a harder case.")))
        with st.container(horizontal=True):
            if st.button(_("Practise again"), type="primary", key="again"):
                visit.go("practise", scenario=view.scenario.id)
            other = coaching.scenario_title(visit, view, practise) if practise else None
            if practise and other and st.button(_("Try it in: {title}", title=other), key="exercise"):
                visit.go("practise", scenario=practise.scenario or "")
            if st.button(_("See my progress"), type="tertiary", key="to_progress"):
                visit.go("progress")


def _mood(visit: Visit, view: AttemptView) -> None:
    _ = visit.say
    if len(view.steps) < 2 or not view.with_debtor:
        return
    heading(_("How the debtor felt"))
    first, last = view.steps[0].state, view.steps[-1].state
    show(paragraph(_mood_finding(_, first.anger, last.anger, first.trust, last.trust)))
    causes = [moods.summary(_, step) if step.number else _("The call begins") for step in view.steps]
    levels = [names.level_name(_, level) for level in moods.LEVELS]
    finding = _mood_finding(_, first.anger, last.anger, first.trust, last.trust)
    st.plotly_chart(charts.mood(levels, view.steps, causes), key="mood", config=charts.QUIET, alt=finding)
    with st.expander(_("As a table")):
        rows = [[str(s.number), *(str(getattr(s.state, level)) for level in moods.LEVELS), c]
                for s, c in zip(view.steps, causes, strict=True)]  # fmt: skip
        show(table(_("Mood by turn"), [_("Turn"), *levels, _("Why?")], rows))
    if view.outcome and view.outcome.beyond_authority:
        show(facts([(_("Note"), _("What was agreed goes beyond what you may grant alone."))]))


def _mood_finding(_: Translator, anger: int, anger_after: int, trust: int, trust_after: int) -> str:
    return _(
        "Anger went from {a} to {b}, trust from {c} to {d} (0 to 100).", a=anger, b=anger_after, c=trust, d=trust_after
    )
