"""What leaves the application as a file: a scorecard on paper, the assessed calls of a cohort. Leave is asked here.

Knows the store and the clock it is given, and no screen.
"""

import datetime
import os
import tempfile
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Literal

from scenarios.values import Frozen
from simulator.access.kept import Cohort
from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.background import Told
from simulator.exports import cohort_csv, cohort_json, cohort_xlsx
from simulator.exports.cohort_call import CohortCall, CohortHead
from simulator.exports.scorecard_pdf import as_pdf
from simulator.exports.scorecard_sheet import Material, sheet
from simulator.i18n import Translator, translator
from simulator.pinned import rubric_of
from simulator.pseudonym import pseudonym
from simulator.refusals import Refusal
from simulator.store import Store
from simulator.view import AttemptView, view_of


class NoScorecard(Refusal):
    """The call was not scored."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta llamada no tiene ficha de resultados todavía. Termine la llamada y su seguimiento.",
            en="This call has no scorecard yet. Finish the call and its follow-up.",
        )


class NoSuchCohort(Refusal):
    """A cohort that the actor does not lead is refused in the words of one that does not exist."""

    def __init__(self) -> None:
        super().__init__(
            es="Ese grupo no está entre los suyos, o ya no existe. Vuelva y elija uno de la lista.",
            en="That cohort is not among yours, or it no longer exists. Go back and choose one of the list.",
        )


class Exported(Frozen):
    """A file: its name, and what is in it."""

    name: str
    content: bytes


Kind = Literal["xlsx", "csv", "json"]
Writer = Callable[[IO[bytes], CohortHead, Iterator[CohortCall], str], int]
WRITERS: dict[Kind, Writer] = {"xlsx": cohort_xlsx.write, "csv": cohort_csv.write, "json": cohort_json.write}
"""By kind; each writes into a binary file, call by call."""
ENDINGS: dict[Kind, str] = {"xlsx": ".xlsx", "csv": ".csv.zip", "json": ".json"}


def paper_name(_: Translator, view: AttemptView) -> str:
    """What the file of a printed scorecard is called."""
    called = _("scorecard")
    return f"{called}-{view.scenario.id}-{view.id[:8]}.pdf"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Prepared:
    """A file that was made: ``size`` in bytes, and how many calls are in it. It is gone with this value."""

    file: IO[bytes]
    calls: int
    size: int
    made_at: datetime.datetime

    def content(self) -> bytes:
        """All of it."""
        self.file.seek(0)
        return self.file.read()


class How(Frozen):
    """The kind of file, the language of its headings, and whether people are named in it; else they are pseudonyms."""

    kind: Kind
    language: str
    named: bool = False


class Exporting:
    """Files made of what is kept. ``clock`` gives the present instant with its zone."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def scorecard(self, actor: Actor, attempt_id: str, language: str) -> Exported:
        """The current scorecard of a call, for its owner and for whoever may read it. A call's file is named by its id.

        Raises ``NotAllowed``, ``NoScorecard``, ``Unreadable``.
        """
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.READ_ATTEMPT, attempt)
        require(actor, Action.READ_SCORE, attempt)
        assert attempt is not None
        card, figures = self._store.scorecards.latest(attempt_id), self._store.figures.of(attempt_id)
        if card is None or figures is None:
            raise NoScorecard
        view = view_of(attempt, self._store.attempts.turns(attempt_id), card)
        owner = self._store.profiles.get(attempt.owner_id)
        _ = translator(language)
        material = Material(view, card, rubric_of(self._store, card), figures, owner.name if owner else "–")
        return Exported(name=paper_name(_, view), content=as_pdf(_, sheet(_, material)))

    def cohorts(self, actor: Actor | None) -> tuple[Cohort, ...]:
        """The cohorts that the actor may take figures of: a manager those they lead, a trainer all. ``NotAllowed``.

        ``None`` is whoever has the machine itself, at the command line.
        """
        if actor is not None:
            require(actor, Action.EXPORT_COHORT)
        every = self._store.cohorts.all()
        if actor is None or actor.role != "manager":
            return every
        led = {m.cohort_id for m in self._store.cohorts.memberships(actor.id) if m.place == "manager"}
        return tuple(cohort for cohort in every if cohort.id in led)

    def count(self, actor: Actor | None, cohort_id: str) -> int:
        """How many calls a file of the cohort would hold. Raises ``NotAllowed`` and ``NoSuchCohort``."""
        self._one(actor, cohort_id)
        return self._store.cohort_calls.count(self._store.cohorts.trainees(cohort_id))

    def prepared(self, actor: Actor, cohort_id: str, how: How, told: Told) -> Prepared:
        """The file, made on the disk beside the pages. Raises as ``cohort`` does."""
        self._one(actor, cohort_id)
        file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as what is returned
        try:
            calls = self.cohort(actor, cohort_id, file, how, told)
        except BaseException:
            file.close()
            raise
        size = file.seek(0, os.SEEK_END)
        made = Prepared(file=file, calls=calls, size=size, made_at=self._clock())
        weakref.finalize(made, file.close)
        return made

    def cohort(self, actor: Actor | None, cohort_id: str, file: IO[bytes], how: How, told: Told | None = None) -> int:
        """Write the assessed, finished calls of a cohort's trainees into the file, the oldest first; how many.

        Of the calls only their ids stay in memory. ``told`` hears how far it has come. Raises ``NotAllowed`` and
        ``NoSuchCohort``; the audit log notes it.
        """
        cohort = self._one(actor, cohort_id)
        trainees = self._store.cohorts.trainees(cohort_id)
        details: dict[str, int | str] = {"kind": how.kind, "named": int(how.named)}
        self._store.audit.note(Deed.COHORT_EXPORTED, self._clock(), actor.id if actor else "", cohort_id, details)
        head = CohortHead(cohort=cohort.name, made_at=self._clock(), named=how.named)
        with self._store.sessions.steady():
            calls = self._calls(trainees, named=how.named)
            if told is not None:
                calls = _counted(calls, self._store.cohort_calls.count(trainees), told)
            return WRITERS[how.kind](file, head, calls, how.language)

    def _one(self, actor: Actor | None, cohort_id: str) -> Cohort:
        cohort = next((one for one in self.cohorts(actor) if one.id == cohort_id), None)
        if cohort is None:
            raise NoSuchCohort
        return cohort

    def _calls(self, trainees: frozenset[str], *, named: bool) -> Iterator[CohortCall]:
        people = {one: pseudonym(one) for one in trainees}
        called = {p.id: p.name for p in self._store.profiles.all() if named and p.id in trainees}
        for call in self._store.cohort_calls.of(trainees):
            who = call.trainee
            yield call.model_copy(update={"trainee": people[who], "name": called.get(who, "")})


def _counted(calls: Iterator[CohortCall], of: int, told: Told) -> Iterator[CohortCall]:
    """The same calls; each tenth is told."""
    told(0, of)
    for n, call in enumerate(calls, start=1):
        yield call
        if n % 10 == 0 or n == of:
            told(n, of)
