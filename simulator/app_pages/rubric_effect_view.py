"""What a draft would make of assessed calls that stand scored: at once where it only weighs anew, else with a bar."""

import streamlit as st

from scoring.rubric import Rubric
from simulator.app_pages import names
from simulator.app_pages.opening import jobs, rubric_studio, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import label, muted, paragraph, show
from simulator.background import Job
from simulator.i18n import Translator
from simulator.improved import RubricDraft
from simulator.rubric_effect import Affected, Effect

SHOWN, EVERY = 30, 1.0
"""Calls that are listed; seconds between two looks at work that is being done."""


def draw(visit: Visit, draft: RubricDraft, rubric: Rubric | None) -> None:
    """The effect, or the way to it."""
    _ = visit.say
    if rubric is None:
        show(muted(_("First mend the draft; then you see here which calls would come out otherwise.")))
        return
    key = f"{draft.id} {rubric.content_hash}"
    if not rubric_studio().takes_a_while(visit.actor, rubric, draft.based_on):
        _told(visit, rubric_studio().effect(visit.actor, rubric, draft.based_on))
        return
    job = jobs().get(key)
    if job is None:
        show(muted(_("With these changes the calls must be scored again. Nothing that stands is changed by it.")))
        st.button(_("See what would change"), key="rubric_effect", on_click=_begin, args=(visit, draft, rubric, key))
    elif job.over:
        _told(visit, job.result)
    else:
        _waiting(visit, job)


def _begin(visit: Visit, draft: RubricDraft, rubric: Rubric, key: str) -> None:
    studio, actor = rubric_studio(), visit.actor
    jobs().begin(key, lambda told: studio.effect(actor, rubric, draft.based_on, told))


@st.fragment(run_every=EVERY)
def _waiting(visit: Visit, job: Job) -> None:
    """How far it has come; the page is drawn anew when it is over."""
    _ = visit.say
    if job.over:
        st.rerun()
    share = job.done / job.of if job.of else 0.0
    st.progress(share, text=_("{n} of {of} calls scored again", n=job.done, of=job.of))


def _told(visit: Visit, effect: Effect) -> None:
    _ = visit.say
    if not effect.looked:
        show(muted(_("No assessed call stands scored with it yet, so nothing would change.")))
        return
    show(paragraph(_finding(_, effect), "lead"), muted(_sample(_, effect)))
    for one in effect.affected[:SHOWN]:
        with st.container(key=f"line_change_{one.attempt_id}"):
            visit.link("attempt", label(_title(visit, one)), attempt=one.attempt_id)
            show(muted(f"{one.closed_at.astimezone(zone()):%Y-%m-%d} · {_line(_, one)}"))
    if len(effect.affected) > SHOWN:
        show(muted(_("{n} more.", n=len(effect.affected) - SHOWN)))


def _finding(_: Translator, effect: Effect) -> str:
    if not effect.affected:
        return _("Every one of these calls would come out the same.")
    return _(
        "{n} of {of} calls would get another result, {levels} another level, {totals} other points.",
        n=effect.results, of=effect.looked, levels=effect.levels, totals=effect.totals,
    )  # fmt: skip


def _sample(_: Translator, effect: Effect) -> str:
    passed = _("Passed: {a} before, {b} after.", a=effect.passed_before, b=effect.passed_after)
    if effect.looked < effect.calls:
        return passed + " " + _("Looked at: the latest {n} of {of} calls.", n=effect.looked, of=effect.calls)
    return passed + " " + _.plural("Looked at: {n} call.", "Looked at: all {n} calls.", effect.looked)


def _title(visit: Visit, one: Affected) -> str:
    return one.title.get(visit.language) or next(iter(one.title.values()), one.attempt_id)


def _line(_: Translator, one: Affected) -> str:
    parts = [f"{_points(one.total_before)} → {_points(one.total_after)}"]
    if one.result_before != one.result_after:
        parts.insert(0, f"{result(_, one.result_before)} → {result(_, one.result_after)}")
    for criterion, (before, after) in one.moved.items():
        parts.append(f"{names.criterion(_, criterion)} {_level(before)} → {_level(after)}")
    return " · ".join(parts)


def result(_: Translator, key: str) -> str:
    """What a call came to."""
    return {
        "passed": _("passed"), "failed": _("not passed"), "review": _("a person decides"),
        "not_assessed": _("not assessed"),
    }.get(key, key)  # fmt: skip


def _points(total: float | None) -> str:
    return "–" if total is None else f"{total:g}"


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)
