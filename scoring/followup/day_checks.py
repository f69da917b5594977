"""The days of the follow-up against those that were agreed: of the payments, and of the next step."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from scenarios.disposition import Disposition
from scoring.criteria.cues import Span, find_cue
from scoring.followup.field import check
from scoring.followup.figure_checks import alike
from scoring.followup.noted import WORDS, Day, Noted, on_day
from scoring.followup.other_days import listed_otherwise, off_beat, paid_back_then, put_off, slipped, stretched
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, Outcome

_COUNTED = re.compile(r"d[ií]as|semanas?|days?|weeks?|fortnight", re.IGNORECASE)
_CLOSES = re.compile(r"(\band|\by|&)\s*(the|on|el|del|para el)?\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"principio|inicio|comienzo|mediado|final|quincena|early|beginning|start of|mid|late|about|around|\bend\b|fines\b",
    re.IGNORECASE,
)
"""Words that make a day a rough one."""
_WEEK_OF = re.compile(r"\b(w/?c|week (of|commencing|beginning|starting)|semana (del|de el))\s*$", re.IGNORECASE)
_MONTH_END = re.compile(
    r"\b(end of (the |each |every )?month|month[- ]ends?|fin(es|al(es)?)? de (cada )?mes|últimos? días?)\b",
    re.IGNORECASE,
)


def dates(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the agreed days are there; another day in their place contradicts."""
    wanted = [i.date for i in outcome.instalments if i.date is not None]
    shown = ", ".join(d.isoformat() for d in wanted[:4])
    if not wanted:
        return paid_back_then(call, outcome, noted) or check("dates", "not_required", "", "", noted, None)
    in_form = {i.date for i in noted.form.instalments if i.date is not None}
    if in_form:
        known = all(d in in_form or on_day(d, noted) for d in wanted) or (wanted[0] in in_form and noted.recurs)
        filled = ", ".join(d.isoformat() for d in sorted(in_form)[:4])
        status = "present" if known else "contradicted" if in_form - set(wanted) else "missing"
        return check("dates", status, shown, filled, noted, None)
    ends = _month_ends(wanted, noted)
    if set(wanted) == {call.on} and (now := noted.cue("paid_now")):
        return check("dates", "present", shown, "", noted, now)
    if (beat := off_beat(wanted, noted)) is not None:
        return check("dates", "contradicted", shown, noted.text[slice(*beat)], noted, beat)
    if (odd := listed_otherwise(wanted, noted)) is not None:
        return check("dates", "contradicted", shown, odd.day.isoformat(), noted, odd.span)
    first = on_day(wanted[0], noted) or ends
    other = stretched(wanted, noted) or _in_their_place(call, outcome, noted, first, ends)
    if other is not None:
        return check("dates", "contradicted", shown, other.day.isoformat(), noted, other.span)
    all_there = all(on_day(d, noted) for d in wanted) or noted.recurs or ends is not None
    return check("dates", "present" if first and all_there else "missing", shown, "", noted, first)


def _in_their_place(
    call: CallRecord, outcome: Outcome, noted: Noted, first: Span | None, ends: Span | None
) -> Day | None:
    """Another day where the first is not named: where it begins, one to come, the one that a sum stands with."""
    strange = None if ends else _strange_day(call, outcome, noted)
    if first is not None:
        return strange if _swapped([i.date for i in outcome.instalments if i.date], noted) else None
    paid = paid_on((i.amount for i in outcome.instalments if i.amount), noted)
    return _start_day(noted) or strange or (paid if paid and paid.day > call.on else None)


def next_date(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the day of the next step is told."""
    wanted = outcome.next_date
    if wanted is None:
        return check("next_date", "not_required", "", "", noted, None)
    if noted.form.next_date is not None:
        status = "present" if noted.form.next_date in (wanted, *outcome.days_named) else "contradicted"
        return check("next_date", status, wanted.isoformat(), noted.form.next_date.isoformat(), noted, None)
    span = on_day(wanted, replace(noted, days=tuple(d for d in noted.days if not d.recurring)))
    if span is None and wanted == call.on:  # what was to be sent that very day, and was
        span = noted.cue("sent_already", "message_left")
    back = outcome.type is Disposition.CALLBACK
    other = None if span else _strange_day(call, outcome, noted) if back else _elsewhen(wanted, call.on, noted)
    if other is not None:
        return check("next_date", "contradicted", wanted.isoformat(), other.day.isoformat(), noted, other.span)
    return check("next_date", "present" if span else "missing", wanted.isoformat(), "", noted, span)


def _elsewhen(wanted: date, on: date, noted: Noted) -> Day | None:
    return slipped(wanted, on, noted) or put_off(wanted, on, noted)


def closed_list(outcome: Outcome, noted: Noted) -> Span | None:
    """The last of the agreed days that the note lists, where "and" closes the list: "on 12/1, 1/5 and 2/2"."""
    listed = [span for i in outcome.instalments if (span := on_day(i.date, noted))]
    last = max(listed, default=None)
    if last is None or noted.recurs or not _CLOSES.search(noted.text[: last.start]):
        return None
    return last


def _strange_day(call: CallRecord, outcome: Outcome, noted: Noted) -> Day | None:
    """A day to come that is none of those agreed, before the note turns to what happens if it fails."""
    named = {i.date for i in outcome.instalments} | {outcome.next_date, call.on}
    told = {(d.month, d.day) for d in named if d}
    apart = _distances(outcome)
    for day in noted.days:
        counted = day.day - call.on in apart and _COUNTED.search(noted.text[slice(*day.span)])
        known = counted or day.recurring or _rough(day, noted) or (day.day.month, day.day.day) in told
        if day.day > call.on and not known and day.span.start < noted.turns:
            return day
    return None


def _distances(outcome: Outcome) -> set[timedelta]:
    """From one payment to the next: "este domingo y el otro a los quince días" counts from Sunday, not from today."""
    days = sorted(i.date for i in outcome.instalments if i.date)
    apart = [(later - sooner).days for sooner, later in pairwise(days)]
    return {timedelta(days=n) for n in apart} | ({timedelta(days=15)} if 14 in apart else set())  # a fortnight


def _month_ends(wanted: list[date], noted: Noted) -> Span | None:
    """Where the note says "month end", and every agreed day is about the last of its month."""
    said = _MONTH_END.search(noted.text)
    return Span(*said.span()) if said and all(_ends_month(day) for day in wanted) else None


def _ends_month(day: date) -> bool:
    """Weekends and holidays may move the last working day three days back."""
    return (day + timedelta(days=4)).month != day.month


def _rough(day: Day, noted: Noted) -> bool:
    """Whether the note names no day but a stretch: "a principios de diciembre", "la próxima semana"."""
    led = noted.text[max(0, day.span.start - 16) : day.span.start]
    about = _ABOUT.search(noted.text[max(0, day.span.start - 6) : day.span.end])
    return day.vague or bool(about or _WEEK_OF.search(led))


def paid_on(sums: Iterable[Decimal], noted: Noted) -> Day | None:
    """The day right behind one of these sums: when the note has it paid, though it be the day of the next step."""
    known = tuple(sums)
    for figure in noted.figures:
        if not any(alike(figure.value, sum_) for sum_ in known):
            continue
        for day in noted.days:
            between = noted.text[figure.span.end : day.span.start]
            near = figure.span.end <= day.span.start <= figure.span.end + _NEAR and not set(between) & set(".;\n")
            if near and not find_cue("next_action", between, noted.language, WORDS) and not _rough(day, noted):
                return day
    return None


_NEAR = 40
"""Characters between a sum and its day."""


def _start_day(noted: Noted) -> Day | None:
    """The day right after "from", "starting": where the payments are said to begin."""
    for span in find_cue("begins", noted.text, noted.language, WORDS):
        for day in noted.days:
            if 0 <= day.span.start - span.end <= 8 and not _rough(day, noted):
                return day
    return None


def _swapped(wanted: list[date], noted: Noted) -> bool:
    """As many days as payments are listed, yet one agreed day is not among them."""
    future = {d.day for d in noted.days}
    return not noted.recurs and len(future) >= len(wanted) and any(on_day(d, noted) is None for d in wanted)
