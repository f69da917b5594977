"""The monthly report of a cohort: a page to read, to print and to take along as one file."""

import datetime

import streamlit as st

from simulator import team_charts
from simulator.app_pages import monthly_words, team_filters
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import team_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, table
from simulator.charts import QUIET
from simulator.exports.document import Section, as_page
from simulator.team_desk import Report

BACK = 12
"""Months that can be chosen, the latest first."""


def draw(visit: Visit) -> None:
    """The whole page."""
    _ = visit.say
    asked = team_filters.asked()
    report = team_desk().report(visit.actor, asked.cohort, first_of(st.query_params.get("month", "")))
    used = report.month.found.rubric
    rubric = team_filters.version(visit, used) if used else ""
    told = monthly_words.document(_, report, team_filters.everybody_of(visit, report.desk), rubric)
    title(told.title, told.lead)
    _choices(visit, report, asked.cohort)
    for n, section in enumerate(told.sections):
        _section(visit, section, n)
    show(muted(told.foot))
    with st.container(horizontal=True, key="report_ways"):
        name = f"acuerdo-{report.first:%Y-%m}.html"
        st.download_button(_("Download to print (.html)"), as_page(told), name, "text/html", key="report_file")
        visit.link("team", _("Back to the team"), **team_filters.carried(asked))


def first_of(text: str) -> datetime.date | None:
    """The first day of a month written as 2026-11; ``None`` where the address says none."""
    try:
        year, month = (int(part) for part in text.split("-"))
        return datetime.date(year, month, 1) if 2000 <= year < 2200 else None
    except ValueError:
        return None


def _choices(visit: Visit, report: Report, cohort: str | None) -> None:
    _ = visit.say
    months = [_back(report.made_at.date(), n) for n in range(BACK)]
    if report.first not in months:
        months.append(report.first)
    with st.container(horizontal=True, key="team_choices"):
        team_filters.cohort_choice(visit, report.desk, cohort)
        named = {f"{first:%Y-%m}": monthly_words.month_name(_, first) for first in months}
        team_filters.choose(_("Month"), "month", list(named), lambda m: named[m], f"{report.first:%Y-%m}")


def _back(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - months
    return datetime.date(whole // 12, whole % 12 + 1, 1)


def _section(visit: Visit, section: Section, n: int) -> None:
    _ = visit.say
    heading(section.heading)
    steps = "".join(f'<li dir="auto">{plain(text)}</li>' for text in section.numbered)
    if section.paragraphs or steps:
        show("".join(map(paragraph, section.paragraphs)), f'<ol class="three">{steps}</ol>' if steps else "")
    if section.bars:
        names, values = [b.name for b in section.bars], [4 * b.share for b in section.bars]
        drawn = team_charts.levels(names, values, [b.figure for b in section.bars], _("level"))
        st.plotly_chart(drawn, key=f"report_chart_{n}", config=QUIET, alt=section.heading)
    if section.table:
        show(table(section.heading, section.table.heads, section.table.rows))
    if section.quiet:
        show("".join(map(muted, section.quiet)))
