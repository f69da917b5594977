"""The overview: who needs help this week, then how it goes by criterion, by person and by week."""

import streamlit as st

from simulator import team_charts
from simulator.accounts import Action, may
from simulator.app_pages import names, team_cleared, team_filters, team_heat, team_words
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import team_desk
from simulator.app_pages.team_tables import below, linked, place
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, paragraph, plain, show
from simulator.catalogue import ScenarioCard
from simulator.charts import QUIET
from simulator.team.kept import Asked
from simulator.team.needs import too_few
from simulator.team.overview import Line, Overview, Trend
from simulator.team_desk import MOST_PEOPLE, Seen

ABREAST = 3
"""Charts side by side, row by row, so that they keep their order on a narrow screen."""
NAMED = 6
"""People in a list of who moved; the others are in the table."""
LISTED = 60
"""People in the list of those with too few calls."""


def draw(visit: Visit) -> None:
    """The whole page."""
    _ = visit.say
    show(team_filters.MARK)
    seen = team_desk().overview(visit.actor, team_filters.asked())
    found = seen.found
    lead = team_words.finding(_, found) if found else ""
    title(_("Your team"), lead)
    versions = [version for version, _n in found.versions] if found else []
    team_filters.draw(visit, seen.desk, seen.asked, versions)
    if found is None:
        show(paragraph(_("There are more than {n} people here. Choose a cohort.", n=f"{MOST_PEOPLE:,}")))
        return
    if not found.lines:
        _nobody(visit, seen)
        return
    _needs(visit, seen)
    team_cleared.draw(visit, [line.member for line in found.lines])
    if found.calls:
        _trends(visit, found)
        team_heat.draw(visit, seen.asked, found)
        _passing(visit, found)
    _moves(visit, seen.asked, found)
    _promises(visit, found)
    _rests_on(visit, found)
    _elsewhere(visit, seen.asked)


def _nobody(visit: Visit, seen: Seen) -> None:
    _ = visit.say
    if not seen.desk.cohorts and not seen.desk.everyone:
        show(paragraph(_("You lead no cohort yet. An administrator puts you at the head of one under People.")))
    else:
        show(paragraph(_("There is no trainee here yet.")))


def _needs(visit: Visit, seen: Seen) -> None:
    """Three to five people, each with the reason and the next step."""
    _ = visit.say
    heading(_("Who needs help this week"))
    if seen.found and not seen.needs:
        enough = len(too_few(seen.found)) < len(seen.found.lines)
        show(paragraph(_("Nobody stands out.") if enough else _("There are too few calls to name anybody.")))
    if seen.needs:
        _named(visit, seen)
    if seen.found:
        _unknown(visit, seen)


def _unknown(visit: Visit, seen: Seen) -> None:
    """Of whom nothing can be said yet, and what there is to do about it; who is named above is not named again."""
    _, above = visit.say, {need.line.member.id for need in seen.needs}
    every = too_few(seen.found) if seen.found else ()
    few = [line for line in every if line.member.id not in above]
    if not few:
        return
    without = sum(not line.calls for line in few)
    told = _.plural("{n} person has fewer than five assessed calls in these weeks",
                    "{n} people have fewer than five assessed calls in these weeks", len(few))  # fmt: skip
    none = " " + _.plural("({n} has none)", "({n} have none)", without) if without else ""
    apart = _("Apart from those above,") + " " if len(few) < len(every) else ""
    show(muted(f"{apart}{told}{none}. " + _("With so few, no figure says anything. Read their calls, or assign more.")))
    _listed(visit, seen, few)


def _listed(visit: Visit, seen: Seen, few: list[Line]) -> None:
    """Who they are, and the way to assign something to them."""
    _ = visit.say
    with st.container(key="team_few_ways"):
        listed = f'<ul class="few">{"".join(_with_calls(visit, line) for line in few[:LISTED])}</ul>'
        if len(few) > LISTED:
            listed += muted(_("and {n} more; choose a cohort to see them", n=len(few) - LISTED))
        if len(few) <= NAMED:
            show(listed)
        else:
            with st.expander(_("Who they are"), key="team_few"):
                show(listed)
        if may(visit.actor, Action.ASSIGN) and st.button(_("Assign assessed calls"), key="team_assign"):
            visit.go("assignments", new="1", mode="assessed", **team_filters.cohort_of(seen.asked))


def _with_calls(visit: Visit, line: Line) -> str:
    calls = visit.say.plural("{n} call", "{n} calls", line.calls)
    return f"<li>{linked(line.member.name, place('team', trainee=line.member.id))} {muted(calls)}</li>"


def _named(visit: Visit, seen: Seen) -> None:
    _ = visit.say
    cards = {card.id: card for card in visit.practice.scenarios(visit.language)}
    with st.container(key="team_needs"):
        for need in seen.needs:
            following = seen.next.get(need.line.member.id)
            card: ScenarioCard | None = cards.get(following.scenario_id) if following else None
            of_next = following.criterion if following else None
            trains = need.criterion if card and need.criterion in card.skills else of_next
            step = team_words.step(_, need, card.title if card else "", trains)
            show(
                f'<article class="need">{linked(need.line.member.name, place("team", trainee=need.line.member.id))}'
                f"{paragraph(team_words.reason(_, need))}{muted(step)}</article>"
            )


def _trends(visit: Visit, found: Overview) -> None:
    _ = visit.say
    heading(_("Level by week and criterion (0 to 4)"))
    show(muted(_("At equal difficulty. The band holds about two thirds of the calls; hollow marks are weeks of fewer "
                 "than five.")))  # fmt: skip
    for first in range(0, len(found.trends), ABREAST):
        for column, trend in zip(st.columns(ABREAST, gap="medium"), found.trends[first:], strict=False):
            with column:
                _trend(visit, trend)
    heads = [_("Week"), *(names.criterion(_, t.criterion) for t in found.trends)]
    weeks = zip(*(t.weeks for t in found.trends), strict=True)
    rows = [[f"{row[0].starts:%Y-%m-%d}", *(f"{team_words.level(w.level)} (n {w.n})" for w in row)] for row in weeks]
    below(visit, "trend", _("Levels by week"), heads, rows)


def _trend(visit: Visit, trend: Trend) -> None:
    _ = visit.say
    said = team_words.trend(_, trend)
    show(f'<p class="chart-title">{plain(said)}</p>')
    labels = [_short(w.starts.month, w.starts.day, visit.language) for w in trend.weeks]
    hover = [f"{day}: {team_words.level(w.level)} · n {w.n}" for day, w in zip(labels, trend.weeks, strict=True)]
    drawn = team_charts.trend(trend.weeks, labels, hover, _("level"))
    st.plotly_chart(drawn, key=f"trend_{trend.criterion}", config=QUIET, alt=said)


def _short(month: int, day: int, language: str) -> str:
    """A day of this year in few letters, as each language orders them."""
    return f"{day}/{month}" if language == "es" else f"{month}/{day}"


def _passing(visit: Visit, found: Overview) -> None:
    _ = visit.say
    heading(_("Passed, and breaches, by week"))
    broken = sum(w.breaches for w in found.passing)
    calls = _.plural("{n} call with a breach", "{n} calls with a breach", broken)
    waiting = sum(w.possible for w in found.passing)
    undecided = _.plural("{n} possible breach undecided", "{n} possible breaches undecided", waiting)
    said = f"{calls}; {undecided}"
    show(f'<p class="chart-title">{plain(said)}</p>')
    days = [_short(w.starts.month, w.starts.day, visit.language) for w in found.passing]
    labels = [f"{day}<br>n {w.passed.n}" for day, w in zip(days, found.passing, strict=True)]
    drawn = team_charts.passing(found.passing, labels, (_("passed"), _("calls with a breach"), _("passed, %")))
    st.plotly_chart(drawn, key="passing", config=QUIET, alt=said)
    heads = [_("Week"), _("Calls"), _("Passed"), _("Breaches"), _("Possible breaches")]
    rows = [
        [f"{w.starts:%Y-%m-%d}", str(w.calls), team_words.of(_, w.passed), str(w.breaches), str(w.possible)]
        for w in found.passing
    ]
    below(visit, "passing", _("Passed and breaches by week"), heads, rows)


def _moves(visit: Visit, asked: Asked, found: Overview) -> None:
    """Who improves, who stands still, who finished no assessed call."""
    _ = visit.say
    heading(_("Who moves, and who does not"))
    columns = st.columns(3, gap="medium")
    groups = (
        (_("Improving"), found.improving, team_words.moved, _("Nobody surely so yet.")),
        (_("Standing still"), found.stalling, team_words.stalling, _("Nobody, as far as can be told.")),
        (_("No assessed call in these weeks"), found.idle, team_words.last, _("Nobody.")),
    )
    for column, (name, lines, told, none) in zip(columns, groups, strict=True):
        with column:
            show(f'<h3 class="small">{plain(name)}</h3>')
            show("".join(_moved(line, told(_, line)) for line in lines[:NAMED]) if lines else muted(none))
            if len(lines) > NAMED:
                show(muted(_("{n} more in the table above.", n=len(lines) - NAMED)))
    show(muted(_("Practice is not looked at: it is the trainee's own.")))


def _moved(line: Line, told: str) -> str:
    link = linked(line.member.name, place("team", trainee=line.member.id))
    return f'<div class="moved">{link}{muted(told)}</div>'


def _promises(visit: Visit, found: Overview) -> None:
    _ = visit.say
    if found.promises.due:
        heading(_("What debtors did afterwards"))
        show(paragraph(team_words.promises(_, found.promises)))
        show(muted(_("Told by a simulation, and apart from skill: it gives no points and forecasts no real person.")))


def _rests_on(visit: Visit, found: Overview) -> None:
    """What the figures are of, folded."""
    _ = visit.say
    with st.expander(_("What these figures rest on"), key="team_rests_on"):
        if found.rubric:
            show(facts([(_("Rubric"), team_filters.version(visit, found.rubric)), (_("Calls"), str(found.calls))]))
        if found.outside:
            left = _.plural(
                "{n} call under another version of the rubric is left out.",
                "{n} calls under other versions of the rubric are left out.",
                found.outside,
            )
            show(muted(left))
        show(items([
            _("Only assessed calls. A level in force is a person's where one reviewed it, else the machine's."),
            _("“At equal difficulty” compares calls only with calls of the same difficulty, and puts that together."),
            _("In brackets: {level} intervals (Wilson's for shares). Of fewer than five nothing is concluded.",
              level="95 %"),
            _("Before and now are the earlier and the later half of the weeks chosen."),
        ]))  # fmt: skip


def _elsewhere(visit: Visit, asked: Asked) -> None:
    _ = visit.say
    with st.container(horizontal=True, key="team_ways"):
        visit.link("compliance", _("Breaches by rule"), **team_filters.carried(asked))
        visit.link("report", _("The month, to print"), **team_filters.cohort_of(asked))
