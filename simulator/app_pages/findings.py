"""One criterion on the scorecard: its level in words, why, the findings and their evidence, the card behind each."""

import streamlit as st

from scoring.criterion import Evidence, Finding, Gate, Judgement
from simulator import foremost
from simulator.app_pages import agreed, cards, contested, names, reviewed, rounds_words
from simulator.app_pages.jumps import jump
from simulator.app_pages.opening import rounds
from simulator.app_pages.reviewed import Against
from simulator.app_pages.visit import Visit
from simulator.app_pages.why_level import draw_why
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.contesting import About
from simulator.i18n import Translator
from simulator.view import AttemptView

WRITTEN = ("documented_follow_up", "preparation")
in_order, most_costly, most_valued = foremost.in_order, foremost.most_costly, foremost.most_valued


def draw_criterion(
    visit: Visit, view: AttemptView, judgement: Judgement, levels: tuple[str, ...], against: Against
) -> None:
    """Name, level, what the level means, why, and what was found. ``against`` is what the trainee finds wrong
    and what persons decided.
    """
    _ = visit.say
    with st.container(border=True, key=f"criterion_{judgement.criterion}"):
        about = About(kind="criterion", about=judgement.criterion)
        told = reviewed.lines(_, against.about("criterion", judgement.criterion), view.country)
        show(headline(_, judgement, levels), told, contested.mark(_, about, against, view.country))
        people = by_people(visit, view, judgement.criterion)
        if people and judgement.level is not None:
            show(people)
        shown = in_order(judgement)
        if shown or judgement.capped_by:  # bare figures alone tell nobody anything
            label = _.plural("Why: {n} finding", "Why: {n} findings", len(shown))
            with st.expander(label, key=f"found_{judgement.criterion}"):
                draw_why(visit, view, judgement, agreed.line(_, view.language, judgement.criterion))
                for number, finding in enumerate(shown):
                    _finding(visit, view, finding, number, against)
        if judgement.level is not None:
            contested.draw_way(visit, view, about, against)


def by_people(visit: Visit, view: AttemptView, criterion: str) -> str:
    """How far people who rated blind agree, and the program with them; empty until a round was closed."""
    found = rounds().figures(view.language).get(criterion)
    return muted(rounds_words.short(visit.say, found)) if found else ""


def dots(level: int) -> str:
    """The level as four dots, filled up to it; the words beside it carry the meaning."""
    filled = "".join(f'<i class="{"on" if n < level else ""}"></i>' for n in range(4))
    return f'<span class="dots" aria-hidden="true">{filled}</span>'


def headline(_: Translator, judgement: Judgement, levels: tuple[str, ...]) -> str:
    """The criterion's name, its level with dots, and what the level means; why not, where there is none."""
    name = plain(names.criterion(_, judgement.criterion))
    if judgement.level is None:
        why = judgement.why_not or _("There was nothing to judge.")
        level = plain(_("Not assessed"))
        return f'<div class="skill"><h3>{name}</h3><p class="level">{level}</p></div>{paragraph(why)}'
    words = levels[judgement.level] if judgement.level < len(levels) else ""
    label = _("Level {n} of 4", n=judgement.level)
    meter = f'<p class="level">{plain(label)}{dots(judgement.level)}</p>'
    return f'<div class="skill"><h3>{name}</h3>{meter}</div>' + paragraph(words)


def _finding(visit: Visit, view: AttemptView, finding: Finding, number: int, against: Against) -> None:
    _ = visit.say
    kind = _("Well done") if finding.met else _("To improve")
    about = contested.about_finding(finding)
    show(
        f'<article class="finding {"met" if finding.met else "missed"}"><p class="kind">{plain(kind)}</p>',
        quoted(_, finding.evidence),
        paragraph(finding.reason or cards.title(finding.criterion, finding.indicator, visit.language)),
        "" if finding.met else better(_, finding),
        contested.mark(_, about, against, view.country),
        "</article>",
    )
    with st.container(horizontal=True, key=f"beside_{finding.criterion}_{number}", gap="xxsmall"):
        card = cards.find(finding.criterion, finding.indicator, visit.language)
        if card:
            with st.popover(_("What is this?"), type="tertiary", key=f"card_{finding.criterion}_{number}"):
                show(card)
        contested.draw_way(visit, view, about, against, number)


def draw_gate(visit: Visit, view: AttemptView, gate: Gate) -> None:
    """A breach, or a possible one, apart from points."""
    _ = visit.say
    kind = _("Breach") if gate.status == "breach" else _("Possible breach, for a person to decide")
    against = reviewed.against(visit, view)
    about = contested.about_gate(gate)
    show(
        f'<div class="notice" role="alert"><p><b>{plain(kind)}: {plain(names.gate(_, gate.id))}</b></p>'
        f"{quoted(_, gate.evidence)}{paragraph(gate.reason)}{muted(gate.source) if gate.source else ''}"
        f"{reviewed.lines(_, against.about('gate', gate.id), view.country)}"
        f"{contested.mark(_, about, against, view.country)}</div>"
    )
    contested.draw_way(visit, view, about, against)


def quoted(_: Translator, evidence: Evidence | None) -> str:
    """The words that something rests on, with where they stand; a line of the call can be jumped to."""
    if evidence is None:
        return ""
    where = jump(_, evidence.turn) if evidence.turn else plain(_("In your note"))
    if evidence.plan:
        where = plain(_("In your plan: {field}", field=names.plan_field(_, evidence.plan)))
    return f'<blockquote dir="auto">{plain(evidence.quote)}<cite>{where}</cite></blockquote>'


def better(_: Translator, finding: Finding) -> str:
    """A better wording, where there is one."""
    if not finding.better:
        return ""
    lead = _("You could write:") if finding.criterion in WRITTEN else _("You could say:")
    return f'<p class="better" dir="auto"><b>{plain(lead)}</b> {plain(finding.better)}</p>'
