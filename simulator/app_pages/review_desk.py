"""The scorecards of assessed calls, for whoever reviews them: what waits for a person first, then the latest."""

import streamlit as st

from scenarios.country import format_date
from simulator.app_pages import names, review_call, review_filters
from simulator.app_pages.frame import title
from simulator.app_pages.opening import review_list, zone
from simulator.app_pages.review_filters import AFTER
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import label, muted, plain, show, tags
from simulator.i18n import Translator
from simulator.review_listed import After, Line

ATTEMPT = "attempt"


def draw(visit: Visit) -> None:
    """One call where the address names it, else the list."""
    named = st.query_params.get(ATTEMPT)
    if named:
        review_call.draw(visit, named)
    else:
        _list(visit)


def _list(visit: Visit) -> None:
    _ = visit.say
    desk, chosen = review_list(), review_filters.wanted()
    title(_("Scorecards"), _lead(_, *desk.waiting(visit.actor)))
    review_filters.draw(visit, chosen, desk.choices(visit.actor))
    after = After.read(st.query_params.get(AFTER, ""))
    page = desk.page(visit.actor, chosen, after)
    if not page.lines:
        show(muted(_("No assessed call fits. Choose less, or wait for the first one.")))
    rank = None
    for line in page.lines:
        if line.rank != rank:
            rank = line.rank
            show(f'<h2 class="section">{plain(_heads(_)[rank])}</h2>')
        _line(visit, line)
    _on(visit, after, page.after)


def _lead(_: Translator, breaches: int, contests: int) -> str:
    if not breaches and not contests:
        return _("Nothing waits for a decision. Every assessed call can be read and reviewed here.")
    calls = _.plural("{n} call with a possible breach", "{n} calls with a possible breach", breaches)
    asked = _.plural("{n} contest without an answer", "{n} contests without an answer", contests)
    waits = [words for words, count in ((calls, breaches), (asked, contests)) if count]
    return _("To decide: {what}.", what=", ".join(waits))


def _heads(_: Translator) -> tuple[str, str, str]:
    return _("Possible breaches to decide"), _("Contests to answer"), _("The other calls, the latest first")


def _line(visit: Visit, line: Line) -> None:
    """Who and what, how it went, and what there is to know about it."""
    _ = visit.say
    named = line.title.get(visit.language) or next(iter(line.title.values()), line.scenario_id)
    points = _("not assessed") if line.total is None else _("{n} of 100", n=round(line.total))
    day = format_date(line.closed_at.astimezone(zone()).date(), visit.language, line.country)
    with st.container(key=f"row_{line.attempt_id}"):
        with st.container(horizontal=True, key=f"head_{line.attempt_id}"):
            visit.link("scorecards", label(f"{line.owner} · {named}"), attempt=line.attempt_id)
            show(f'<p class="owed">{plain(points)}</p>')
        result = [review_filters.results(_)[line.result]] if line.rank else []  # of those to decide the heading says it
        show(muted(" · ".join((day, names.country(_, line.country), *result))))
        marks = _marks(_, line)
        if marks:
            show(tags(marks))


def _marks(_: Translator, line: Line) -> list[str]:
    waits = _.plural("{n} contest waits", "{n} contests wait", line.waiting) if line.waiting else ""
    late = _("late")
    found = [
        *(names.gate(_, gate) for gate in line.gates),
        f"{waits}, {late}" if waits and line.late else waits,
        _("contest answered") if line.contested and not line.waiting else "",
        _.plural("{n} review", "{n} reviews", line.reviewed) if line.reviewed else "",
    ]
    return [one for one in found if one]


def _on(visit: Visit, after: After | None, following: After | None) -> None:
    """On to the next page, and back to the first."""
    _ = visit.say
    kept = {name: value for name, value in st.query_params.items() if name != AFTER}
    with st.container(horizontal=True, key="way_pages"):
        if after is not None:
            visit.link("scorecards", _("Back to the first"), **kept)
        if following is not None:
            visit.link("scorecards", _("The next {n}", n=25), **kept, **{AFTER: str(following)})
