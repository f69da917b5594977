"""What a try at a drill showed: the trained criterion first, one's own words quoted, and what might have been said."""

import streamlit as st

from scenarios.disposition import Disposition
from scoring.coaching.values import Coached
from scoring.criterion import Finding, Judgement
from scoring.rubrics import load_rubric
from simulator.app_pages import cards, findings, names
from simulator.app_pages.frame import heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, strong
from simulator.drill_desk import Open
from simulator.drills.drill import REPLIES
from simulator.drills.judging import RUBRIC
from simulator.drills.tries import DrillTry
from simulator.i18n import Translator

HOSTILE = frozenset({"threatens", "insults"})


def draw(visit: Visit, here: Open) -> None:
    """The verdict, the try beside the one before, the findings, other wordings, and the rest in short."""
    _ = visit.say
    now = here.now
    assert now is not None
    assert now.trained is not None
    with st.container(border=True, key="drill_verdict"):
        show(strong(_verdict(_, now)), _level(visit, now.trained))
        if cut := _cut_short(_, here, now):
            show(muted(cut))
        for reason in now.grave:
            show(f'<div class="notice">{paragraph(reason)}</div>')
    if here.before:
        _beside(visit, here.before, now)
    heading(_("What was seen"))
    shown = [*_hostile(now), *findings.in_order(now.trained)]
    for finding in shown:
        _finding(visit, here, finding)
    if not shown:
        show(muted(_("The level is of the replies as a whole: no single phrase stood out.")))
    _wordings(_, here, now)
    _rest(visit, now)


def _cut_short(_: Translator, here: Open, tried: DrillTry) -> str:
    """That the debtor ended it, where they did: a second reply never came about."""
    if tried.steps[-1].state.disposition is not Disposition.HUNG_UP:
        return ""
    name = here.replayed.case.debtor.first_name
    return _("{name} ended it after your reply {n} of {all}.", name=name, n=len(tried.steps), all=REPLIES)


def _hostile(now: DrillTry) -> list[Finding]:
    """A threat or an insult is quoted whatever the drill trained."""
    others = [j for j in now.judgements if j.criterion != now.criterion]
    return [f for j in others for f in j.findings if not f.met and f.indicator in HOSTILE]


def draw_before(visit: Visit, here: Open) -> None:
    """What one wrote in this place last time, and what was missing then; in view while one tries again."""
    _ = visit.say
    said = len(here.now.steps) if here.now else 0
    if here.before is None or said >= len(here.before.steps):
        return
    lead = _("Last time you wrote here:")
    quote = f'<blockquote dir="auto">{plain(here.before.steps[said].said.text)}</blockquote>'
    show(
        f'<div class="coached" id="last-time"><p class="kind">{plain(lead)}</p>{quote}', _lacked(here.before), "</div>"
    )


def _lacked(before: DrillTry) -> str:
    missed = [f for f in findings.in_order(before.trained) if not f.met] if before.trained else []
    return items(dict.fromkeys(f.reason for f in missed[:2])) if missed else ""


def _verdict(_: Translator, tried: DrillTry) -> str:
    if tried.passed:
        return _("Well handled")
    return _("Not yet: this moment comes back tomorrow") if tried.number == 1 else _("Not yet: try once more")


def _level(visit: Visit, judgement: Judgement) -> str:
    """The level with what it means; where two replies give none, how much was met and missed."""
    _ = visit.say
    if judgement.level is not None:
        weighed = load_rubric(RUBRIC).of(judgement.criterion)
        return findings.headline(_, judgement, weighed.levels[visit.language] if weighed else ())
    met = sum(f.met for f in judgement.findings)
    words = _("{n} met, {m} missed", n=met, m=len(judgement.findings) - met)
    name = plain(names.criterion(_, judgement.criterion))
    why = muted(_("Two replies are not a whole call: no level is given here."))
    return f'<div class="skill"><h3>{name}</h3><p class="level">{plain(words)}</p></div>{why}'


def _beside(visit: Visit, before: DrillTry, now: DrillTry) -> None:
    """Both tries, so that one sees what changed."""
    _ = visit.say
    heading(_("What changed"))
    for column, tried, name in zip(st.columns(2), (before, now), (_("Before"), _("Now")), strict=True):
        with column, st.container(border=True, key=f"beside_{tried.number}"):
            level = [] if tried.level is None else [_("Level {n} of 4", n=tried.level)]
            result = _("well handled") if tried.passed else _("not yet")
            show(strong(f"{name}: {' · '.join([result, *level])}"), _replies(_, tried))


def _replies(_: Translator, tried: DrillTry) -> str:
    return "".join(f'<blockquote dir="auto">{plain(step.said.text)}</blockquote>' for step in tried.steps)


def _finding(visit: Visit, here: Open, finding: Finding) -> None:
    _ = visit.say
    kind = _("Well done") if finding.met else _("To improve")
    show(
        f'<article class="finding {"met" if finding.met else "missed"}"><p class="kind">{plain(kind)}</p>',
        _quote(_, here, finding),
        paragraph(finding.reason or cards.title(finding.criterion, finding.indicator, visit.language)),
        "" if finding.met else findings.better(_, finding),
        "</article>",
    )
    card = cards.find(finding.criterion, finding.indicator, visit.language)
    if card:
        with st.popover(_("Why?"), type="tertiary", key=f"card_{finding.indicator}_{_place(finding)}"):
            show(card)


def _place(finding: Finding) -> str:
    return f"{finding.evidence.turn}_{finding.evidence.start}" if finding.evidence else "none"


def _quote(_: Translator, here: Open, finding: Finding) -> str:
    if finding.evidence is None:
        return ""
    own = {here.replayed.first_own: _("Your first reply"), here.replayed.first_own + 2: _("Your second reply")}
    where = own.get(finding.evidence.turn, here.replayed.case.debtor.first_name)
    return f'<blockquote dir="auto">{plain(finding.evidence.quote)}<cite>{plain(where)}</cite></blockquote>'


def _wordings(_: Translator, here: Open, now: DrillTry) -> None:
    """What might have been said, in the place where most was lost."""
    if not now.coached:
        return
    heading(_("How it might sound"))
    show(muted(_("Not the one right answer: one that would have helped, in your words or these.")))
    show(*(_wording(_, here, coached) for coached in now.coached))


def _wording(_: Translator, here: Open, coached: Coached) -> str:
    first = coached.turn == here.replayed.first_own
    place = _("In place of your first reply") if first else _("In place of your second reply")
    return (
        f'<article class="coached"><p class="kind">{plain(place)} · {plain(names.criterion(_, coached.lacking))}</p>'
        f'<p class="better" dir="auto">{plain(coached.model)}</p>{muted(coached.why)}</article>'
    )


def _rest(visit: Visit, now: DrillTry) -> None:
    """The criteria that were not trained, in a line each."""
    _ = visit.say
    others = [j for j in now.judgements if j.criterion != now.criterion and (j.level is not None or j.findings)]
    with st.expander(_("What else it showed")):
        for judgement in others:
            show(_level(visit, judgement), items(f.reason for f in _in_short(judgement)))


def _in_short(judgement: Judgement) -> list[Finding]:
    """Three findings at most; at the lowest level nothing is praised."""
    found = [f for f in findings.in_order(judgement) if not (f.met and judgement.level == 0)]
    return found[:3]
