"""The month of a cohort as a document: the three things to do first, then how it went and what that rests on."""

import datetime

from babel.dates import format_skeleton

from scoring import calibrated
from simulator.app_pages import agreed, names, team_words
from simulator.exports.document import Bar, Document, Section, Table
from simulator.i18n import Translator
from simulator.team.numbers import FEW
from simulator.team.overview import Line
from simulator.team_desk import Report

PEOPLE = 40
"""People in the printed table; a cohort is rarely larger, and paper is."""


def month_name(_: Translator, first: datetime.date) -> str:
    """A month and its year in words."""
    return format_skeleton("yMMMM", first, locale=_.language)


def document(_: Translator, report: Report, everybody: str, rubric: str) -> Document:
    """The report in words. ``everybody`` is what stands for all cohorts, ``rubric`` the name and version of it."""
    whose = report.cohort.name if report.cohort else everybody[:1].upper() + everybody[1:]
    parts = (_to_do(_, report), _passed(_, report), _skills(_, report), _gates(_, report), _people(_, report),
             _afterwards(_, report), _rests_on(_, report, rubric))  # fmt: skip
    return Document(
        language="en" if _.language == "en" else "es",
        title=_("{cohort}, {month}", cohort=whose, month=month_name(_, report.first)),
        lead=team_words.finding(_, report.month.found),
        sections=tuple(part for part in parts if part),
        foot=_("Made on {day} with Acuerdo. Only assessed calls; practice is each trainee's own.",
               day=f"{report.made_at:%Y-%m-%d}"),
    )  # fmt: skip


def _to_do(_: Translator, report: Report) -> Section:
    told = tuple(team_words.to_do(_, one) for one in report.month.to_do)
    who = tuple(f"{need.line.member.name}: {team_words.reason(_, need)}" for need in report.month.needs)
    return Section(heading=_("What to do"), numbered=told, paragraphs=(), quiet=who)


def _passed(_: Translator, report: Report) -> Section | None:
    month = report.month
    if not month.found.calls:
        return None
    before = _("The month before: {share}.", share=team_words.of(_, month.before))
    return Section(
        heading=_("Passed"), paragraphs=(_("This month: {share}.", share=team_words.of(_, month.passed)), before)
    )


def _skills(_: Translator, report: Report) -> Section | None:
    skills = [one for one in report.month.skills if one.level is not None]
    if not skills:
        return None
    lowest = min(skills, key=lambda one: one.level or 0.0)
    named = names.criterion(_, lowest.criterion).lower()
    rows = tuple(
        (names.criterion(_, s.criterion), team_words.level(s.level), str(s.n), team_words.change(_, s.change))
        for s in skills
    )
    return Section(
        heading=_("Levels (0 to 4): the lowest is {criterion}", criterion=named),
        bars=tuple(
            Bar(name=names.criterion(_, s.criterion), share=(s.level or 0.0) / 4,
                figure=team_words.level(s.level) + ("" if s.n >= FEW else " ?"))
            for s in skills
        ),
        table=Table(heads=(_("Criterion"), _("level"), "n", _("Against the month before, at equal difficulty")),
                    rows=rows),
    )  # fmt: skip


def _gates(_: Translator, report: Report) -> Section:
    gates = report.month.gates
    if not gates:
        return Section(heading=_("Breaches"), paragraphs=(_("No assessed call touched a rule."),))
    rows = tuple((names.gate(_, gate), str(breaches), str(possible)) for gate, breaches, possible in gates)
    heads = (_("Rule"), _("Breaches"), _("To decide"))
    return Section(heading=_("Breaches"), table=Table(heads=heads, rows=rows))


def _people(_: Translator, report: Report) -> Section | None:
    lines = [line for line in report.month.found.lines if line.calls][:PEOPLE]
    if not lines:
        return None
    heads = (_("Name"), _("Calls"), _("Passed"), _("Lowest criterion"))
    return Section(heading=_("People"), table=Table(heads=heads, rows=tuple(_person(_, line) for line in lines)))


def _person(_: Translator, line: Line) -> tuple[str, ...]:
    lowest = min(line.squares, key=lambda c: line.squares[c].level or 0.0, default=None)
    weak = "–"
    if lowest is not None:
        square = line.squares[lowest]
        few = "" if square.n >= FEW else " ?"
        weak = f"{names.criterion(_, lowest)} {team_words.level(square.level)} (n {square.n}){few}"
    return line.member.name, str(line.calls), f"{line.passed.k}/{line.passed.n}", weak


def _afterwards(_: Translator, report: Report) -> Section | None:
    told = report.month.found.promises
    if not told.due:
        return None
    return Section(
        heading=_("What debtors did afterwards"), paragraphs=(team_words.promises(_, told),),
        quiet=(_("Told by a simulation, and apart from skill: it gives no points and forecasts no real person."),),
    )  # fmt: skip


def _rests_on(_: Translator, report: Report, rubric: str) -> Section:
    """How many calls, under which rubric, how well the machine agrees with raters, how often people differed."""
    found = report.month.found
    said = [_("{n} assessed calls.", n=found.calls)]
    if rubric:
        said.append(_("Rubric: {rubric}.", rubric=rubric))
    if found.outside:
        said.append(_.plural("{n} call under another version of the rubric is left out.",
                             "{n} calls under other versions of the rubric are left out.", found.outside))  # fmt: skip
    if report.levels:
        said.append(_("People reviewing set another level than the machine on {k} of {n} levels.", k=report.overridden,
                      n=report.levels))  # fmt: skip
    return Section(
        heading=_("What these figures rest on"), paragraphs=tuple(said), table=_agreement(_, found.criteria),
        quiet=(_("A “?” marks fewer than five. Intervals are of {level}.", level="95 %"),),
    )  # fmt: skip


def _agreement(_: Translator, criteria: tuple[str, ...]) -> Table | None:
    """The machine's rank correlation with raters, over whole calls in either language."""
    kept = calibrated.load()
    rows = [
        (names.criterion(_, row.criterion), names.tongue(_, row.language),
         f"{agreed.figure(row.spearman)} {agreed.interval(row)}".strip(), str(row.assessed))
        for language in ("es", "en")
        for row in (kept.of("call", language) if kept else ())
        if row.criterion in criteria
    ]  # fmt: skip
    if not rows or kept is None:
        return None
    who = _("Agreement with people who rated") if kept.raters == "people" else _("Agreement with ratings by a model")
    return Table(heads=(_("Criterion"), _("Language"), who, "n"), rows=tuple(rows))
