"""Preparation: the plan written before the call, against the case file, and whether the talk made use of it."""

import re
from collections.abc import Iterable
from decimal import Decimal

from scenarios.case import Case
from scoring.criteria.chosen_contact import against, made
from scoring.criteria.cues import Span
from scoring.criteria.facts import dates_known, is_known_amount
from scoring.criteria.good_moments import poor_moment
from scoring.criteria.preparation_words import Planned, as_planned
from scoring.criteria.proposals import key_of, offers_of, oversteps, span_of
from scoring.criteria.whole_call import WholeCall, call_indicator, filled, heard, unquoted
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding
from scoring.reading.values import Offer

FIELDS = ("goal", "facts", "verification", "opening_offer", "fallback", "limit", "objection")
"""The fields of the plan, in the order in which a call is thought through."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def planned(call: WholeCall, field: str) -> Planned:
    """A field of the plan as the reader understands it; empty text where nothing was written."""
    return as_planned(call, field, call.record.plan.get(field, ""))


@call_indicator("preparation")
def states_an_aim(call: WholeCall) -> Iterable[Finding]:
    """Met where the aim is something one can tell afterwards whether it was reached."""
    goal = planned(call, "goal")
    if len(_WORD.findall(goal.text)) < 2:
        return [_left_out("states_an_aim", goal, call)]
    concrete = goal.reading.amounts or goal.reading.dates or heard(goal, "plan_aim")
    return [(met if concrete else missed)("states_an_aim", goal, None, call.view)]


@call_indicator("preparation")
def opens_within_authority(call: WholeCall) -> Iterable[Finding]:
    """Met where the first offer names figures that the policy allows; missed where it does not, or names none."""
    return _option("opens_within_authority", "opening_offer", call)


@call_indicator("preparation")
def has_a_second_option(call: WholeCall) -> Iterable[Finding]:
    """Met where another option, within the policy too, waits behind the first."""
    first, second = planned(call, "opening_offer"), planned(call, "fallback")
    same = second.text.strip().lower() == first.text.strip().lower()
    if second.text.strip() and same:
        return [missed("has_a_second_option", second, None, call.view)]
    return _option("has_a_second_option", "fallback", call)


@call_indicator("preparation")
def knows_the_limit(call: WholeCall) -> Iterable[Finding]:
    """Met where the limit noted is that of the policy, or stricter; missed where it is beyond, or not said."""
    limit, case = planned(call, "limit"), call.case
    if case is None or not limit.text.strip():
        return [_left_out("knows_the_limit", limit, call)]
    figures = limit.reading.percentages or limit.reading.counts or limit.reading.amounts or limit.reading.dates
    within = bool(figures) and not _beyond_limit(limit, case)
    return [(met if within else missed)("knows_the_limit", limit, None, call.view)]


@call_indicator("preparation")
def expects_an_objection(call: WholeCall) -> Iterable[Finding]:
    """Met where what the debtor may say against it is written down."""
    field = planned(call, "objection")
    if len(_WORD.findall(field.text)) < 2:
        return [_left_out("expects_an_objection", field, call)]
    judge = met if heard(field, "plan_objection") else missed
    return [judge("expects_an_objection", field, None, call.view)]


@call_indicator("preparation")
def plans_to_verify(call: WholeCall) -> Iterable[Finding]:
    """Met where it is planned how to make sure who answers, before anything is told."""
    for name in ("verification", *(f for f in FIELDS if f != "verification")):
        field = planned(call, name)
        if span := heard(field, "plan_verify"):
            return [met("plans_to_verify", field, span, call.view)]
    return [_left_out("plans_to_verify", planned(call, "verification"), call)]


@call_indicator("preparation")
def notes_the_facts(call: WholeCall) -> Iterable[Finding]:
    """The amounts, days and dates noted from the file: met where they are right, missed at each that is not."""
    case, field = call.case, planned(call, "facts")
    if case is None or not field.text.strip():
        return [_left_out("notes_the_facts", field, call)]
    read_ = field.reading
    wrong = [Span(a.start, a.end) for a in read_.amounts if not is_known_amount(a.value, case)]
    known = dates_known(case)
    wrong += [Span(d.start, d.end) for d in read_.dates if d.past and not set(d.iso) & known]
    late = [c for c in read_.counts if c.unit == "day"]
    wrong += [Span(c.start, c.end) for c in late if abs(c.n - case.account.days_past_due) > 1]
    if wrong:
        return [missed("notes_the_facts", field, span, call.view) for span in wrong]
    if read_.amounts or late or read_.dates:
        return [met("notes_the_facts", field, None, call.view)]
    return []


@call_indicator("preparation")
def reads_the_history(call: WholeCall) -> Iterable[Finding]:
    """Met where the plan says what the payment history, or can and will, tell of the person."""
    for name in FIELDS:
        field = planned(call, name)
        if span := heard(field, "plan_history"):
            return [met("reads_the_history", field, span, call.view)]
    return [_left_out("reads_the_history", planned(call, "facts"), call)]


@call_indicator("preparation")
def uses_the_plan(call: WholeCall) -> Iterable[Finding]:
    """Met where what was planned is offered in the talk; missed where other things were offered and never these."""
    wanted = [key for name in ("opening_offer", "fallback") for key in _terms(planned(call, name))]
    said = [(t, o) for t in call.turns for o in offers_of(t)]
    if not wanted or not said:
        return []
    for turn, offer in said:
        if _terms_of(offer) & set(wanted):
            return [met("uses_the_plan", turn, span_of(turn, offer), call.view)]
    return [missed("uses_the_plan", said[0][0], span_of(*said[0]), call.view)]


@call_indicator("preparation")
def picks_a_good_moment(call: WholeCall) -> Iterable[Finding]:
    """Where the moment was chosen: met where it reaches people, missed where it is lawful and yet a poor one."""
    moment, contact = made(call), call.record.contact
    if moment is None or contact is None or call.case is None or any(against(call, "hours")):
        return []
    judge = missed if poor_moment(call.case, contact) else met
    return [judge("picks_a_good_moment", moment, None, call.view)]


def _option(name: str, field: str, call: WholeCall) -> list[Finding]:
    option, case = planned(call, field), call.case
    if case is None or not option.text.strip():
        return [_left_out(name, option, call)]
    beyond = [limit for o in option.reading.offers for limit in oversteps(o, case)] or _beyond_limit(option, case)
    figures = option.reading.offers or option.reading.amounts or option.reading.percentages or option.reading.counts
    return [(met if figures and not beyond else missed)(name, option, None, call.view)]


def _beyond_limit(field: Planned, case: Case) -> list[str]:
    """Figures that stand alone, such as "10 %" or "six payments", against the policy."""
    policy, reading = case.policy, field.reading
    payments = [c.n for c in reading.counts if c.unit == "instalment"]
    days = [(d.iso[0] - case.on).days for d in reading.dates if d.iso]
    found = ["max_discount_pct" for p in reading.percentages if p.value > policy.max_discount_pct]
    found += ["max_instalments" for n in payments if n > policy.max_instalments]
    first = min(days, default=0)
    return [*found, "max_extension_days"] if first > policy.max_extension_days else found


def _terms(field: Planned) -> set[object]:
    """What an option can be recognised by: the number of payments, the discount, the amounts."""
    found: set[object] = set()
    for offer in field.reading.offers:
        found |= _terms_of(offer)
    found |= {("count", c.n) for c in field.reading.counts if c.unit == "instalment"}
    return found | {("discount", p.value) for p in field.reading.percentages}


def _terms_of(offer: Offer) -> set[object]:
    _, count, amount = key_of(offer)
    found: set[object] = {("discount", Decimal(offer.discount_pct))} if offer.discount_pct else set()
    if count > 1:
        found.add(("count", count))
    return found | ({("amount", amount)} if amount else set())


def _left_out(name: str, field: Planned, call: WholeCall) -> Finding:
    return filled(unquoted(missed(name, field, None, call.view)))
