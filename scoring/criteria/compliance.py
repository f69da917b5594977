"""Compliance: the right person, true facts, the creditor's script, the country's rules. A finding accuses nobody."""

import datetime
from collections.abc import Iterable, Iterator

from scenarios.acts import DialogueAct
from scenarios.case import ContactRule
from scoring.criteria.chosen_contact import TIMES, against, made
from scoring.criteria.country_rules import hours_rule, reason_rule
from scoring.criteria.cues import Span, trimmed
from scoring.criteria.moment import AgentTurn
from scoring.criteria.script import disclosed_at
from scoring.criteria.whole_call import WholeCall, call_indicator, filled, heard
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding

SURE, LIKELY = 0.9, 0.8
SEEKS_ANOTHER = {
    "es": "Busca a quien las reglas dicen que no se contacta. <rule> (<source>)",
    "en": "Seeks out somebody whom the rules say one does not contact. <rule> (<source>)",
}


@call_indicator("compliance")
def verifies_first(call: WholeCall) -> Iterable[Finding]:
    """Met where it is asked who is there before the debt is told; missed where the debt comes first."""
    point = disclosed_at(call.turns)
    for m in call.moments:
        asked = heard(m.turn, "asks_who") or m.turn.act(DialogueAct.VERIFY_IDENTITY, least=SURE)
        if asked and (point is None or (m.turn.number, asked.start) < point):
            return [met("verifies_first", m.turn, asked, call.view)]
        if m.before.reading.amounts or m.before.has("debtor_raises_it"):
            return []
        if point and m.turn.number == point[0]:
            told = m.turn.act(DialogueAct.STATE_DEBT, least=LIKELY)
            return [missed("verifies_first", m.turn, told, call.view)]
    return []


@call_indicator("compliance")
def keeps_third_parties_out(call: WholeCall) -> Iterable[Finding]:
    """Where somebody else answers, or a machine: met where nothing is told, missed where the debt is.

    Missed too where somebody is sought out whom the country's rules say one never contacts.
    """
    sought = made(call)
    if sought and (never := [s for s in against(call, "third_party") if s.kind == "possible_breach"]):
        seeks = missed("keeps_third_parties_out", sought, None, call.view)
        seeks = seeks.model_copy(update={"reason": SEEKS_ANOTHER[call.record.language], "better": ""})
        return [_by_rule(seeks, s.rule) for s in never[:1]]
    other = call.record.answered != "debtor"
    for m in call.moments:
        other = other or heard(m.before, "not_the_debtor") is not None
        told = m.turn.act(DialogueAct.DISCLOSE_TO_THIRD_PARTY, least=SURE)
        if other and not told and (m.turn.reading.amounts or call.record.answered != "debtor"):
            told = m.turn.act(DialogueAct.STATE_DEBT, least=SURE)
        if told:
            return [missed("keeps_third_parties_out", m.turn, told, call.view)]
    for turn in call.turns:
        kept = turn.act(DialogueAct.PROTECT_PRIVACY, least=LIKELY)
        if other and kept:
            return [met("keeps_third_parties_out", turn, kept, call.view)]
    return []


@call_indicator("compliance")
def collects_without_intimidating(call: WholeCall) -> Iterable[Finding]:
    """Missed where the call threatens or insults, neither denied nor quoted."""
    for turn in call.turns:
        if turn.denies("threat", "menace", "insult"):
            continue
        span = turn.cue("threat_beyond_doubt", "menace", "insult_beyond_doubt", "demeaning")
        span = span or (turn.cue("threat") if turn.act(DialogueAct.THREATEN, DialogueAct.PRESSURE) else None)
        if span := span or turn.act(DialogueAct.THREATEN, DialogueAct.INSULT, least=SURE):
            return [missed("collects_without_intimidating", turn, span, call.view)]
    return []


@call_indicator("compliance")
def asks_why_where_not_allowed(call: WholeCall) -> Iterable[Finding]:
    """Missed where the country does not allow asking why the debt is unpaid, and it is asked."""
    for turn, span, rule in whys_asked(call):
        return [_by_rule(missed("asks_why_where_not_allowed", turn, span, call.view), rule)]
    return []


@call_indicator("compliance")
def keeps_to_lawful_times(call: WholeCall) -> Iterable[Finding]:
    """The contact that was chosen and the next that is announced: missed where day, hour or number are not lawful.

    Met only where a lawful next contact is announced.
    """
    sought, broken = made(call), list(against(call, *TIMES))
    if sought and broken:
        return [_by_rule(missed("keeps_to_lawful_times", sought, None, call.view), s.rule) for s in broken[:1]]
    right: list[Finding] = []
    for turn in call.turns:
        for span, rule in _contacts_announced(turn, call):
            if rule is not None:
                return [_by_rule(missed("keeps_to_lawful_times", turn, span, call.view), rule)]
            right.append(met("keeps_to_lawful_times", turn, span, call.view))
    return right[-1:]


@call_indicator("compliance")
def states_a_consequence_once(call: WholeCall) -> Iterable[Finding]:
    """A lawful consequence, said once and plainly, is fine; said again it becomes pressure."""
    told = [(t, s) for t in call.turns if (s := _consequence(t))]
    if len(told) > 1:
        return [missed("states_a_consequence_once", *told[-1], call.view)]
    return [met("states_a_consequence_once", *told[0], call.view)] if told else []


@call_indicator("compliance")
def takes_a_dispute_seriously(call: WholeCall) -> Iterable[Finding]:
    """Where the debt is disputed: met where it is registered or looked into, missed where payment is asked."""
    acts = (DialogueAct.REGISTER_DISPUTE, DialogueAct.OFFER_REVIEW, DialogueAct.REQUEST_EVIDENCE)
    disputed = False
    for m in call.moments:
        disputed = disputed or heard(m.before, "disputes") is not None
        if not disputed:
            continue
        if span := heard(m.turn, "takes_dispute") or m.turn.act(*acts, least=LIKELY):
            return [met("takes_a_dispute_seriously", m.turn, span, call.view)]
        asked = (DialogueAct.ASK_COMMITMENT, DialogueAct.PRESSURE)
        if span := m.turn.act(*asked, least=LIKELY) or m.turn.cue("insistence", "threat"):
            return [missed("takes_a_dispute_seriously", m.turn, span, call.view)]
    return []


@call_indicator("compliance")
def cares_before_collecting(call: WholeCall) -> Iterable[Finding]:
    """Where a life may be at risk: met where the reply cares and refers, missed where it goes on about the debt."""
    for m in call.moments:
        if not heard(m.before, "at_risk"):
            continue
        if span := heard(m.turn, "cares") or m.turn.act(DialogueAct.REFER_SUPPORT, least=LIKELY):
            return [met("cares_before_collecting", m.turn, span, call.view)]
        return [missed("cares_before_collecting", m.turn, None, call.view)]
    return []


def whys_asked(call: WholeCall) -> Iterator[tuple[AgentTurn, Span, ContactRule]]:
    """Where the reason is asked although the country's rules forbid it."""
    rule = reason_rule(call.record.country, call.record.language)
    if rule is None:
        return
    for turn in call.turns:
        read = turn.act(DialogueAct.ASK_REASON, least=SURE)
        if span := heard(turn, "asks_why") or (read if read and "?" in turn.text[read.start : read.end + 1] else None):
            yield turn, span, rule


def _by_rule(finding: Finding, rule: ContactRule | None) -> Finding:
    if rule is None:
        return filled(finding, rule="", source="")
    return filled(finding, rule=rule.text, source=f"{rule.source}, {rule.as_of}")


def _contacts_announced(turn: AgentTurn, call: WholeCall) -> Iterator[tuple[Span, ContactRule | None]]:
    """Each day on which a next contact is announced, with the rule that it would break."""
    for act in turn.reading.of(DialogueAct.SCHEDULE_FOLLOWUP):
        if act.confidence < LIKELY:
            continue
        times = [t for t in turn.reading.times if act.start <= t.start < act.end]
        at = _likeliest(times[0].readings) if times else None
        days = [d.iso[0] for d in turn.reading.dates if d.iso and not d.past and act.start <= d.start < act.end]
        if days or at:
            day = days[0] if days else call.record.on
            rule = hours_rule(call.record.country, call.record.language, day, at)
            yield trimmed(turn.text, Span(act.start, act.end)), rule


def _likeliest(readings: tuple[str, ...]) -> datetime.time | None:
    """The hour that was meant: where morning and evening are both possible, the one in the day."""
    hours = [datetime.time.fromisoformat(r) for r in readings]
    if len(hours) == 1:
        return hours[0]
    return next((h for h in hours if datetime.time(8) <= h < datetime.time(20)), None)


def _consequence(turn: AgentTurn) -> Span | None:
    """A consequence that is told; a question is none."""
    span = turn.act(DialogueAct.STATE_CONSEQUENCE, least=SURE) or heard(turn, "consequence")
    return span if span and "?" not in turn.text[span.start : span.end] else None
