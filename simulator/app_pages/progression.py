"""Progress: each criterion over the attempts, what is strong, what to train, and every attempt."""

import streamlit as st

from simulator import charts
from simulator.app_pages import breakdown_table, history, names, team_notes, technique_list
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong, table
from simulator.i18n import Translator
from simulator.progress import ENOUGH, Point, Progress, Series


def draw(visit: Visit) -> None:
    """The trainee's own figures."""
    _ = visit.say
    figures = visit.record.progress
    title(_("Your progress"), _finding(_, figures))
    team_notes.draw_shared(visit)
    if figures.attempts:
        breakdown_table.draw_best(visit, visit.record.scored)
        _suggested(visit)
        _charts(visit, figures)
        breakdown_table.draw(visit, visit.record.scored)
        technique_list.draw(visit)
    else:
        show(muted(_("After your first call you will see here how you are doing.")))
        if st.button(_("Choose a call"), type="primary"):
            visit.go("practise")
    history.draw(visit)
    history.draw_own_data(visit)


def _finding(_: Translator, figures: Progress) -> str:
    if not figures.attempts:
        return ""
    if figures.strongest and figures.weakest:
        return _(
            "Your strongest is {strong}; {weak} is what to train now.",
            strong=names.criterion(_, figures.strongest).lower(),
            weak=names.criterion(_, figures.weakest).lower(),
        )
    return _("After {n} calls you will see here what is strongest and what to train.", n=ENOUGH)


def _suggested(visit: Visit) -> None:
    _ = visit.say
    suggestion = visit.practice.suggestion(visit.actor, visit.language, visit.country, visit.record)
    cards = {card.id: card for card in visit.practice.scenarios(visit.language, visit.actor)}
    if suggestion is None or suggestion.scenario_id not in cards:
        return
    following = _("Next: {title}", title=cards[suggestion.scenario_id].title)
    with st.container(border=True, key="suggested"):
        show(
            strong(following),
            paragraph(suggestion.reason[visit.language], "muted"),
        )
        if st.button(_("Practise this one"), type="primary", key="suggested_go"):
            visit.go("practise", scenario=suggestion.scenario_id)


def _charts(visit: Visit, figures: Progress) -> None:
    """One small chart a criterion; figures of another rubric or version stand apart."""
    _ = visit.say
    newest = (figures.totals[-1].rubric, figures.totals[-1].rubric_version)
    heading(_("Level by attempt (0 to 4)"))
    current = [s for s in figures.series if (s.rubric, s.rubric_version) == newest]
    columns = st.columns(2, gap="large")
    for n, series in enumerate(current):
        with columns[n % 2]:
            chart_of(visit, series)
    with st.expander(_("As a table")):
        show(_table(_, figures, newest, current))
    if figures.rescored:
        show(
            muted(
                _.plural(
                    "{n} call was scored again; the charts show its latest score.",
                    "{n} calls were scored again; the charts show their latest scores.",
                    figures.rescored,
                )
            )
        )
    if any(point.by_person for series in current for point in series.points):
        show(muted(_("A diamond, and a star in the table, is a level that a person gave in review.")))
    if len(current) < len(figures.series):
        show(muted(_("Attempts scored with another version of the rubric are in the list below, not in these charts.")))


def chart_of(visit: Visit, series: Series) -> None:
    """One criterion under a title that says what it shows."""
    _ = visit.say
    finding = _trend(_, series)
    show(f'<p class="chart-title">{plain(finding)}</p>')
    if all(point.level is None for point in series.points):
        return
    hover = [_point(_, point) for point in series.points]
    st.plotly_chart(charts.criterion(series, hover), key=f"chart_{series.criterion}", config=charts.QUIET, alt=finding)


def _trend(_: Translator, series: Series) -> str:
    name = names.criterion(_, series.criterion)
    levels = [p.level for p in series.points if p.level is not None]
    if 0 < len(levels) < ENOUGH:
        few = _.plural("{n} call, too few to tell", "{n} calls, too few to tell", len(levels))
        return _("{name}: level {n}", name=name, n=levels[-1]) + f" ({few})"
    if not levels:
        return _("{name}: not assessed yet", name=name)
    if levels[-1] == levels[0]:
        return _("{name}: level {n}, as at the start", name=name, n=levels[-1])
    return _("{name}: from level {a} to level {b}", name=name, a=levels[0], b=levels[-1])


def _point(_: Translator, point: Point) -> str:
    level = _("not assessed") if point.level is None else _("Level {n} of 4", n=point.level)
    by = ""
    if point.by_person:
        program = "–" if point.machine is None else point.machine
        by = " · " + _("by a person; the program: {n}", n=program)
    return f"{level}{by} · {names.difficulty(_, point.difficulty)} · {point.at:%Y-%m-%d}"


def _table(_: Translator, figures: Progress, newest: tuple[str, int], current: list[Series]) -> str:
    heads = [_("Day"), _("Difficulty"), *(names.criterion(_, s.criterion) for s in current), _("Total")]
    rows = []
    by_call = [{point.attempt_id: point for point in series.points} for series in current]
    for total in (t for t in figures.totals if (t.rubric, t.rubric_version) == newest):
        points = [points_of.get(total.attempt_id) for points_of in by_call]
        sums = "–" if total.total is None else str(round(total.total))
        shown = [_level(point) for point in points]
        rows.append([f"{total.at:%Y-%m-%d}", names.difficulty(_, total.difficulty), *shown, sums])
    return table(_("Levels by attempt"), heads, rows)


def _level(point: Point | None) -> str:
    """A level in the table; a person's with a star."""
    if point is None or point.level is None:
        return "–"
    return f"{point.level}★" if point.by_person else str(point.level)
