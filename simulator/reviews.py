"""What persons decide about scorecards: values, and which of several decisions stands. Pure."""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from scenarios.values import Frozen
from scoring.in_force import Decision, in_force
from scoring.raters import Agreement, among
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard

ReviewKind = Literal["criterion", "gate"]
Verdict = Literal["agree", "override", "breach", "no_breach"]


class Review(Frozen):
    """One decision about one thing of a call, the ``number``-th about it; the last one stands.

    Of a criterion: ``level`` is what the person gives, ``machine`` what the program gave on ``scorecard_id``. Where
    it answers a contest, ``upheld`` says whether the trainee was right, and ``reason`` is said to the trainee.
    ``by_id`` is ``None`` once that person was erased.
    """

    id: str
    attempt_id: str
    scorecard_id: str
    kind: ReviewKind
    about: str = Field(max_length=60)
    number: int = Field(ge=1)
    verdict: Verdict
    level: int | None = Field(default=None, ge=0, le=4)
    machine: int | None = Field(default=None, ge=0, le=4)
    reason: str
    by_id: str | None
    contest_id: str | None = None
    upheld: bool | None = None
    created_at: datetime.datetime


def standing(reviews: Iterable[Review]) -> dict[tuple[ReviewKind, str], Review]:
    """The decision that stands about each thing: the last one."""
    return {(one.kind, one.about): one for one in sorted(reviews, key=lambda one: one.number)}


def differ(reviews: Iterable[Review]) -> bool:
    """Whether two people decided differently about the same thing."""
    said: dict[tuple[str, str], set[tuple[str, int | None]]] = {}
    for one in reviews:
        decided = (one.verdict if one.kind == "gate" else "", one.level)
        said.setdefault((one.kind, one.about), set()).add(decided)
    return any(len(found) > 1 for found in said.values())


def agreement(reviews: Iterable[Review]) -> dict[str, Agreement]:
    """By criterion, how the program's levels agree with the last decision of each reviewer about each call.

    Not blind: whoever reviews has the program's level before them.
    """
    last: dict[tuple[str, str, str | None], Review] = {}
    for one in sorted(reviews, key=lambda one: (one.created_at, one.number)):
        if one.kind == "criterion" and one.level is not None and one.machine is not None:
            last[one.attempt_id, one.about, one.by_id] = one
    pairs: dict[str, list[tuple[int | None, int | None]]] = {}
    for one in last.values():
        pairs.setdefault(one.about, []).append((one.machine, one.level))
    return {name: among([list(side) for side in zip(*found, strict=True)]) for name, found in sorted(pairs.items())}


def carried(card: Scorecard, rubric: Rubric, reviews: Iterable[Review]) -> Scorecard:
    """The scorecard as it is in force under these decisions, on whichever scorecard of the call they were made."""
    stands = standing(reviews)
    levels = {
        about: one.level for (kind, about), one in stands.items() if kind == "criterion" and one.level is not None
    }
    gates: dict[str, Decision] = {}
    for (kind, about), one in stands.items():
        if kind == "gate":
            gates[about] = "breach" if one.verdict == "breach" else "no_breach"
    return in_force(card, rubric, levels, gates)
