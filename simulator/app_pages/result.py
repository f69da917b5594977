"""The scorecard: first one screen, then everything behind it in calm order, folded."""

import streamlit as st

from scenarios.values import Language
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator.accounts import Action, may
from simulator.app_pages import (
    agreement,
    approach,
    branches,
    care,
    coaching,
    editions,
    findings,
    going_on,
    hint_panel,
    later,
    lending,
    mood_line,
    names,
    note_table,
    paper,
    removing,
    replay,
    reviewed,
    summary,
)
from simulator.app_pages.frame import title
from simulator.app_pages.opening import reviewing
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, plain, show
from simulator.contacts import stands_alone
from simulator.gentle import gentle
from simulator.kept import KeptScorecard
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """The whole scorecard, the most telling first."""
    _ = visit.say
    kept = visit.practice.scorecards(visit.actor, view.id)
    chosen = editions.chosen(kept)
    view = view.model_copy(update={"scorecard": chosen.in_force if chosen else None})
    card = view.scorecard
    title(_("Scorecard"), replay.heading_of(view, visit.language))
    if card is None or chosen is None:
        show(muted(_("This call has no scorecard.")))
        return
    if may(visit.actor, Action.REVIEW_ATTEMPT, view):
        visit.link("scorecards", _("Review this call"), attempt=view.id)
    show('<span id="quoted"></span>')
    editions.draw(visit, view.id, kept, chosen)
    branches.draw_banner(visit, view)
    _sealed(visit, view)
    summary.draw(visit, view, card)
    _by_a_person(visit, view, chosen)
    hint_panel.draw_count(visit, view)
    care.draw_word(visit, view)
    _behind(visit, view, card)


def _sealed(visit: Visit, view: AttemptView) -> None:
    """What is missing of an exam's scorecard until its window closes."""
    _ = visit.say
    if view.sealed:
        words = _("While this exam is open, better wordings stay hidden. They will stand here afterwards.")
        show(f'<p class="muted" role="note">{plain(words)}</p>')


def _behind(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """What is behind the first screen. In a call of care, the account waits on the start page, not here."""
    _ = visit.say
    with st.expander(_("Your skills, one by one"), key="fold_skills"):
        draw_skills(visit, view, card)
    told = gentle(card.coaching, view.case) if card.coaching and care.asked_for(view) else card.coaching
    if told and (told.moments or told.best or told.note):
        with st.expander(_("How it might sound"), key="fold_coaching"):
            coaching.draw(visit, told)
    if mood_line.any_to_show(view):
        with st.expander(_("How the debtor felt"), key="fold_mood"):
            mood_line.draw(visit, view)
    with st.expander(_("Read the call again, try it differently"), key="fold_call"):
        replay.draw(visit, view)
        branches.draw_made(visit, view)
    if card.note_checks:
        with st.expander(_("Your follow-up against the call"), key="fold_note"):
            note_table.draw(visit, view, card)
    with st.expander(_("What happened next"), key="fold_later"):
        approach.draw_made(visit, view)
        later.draw(visit, view)
        if view.outcome and view.outcome.beyond_authority:
            show(facts([(_("Note"), _("What was agreed goes beyond what you may grant alone."))]))
    if not care.asked_for(view) and view.forked_from is None and not stands_alone(view):
        going_on.draw(visit, view)
    agreement.draw_way(visit, view)
    paper.draw(visit, view)
    if view.owner_id == visit.me.id and view.mode == "practice":
        lending.draw_whole(visit, view)
        removing.draw(visit, view)
    _pinned_to(visit, card)


def _by_a_person(visit: Visit, view: AttemptView, kept: KeptScorecard) -> None:
    """That a person reviewed the call: which levels are theirs, and what the program had counted."""
    _ = visit.say
    stands = reviewed.against(visit, view)
    own = [
        names.criterion(_, one.criterion)
        for one in kept.in_force.judgements
        if one.level != kept.scorecard.judgement(one.criterion).level
    ]
    if own:
        program = "–" if kept.scorecard.total is None else round(kept.scorecard.total)
        words = _(
            "Reviewed by a person: {criteria}. The program alone had counted {n}.", criteria=", ".join(own), n=program
        )
        show(muted(words))
    cleared = reviewed.no_breach(_, stands, view.country)
    if cleared:
        show(cleared)
    if view.owner_id == visit.me.id and any(one.review.contest_id for one in stands.told):
        reviewing().read_answers(visit.actor, view.id)


def draw_skills(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """Every criterion with its level and what it rests on."""
    rubric, against = visit.practice.rubric_of(card), reviewed.against(visit, view)
    for judgement in card.judgements:
        levels = _levels(rubric, judgement.criterion, visit.language)
        findings.draw_criterion(visit, view, judgement, levels, against)


def _pinned_to(visit: Visit, card: Scorecard) -> None:
    _ = visit.say
    rubric = visit.practice.rubric_of(card)
    named = rubric.title[visit.language] if rubric else card.rubric
    show(muted(_("{rubric}, version {n}.", rubric=named, n=card.rubric_version)))


def _levels(rubric: Rubric | None, criterion: str, language: Language) -> tuple[str, ...]:
    weight = rubric.of(criterion) if rubric else None
    return weight.levels[language] if weight else ()
