"""The story in words: how it began, each payment with its reason, how it stands at the end."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Literal

from scenarios.case import Case
from scenarios.disposition import AGREEMENTS, Disposition
from scenarios.text import Value
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.outcome import Aftermath, Instalment, Kept, Moment
from simulator.aftermath.schedule import disputed, kind_of
from simulator.aftermath.sentences import percent, tell
from simulator.state import State

A_RUN = 3
"""From so many payments of one fate on, the later ones are told together."""
REASONS = 2
"""Payments on time are explained so often; after that they are only told."""
WILLING = 60
"""Commitment at the end of the call from which one meant to pay."""
COMPLAINT_DAYS, REFERRAL_DAYS = 9, 14
MARKS: dict[Kept, Literal["good", "late", "bad"]] = {"kept": "good", "late": "late", "part": "bad", "broken": "bad"}


def story(case: Case, state: State, figures: Aftermath) -> tuple[Moment, ...]:
    """The moments in the order of their dates."""
    middle = sorted((*_middle(case, state, figures), *_reminded(case, figures)), key=lambda moment: moment.date)
    paid = [i.date + timedelta(days=i.days_late) for i in figures.instalments]
    last = max([moment.date for moment in middle] + paid + [case.on])
    return (_begun(case, state, figures), *middle, *_end(case, state, figures, last))


def _begun(case: Case, state: State, figures: Aftermath) -> Moment:
    """What was agreed, or how the call ended where nothing was."""
    agreed = state.agreement
    if figures.status == "resting" or agreed is None or not (figures.withdrawn or figures.kind != "none"):
        return Moment(date=case.on, mark="begin", text=tell(case, _ended(state)))
    days = sorted(i.date for i in agreed.instalments if i.date) or [i.date for i in figures.instalments] or [case.on]
    total = sum((i.amount for i in agreed.instalments if i.amount), Decimal(0))
    kind = kind_of(case, agreed)
    key = "began_withdrawn" if figures.withdrawn else f"began_{kind}"
    key += "_held" if kind == "partial" and disputed(state) and not figures.withdrawn else ""
    extra: dict[str, Value] = {"total": total, "count": len(agreed.instalments), "first": days[0], "last": days[-1]}
    return Moment(date=case.on, mark="begin", text=tell(case, key, extra))


def _ended(state: State) -> str:
    named = state.disposition if state.disposition not in AGREEMENTS else None
    return f"ended_{named or Disposition.NO_AGREEMENT}"


def _middle(case: Case, state: State, figures: Aftermath) -> Iterator[Moment]:
    if figures.kind == "pause":
        yield from (_resumed(case, one) for one in figures.instalments)
    else:
        yield from _payments(case, figures.instalments, state.commitment >= WILLING)
    if figures.withdrawn and figures.status == "withdrawn":
        day = case.on + timedelta(days=numbers().withdrawn_days)
        yield Moment(date=day, mark="bad", text=tell(case, "withdrawn"))
    if figures.unprompted:
        day = max([case.on + timedelta(days=numbers().cure_days), *(i.date for i in figures.instalments)])
        text = tell(case, "unprompted", {"day": day, "amount": figures.unprompted})
        yield Moment(date=day, mark="good", text=text)
    if figures.complaint:
        day = case.on + timedelta(days=COMPLAINT_DAYS)
        yield Moment(date=day, mark="bad", text=tell(case, "complaint"))
    if figures.referral:
        yield _referred(case, figures)
    if figures.status == "resting":
        yield Moment(date=case.on, mark="note", text=tell(case, "support"))


def _payments(case: Case, instalments: tuple[Instalment, ...], willing: bool) -> Iterator[Moment]:
    """One line a payment; a long run of one fate is told in two."""
    told = 0
    for outcome, group in groupby(instalments, key=lambda one: one.outcome):
        run = list(group)
        alone = run if len(run) < A_RUN or outcome in ("late", "part") else run[:1]
        for one in alone:
            key = "kept_plainly" if outcome == "kept" and told >= REASONS else f"{outcome}_{_weight(one, willing)}"
            yield _payment(case, one, key, told)
            told += 1
        if len(alone) < len(run):
            rest = run[len(alone) :]
            extra: dict[str, Value] = {"count": len(rest), "day": rest[0].date, "last": rest[-1].date}
            yield Moment(date=rest[0].date, mark=MARKS[outcome], text=tell(case, f"{outcome}_run", extra, told))


def _payment(case: Case, one: Instalment, key: str, turn: int) -> Moment:
    extra: dict[str, Value] = {
        "day": one.date, "amount": one.amount, "came": one.came, "days": one.days_late,
        "came_on": one.date + timedelta(days=one.days_late), "share": percent(one.taken, case.language),
    }  # fmt: skip
    return Moment(date=one.date, mark=MARKS[one.outcome], text=tell(case, key, extra, turn))


def _weight(one: Instalment, willing: bool) -> str:
    """How heavily the agreement weighed by then; of who meant to pay and could, one says that something came up."""
    if one.taken <= numbers().easy:
        return "slip" if willing and one.outcome == "broken" else "easy"
    return "over" if one.taken > 1 and one.outcome != "late" else "tight"


def _resumed(case: Case, one: Instalment) -> Moment:
    key = "resumed" if one.came else "not_resumed"
    day = one.date + timedelta(days=one.days_late)
    return Moment(date=day, mark="good" if one.came else "bad", text=tell(case, key, {"day": day, "amount": one.came}))


def _referred(case: Case, figures: Aftermath) -> Moment:
    given = figures.referral
    assert given is not None
    extra: dict[str, Value] = {
        "owed": figures.open, "brings": given.brings, "costs": given.costs, "net": given.net,
        "own": max(given.own_way, Decimal(0)), "days": numbers().referral_days,
    }  # fmt: skip
    lines = [tell(case, f"referred_{given.to}" if given.net > 0 else "referred_loses", extra)]
    if given.net > 0:
        lines.append(tell(case, "referral_worth" if given.worth_it else "referral_not_worth"))
    if given.early:
        lines.append(tell(case, "referral_early", extra))
    days = [case.on + timedelta(days=REFERRAL_DAYS), *(i.date for i in figures.instalments)]
    return Moment(date=max(days), mark="note", text=" ".join(lines))


def _end(case: Case, state: State, figures: Aftermath, last: date) -> Iterator[Moment]:
    """How it stands."""
    key = _ending(figures, disputed(state))
    if key is None:
        return
    extra: dict[str, Value] = {
        "recovered": figures.recovered, "open": figures.open, "forgiven": figures.forgiven, "fees": figures.late_fees,
    }  # fmt: skip
    if figures.next_contact:
        extra["day"] = figures.next_contact
    yield Moment(date=max(last, figures.next_contact or last), mark="end", text=tell(case, key, extra))


def _reminded(case: Case, figures: Aftermath) -> Iterator[Moment]:
    """The day on which to speak again, in its place: what is told of later days leaves that contact out."""
    day = figures.next_contact
    if day and figures.status not in ("held", "resting"):
        yield Moment(date=day, mark="note", text=tell(case, "next_contact", {"day": day}))


def _ending(figures: Aftermath, disputed: bool) -> str | None:
    if figures.status in ("resting", "held"):
        return "end_held" if figures.status == "held" else None
    if figures.status == "settled":
        return "end_settled"
    if figures.kind == "settlement":
        return "end_settlement_lost"
    if not figures.open:
        return "end_kept_fees" if figures.late_fees else "end_kept"
    if figures.status == "kept":
        return "end_partial_held" if disputed else "end_partial_kept"
    return "end_open" if figures.recovered else "end_nothing"
