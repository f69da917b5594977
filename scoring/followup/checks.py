"""Each field of the follow-up against what came of the talk."""

from decimal import Decimal

from scenarios.disposition import AGREEMENTS, DISPUTES
from scoring.criteria.country_rules import reason_rule
from scoring.criteria.cues import Span, find_cue
from scoring.followup.claims import HERE as CLAIMS
from scoring.followup.day_checks import closed_list, dates, next_date
from scoring.followup.field import check
from scoring.followup.figure_checks import NOT_THE_DEBTOR, alike, begins_as_agreed, find_sum, other_payments
from scoring.followup.noted import WORDS, Noted, on_day, overlap
from scoring.followup.outcome_check import disposition
from scoring.followup.part_paid import sums
from scoring.followup.paying import agreed_way, another_way, chosen, same_way, same_words
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, Outcome


def checked(call: CallRecord, outcome: Outcome, noted: Noted) -> tuple[FieldCheck, ...]:
    """All fields, in the order of the form."""
    return (
        disposition(call, outcome, noted),
        sums(call, outcome, noted),
        count(outcome, noted),
        dates(call, outcome, noted),
        method(call, outcome, noted),
        reason(call, outcome, noted),
        next_action(outcome, noted),
        next_date(call, outcome, noted),
        _told("owner", noted, noted.form.owner, "owner", "told", "done"),
        _told("contingency", noted, "", "contingency", "awaited"),
        _told("confirmation", noted, "", "confirmation", "message_left"),
        *disputed(outcome, noted),
    )


def disputed(outcome: Outcome, noted: Noted) -> tuple[FieldCheck, ...]:
    """Of a dispute: what evidence is asked for, and that contact rests meanwhile. Shown, and not yet weighed."""
    if outcome.type not in DISPUTES:
        return ()
    held = noted.form.hold_until.isoformat() if noted.form.hold_until else ""
    return _told("evidence", noted, noted.form.evidence, "evidence"), _told("hold", noted, held, "hold")


def count(outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the number of payments is said or shown by their dates."""
    wanted = len(outcome.instalments)
    if wanted < 2:
        return _one_payment(wanted, outcome, noted)
    form = len(noted.form.instalments)
    told = [c for c in noted.counts if c[0] == wanted]
    if not form and (other := other_payments(outcome, noted) or _otherwise(outcome, noted, told=bool(told))):
        return check("payments", "contradicted", str(wanted), str(other[0]), noted, other[1])
    if form and not told and not begins_as_agreed(outcome, noted):
        return check("payments", "present" if form == wanted else "contradicted", str(wanted), str(form), noted, None)
    said = told or [c for c in noted.counts if c[0] == wanted - 1 and _after_a_first(c[1], outcome, noted)]
    if said:
        return check("payments", "present", str(wanted), str(said[0][0]), noted, said[0][1])
    return _listed(wanted, outcome, noted)


def _listed(wanted: int, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Where no number agrees: by how many of the payments' days stand in the note."""
    listed = sum(on_day(i.date, noted) is not None for i in outcome.instalments if i.date)
    if noted.binding_counts and (listed < wanted or _of_the_whole(noted.binding_counts[0], outcome, noted)):
        n, span = noted.binding_counts[0]
        return check("payments", "contradicted", str(wanted), str(n), noted, span)
    if 2 <= listed < wanted and (end := closed_list(outcome, noted)):
        return check("payments", "contradicted", str(wanted), str(listed), noted, end)
    return check("payments", "present" if listed >= min(wanted, 2) else "missing", str(wanted), "", noted, None)


def _of_the_whole(count: tuple[int, Span], outcome: Outcome, noted: Noted) -> bool:
    """Whether too many payments are said of the agreed sums: "the 600,000 in five", and four are listed."""
    sums = [i.amount for i in outcome.instalments if i.amount is not None]
    known = [*sums, sum(sums, Decimal(0)), *([outcome.total] if outcome.total else [])]
    sentence = noted.sentence(count[1])
    there = (f for f in noted.figures if overlap(f.span, sentence))
    return count[0] > len(sums) and any(alike(f.value, k) for f in there for k in known)


def _otherwise(outcome: Outcome, noted: Noted, *, told: bool) -> tuple[int, Span] | None:
    whole = None if told else _all_at_once(outcome, noted)
    return (1, whole) if whole else _of_that_sum(outcome, noted)


def _of_that_sum(outcome: Outcome, noted: Noted) -> tuple[int, Span] | None:
    """A number of payments right before their sum that are more or fewer: "1,200 down and five of 1,500" for four."""
    agreed = [i.amount for i in outcome.instalments if i.amount is not None]
    for n, span in noted.binding_counts:
        figure = next((f for f in noted.figures if 0 <= f.span.start - span.end <= _NEXT_TO), None)
        if figure is None or len(set(agreed)) < 2:
            continue
        times = sum(alike(figure.value, a) for a in agreed)
        apart = any(alike(f.value, agreed[0]) and f.span.end <= span.start for f in noted.figures)
        if times and n not in {times, agreed.count(figure.value)} and not (n == len(agreed) and not apart):
            return n, span
    return None


_NEXT_TO = 14
"""Characters between a number of payments and their sum."""


def _all_at_once(outcome: Outcome, noted: Noted) -> Span | None:
    """Where the note has the whole paid at one time, and names none of the agreed payments."""
    agreed = [i.amount for i in outcome.instalments if i.amount is not None]
    listed = sum(on_day(i.date, noted) is not None for i in outcome.instalments if i.date)
    whole = sum(agreed, Decimal(0))
    if listed > 1 or not agreed or any(find_sum(a, noted) for a in agreed) or not find_sum(whole, noted):
        return None
    return next((s for s in find_cue("one_payment", noted.text, noted.language, WORDS) if s.start < noted.turns), None)


def _one_payment(wanted: int, outcome: Outcome, noted: Noted) -> FieldCheck:
    if wanted == 1 and (several := other_payments(outcome, noted)):
        return check("payments", "contradicted", str(wanted), str(several[0]), noted, several[1])
    odd = [c for c in noted.binding_counts if wanted == 1 and c[0] > 1 and noted.counts_payments(c[1])]
    promised = bool(odd) and find_cue("commits", noted.text[slice(*noted.sentence(odd[0][1]))], noted.language, CLAIMS)
    status = "contradicted" if odd and (len(noted.days) > 2 or promised) else "not_required"
    return check("payments", status, str(wanted), "", noted, odd[0][1] if odd else None)


def _after_a_first(span: Span, outcome: Outcome, noted: Noted) -> bool:
    """Whether a first payment is told apart, by its sum or in the sentence: "a deposit and four of $140"."""
    first, down = outcome.instalments[0].amount, noted.cue("down")
    if first is not None and len({i.amount for i in outcome.instalments}) > 1 and find_sum(first, noted):
        return True
    return down is not None and overlap(down, noted.sentence(span))


def method(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the way of paying is told; where none was chosen, none is asked for."""
    agreed, form = outcome.method or "", noted.form.method.strip()
    if not agreed or outcome.type not in AGREEMENTS or not chosen(agreed, call):
        return check("method", "not_required", "", "", noted, None)
    span, plain = agreed_way(agreed, noted)
    if form and not same_way(agreed, form, noted.language):
        return check("method", "contradicted", agreed, form, noted, None)
    other = None if form or plain else another_way(agreed, noted)
    if other:
        return check("method", "contradicted", agreed, "", noted, other)
    return check("method", "present" if span or form else "missing", agreed, form, noted, span)


def reason(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the reason of the arrears is told, where it was given and may be asked."""
    known = outcome.reason or ""
    form = noted.form.reason.strip()
    found = (same_words(known, noted) if known else None) or noted.cue("unstated") or noted.cue("reason")
    span = None if form else found
    if span or form:
        return check("reason", "present", known, noted.form.reason, noted, span)
    may_be_asked = reason_rule(call.country, call.language) is None
    needed = bool(known) and may_be_asked and outcome.type not in NOT_THE_DEBTOR
    return check("reason", "missing" if needed else "not_required", known, "", noted, None)


def next_action(outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether what comes next is told."""
    form = noted.form.next_action.strip()
    span = None if form else same_words(outcome.next_action or "", noted) or noted.cue("next_action", "done", last=True)
    return check("next_action", "present" if form or span else "missing", outcome.next_action or "", form, noted, span)


def _told(field: str, noted: Noted, form: str, *cues: str) -> FieldCheck:
    span = None if form.strip() else noted.cue(*cues, last=field == "owner")
    return check(field, "present" if span or form.strip() else "missing", "", form, noted, span)
