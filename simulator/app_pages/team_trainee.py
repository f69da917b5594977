"""One trainee on the manager's desk: how it goes, what recurs with quotations, notes, the next step. Assessed only."""

import streamlit as st

from scenarios.values import Language
from simulator.app_pages import cards, names, team_cleared, team_filters, team_notes, technique_list
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import team_desk
from simulator.app_pages.progression import chart_of
from simulator.app_pages.team_tables import linked, place
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong
from simulator.i18n import Translator
from simulator.progress import Series
from simulator.team.findings import Quoted, Recurrent
from simulator.team_desk import OnePerson

ABREAST, CALLS = 3, 12
"""Charts side by side; calls listed."""


def draw(visit: Visit, profile_id: str) -> None:
    """The whole page."""
    _ = visit.say
    show(team_filters.MARK)
    person = team_desk().trainee(visit.actor, profile_id)
    title(person.member.name, _lead(_, person))
    with st.container(horizontal=True, key="team_ways"):
        visit.link("team", _("Back to the team"), **team_filters.carried(team_filters.asked()))
    if not person.calls:
        show(paragraph(_("No assessed call yet. Practice is the trainee's own and is not shown here.")))
    else:
        _next(visit, person)
        _recurrent(visit, person)
        _progress(visit, person)
        technique_list.draw_list(visit, person.techniques, _("Of the latest {n} assessed calls.", n=person.read))
        _calls(visit, person)
    team_cleared.draw_one(visit, person.member)
    team_notes.draw(visit, person.member)


def _lead(_: Translator, person: OnePerson) -> str:
    cohorts = ", ".join(one.name for one in person.cohorts)
    calls = _.plural("{n} assessed call", "{n} assessed calls", len(person.calls))
    strong_, weak = person.progress.strongest, person.progress.weakest
    parts = [part for part in (cohorts, calls) if part]
    if strong_ and weak:
        parts.append(_("strongest in {strong}, weakest in {weak}", strong=names.criterion(_, strong_).lower(),
                       weak=names.criterion(_, weak).lower()))  # fmt: skip
    return " · ".join(parts)


def _next(visit: Visit, person: OnePerson) -> None:
    """What to suggest, and why."""
    _ = visit.say
    found = {card.id: card for card in visit.practice.scenarios(visit.language)}
    card = found.get(person.next.scenario_id) if person.next else None
    if person.next is None or card is None:
        return
    with st.container(border=True, key="team_next"):
        show(strong(_("Next step: suggest “{title}”", title=card.title)))
        if person.next.criterion:
            named = names.criterion(_, person.next.criterion).lower()
            show(muted(_("It trains {criterion}, the weakest in the latest assessed calls, at a difficulty that suits.",
                         criterion=named)))  # fmt: skip
        else:
            show(muted(_("New or long not played, at the difficulty of the latest assessed calls.")))


def _recurrent(visit: Visit, person: OnePerson) -> None:
    _ = visit.say
    left, right = st.columns(2, gap="large")
    with left:
        heading(_("What recurs and costs points"))
        show("".join(_kind(_, one, visit.language) for one in person.missed)
             or muted(_("Nothing was missed in two calls or more.")))  # fmt: skip
    with right:
        heading(_("What goes well again and again"))
        show("".join(_kind(_, one, visit.language) for one in person.strengths)
             or muted(_("Nothing was done well in two calls or more yet.")))  # fmt: skip


def _kind(_: Translator, one: Recurrent, language: Language) -> str:
    name = cards.title(one.criterion, one.indicator, language)
    where = _("{criterion} · in {k} of {n} calls", criterion=names.criterion(_, one.criterion), k=one.k, n=one.n)
    quotes = "".join(_quote(_, quote) for quote in one.quotes)
    return f'<article class="recurs"><p class="kind" dir="auto">{plain(name)}</p>{muted(where)}{quotes}</article>'


def _quote(_: Translator, one: Quoted) -> str:
    said = one.title.get(_.language) or next(iter(one.title.values()), "")
    where = _("line {n}", n=one.turn) if one.turn else _("in the note or the plan")
    link = linked(f"{said}, {where}", place("scorecards", one.turn, attempt=one.attempt_id))
    return f'<blockquote dir="auto">{plain(one.quote)}<cite>{link} · {one.closed_at:%Y-%m-%d}</cite></blockquote>'


def _progress(visit: Visit, person: OnePerson) -> None:
    _ = visit.say
    heading(_("Level by assessed call (0 to 4)"))
    newest: tuple[Series, ...] = person.progress.newest
    for first in range(0, len(newest), ABREAST):
        for column, series in zip(st.columns(ABREAST, gap="medium"), newest[first:], strict=False):
            with column:
                chart_of(visit, series)
    if len(newest) < len(person.progress.series):
        show(muted(_("Calls under another version of the rubric are in the list below, not in these charts.")))


def _calls(visit: Visit, person: OnePerson) -> None:
    """The latest assessed calls, each a link."""
    _ = visit.say
    heading(_("The latest assessed calls"))
    rows = []
    for call in person.calls[:CALLS]:
        said = person.titles.get(call.attempt_id, {})
        name = said.get(visit.language) or next(iter(said.values()), call.scenario_id)
        total = _("not assessed") if call.total is None else _("{n} of 100", n=round(call.total))
        levels = ", ".join(f"{names.criterion(_, m.criterion)} {m.level}" for m in call.marks if m.level is not None)
        link = linked(name, place("scorecards", attempt=call.attempt_id))
        rows.append(
            f'<tr><th scope="row">{link}</th>'
            + "".join(f'<td data-head="{plain(head)}">{plain(cell)}</td>' for head, cell in (
                (_("Day"), f"{call.scored_at:%Y-%m-%d}"), (_("Difficulty"), names.difficulty(_, call.difficulty)),
                (_("Total"), total), (_("Levels"), levels),
            )) + "</tr>"
        )  # fmt: skip
    heads = (_("Call"), _("Day"), _("Difficulty"), _("Total"), _("Levels"))
    head = "".join(f'<th scope="col">{plain(h)}</th>' for h in heads)
    named = plain(_("The latest assessed calls"))
    show(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{named}"><table class="figures">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
