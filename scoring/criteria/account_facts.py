"""Compliance: what is told of the account, against the account: amounts, days, for whom one calls."""

from collections.abc import Iterable, Iterator

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.creditor import creditors
from scoring.criteria.cues import Span, find_cue, fold
from scoring.criteria.facts import dates_known, is_known_amount
from scoring.criteria.moment import AgentTurn
from scoring.criteria.whole_call import CUES, WholeCall, call_indicator
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding
from scoring.reading.values import Act, Amount

SURE = 0.9


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
