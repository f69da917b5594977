"""What happened next: the weeks after the call as a small timeline, its figures apart from skill, and the spread."""

from datetime import timedelta
from decimal import Decimal

import streamlit as st

from scenarios.country import format_date, format_money, load_country
from simulator import charts
from simulator.aftermath import Aftermath, aftermath
from simulator.aftermath.assumptions import assumptions
from simulator.aftermath.outcome import Moment
from simulator.aftermath.sentences import percent
from simulator.aftermath.spread import Spread, band_of, spread
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, paragraph, plain, show, table
from simulator.i18n import Translator
from simulator.view import AttemptView

DAYS = 30
"""So many days are told as days."""


def draw(visit: Visit, view: AttemptView) -> None:
    """The story, its figures, the other ways it could have gone, and how all that is worked out."""
    _ = visit.say
    if view.state is None:
        return
    story = view.aftermath or aftermath(view.played, view.case, view.state, view.follow_up)
    before, after = parted(story)
    show(_timeline(view.language, before))
    if after:
        show(paragraph(_("Had nobody called again:"), "chart-title"), _timeline(view.language, after))
    if story.status != "resting" and not view.scenario.care:
        show(facts(_figures(_, view, story)))
    if after:
        show(muted(_("The figures are those of the whole story, had nobody called again.")))
    show(muted(_("A plausible story, drawn from the case. It gives no points.")))
    found = spread(view.case, view.state)
    if found is not None and story.status != "held" and not view.scenario.care:
        _spread(visit, view, found, story)
    with st.expander(_("How this is worked out")):
        _assumptions(visit, view)


def parted(story: Aftermath) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """What is told up to the day of the next contact, and what it would have come to without one; empty if nothing."""
    day = story.next_contact
    after = tuple(moment for moment in story.story if day and moment.date > day)
    if all(moment.mark == "end" for moment in after):
        return story.story, ()
    return story.story[: len(story.story) - len(after)], after


def _timeline(language: str, moments: tuple[Moment, ...]) -> str:
    """One line a moment, in the language of the call; the marks differ in shape and colour."""
    lines = (f'<li class="{moment.mark}"><p dir="auto">{plain(moment.text)}</p></li>' for moment in moments)
    return f'<ol class="timeline" lang="{language}">{"".join(lines)}</ol>'


def _figures(_: Translator, view: AttemptView, story: Aftermath) -> list[tuple[str, str]]:
    """What came of it in money and goodwill; a figure that is nothing is left out."""

    def money(amount: Decimal) -> str:
        return format_money(amount, view.case.country) if amount else ""

    assert view.state is not None
    share = _("{share} of the balance", share=percent(story.recovered_share, _.language))
    came = f"{format_money(story.recovered, view.case.country)} · {share}"
    day = story.next_contact and format_date(story.next_contact, _.language, view.case.country)
    return [
        (_("Promised"), money(story.promised)),
        (_("Recovered"), came),
        (_("of which nobody had agreed"), money(story.unprompted)),
        (_("Written off"), money(story.forgiven)),
        (_("Still owed"), money(story.open)),
        (_("Late fees"), money(story.late_fees)),
        (_("Time to the last payment"), _until_the_last(_, view, story)),
        (_("Cost of contact"), _cost(_, view, story)),
        (_("Relationship"), _("{n} of 100", n=story.goodwill)),
        (_("Complaint"), _("The debtor filed a complaint.") if story.complaint else ""),
        (_("Beyond your authority"), ", ".join(names.limit(_, name) for name in view.state.beyond_authority)),
        (_("Next contact"), day or ""),
    ]


def _until_the_last(_: Translator, view: AttemptView, story: Aftermath) -> str:
    """From the call to the last payment that came: in days within the first month, then in months begun."""
    came = [one.date + timedelta(days=one.days_late) for one in story.instalments if one.came]
    days = (max(came) - view.case.on).days if came else 0
    if not days:
        return ""
    return _.plural("{n} day", "{n} days", days) if days <= DAYS else _.plural("{n} month", "{n} months", story.months)


def _cost(_: Translator, view: AttemptView, story: Aftermath) -> str:
    """The cost with what it is made of: calls, minutes, letters, a supervisor."""
    costs = story.costs
    parts = [
        format_money(costs.total, view.case.country),
        _.plural("{n} call", "{n} calls", costs.calls),
        _.plural("{n} minute", "{n} minutes", costs.minutes),
        _.plural("{n} letter", "{n} letters", costs.letters) if costs.letters else "",
        _("a supervisor") if costs.supervisor else "",
    ]
    return " · ".join(part for part in parts if part)


def _spread(visit: Visit, view: AttemptView, found: Spread, story: Aftermath) -> None:
    """A thousand stories of the same call; the one told is marked."""
    _ = visit.say
    finding = _finding(_, found)
    show(paragraph(finding, "chart-title"))
    if max(found.bands) == found.draws:
        return  # a chart of one bar says no more than its title
    bands = _bands(_)
    this, axes = band_of(story.recovered_share), (_("Share of the balance recovered (%)"), _("Stories of 1,000"))
    words = (_("Other stories"), _("The story told"))
    st.plotly_chart(
        charts.spread(found.bands, this, bands, words, axes), key="spread", config=charts.QUIET, alt=finding
    )
    if found.payments > 1:
        mean = _number(sum(n * count for n, count in enumerate(found.kept)) / found.draws, view.case.country)
        show(muted(_("Of {n} promises, {kept} are kept on average.", n=found.payments, kept=mean)))
    with st.expander(_("As a table")):
        rows = [[label, str(count)] for label, count in zip(bands, found.bands, strict=True)]
        show(table(finding, axes, rows))
        if found.payments:
            kept = [[str(n), str(count)] for n, count in enumerate(found.kept)]
            show(table(_("Promises kept"), [_("Promises kept"), axes[1]], kept))


def _finding(_: Translator, found: Spread) -> str:
    """The chart in a sentence."""
    nothing, everything = (min(round(n * 100 / found.draws), 99) for n in (found.bands[0], found.bands[-1]))
    if found.bands[0] == found.draws:
        return _("However often this call is told, nothing comes in.")
    if nothing >= 50:
        return _("In {n} of 100 stories of this call, nothing comes in.", n=nothing)
    if everything >= 50:
        return _("In {n} of 100 stories of this call, all of the debt is paid.", n=everything)
    share = percent(found.median, _.language)
    return _("Half of the stories of this call recover at least {share} of the balance.", share=share)


def _bands(_: Translator) -> list[str]:
    ends = [f"{10 * n + 1}–{10 * n + 10}" for n in range(9)]
    return ["0", *ends, "91–99", "100"]


def _number(value: float, country: str) -> str:
    """To one place, with the decimal sign of the country whose money stands beside it."""
    return f"{value:.1f}".replace(".", load_country(country).money.decimal)


def _assumptions(visit: Visit, view: AttemptView) -> None:
    """Every assumption in its group, after the sentence that nothing here forecasts anybody."""
    given = assumptions()
    blocks = [paragraph(given.disclaimer[visit.language])]
    for group in given.groups:
        sentences = items(
            number.sentence(visit.language, load_country(view.case.country).money.decimal) for number in group.numbers
        )
        blocks.append(f"<h4>{plain(group.heading(visit.language))}</h4>{sentences}")
    show('<div class="assumptions">', *blocks, "</div>")
