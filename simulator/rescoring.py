"""Scoring again: a new scorecard beside the old one, and what differs. Nothing that stands is changed.

What persons decided about the call is in force on the new scorecard too.
"""

import datetime
from collections.abc import Sequence

from scenarios.values import Frozen
from scoring.difference import Difference, difference
from scoring.rubric import Rubric
from scoring.rubrics import load_rubric, rubric_ids
from scoring.scorecard import Scorecard
from scoring.scoring import score
from scoring.transcript import CallRecord
from simulator.audited import Deed
from simulator.kept import Attempt
from simulator.lexicon_in_use import reader_of
from simulator.refusals import Refusal
from simulator.reviews import carried
from simulator.store import Store
from simulator.view import view_of

TICK = datetime.timedelta(milliseconds=1)
"""A clock set back must not make the new scorecard the older one."""


class Rescored(Frozen):
    """What came of scoring an attempt again. ``kept`` is false where the new scorecard is the old one to the letter."""

    attempt_id: str
    later: Scorecard
    difference: Difference
    kept: bool


class NothingToRescore(Refusal):
    """There is no finished attempt of this id."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            es=f"No hay ningún intento terminado con el identificador {attempt_id!r}. Cópielo de la dirección de la "
            "página del intento, o use --all.",
            en=f"There is no finished attempt with the id {attempt_id!r}. Copy it from the address of the attempt's "
            "page, or use --all.",
        )


class SameVersion(Refusal):
    """A rubric whose content changed under a version that scorecards are already pinned to."""

    def __init__(self, rubric: Rubric) -> None:
        super().__init__(
            es=f"La rúbrica {rubric.id!r} versión {rubric.version} ya se usó con otro contenido. "
            f"Escriba version: {rubric.version + 1}, o dele otro id.",
            en=f"Rubric {rubric.id!r} version {rubric.version} was already used with other content. "
            f"Write version: {rubric.version + 1}, or give it another id.",
        )


def rescore(store: Store, attempt_id: str, rubric: Rubric | None, at: datetime.datetime) -> Rescored:
    """Score a finished attempt again with the program of today, and keep the result beside what stands.

    Without a rubric, the attempt's own as it is today. Raises ``NothingToRescore``, ``SameVersion``, ``Unreadable``.
    """
    attempt, standing = store.attempts.get(attempt_id), store.scorecards.all(attempt_id)
    if attempt is None or attempt.phase != "closed" or not standing:
        raise NothingToRescore(attempt_id)
    before = standing[0].scorecard
    used = rubric or _own(store, before)
    refuse_same_version(store, used)
    later = score(record_of(store, attempt), used, reader=reader_of(store, attempt.reader))
    found = difference(before, later)
    kept = later != before
    if kept:
        store.rubrics.keep(used)
        with store.acting(Deed.SCORED_AGAIN, at, "", attempt_id):
            store.scorecards.hold(attempt_id)  # a review that comes at the same moment waits, and finds the new one
            decided = carried(later, used, store.reviews.of_attempt(attempt_id))
            store.scorecards.add(attempt_id, later, max(at, standing[0].scored_at + TICK), decided)
            store.outbox.tell(attempt_id, at)
    return Rescored(attempt_id=attempt_id, later=later, difference=found, kept=kept)


def chosen(store: Store, attempt_id: str | None) -> Sequence[str]:
    """The attempt that is meant, or every finished one that was scored."""
    if attempt_id is not None:
        return (attempt_id,)
    return [one for one in store.attempts.closed() if store.scorecards.latest(one) is not None]


def refuse_same_version(store: Store, rubric: Rubric) -> None:
    """Raise ``SameVersion`` where other content stands under the rubric's id and version, stored or shipped."""
    known = set(store.rubrics.hashes(rubric.id, rubric.version))
    known |= {e.rubric.content_hash for e in store.editions.of(rubric.id) if e.rubric.version == rubric.version}
    if rubric.id in rubric_ids() and (shipped := load_rubric(rubric.id)).version == rubric.version:
        known.add(shipped.content_hash)
    if known - {rubric.content_hash}:
        raise SameVersion(rubric)


def _own(store: Store, before: Scorecard) -> Rubric:
    """The rubric of the scorecard that stands: as shipped today, else as it was kept."""
    if before.rubric not in rubric_ids() and (kept := store.rubrics.get(before.rubric_hash)):
        return kept
    return load_rubric(before.rubric)


def record_of(store: Store, attempt: Attempt) -> CallRecord:
    """What scoring judges of a stored attempt. Raises ``Unreadable``."""
    view = view_of(attempt, store.attempts.turns(attempt.id), None)
    return view.record(view.follow_up)
