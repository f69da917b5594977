"""Each field of the follow-up against what came of the talk."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from scenarios.disposition import AGREEMENTS, DISPUTES, Disposition
from scoring.criteria.country_rules import reason_rule
from scoring.criteria.cues import Span, find_cue, fold, trimmed
from scoring.followup.noted import WORDS, Day, Noted
from scoring.followup.paying import chosen, same_way, ways_of
from scoring.scorecard import FieldCheck
from scoring.transcript import AgreedInstalment, CallRecord, Outcome

NOTHING_AGREED = frozenset({Disposition.NO_AGREEMENT, Disposition.REFUSAL, Disposition.HUNG_UP, Disposition.HARDSHIP})
"""Outcomes that a careful agent may name either way when a call ends without terms."""
_CUE_OF = {
    Disposition.REFUSAL: ("refused",),
    Disposition.NO_AGREEMENT: ("refused", "deferred"),
    Disposition.HUNG_UP: ("refused",),
    Disposition.DISPUTE: ("disputed",),
    Disposition.ALREADY_PAID: ("disputed",),
    Disposition.FRAUD_CLAIM: ("disputed",),
    Disposition.CALLBACK: ("deferred", "next_action"),
    Disposition.THIRD_PARTY: ("third",),
    Disposition.WRONG_NUMBER: ("third",),
    Disposition.DECEASED: ("third",),
    Disposition.REPRESENTATIVE: ("third",),
    Disposition.ESCALATED: ("raised", "deferred"),
}
_OTHERS = frozenset({Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER, Disposition.DECEASED, Disposition.NO_CONTACT})


def checked(call: CallRecord, outcome: Outcome, noted: Noted) -> tuple[FieldCheck, ...]:
    """All fields, in the order of the form."""
    return (
        disposition(outcome, noted),
        amounts(call, outcome, noted),
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


def disposition(outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the outcome is told, and told as it was."""
    agreed = outcome.type.value
    if noted.form.disposition is not None:
        pair = {noted.form.disposition, outcome.type}
        same = len(pair) == 1 or pair <= AGREEMENTS or pair <= NOTHING_AGREED or _calls_back(pair, outcome, noted)
        status = "present" if same else "contradicted"
        return _check("disposition", status, agreed, noted.form.disposition.value, noted, None)
    if outcome.type in AGREEMENTS:
        said, denied = noted.cue_with_figures("agreed"), noted.cue("refused")
        if said is None and denied is not None and not noted.figures:
            return _check("disposition", "contradicted", agreed, "", noted, denied)
        return _check("disposition", "present" if said or noted.figures else "missing", agreed, "", noted, said)
    said = next((s for name in _CUE_OF.get(outcome.type, ("deferred",)) if (s := noted.cue(name, "contingency"))), None)
    closed = noted.cue("concluded")
    others = any(noted.cue(name) for name in ("refused", "disputed", "raised", "third"))
    if closed and not others and outcome.type not in _OTHERS:
        return _check("disposition", "contradicted", agreed, "", noted, closed)
    return _check("disposition", "present" if said else "missing", agreed, "", noted, said)


def _calls_back(pair: set[Disposition], outcome: Outcome, noted: Noted) -> bool:
    """Whether nothing was agreed but to speak again, and the follow-up names the day: two names for one thing."""
    if outcome.type is not Disposition.CALLBACK or not pair <= {Disposition.NO_AGREEMENT, Disposition.CALLBACK}:
        return False
    days = {d for d in (outcome.next_date, *outcome.days_named) if d}
    return noted.form.next_date in days or any(_on_day(d, noted) for d in days)


def only_the_box(outcome: Outcome, noted: Noted) -> bool:
    """Whether the form's box is all that misnames the outcome: the note's own words and its payments do not."""
    if noted.form.disposition is None or (noted.form.instalments and outcome.type not in AGREEMENTS):
        return False
    words = replace(noted, form=noted.form.model_copy(update={"disposition": None}))
    return disposition(outcome, words).status == "present"


def amounts(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether every agreed amount is there; another one in its place contradicts."""
    wanted = sorted({i.amount for i in outcome.instalments if i.amount is not None})
    shown = ", ".join(str(a) for a in wanted)
    if not wanted:
        return _owed(call, outcome, noted)
    times = [i.amount for i in outcome.instalments]
    in_form = {i.amount for i in noted.form.instalments if i.amount is not None}
    if in_form:
        missing = [a for a in wanted if not any(alike(a, f) for f in in_form)]
        begun = begins_as_agreed(outcome, noted)
        missing = [a for a in missing if not (begun and _find(a, noted))]
        few = begun and 2 * sum(times.count(a) for a in missing) < len(times)
        status = "present" if not missing or few else "missing" if begun else "contradicted"
        return _check("amounts", status, shown, ", ".join(map(str, sorted(in_form))), noted, None)
    missing = [a for a in wanted if _find(a, noted) is None]
    left_out = sum(times.count(a) for a in missing)
    turned = next((f for f in noted.figures if any(_transposed(f.value, a) for a in wanted)), None)
    if turned is not None and not explained(turned.value, call, outcome):
        return _check("amounts", "contradicted", shown, str(turned.value), noted, turned.span)
    strange = [f for f in noted.figures if not explained(f.value, call, outcome)]
    if missing and strange:
        return _check("amounts", "contradicted", shown, str(strange[0].value), noted, strange[0].span)
    if missing and 2 * left_out >= len(times):
        return _check("amounts", "missing", shown, "", noted, None)
    return _check("amounts", "present", shown, "", noted, next((s for a in wanted if (s := _find(a, noted))), None))


def _owed(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Without an agreement, the amount in question is welcome where there is one, and required by none."""
    known = [a for a in (outcome.total, call.balance) if a is not None]
    span = next((s for a in known if (s := _find(a, noted))), None)
    if span or noted.figures:
        return _check("amounts", "present", "", "", noted, span or noted.figures[0].span)
    needed = outcome.total is not None and outcome.type not in _OTHERS
    return _check("amounts", "missing" if needed else "not_required", str(outcome.total or ""), "", noted, None)


def count(outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the number of payments is said or shown by their dates."""
    wanted = len(outcome.instalments)
    if wanted < 2:
        odd = [c for c in noted.counts if wanted == 1 and c[0] > 1]
        status = "contradicted" if odd and len(noted.days) > 2 else "not_required"
        return _check("payments", status, str(wanted), "", noted, odd[0][1] if odd else None)
    form = len(noted.form.instalments)
    told = [c for c in noted.counts if c[0] == wanted]
    if form and not told and not begins_as_agreed(outcome, noted):
        return _check("payments", "present" if form == wanted else "contradicted", str(wanted), str(form), noted, None)
    spread = {i.amount for i in outcome.instalments}
    first = outcome.instalments[0].amount
    apart = first is not None and len(spread) > 1 and _find(first, noted) is not None
    fitting = {wanted} | ({wanted - 1} if apart else set())
    said = [c for c in noted.counts if c[0] in fitting]
    if said:
        return _check("payments", "present", str(wanted), str(said[0][0]), noted, said[0][1])
    listed = sum(_on_day(i.date, noted) is not None for i in outcome.instalments if i.date)
    if noted.counts and listed < wanted:
        n, span = noted.counts[0]
        return _check("payments", "contradicted", str(wanted), str(n), noted, span)
    return _check("payments", "present" if listed >= min(wanted, 2) else "missing", str(wanted), "", noted, None)


def begins_as_agreed(outcome: Outcome, noted: Noted) -> bool:
    """Whether the form holds only the first of several payments, as agreed: unfinished, and not another agreement."""
    filled = noted.form.instalments
    if not filled or len(filled) >= len(outcome.instalments):
        return False
    return all(_agrees(row, agreed) for row, agreed in zip(filled, outcome.instalments, strict=False))


def _agrees(row: AgreedInstalment, agreed: AgreedInstalment) -> bool:
    if row.amount is None or agreed.amount is None or not alike(row.amount, agreed.amount):
        return False
    return row.date is None or agreed.date is None or row.date == agreed.date


def dates(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the agreed days are there; another day in their place contradicts."""
    wanted = [i.date for i in outcome.instalments if i.date is not None]
    shown = ", ".join(d.isoformat() for d in wanted[:4])
    if not wanted:
        return _check("dates", "not_required", "", "", noted, None)
    in_form = {i.date for i in noted.form.instalments if i.date is not None}
    if in_form:
        known = all(d in in_form or _on_day(d, noted) for d in wanted) or (wanted[0] in in_form and noted.recurs)
        filled = ", ".join(d.isoformat() for d in sorted(in_form)[:4])
        status = "present" if known else "contradicted" if in_form - set(wanted) else "missing"
        return _check("dates", status, shown, filled, noted, None)
    first = _on_day(wanted[0], noted)
    strange = _strange_day(call, outcome, noted)
    start = _start_day(noted)
    if start is not None and first is None:
        return _check("dates", "contradicted", shown, start.day.isoformat(), noted, start.span)
    if strange is not None and (first is None or _swapped(wanted, noted)):
        return _check("dates", "contradicted", shown, strange.day.isoformat(), noted, strange.span)
    if first is None:
        return _check("dates", "missing", shown, "", noted, None)
    all_there = all(_on_day(d, noted) for d in wanted) or noted.recurs
    return _check("dates", "present" if all_there else "missing", shown, "", noted, first)


def method(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the way of paying is told; where none was chosen, none is asked for."""
    agreed, form = outcome.method or "", noted.form.method.strip()
    if not agreed or outcome.type not in AGREEMENTS or not chosen(agreed, call):
        return _check("method", "not_required", "", "", noted, None)
    span = _same_words(agreed, noted) or next((s for m in ways_of(agreed, noted.language) if (s := noted.cue(m))), None)
    if form and not same_way(agreed, form, noted.language):
        return _check("method", "contradicted", agreed, form, noted, None)
    return _check("method", "present" if span or form else "missing", agreed, form, noted, span)


def reason(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the reason of the arrears is told, where it was given and may be asked."""
    known = outcome.reason or ""
    form = noted.form.reason.strip()
    found = (_same_words(known, noted) if known else None) or noted.cue("unstated") or noted.cue("reason")
    span = None if form else found
    if span or form:
        return _check("reason", "present", known, noted.form.reason, noted, span)
    may_be_asked = reason_rule(call.country, call.language) is None
    needed = bool(known) and may_be_asked and outcome.type not in _OTHERS
    return _check("reason", "missing" if needed else "not_required", known, "", noted, None)


def next_action(outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether what comes next is told."""
    form = noted.form.next_action.strip()
    span = (
        None if form else _same_words(outcome.next_action or "", noted) or noted.cue("next_action", "done", last=True)
    )
    return _check("next_action", "present" if form or span else "missing", outcome.next_action or "", form, noted, span)


def next_date(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether the day of the next step is told."""
    wanted = outcome.next_date
    if wanted is None:
        return _check("next_date", "not_required", "", "", noted, None)
    if noted.form.next_date is not None:
        status = "present" if noted.form.next_date in (wanted, *outcome.days_named) else "contradicted"
        return _check("next_date", status, wanted.isoformat(), noted.form.next_date.isoformat(), noted, None)
    span = _on_day(wanted, noted)
    return _check("next_date", "present" if span else "missing", wanted.isoformat(), "", noted, span)


def _told(field: str, noted: Noted, form: str, *cues: str) -> FieldCheck:
    span = None if form.strip() else noted.cue(*cues, last=field == "owner")
    return _check(field, "present" if span or form.strip() else "missing", "", form, noted, span)


def _check(  # noqa: PLR0913, PLR0917  (the columns of a check)
    field: str, status: str, agreed: str, said: str, noted: Noted, span: Span | None
) -> FieldCheck:
    values = {
        "field": field,
        "status": status,
        "agreed": agreed,
        "noted": said or (noted.text[slice(*span)] if span else ""),
    }
    return FieldCheck.model_validate({**values, "evidence": noted.evidence(span)})


def _find(amount: Decimal, noted: Noted) -> Span | None:
    thousand = amount / 1000
    for figure in (*noted.figures, *noted.numbers):
        if alike(figure.value, amount) or (amount >= 10_000 and figure.value == thousand):
            return figure.span
    return None


def alike(a: Decimal, b: Decimal) -> bool:
    """Equal but for rounding."""
    return abs(a - b) <= max(Decimal("0.02"), min(Decimal(1), b / 1000))


def _transposed(noted: Decimal, agreed: Decimal) -> bool:
    """The same digits in another order: a slip of the fingers that changes the agreement."""
    return noted != agreed and sorted(f"{noted:.2f}") == sorted(f"{agreed:.2f}")


def explained(value: Decimal, call: CallRecord, outcome: Outcome) -> bool:
    """Whether the figure is one of the agreed, owed or derived ones: sums, remainders, parts of the whole."""
    parts = [i.amount for i in outcome.instalments if i.amount is not None]
    wholes = [w for w in (outcome.total, call.balance, sum(parts, Decimal(0))) if w]
    sums = [sum(parts[:k], Decimal(0)) for k in range(1, len(parts) + 1)]
    known = [
        *parts,
        *wholes,
        *sums,
        *(abs(w - s) for w in wholes for s in sums),
        *(abs(a - b) for a in wholes for b in wholes),
    ]
    return any(alike(value, k) or alike(value * 1000, k) for k in known)


def _on_day(day: date | None, noted: Noted) -> Span | None:
    if day is None:
        return None
    return next((d.span for d in noted.days if (d.day.month, d.day.day) == (day.month, day.day)), None)


def _strange_day(call: CallRecord, outcome: Outcome, noted: Noted) -> Day | None:
    known = {i.date for i in outcome.instalments} | {outcome.next_date, call.on}
    told = {(d.month, d.day) for d in known if d}
    after = find_cue("contingency", noted.text, noted.language, WORDS)
    limit = after[0].start if after else len(noted.text)
    for day in noted.days:
        if day.day > call.on and (day.day.month, day.day.day) not in told and day.span.start < limit:
            return day
    return None


def _start_day(noted: Noted) -> Day | None:
    """The day right after "from", "starting": where the payments are said to begin."""
    for span in find_cue("begins", noted.text, noted.language, WORDS):
        for day in noted.days:
            if 0 <= day.span.start - span.end <= 8:
                return day
    return None


def _swapped(wanted: list[date], noted: Noted) -> bool:
    """As many days as payments are listed, yet one agreed day is not among them."""
    future = {d.day for d in noted.days}
    return not noted.recurs and len(future) >= len(wanted) and any(_on_day(d, noted) is None for d in wanted)


def _same_words(told: str, noted: Noted) -> Span | None:
    """The first content word that the note shares, by its first five letters."""
    stems = {w[:5] for w in fold(told).replace("/", " ").replace("-", " ").split() if len(w) > 3}
    at = 0
    for word in noted.text.split():
        start = noted.text.index(word, at)
        at = start + len(word)
        if fold(word).strip(".,;:()")[:5] in stems and len(word) > 3:
            return trimmed(noted.text, Span(start, at))
    return None
