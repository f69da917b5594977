"""The sums of the follow-up against those that were agreed, owed, or follow from them."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from scenarios.disposition import Disposition
from scoring.criteria.cues import Span
from scoring.followup.field import check
from scoring.followup.noted import Day, Figure, Noted, on_day
from scoring.scorecard import FieldCheck
from scoring.transcript import AgreedInstalment, CallRecord, Outcome

NOT_THE_DEBTOR = frozenset(
    {Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER, Disposition.DECEASED, Disposition.NO_CONTACT}
)
"""Outcomes of a talk with somebody else, or with nobody."""


def amounts(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether every agreed amount is there; another one in its place contradicts."""
    wanted = sorted({i.amount for i in outcome.instalments if i.amount is not None})
    shown = ", ".join(str(a) for a in wanted)
    if not wanted:
        return _owed(call, outcome, noted)
    if any(i.amount is not None for i in noted.form.instalments):
        return _in_the_form(wanted, outcome, noted)
    if other := _told_otherwise(wanted, call, outcome, noted):
        return check("amounts", "contradicted", shown, noted.text[slice(*other)], noted, other)
    missing = [a for a in wanted if find_sum(a, noted) is None]
    times = [i.amount for i in outcome.instalments]
    if missing and 2 * sum(times.count(a) for a in missing) >= len(times):
        return check("amounts", "missing", shown, "", noted, None)
    return check("amounts", "present", shown, "", noted, next((s for a in wanted if (s := find_sum(a, noted))), None))


def _in_the_form(wanted: list[Decimal], outcome: Outcome, noted: Noted) -> FieldCheck:
    """The sums of the form; where it holds only the first payments, the note may tell the others."""
    filled = {i.amount for i in noted.form.instalments if i.amount is not None}
    times = [i.amount for i in outcome.instalments]
    begun = begins_as_agreed(outcome, noted)
    missing = [a for a in wanted if not any(alike(a, f) for f in filled) and not (begun and find_sum(a, noted))]
    few = begun and 2 * sum(times.count(a) for a in missing) < len(times)
    status = "present" if not missing or few else "missing" if begun else "contradicted"
    return check("amounts", status, ", ".join(map(str, wanted)), ", ".join(map(str, sorted(filled))), noted, None)


def _told_otherwise(wanted: list[Decimal], call: CallRecord, outcome: Outcome, noted: Noted) -> Span | None:
    """The first sum of the note that is another than agreed: mistyped, in other money, on another's day, or strange."""
    parts = [i.amount for i in outcome.instalments if i.amount is not None]
    rest = sum(parts, Decimal(0)) - parts[0]
    beside = [w for w in (outcome.total, call.balance, rest) if w and find_sum(w, noted) is None]
    unknown = [f for f in noted.figures if not explained(f.value, call, outcome)]
    for figure in unknown:
        if any(transposed(figure.value, a) for a in (*wanted, *beside)):
            return figure.span
    for figure in noted.figures:
        if _in_other_money(figure, call, wanted, noted):
            return figure.span
    if mixed := _mispaired(outcome, noted, call.on):
        return mixed
    missing = any(find_sum(a, noted) is None for a in wanted)
    strange = (f.span for f in unknown if not _about(f, wanted, noted))
    return next(strange, None) if missing else None


def _owed(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Without an agreement, the amount in question is welcome where there is one, and required by none."""
    known = [a for a in (outcome.total, call.balance) if a is not None]
    shown = str(outcome.total or call.balance or "")
    span = next((s for a in known if (s := find_sum(a, noted))), None)
    if foreign := next((f.span for f in noted.figures if _in_other_money(f, call, known, noted)), None):
        return check("amounts", "contradicted", shown, noted.text[slice(*foreign)], noted, foreign)
    turned = (f.span for f in noted.figures if span is None and any(transposed(f.value, k) for k in known))
    if mistyped := next(turned, None):
        return check("amounts", "contradicted", shown, noted.text[slice(*mistyped)], noted, mistyped)
    if span or noted.figures:
        return check("amounts", "present", "", "", noted, span or noted.figures[0].span)
    needed = outcome.total is not None and outcome.type not in NOT_THE_DEBTOR
    return check("amounts", "missing" if needed else "not_required", str(outcome.total or ""), "", noted, None)


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


def find_sum(amount: Decimal, noted: Noted) -> Span | None:
    """Where the note holds the sum, in full or in thousands ("115 mil")."""
    thousand = amount / 1000
    for figure in (*noted.figures, *noted.numbers):
        if alike(figure.value, amount) or (amount >= 10_000 and figure.value == thousand):
            return figure.span
    return None


def alike(a: Decimal, b: Decimal) -> bool:
    """Equal but for rounding."""
    return abs(a - b) <= max(Decimal("0.02"), min(Decimal(1), b / 1000))


def slipped_digits(noted: Decimal, agreed: Decimal) -> bool:
    """The same digits in another order, or one of them doubled for its neighbour: a slip of the fingers."""
    return transposed(noted, agreed) or _one_digit_off(f"{noted:.2f}", f"{agreed:.2f}")


def transposed(noted: Decimal, agreed: Decimal) -> bool:
    """The same digits in another order: it changes the agreement."""
    return noted != agreed and sorted(f"{noted:.2f}") == sorted(f"{agreed:.2f}")


def _one_digit_off(one: str, other: str) -> bool:
    """223.10 for 233.10: of equally long sums one digit is wrong, and its neighbour's."""
    apart = [n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return len(one) == len(other) and len(apart) == 1 and one[apart[0]] in {*other[max(0, apart[0] - 1) : apart[0] + 2]}


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


def _in_other_money(figure: Figure, call: CallRecord, agreed: list[Decimal], noted: Noted) -> bool:
    """Whether an agreed sum is noted in another currency than the account's: "1,980 soles" for 1,980 dollars."""
    apart = figure.currency is not None and call.currency is not None and figure.currency != call.currency
    led = noted.text[: figure.span.end].rstrip("0123456789., ")
    sign, code = led[-1:], _CODE.search(led)
    apart = apart or (bool(sign) and sign in _SIGNS.get(call.currency or "", ""))
    apart = apart or (code is not None and call.currency not in {None, code[0]})
    wholes = [*agreed, sum(agreed, Decimal(0)), *([call.balance] if call.balance is not None else [])]
    return apart and any(alike(figure.value, whole) for whole in wholes)


_CODE = re.compile(r"\b(?:CAD|AUD|USD|EUR|GBP|MXN|ARS|CLP|COP|PEN)$")
_SIGNS = {"GBP": "$€", "EUR": "$£", "USD": "£€"}
"""Signs that are plainly another currency than the account's, and nobody's own."""


def _about(figure: Figure, agreed: list[Decimal], noted: Noted) -> bool:
    """ "a little over ninety", "unos 350": a rounded sum beside an agreed one, which it does not contradict."""
    led = _ROUGHLY.search(noted.text[: figure.span.start])
    behind = _OR_SO.search(noted.text[figure.span.start : figure.span.end + _HARD_BY])
    return (led or behind) is not None and any(abs(figure.value - sum_) <= sum_ / 10 for sum_ in agreed)


_ROUGHLY = re.compile(
    r"\b(about|around|roughly|approx\w*|over|under|nearly|almost|just|casi|unos|unas|como|cerca de|más de|alrededor de"
    r"|aprox\w*)\W*[$£€]?$",
    re.IGNORECASE,
)


_OR_SO = re.compile(
    r"\b(odd|or so|or thereabouts|ish|give or take|y pico|y algo|y tantos|o algo así|más o menos)\b|\dish\b",
    re.IGNORECASE,
)
_HARD_BY = 14
"""Characters behind a sum in which it is made a rough one."""


def _mispaired(outcome: Outcome, noted: Noted, on: date) -> Span | None:
    """The first sum that stands with another payment's day: "450 el 30/11, 700 el 30/12" for 700 first, 450 last."""
    agreed = [(i.amount, i.date) for i in outcome.instalments if i.amount is not None and i.date is not None]
    if len({amount for amount, _ in agreed}) < 2:
        return None
    named: list[Figure | Day] = [*noted.figures, *noted.days]
    pieces = sorted((p for p in named if p.span.start < noted.turns), key=lambda piece: piece.span)
    ahead = _pairs(pieces, agreed)
    behind = _pairs(pieces[::-1], agreed)
    undated = sum(day == on for _, day in agreed)  # what is paid while one speaks stands with no day
    if (
        not ahead
        or len(ahead) < len(agreed) - undated
        or (len(behind) >= len(agreed) and all(right for right, _ in behind))
    ):
        return None
    return next((span for right, span in ahead if not right), None)


def other_payments(outcome: Outcome, noted: Noted) -> tuple[int, Span] | None:
    """How many payments the note tells, each with its day, that make up the whole but are not the agreed ones.

    "600 in 2: 200 on the 1st and 400 on the 30th" for three of 200; ``None`` where every agreed day is named.
    """
    agreed = [i.amount for i in outcome.instalments if i.amount is not None]
    pieces: list[Figure | Day] = sorted([*noted.figures, *noted.days], key=lambda piece: piece.span)
    told = [
        one
        for one, other in pairwise(pieces)
        if isinstance(one, Figure) and isinstance(other, Day) and other.span.start < noted.turns
    ]
    counted = next((span for n, span in noted.binding_counts if n == len(told)), None)
    if len(agreed) == 1 and len(told) > 1:  # one payment, noted as several
        counted = told[0].span
    whole = alike(sum((f.value for f in told), Decimal(0)), sum(agreed, Decimal(0)))
    strange = any(not any(alike(f.value, a) for a in agreed) for f in told)
    named = len(agreed) > 1 and all(on_day(i.date, noted) for i in outcome.instalments)
    if counted and whole and strange and not named and len(told) not in (1, len(agreed)):
        return len(told), counted
    return None


def _pairs(pieces: Sequence[Figure | Day], agreed: list[tuple[Decimal, date]]) -> list[tuple[bool, Span]]:
    """Each agreed sum with the agreed day that follows it at once, and whether the two belong together."""
    found = []
    for one, other in pairwise(pieces):
        if not isinstance(one, Figure) or not isinstance(other, Day):
            continue
        named = any(alike(one.value, amount) for amount, _ in agreed)
        on = [amount for amount, day in agreed if day in (other.day, *other.readings)]
        if named and on:
            found.append((any(alike(one.value, amount) for amount in on), one.span))
    return found
