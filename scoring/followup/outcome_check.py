"""How the call ended, as the follow-up has it, against how it did."""

from dataclasses import replace
from decimal import Decimal

from scenarios.disposition import AGREEMENTS, Disposition
from scoring.criteria.cues import Span, find_cue
from scoring.followup.claims import concluded, contradicting, hedged, left_open, of_this_debt, taken, turned_down
from scoring.followup.day_checks import paid_on
from scoring.followup.field import check
from scoring.followup.figure_checks import NOT_THE_DEBTOR, explained
from scoring.followup.noted import WORDS, Noted, on_day
from scoring.followup.somebody import another_person, the_debtor
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, Outcome

NOTHING_AGREED = frozenset({Disposition.NO_AGREEMENT, Disposition.REFUSAL, Disposition.HUNG_UP, Disposition.HARDSHIP})
"""Outcomes that a careful agent may name either way when a call ends without terms."""
_CUE_OF = {
    Disposition.REFUSAL: ("refused",),
    Disposition.NO_AGREEMENT: ("refused", "deferred"),
    Disposition.HUNG_UP: ("refused",),
    Disposition.DISPUTE: ("disputed",),
    Disposition.ALREADY_PAID: ("disputed", "paid_up", "all_paid"),
    Disposition.FRAUD_CLAIM: ("disputed",),
    Disposition.CALLBACK: ("deferred", "next_action"),
    Disposition.THIRD_PARTY: ("third",),
    Disposition.WRONG_NUMBER: ("third",),
    Disposition.DECEASED: ("third",),
    Disposition.REPRESENTATIVE: ("third",),
    Disposition.ESCALATED: ("raised", "deferred"),
}


def disposition(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the outcome is told, and told as it was."""
    agreed = outcome.type.value
    if outcome.type not in NOT_THE_DEBTOR | {Disposition.REPRESENTATIVE} and (name := another_person(call, noted)):
        return check("disposition", "contradicted", agreed, "", noted, name)
    if outcome.type is Disposition.THIRD_PARTY and (self_ := the_debtor(call, noted)):
        return check("disposition", "contradicted", agreed, "", noted, self_)
    if noted.form.disposition is not None:
        pair = {noted.form.disposition, outcome.type}
        same = len(pair) == 1 or pair <= AGREEMENTS or pair <= NOTHING_AGREED or _calls_back(pair, outcome, noted)
        status = "present" if same else "contradicted"
        return check("disposition", status, agreed, noted.form.disposition.value, noted, None)
    if outcome.type in AGREEMENTS and (paid := _paid_already(call, outcome, noted)):
        return check("disposition", "contradicted", agreed, "", noted, paid)
    if outcome.type in AGREEMENTS:
        return _of_an_agreement(call, outcome, noted)
    if claimed := contradicting(outcome.type, noted, call.on):
        return check("disposition", "contradicted", agreed, "", noted, claimed)
    said = next((s for name in _CUE_OF.get(outcome.type, ("deferred",)) if (s := noted.cue(name, "contingency"))), None)
    closed = concluded(noted)
    others = any(noted.cue(name) for name in ("refused", "disputed", "raised", "third"))
    terms = closed is not None and _in_terms(closed, call, outcome, noted)
    if closed and (terms or not others) and outcome.type not in NOT_THE_DEBTOR:
        return check("disposition", "contradicted", agreed, "", noted, closed)
    promised = _promised(call, noted)
    if promised and (said is None or closed == promised):
        return check("disposition", "contradicted", agreed, "", noted, promised)
    return check("disposition", "present" if said else "missing", agreed, "", noted, said)


def _of_an_agreement(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    agreed = outcome.type.value
    said, denied = noted.cue_with_figures("agreed"), noted.cue("refused")
    if outcome.type is not Disposition.PARTIAL_PAYMENT and (nothing := left_open(noted)):
        return check("disposition", "contradicted", agreed, "", noted, nothing)
    if said is None and denied is not None and not noted.figures:
        return check("disposition", "contradicted", agreed, "", noted, denied)
    dated = any(on_day(i.date, noted) or (i.date == call.on and noted.cue("paid_now")) for i in outcome.instalments)
    if not dated and (claimed := contradicting(outcome.type, noted, call.on)):
        return check("disposition", "contradicted", agreed, "", noted, claimed)
    return check("disposition", "present" if said or noted.figures else "missing", agreed, "", noted, said)


def _calls_back(pair: set[Disposition], outcome: Outcome, noted: Noted) -> bool:
    """Whether nothing was agreed but to speak again, and the follow-up names the day: two names for one thing."""
    if outcome.type is not Disposition.CALLBACK or not pair <= {Disposition.NO_AGREEMENT, Disposition.CALLBACK}:
        return False
    days = {d for d in (outcome.next_date, *outcome.days_named) if d}
    return noted.form.next_date in days or any(on_day(d, noted) for d in days)


def _paid_already(call: CallRecord, outcome: Outcome, noted: Noted) -> Span | None:
    """Where the note has money come that is to come yet, or all of it paid where a part was agreed."""
    first = outcome.instalments[0].date if outcome.instalments else None
    sums = [i.amount for i in outcome.instalments if i.amount]
    to_come = first is not None and first > call.on and on_day(first, noted) is None
    if to_come and (paid := noted.cue("paid_up") or taken(sums, noted)):
        return paid
    came = outcome.total or sum(sums, Decimal(0))
    part = call.balance is not None and 0 < came < call.balance
    whole = (s for s in find_cue("all_paid", noted.text, noted.language, WORDS) if not hedged(s, noted))
    return next(whole, None) if outcome.type is Disposition.PARTIAL_PAYMENT and part else None


def _promised(call: CallRecord, noted: Noted) -> Span | None:
    """Where a note that says nothing of what came of the talk has money promised for a day to come."""
    day = paid_on((f.value for f in noted.figures), noted)
    if (
        day is None
        or day.day <= call.on
        or turned_down(day.span, noted)
        or hedged(day.span, noted)
        or not of_this_debt(day.span, noted)
    ):
        return None
    return noted.cue_with_figures("agreed")


def _in_terms(clause: Span, call: CallRecord, outcome: Outcome, noted: Noted) -> bool:
    """Whether a clause names sums that nobody owes or agreed: terms of its own."""
    there = [f for f in noted.figures if clause.start <= f.span.start < clause.end]
    return any(not explained(f.value, call, outcome) for f in there)


def only_the_box(call: CallRecord, outcome: Outcome, noted: Noted) -> bool:
    """Whether the form's box is all that misnames the outcome: the note's own words and its payments do not."""
    if noted.form.disposition is None or (noted.form.instalments and outcome.type not in AGREEMENTS):
        return False
    words = replace(noted, form=noted.form.model_copy(update={"disposition": None}))
    return disposition(call, outcome, words).status == "present"
