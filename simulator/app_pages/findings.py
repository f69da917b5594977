"""One criterion on the scorecard: its level in words, the findings and their evidence, the card behind each."""

import streamlit as st

from scoring.criterion import Finding, Judgement
from scoring.scorecard import Scorecard
from simulator.app_pages import agreed, cards, names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong, table
from simulator.i18n import Translator
from simulator.view import AttemptView

SHOWN = 6
WRITTEN = ("documented_follow_up", "preparation")


def draw_criterion(visit: Visit, view: AttemptView, judgement: Judgement, levels: tuple[str, ...]) -> None:
    """Name, level, what the level means, and what was found."""
    _ = visit.say
    with st.container(border=True, key=f"criterion_{judgement.criterion}"):
        show(headline(_, judgement, levels))
        shown = in_order(judgement)
        if shown:
            with st.expander(_.plural("{n} finding", "{n} findings", len(shown)), key=f"found_{judgement.criterion}"):
                for number, finding in enumerate(shown):
                    _finding(visit, view, finding, number)
                _terms(visit, view, judgement)


def headline(_: Translator, judgement: Judgement, levels: tuple[str, ...]) -> str:
    """The criterion's name, its level with dots, and what the level means; why not, where there is none."""
    name = plain(names.criterion(_, judgement.criterion))
    if judgement.level is None:
        why = judgement.why_not or _("There was nothing to judge.")
        level = plain(_("Not assessed"))
        return f'<div class="skill"><h3>{name}</h3><p class="level">{level}</p></div>{paragraph(why)}'
    dots = "".join(f'<i class="{"on" if n < judgement.level else ""}"></i>' for n in range(4))
    words = levels[judgement.level] if judgement.level < len(levels) else ""
    label = _("Level {n} of 4", n=judgement.level)
    meter = f'<p class="level">{plain(label)}<span class="dots" aria-hidden="true">{dots}</span></p>'
    return f'<div class="skill"><h3>{name}</h3>{meter}</div>' + paragraph(words)


def in_order(judgement: Judgement) -> list[Finding]:
    """What weighs most first, missed before met."""
    return sorted(judgement.findings, key=lambda f: (f.met, -abs(f.weight)))


def most_costly(card: Scorecard) -> Finding | None:
    """The missed finding that takes most, of the lowest criterion that has one."""
    judged = sorted((j for j in card.judgements if j.score is not None), key=lambda j: j.score or 0)
    for judgement in judged:
        missed = [f for f in in_order(judgement) if not f.met]
        if missed:
            return max(missed, key=lambda f: (bool(f.better), abs(f.weight)))
    return None


def _finding(visit: Visit, view: AttemptView, finding: Finding, number: int) -> None:
    _ = visit.say
    kind = _("Well done") if finding.met else _("To improve")
    show(
        f'<article class="finding {"met" if finding.met else "missed"}"><p class="kind">{plain(kind)}</p>',
        _quote(_, view, finding),
        paragraph(finding.reason or cards.title(finding.criterion, finding.indicator, visit.language)),
        "" if finding.met else better(_, finding),
        "</article>",
    )
    card = cards.find(finding.criterion, finding.indicator, visit.language)
    if card:
        with st.popover(_("Why?"), type="tertiary", key=f"card_{finding.criterion}_{number}"):
            show(card)


def _quote(_: Translator, view: AttemptView, finding: Finding) -> str:
    if finding.evidence is None:
        return ""
    turn, plan = finding.evidence.turn, finding.evidence.plan
    where = _("In your note") if turn == 0 else _("Line {n} of the call", n=turn)
    if plan:
        where = _("In your plan: {field}", field=names.plan_field(_, plan))
    return f'<blockquote dir="auto">{plain(finding.evidence.quote)}<cite>{plain(where)}</cite></blockquote>'


def better(_: Translator, finding: Finding) -> str:
    """A better wording, where there is one."""
    if not finding.better:
        return ""
    lead = _("You could write:") if finding.criterion in WRITTEN else _("You could say:")
    return f'<p class="better" dir="auto"><b>{plain(lead)}</b> {plain(finding.better)}</p>'


def _terms(visit: Visit, view: AttemptView, judgement: Judgement) -> None:
    """How the level came about, for whoever wants to check it."""
    _ = visit.say
    if not judgement.terms:
        return
    rows = [
        [names.term(_, term.name) or cards.title(judgement.criterion, term.name, visit.language), signed(term.value)]
        for term in judgement.terms
    ]
    why = _("Why this level")
    show(strong(why), table(why, [_("What counts"), _("Levels")], rows))
    if judgement.capped_by:
        show(muted(_("Its worst moment limits it.")))
    if trusted := agreed.line(_, view.language, judgement.criterion):
        show(muted(trusted))


def signed(value: float) -> str:
    """Levels with a sign that reads as one."""
    return f"{value:+.2f}".replace("-", "−")
