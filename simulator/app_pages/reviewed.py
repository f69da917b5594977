"""What persons decided about a call, in words: beside a level, a breach, a contest. The program's own stays in view."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from scenarios.country import format_date
from simulator.accounts import NotAllowed
from simulator.app_pages import names
from simulator.app_pages.opening import reviewing, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain
from simulator.i18n import Translator
from simulator.kept import Contest
from simulator.reviewing import Told
from simulator.reviews import Review, ReviewKind
from simulator.view import AttemptView


@dataclass(frozen=True, slots=True)
class Against:
    """What the trainee finds wrong, what persons decided, and by when each contest is answered (``late``: overdue)."""

    contests: tuple[Contest, ...] = ()
    told: tuple[Told, ...] = ()
    due: dict[str, datetime.datetime] = field(default_factory=dict)
    late: frozenset[str] = frozenset()

    def about(self, kind: ReviewKind, about: str) -> tuple[Told, ...]:
        """The decisions about one thing, the oldest first."""
        return tuple(one for one in self.told if (one.review.kind, one.review.about) == (kind, about))

    def answer_to(self, contest: Contest) -> Told | None:
        """The latest answer to a contest."""
        return next((one for one in reversed(self.told) if one.review.contest_id == contest.id), None)


def against(visit: Visit, view: AttemptView) -> Against:
    """What stands against the scores of the attempt and what was decided; nothing for whoever may not know."""
    desk = reviewing()
    try:
        contests = visit.practice.contests.of(visit.actor, view.id)
    except NotAllowed:
        contests = ()
    try:
        told = desk.of(visit.actor, view.id)
    except NotAllowed:
        told = ()
    waits = view.mode == "assessed"
    due = {one.id: desk.due(one) for one in contests if waits}
    return Against(contests, told, due, frozenset(one.id for one in contests if waits and desk.late(one)))


def lines(_: Translator, told: Sequence[Told], country: str) -> str:
    """The decision that stands, and the earlier ones beneath it; nothing where there is none."""
    if not told:
        return ""
    *earlier, last = told
    word = plain(_("Earlier:"))
    before = "".join(f'<p class="muted" dir="auto">{word} {_one(_, one, country)}</p>' for one in earlier)
    return f'<div class="reviewed"><p dir="auto">{_one(_, last, country)}</p>{before}</div>'


def _one(_: Translator, told: Told, country: str) -> str:
    review = told.review
    who = told.by or _("somebody who is no longer here")
    head = _("{what}, says {who} on {day}.", what=_what(_, review), who=who, day=day(_, review.created_at, country))
    reason = f" {plain(review.reason)}" if review.reason else ""
    return f"<b>{plain(head)}</b>{reason}{_machine(_, review)}"


def _what(_: Translator, review: Review) -> str:
    if review.verdict == "breach":
        return _("It was a breach")
    if review.verdict == "no_breach":
        return _("It was no breach")
    level = _("Level {n} of 4", n=review.level)
    return level if review.verdict == "override" else _("{level}, as the program gave", level=level)


def _machine(_: Translator, review: Review) -> str:
    """The program's level beside another one."""
    if review.verdict != "override":
        return ""
    if review.machine is None:
        said = _("The program had not assessed it.")
    else:
        said = _("The program had given level {n}.", n=review.machine)
    return f' <span class="muted">{plain(said)}</span>'


def no_breach(_: Translator, against: Against, country: str) -> str:
    """What looked like a breach and was none, as a person decided; nothing where there is no such thing."""
    found = []
    for name in dict.fromkeys(one.review.about for one in against.told if one.review.kind == "gate"):
        told = against.about("gate", name)
        if told[-1].review.verdict == "no_breach":
            head = f'<p class="kind"><b>{plain(names.gate(_, name))}</b></p>'
            found.append(f"{head}{lines(_, told, country)}")
    return "".join(found)


def day(_: Translator, at: datetime.datetime, country: str) -> str:
    """The day of an instant, as it is written in the country."""
    return format_date(at.astimezone(zone()).date(), _.language, country)
