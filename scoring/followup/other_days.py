"""Days of the follow-up that are others than the call's: paid on another, begun in another month, a month out."""

import re
from datetime import date, timedelta
from itertools import pairwise

from scenarios.disposition import Disposition
from scoring.criteria.cues import Span, clause_around, find_cue
from scoring.followup.claims import HERE
from scoring.followup.field import check
from scoring.followup.noted import WORDS, Day, Noted, on_day, overlap, read_note, same_day
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, FollowUp, Outcome

_TO = re.compile(r"\s*(?:-|–|—|to|thru|through|until|till|a|al|hasta|hasta el)\s*(?:the|el)?\s*", re.IGNORECASE)
_MONTH = re.compile(r"\d\s*[/.-]\s*\d|[^\W\d_]{5,}")
"""A month in figures or written out: "mar 24" may be a Tuesday."""
_DAY_ALONE = re.compile(r"\D{0,8}\d{1,2}(?:st|nd|rd|th|º|°)?\D{0,3}")
_LISTED = re.compile(r"\s*[,;/&+y-]?\s*(?:and|y|e|el|on|the|&)?\s*(?:el|the)?\s*", re.IGNORECASE)
"""What may stand between two days of a list."""
_WHEN = re.compile(
    r",?\s*(?:(?:fecha|d[ií]a) en (?:el |la )?(?:que|cual)|cuando|when|on which|at which point|the day)\s",
    re.IGNORECASE,
)
_NEAR = 60
"""Characters between the payment and the day it is said to have been made."""
_FORTNIGHTLY, _MONTHLY = 17, 26
"""Days between payments up to which they come by the week or fortnight, and from which by the month."""
_UNEVEN = 7
"""Days by which a weekend, a holiday and the length of a month may set such payments apart."""
_WORKING_DAYS = timedelta(days=4)
"""What a weekend or a holiday may move a payment by."""


def paid_back_then(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck | None:
    """Where a payment that the debtor dates stands with another day; ``None`` where it does not, or none is dated."""
    if outcome.type is not Disposition.ALREADY_PAID or not outcome.reason:
        return None
    told = read_note(call.model_copy(update={"follow_up": FollowUp(note=outcome.reason)})).days
    made = [d.day for d in told if d.day <= call.on and _MONTH.search(outcome.reason[slice(*d.span)])]
    if not made or any(on_day(day, noted) for day in made):
        return None
    for paid in find_cue("says_paid", noted.text, noted.language, HERE):
        for day in noted.days:
            near = 0 <= day.span.start - paid.end <= _NEAR and not set(noted.text[paid.end : day.span.start]) & set(
                ";\n"
            )
            if near and day.day <= call.on and not day.vague and _MONTH.search(noted.text[slice(*day.span)]):
                return check("dates", "contradicted", made[0].isoformat(), day.day.isoformat(), noted, day.span)
    return None


def stretched(wanted: list[date], noted: Noted) -> Day | None:
    """The first day of a stretch (1/15 – 6/15) that begins after the first payment, or its last that ends elsewhere."""
    dated = [d for d in noted.days if not _DAY_ALONE.fullmatch(noted.text[slice(*d.span)])]
    for first, last in pairwise(noted.days):
        apart = last.day - first.day
        joined = _TO.fullmatch(noted.text[first.span.end : last.span.start])
        if len(wanted) < 3 or not joined or apart < (wanted[-1] - wanted[0]) / 2 or first.span.start >= noted.turns:
            continue
        if not same_day(wanted[0], first.day) and not any(same_day(wanted[0], d.day) for d in dated):
            return first
        if not any(abs(last.day - day) <= _WORKING_DAYS for day in (wanted[-1], _year_on(wanted[-1], last.day))):
            return last
    return None


def _year_on(day: date, like: date) -> date:
    """The day in the other's year: a note's years are not to be trusted."""
    return like if same_day(day, like) else day


def listed_otherwise(wanted: list[date], noted: Noted) -> Day | None:
    """The one day of a list, as long as that of the payments, that is not theirs: "15 Dec, 5 Jan, 15 Feb"."""
    told = [d for d in noted.days if d.span.start < noted.turns and not d.vague]
    for at in range(len(told) - len(wanted) + 1):
        listed = told[at : at + len(wanted)]
        between = [noted.text[one.span.end : other.span.start] for one, other in pairwise(listed)]
        if len(wanted) < 3 or not all(_LISTED.fullmatch(gap) for gap in between):
            continue
        others = [day for day in listed if not any(same_day(w, r) for w in wanted for r in (day.day, *day.readings))]
        if len(others) == 1:
            return others[0]
    return None


def off_beat(wanted: list[date], noted: Noted) -> Span | None:
    """Where three or more payments are said to come every week or fortnight that come by the month, or the reverse."""
    gaps = [(later - sooner).days for sooner, later in pairwise(sorted(wanted))]
    if len(gaps) < 2 or max(gaps) - min(gaps) > _UNEVEN:
        return None
    told, other = ("beat_short", "beat_month") if min(gaps) > _MONTHLY else ("beat_month", "beat_short")
    if find_cue(other, noted.text, noted.language, WORDS) or (told == "beat_month" and max(gaps) > _FORTNIGHTLY):
        return None
    spans = (s for s in find_cue(told, noted.text, noted.language, WORDS) if s.start < noted.turns)
    return next((s for s in spans if not _of_their_pay(s, noted)), None)


def _of_their_pay(span: Span, noted: Noted) -> bool:
    clause = clause_around(noted.text, span)
    return bool(find_cue("own_pay", noted.text[slice(*clause)], noted.language, WORDS))


def put_off(wanted: date, on: date, noted: Noted) -> Day | None:
    """Another day to come that a clause of its own makes the day of the next contact: "until Friday, when I call"."""
    for day in noted.days:
        behind = noted.text[day.span.end : noted.sentence(day.span).end]
        led = _WHEN.match(behind)
        exact = day.day > on and not day.vague and not same_day(day.day, wanted) and _MONTH.search(
            noted.text[slice(*day.span)]
        )  # fmt: skip
        if led and exact and find_cue("asks_or_calls", behind[led.end() :][:_NEAR], noted.language, HERE):
            return day
    return None


def _step_elsewhen(wanted: date, on: date, noted: Noted) -> Day | None:
    """The one day of the sentence that tells one's own next step, where its figures miss a digit of the right one."""
    for day in noted.days:
        near = day.day > on and day.day.month == wanted.month and not day.recurring and not day.vague
        sentence = noted.sentence(day.span)
        alone = sum(overlap(d.span, sentence) for d in noted.days) == 1
        if near and alone and day.span.start < noted.turns and str(wanted.day) in str(day.day.day) and (
            find_cue("owner", noted.text[slice(*sentence)], noted.language, WORDS)
        ):  # fmt: skip
            return day
    return None


def slipped(wanted: date, on: date, noted: Noted) -> Day | None:
    """The day of the next step in another month to come, in figures or with the month written out: 1/23 for 12/23."""
    if (other := _step_elsewhen(wanted, on, noted)) is not None:
        return other
    for day in noted.days:
        step = noted.text[slice(*noted.sentence(day.span))]
        if not find_cue("next_action", step, noted.language, WORDS):
            continue
        out = day.day.day == wanted.day and day.day.month != wanted.month and day.day > on
        if out and not day.recurring and day.span.start < noted.turns and _MONTH.search(noted.text[slice(*day.span)]):
            return day
    return None
