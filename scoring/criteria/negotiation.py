"""Negotiation: something both sides can keep, within what the agent may grant, reached by exchange."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.disposition import AGREEMENTS
from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn, DebtorTurn
from scoring.criteria.proposals import affordable, is_the_whole, key_of, largest, offers_of, oversteps, span_of
from scoring.criteria.whole_call import WholeCall, call_indicator, heard
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding
from scoring.moments import Moment

SURE, LIKELY, SURE_OF_HARM = 0.85, 0.6, 0.9
ABOVE = Decimal("1.25")
"""From here a request is beyond what the debtor said, and not a rounding of it."""
LAST_RESORT_FROM = 90
"""Days past due from which lawyers and agencies are usually considered."""


@call_indicator("negotiation")
def asks_capacity_first(call: WholeCall) -> Iterable[Finding]:
    """Met where the debtor's means are asked before an amount is. Asking for the whole balance first is no fault."""
    for m in call.moments:
        if span := _asks_capacity(m.turn):
            return [met("asks_capacity_first", m.turn, span, call.view)]
        if _capacity_told(m.before) is not None:
            return []
        asked = [o for o in offers_of(m.turn) if largest(o) and not is_the_whole(o, call.view)]
        if asked:
            return [missed("asks_capacity_first", m.turn, span_of(m.turn, asked[0]), call.view)]
    return []


@call_indicator("negotiation")
def offers_options(call: WholeCall) -> Iterable[Finding]:
    """Met from the second option on; missed where the debtor cannot take the only one and no other follows."""
    seen: set[object] = set()
    for m in call.moments:
        new = _options(m, call) - seen
        if new and len(seen | new) > 1:
            span = _last_option(m.turn)
            return [met("offers_options", m.turn, span, call.view)]
        seen |= new
    if _agreed(call):
        return []
    refused = [(m, s) for m in call.moments if (s := _cannot(m.before)) and m is not call.moments[0]]
    return [missed("offers_options", refused[-1][0].before, refused[-1][1], call.view)] if refused else []


@call_indicator("negotiation")
def trades(call: WholeCall) -> Iterable[Finding]:
    """Met where something is given for something: "if you pay Friday, I waive the fee"."""
    for turn in call.turns:
        if turn.act(DialogueAct.THREATEN, DialogueAct.PRESSURE, least=LIKELY):
            continue
        span = heard(turn, "exchange")
        conditions = [o for o in turn.reading.offers if o.condition and o.discount_pct]
        if span or conditions:
            return [met("trades", turn, span or span_of(turn, conditions[0]), call.view)]
    return []


@call_indicator("negotiation")
def gives_away_at_once(call: WholeCall) -> Iterable[Finding]:
    """Missed where a discount or a waiver is given before it was asked for, earned or exchanged."""
    for m in call.moments:
        if _asks_capacity(m.turn) or _cannot(m.before) or _capacity_told(m.before) is not None:
            return []
        if heard(m.before, "asks_for_a_discount") or heard(m.turn, "exchange"):
            return []
        if m.turn.act(DialogueAct.CONDITIONAL_OFFER, least=SURE):
            return []
        given = m.turn.act(DialogueAct.OFFER_DISCOUNT, least=SURE)
        if given and (m.turn.reading.percentages or heard(m.turn, "waives")):
            return [missed("gives_away_at_once", m.turn, given, call.view)]
    return []


@call_indicator("negotiation")
def stays_within_authority(call: WholeCall) -> Iterable[Finding]:
    """Met where what is offered is within the policy; missed at each offer beyond it. A supervisor may raise it."""
    case, outcome = call.case, call.record.outcome
    if case is None:
        return []
    raised = "supervisor" in call.record.events and not (outcome and outcome.beyond_authority)
    offers = [(t, o) for t in call.turns for o in offers_of(t) if largest(o) or o.discount_pct]
    beyond = [] if raised else [(t, span_of(t, o)) for t, o in offers if any(oversteps(o, case))]
    if not case.policy.may_waive_late_fees:
        beyond += [(t, s) for t in call.turns if (s := heard(t, "waives"))]
    if not beyond and outcome is not None and outcome.beyond_authority:
        beyond = [(t, s) for t in call.turns[::-1] if (s := t.act(DialogueAct.ACCEPT_PROPOSAL, least=LIKELY))][:1]
    if beyond:
        return [missed("stays_within_authority", t, s, call.view) for t, s in beyond]
    own = [(t, o) for t, o in offers if not is_the_whole(o, call.view)]
    return [met("stays_within_authority", own[0][0], span_of(*own[0]), call.view)] if own else []


@call_indicator("negotiation")
def presses_beyond_what_they_can(call: WholeCall) -> Iterable[Finding]:
    """Missed where force stands in place of an offer, or more is insisted on than the debtor said is possible."""
    told: Decimal | None = None
    asked = 0
    for m in call.moments:
        if span := _forces(m.turn):
            return [missed("presses_beyond_what_they_can", m.turn, span, call.view)]
        said = _capacity_told(m.before)
        told = said if said is not None else told
        more = [o for o in offers_of(m.turn) if told and (largest(o) or 0) > told * ABOVE]
        if not more or m.turn.act(DialogueAct.CONDITIONAL_OFFER, DialogueAct.ACCEPT_PROPOSAL, least=LIKELY):
            continue
        asked += 1
        insists = m.turn.act(DialogueAct.PRESSURE, least=SURE) or heard(m.turn, "must")
        if asked > 1 or insists:
            return [missed("presses_beyond_what_they_can", m.turn, span_of(m.turn, more[0]), call.view)]
    return []


@call_indicator("negotiation")
def agrees_what_can_be_kept(call: WholeCall) -> Iterable[Finding]:
    """What was agreed against what is left after essentials: met where it fits, missed where it will break."""
    case, outcome = call.case, call.record.outcome
    if case is None or outcome is None or outcome.type not in AGREEMENTS or not outcome.instalments:
        return []
    closing = [(t, t.reading.amounts) for t in call.turns if t.reading.amounts]
    if not closing or any(i.amount is None or i.date is None for i in outcome.instalments):
        return []
    turn, amounts = closing[-1]
    ends = [a.end for a in amounts] + [d.end for d in turn.reading.dates if not d.past]
    judge = met if affordable(outcome.instalments, case.budget, case.on) else missed
    return [judge("agrees_what_can_be_kept", turn, Span(amounts[0].start, max(ends)), call.view)]


@call_indicator("negotiation")
def speaks_to_interests(call: WholeCall) -> Iterable[Finding]:
    """Met where a proposal is given its use for the debtor."""
    return _first(call, "speaks_to_interests", ("interest",), DialogueAct.APPEAL_INTEREST)


@call_indicator("negotiation")
def keeps_the_relationship(call: WholeCall) -> Iterable[Finding]:
    """Met where the years as a customer, or those to come, are spoken of."""
    return _first(call, "keeps_the_relationship", ("relationship",), DialogueAct.APPEAL_RELATIONSHIP)


@call_indicator("negotiation")
def gives_reasons(call: WholeCall) -> Iterable[Finding]:
    """Met where a no comes with its reason or another way; missed where it stands alone."""
    for turn in call.turns:
        span = heard(turn, "declines") or turn.act(DialogueAct.DECLINE_PROPOSAL, least=SURE)
        if not span:
            continue
        if why := heard(turn, "because"):
            return [met("gives_reasons", turn, why, call.view)]
        if not turn.act(*OFFERS, least=SURE) and "?" not in turn.text[span.end :]:
            return [missed("gives_reasons", turn, span, call.view)]
    return []


@call_indicator("negotiation")
def closes_on_amount_and_date(call: WholeCall) -> Iterable[Finding]:
    """Met where the last word on it names amount and day; missed where an agreement stands without either."""
    if not _agreed(call):
        return []
    for turn in call.turns[::-1]:
        amounts, days = turn.reading.amounts, [d for d in turn.reading.dates if not d.past]
        if amounts and days:
            span = Span(min(amounts[0].start, days[0].start), max(amounts[-1].end, days[-1].end))
            return [met("closes_on_amount_and_date", turn, span, call.view)]
    return [missed("closes_on_amount_and_date", call.turns[-1], None, call.view)]


@call_indicator("negotiation")
def weighs_escalation(call: WholeCall) -> Iterable[Finding]:
    """Met where one who can decide is asked; missed where lawyers come up early, which costs more than it brings."""
    for turn in call.turns:
        legal = heard(turn, "legal_route")
        if legal and call.case is not None and call.case.account.days_past_due < LAST_RESORT_FROM:
            return [missed("weighs_escalation", turn, legal, call.view)]
    for m in call.moments:
        asked = heard(m.turn, "asks_supervisor")
        if asked and any(_cannot(n.before) or _capacity_told(n.before) is not None for n in call.moments):
            return [met("weighs_escalation", m.turn, asked, call.view)]
    return []


@call_indicator("negotiation")
def takes_up_a_broken_promise(call: WholeCall) -> Iterable[Finding]:
    """Where a promise was broken before: met where that is asked about, missed where a new one is taken without."""
    in_thread = any(c.promise in ("part", "broken") for c in call.record.earlier)
    if not in_thread and (call.case is None or not call.case.account.broken_promises):
        return []
    for turn in call.turns:
        if span := heard(turn, "earlier_promise"):
            return [met("takes_up_a_broken_promise", turn, span, call.view)]
    promised = call.record.outcome is not None and call.record.outcome.type in AGREEMENTS
    return [missed("takes_up_a_broken_promise", call.turns[-1], None, call.view)] if promised else []


@call_indicator("negotiation")
def brings_in_whoever_decides(call: WholeCall) -> Iterable[Finding]:
    """Met where whoever decides or can help is brought in by the debtor's own choice."""
    return _first(call, "brings_in_whoever_decides", ("who_decides",))


@call_indicator("negotiation")
def explains_terms(call: WholeCall) -> Iterable[Finding]:
    """Met where interest, fees or the minimum payment are explained so that the debtor can choose."""
    return _first(call, "explains_terms", ("explains",), DialogueAct.EDUCATE)


def _first(call: WholeCall, name: str, cues: tuple[str, ...], *acts: DialogueAct) -> list[Finding]:
    for turn in call.turns:
        if turn.act(DialogueAct.THREATEN, DialogueAct.PRESSURE, DialogueAct.BLAME, least=SURE):
            continue
        if span := heard(turn, *cues) or (turn.act(*acts, least=SURE) if acts else None):
            return [met(name, turn, span, call.view)]
    return []


def _forces(turn: AgentTurn) -> Span | None:
    """Threats, and pressing without an argument."""
    if turn.denies("threat", "menace"):
        return None
    if span := turn.cue("threat_beyond_doubt", "menace", "insistence"):
        return span
    veiled = turn.cue("threat") if turn.act(DialogueAct.THREATEN) else None
    return veiled or turn.act(DialogueAct.THREATEN, least=SURE_OF_HARM)


def _asks_capacity(turn: AgentTurn) -> Span | None:
    if span := heard(turn, "asks_capacity"):
        return span
    read = turn.act(DialogueAct.ASK_CAPACITY, least=SURE)
    named = read and any(read.start <= a.start < read.end for a in turn.reading.amounts)
    return None if named else read  # "could you pay the 4,500?" asks for an amount


def _capacity_told(debtor: DebtorTurn) -> Decimal | None:
    """What the debtor says is possible a payment, in the case's currency."""
    if not heard(debtor, "can_pay"):
        return None
    offered = [largest(o) for o in debtor.reading.offers if largest(o)]
    amounts = [a.value for a in debtor.reading.amounts]
    return offered[0] if offered else amounts[0] if amounts else None


def _cannot(debtor: DebtorTurn) -> Span | None:
    return heard(debtor, "cannot_pay")


def _agreed(call: WholeCall) -> bool:
    if call.record.outcome is not None:
        return call.record.outcome.type in AGREEMENTS
    return any(heard(m.before, "agrees") for m in call.moments[1:])


def _options(m: Moment, call: WholeCall) -> set[object]:
    if heard(m.before, "agrees") or m.turn.act(DialogueAct.ACCEPT_PROPOSAL, least=SURE):
        return set()
    parsed: set[object] = {key_of(o) for o in offers_of(m.turn) if not is_the_whole(o, call.view)}
    return parsed or {a for a in _named(m.turn) if a is not DialogueAct.CONDITIONAL_OFFER}


def _named(turn: AgentTurn) -> Iterator[DialogueAct]:
    yield from (a.act for a in turn.reading.of(*OFFERS) if a.confidence >= SURE)


def _last_option(turn: AgentTurn) -> Span:
    offers = offers_of(turn)
    if offers:
        return span_of(turn, offers[-1])
    return turn.act(*OFFERS, least=SURE) or Span(0, len(turn.text))
