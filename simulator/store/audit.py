"""The audit log in the database: lines are only ever added, in the transaction of the deed that they tell of."""

import datetime
from collections.abc import Iterator

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from simulator.audited import Deed, Head, Line, Verdict
from simulator.store.sessions import Sessions
from simulator.store.tables import AuditHeadRow, AuditRow

AT_A_TIME = 1000
_FIELDS = tuple(name for name in Line.model_fields)


class Audit:
    """Who did what, when."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def note(
        self,
        deed: Deed | str,
        at: datetime.datetime,
        actor: str = "",
        target: str = "",
        details: dict[str, int | str] | None = None,
    ) -> Line:
        """Add a line; within ``Store.together`` it stands or falls with what else is written there."""
        with self._sessions.writing() as session:
            head = _next(session)
            line = Line(
                number=head.number, at=at, actor=actor, deed=str(deed), target=target, details=details or {},
                previous=head.hash,
            ).sealed()  # fmt: skip
            session.add(AuditRow(**{name: getattr(line, name) for name in _FIELDS}))
            session.flush()
            session.execute(update(AuditHeadRow).values(hash=line.hash))
        return line

    def lines(self, after: int = 0, limit: int | None = None) -> Iterator[Line]:
        """The lines from the one after ``after`` on, the oldest first; a page at a time, so that any number will do."""
        left = limit
        while left is None or left > 0:
            page = self._page(after, AT_A_TIME if left is None else min(left, AT_A_TIME))
            yield from page
            if not page:
                return
            after, left = page[-1].number, None if left is None else left - len(page)

    def found(  # noqa: PLR0913, PLR0917 - these are what a log is searched by
        self,
        person: str,
        deed: str,
        first: datetime.datetime | None,
        last: datetime.datetime | None,
        before: int | None,
        limit: int,
    ) -> tuple[Line, ...]:
        """Lines by who did it or to whom it was done, by deed, from ``first`` until ``last``; the newest first."""
        question = select(AuditRow).order_by(AuditRow.number.desc()).limit(limit)
        if person:
            question = question.where(or_(AuditRow.actor == person, AuditRow.target == person))
        if deed:
            question = question.where(AuditRow.deed == deed)
        if first is not None:
            question = question.where(AuditRow.at >= first)
        if last is not None:
            question = question.where(AuditRow.at < last)
        if before is not None:
            question = question.where(AuditRow.number < before)
        with self._sessions.reading() as session:
            rows = session.scalars(question).all()
            return tuple(Line.model_construct(**{name: getattr(row, name) for name in _FIELDS}) for row in rows)

    def deeds(self) -> tuple[str, ...]:
        """Every deed that the log knows, by name."""
        with self._sessions.reading() as session:
            return tuple(session.scalars(select(AuditRow.deed).distinct().order_by(AuditRow.deed)))

    def head(self) -> Head:
        """How far the chain has come."""
        with self._sessions.reading() as session:
            row = session.scalar(select(AuditHeadRow))
            return Head() if row is None else Head(number=row.number, hash=row.hash)

    def verify(self, noted: Head | None = None) -> Verdict:
        """Follow the chain from its beginning. ``noted`` is a head written down earlier, which must still be in it."""
        with self._sessions.steady():
            return followed(self.lines(), self.head(), noted)

    def _page(self, after: int, size: int) -> list[Line]:
        question = select(AuditRow).where(AuditRow.number > after).order_by(AuditRow.number).limit(size)
        with self._sessions.reading() as session:
            rows = session.scalars(question).all()
            page = [Line.model_construct(**{name: getattr(row, name) for name in _FIELDS}) for row in rows]
            session.expunge_all()
            return page


def followed(lines: Iterator[Line], head: Head, noted: Head | None = None) -> Verdict:
    """The first fault of a chain that should end in ``head`` and should hold ``noted``."""
    last = Head()
    try:
        for line in lines:
            fault = _fault(line, last, noted)
            if fault:
                return Verdict(head=head, fault=fault)
            last = Head(number=line.number, hash=line.hash)
    except (ValueError, TypeError, AttributeError):
        return Verdict(head=head, fault=f"what follows line {last.number} cannot be read: it was changed")
    if last.number != head.number:
        return Verdict(head=head, fault=f"the log ends at line {last.number}, but {head.number} were written")
    if last != head:
        return Verdict(head=head, fault=f"line {last.number} is not the last that was written")
    if noted and noted.number > last.number:
        return Verdict(head=head, fault=f"the log ends at line {last.number}, before the noted line {noted.number}")
    return Verdict(head=head)


def _fault(line: Line, last: Head, noted: Head | None) -> str:
    if line.number != last.number + 1:
        return f"line {last.number + 1} is missing"
    if line.previous != last.hash:
        return f"line {line.number} does not follow the line before it"
    if line.computed() != line.hash:
        return f"line {line.number} was changed"
    if noted and noted.number == line.number and noted.hash != line.hash:
        return f"line {line.number} is not the one that was noted: the log was rewritten"
    return ""


def _next(session: Session) -> Head:
    """The place of a new line: its number, and the hash before it. The head's row stays locked to the end, so that
    of two who write at once one waits for the other."""
    session.execute(update(AuditHeadRow).values(number=AuditHeadRow.number + 1))
    number, before = session.execute(select(AuditHeadRow.number, AuditHeadRow.hash)).one()
    return Head(number=number, hash=before)
