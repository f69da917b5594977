"""Compliance: the right person, true facts, the creditor's script, the country's rules. A finding accuses nobody."""

import datetime
from collections.abc import Iterable, Iterator

from scenarios.acts import DialogueAct
from scenarios.case import Case, ContactRule
from scenarios.creditor import creditors
from scenarios.disposition import AGREEMENTS
from scoring.criteria.chosen_contact import TIMES, against, made
from scoring.criteria.country_rules import hours_rule, reason_rule
from scoring.criteria.cues import Span, find_cue, fold, trimmed
from scoring.criteria.facts import dates_known, is_known_amount
from scoring.criteria.moment import AgentTurn
from scoring.criteria.script import Checked, check, disclosed_at, phrase_in
from scoring.criteria.whole_call import CUES, WholeCall, call_indicator, filled, heard, unquoted
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding
from scoring.reading.values import Act, Amount

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
def says_the_right_amount(call: WholeCall) -> Iterable[Finding]:
    """The amounts that are told as owed, against the account; roundings are no fault."""
    case = call.case
    if case is None:
        return []
    told = [(t, a) for t in call.turns for a in _amounts_owed(t)]
    known = {a.value for m in call.moments for a in (*m.before.reading.amounts, *m.turn.reading.amounts)}
    rests = {case.account.balance - value for value in known}  # what is left once a part is set aside
    wrong = [
        (t, Span(a.start, a.end)) for t, a in told if not (is_known_amount(a.value, case) or a.value in rests)
    ]  # fmt: skip
    if wrong:
        return [missed("says_the_right_amount", t, span, call.view) for t, span in wrong]
    if not told:
        return []
    turn, amount = told[0]
    return [met("says_the_right_amount", turn, Span(amount.start, amount.end), call.view)]


@call_indicator("compliance")
def says_the_right_dates(call: WholeCall) -> Iterable[Finding]:
    """The days past due and due dates that are told, against the account."""
    case = call.case
    if case is None:
        return []
    right: list[Finding] = []
    wrong: list[Finding] = []
    for turn in call.turns:
        for span, true in _days_told(turn, case):
            judge = met if true else missed
            (right if true else wrong).append(judge("says_the_right_dates", turn, span, call.view))
    return wrong or right[:1]


@call_indicator("compliance")
def names_the_right_creditor(call: WholeCall) -> Iterable[Finding]:
    """Met where whom one calls for is named as in the file; missed where it is another creditor of the house."""
    case = call.case
    if case is None:
        return []
    own = [n for n in (case.creditor.name, case.creditor.agency) if n]
    others = [o.name for f in creditors() for o in f.offices.values() if o.name not in own]
    for turn in call.turns:
        if wrong := _name_in(turn, others):
            return [missed("names_the_right_creditor", turn, wrong, call.view)]
    for turn in call.turns:
        if span := _name_in(turn, own):
            return [met("names_the_right_creditor", turn, span, call.view)]
    return []


@call_indicator("compliance")
def makes_required_statements(call: WholeCall) -> Iterable[Finding]:
    """Each statement of the script: met where it was made in time, missed where it was not made at all."""
    for checked in _checked(call):
        if checked.status == "said" and checked.turn:
            finding = met("makes_required_statements", checked.turn, checked.span, call.view)
        elif checked.status == "missing":
            finding = unquoted(missed("makes_required_statements", call.turns[-1], None, call.view))
        else:
            continue
        yield _of_script(finding, checked)


@call_indicator("compliance")
def states_it_late(call: WholeCall) -> Iterable[Finding]:
    """Missed where a statement that belongs before the debt comes after it."""
    return _with_status("states_it_late", "late", call)


@call_indicator("compliance")
def alters_a_statement(call: WholeCall) -> Iterable[Finding]:
    """Missed where a statement is made in other words than required, or only in part."""
    return _with_status("alters_a_statement", "altered", call)


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
def uses_a_forbidden_phrase(call: WholeCall) -> Iterable[Finding]:
    """Missed where something is said that the creditor's script forbids."""
    for turn, span, text in forbidden_in(call):
        return [filled(missed("uses_a_forbidden_phrase", turn, span, call.view), forbidden=text)]
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


def forbidden_in(call: WholeCall) -> Iterator[tuple[AgentTurn, Span, str]]:
    """Where the script's forbidden phrases are said, and what they amount to."""
    phrases = call.case.creditor.forbidden if call.case else ()
    for turn in call.turns:
        for phrase in phrases:
            if span := phrase_in(phrase.heard_by, turn.text):
                yield turn, span, phrase.text


def whys_asked(call: WholeCall) -> Iterator[tuple[AgentTurn, Span, ContactRule]]:
    """Where the reason is asked although the country's rules forbid it."""
    rule = reason_rule(call.record.country, call.record.language)
    if rule is None:
        return
    for turn in call.turns:
        read = turn.act(DialogueAct.ASK_REASON, least=SURE)
        if span := heard(turn, "asks_why") or (read if read and "?" in turn.text[read.start : read.end + 1] else None):
            yield turn, span, rule


def _checked(call: WholeCall) -> Iterator[Checked]:
    outcome = call.record.outcome
    agreed = outcome is not None and outcome.type in AGREEMENTS
    other = call.record.answered != "debtor" or any(heard(m.before, "not_the_debtor") for m in call.moments)
    for statement in call.case.creditor.statements if call.case and not other else ():
        if statement.when == "always" or agreed:
            yield check(statement, call.turns)


def _with_status(name: str, status: str, call: WholeCall) -> Iterator[Finding]:
    for checked in _checked(call):
        if checked.status == status and checked.turn:
            yield _of_script(missed(name, checked.turn, checked.span, call.view), checked)


def _of_script(finding: Finding, checked: Checked) -> Finding:
    rule = checked.statement
    source = f" ({rule.source}, {rule.as_of})" if rule.source else ""
    return filled(finding, statement=rule.text, source=source, example=rule.example or rule.text)


def _by_rule(finding: Finding, rule: ContactRule | None) -> Finding:
    if rule is None:
        return filled(finding, rule="", source="")
    return filled(finding, rule=rule.text, source=f"{rule.source}, {rule.as_of}")


def _amounts_owed(turn: AgentTurn) -> list[Amount]:
    """Amounts within a clause that tells the debt, and says so in a word for owing."""
    told = [a for a in turn.reading.of(DialogueAct.STATE_DEBT) if a.confidence >= SURE]
    return [
        amount for amount in turn.reading.amounts
        if any(a.start <= amount.start < a.end and _speaks_of_owing(turn, a) for a in told)
        and not any(o.start <= amount.start < o.end and len(o.instalments) > 1 for o in turn.reading.offers)
    ]  # fmt: skip


def _speaks_of_owing(turn: AgentTurn, act: Act) -> bool:
    return bool(find_cue("owes", turn.text[act.start : act.end], turn.language, CUES))


def _days_told(turn: AgentTurn, case: Case) -> Iterator[tuple[Span, bool]]:
    for count in turn.reading.counts:
        near = turn.text[max(0, count.start - 30) : count.end + 30]
        if count.unit == "day" and find_cue("late_by", near, turn.language, CUES) and turn.act(DialogueAct.STATE_DEBT):
            yield Span(count.start, count.end), abs(count.n - case.account.days_past_due) <= 1
    known = dates_known(case)
    for day in turn.reading.dates:
        near = turn.text[max(0, day.start - 40) : day.end]
        if day.past and day.iso and find_cue("late_by", near, turn.language, CUES) and turn.act(DialogueAct.STATE_DEBT):
            yield Span(day.start, day.end), bool(set(day.iso) & known)


def _name_in(turn: AgentTurn, names: list[str]) -> Span | None:
    text = fold(turn.text)
    for name in names:
        at = text.find(fold(name))
        if at >= 0:
            return Span(at, at + len(name))
    return None


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
