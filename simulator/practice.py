"""What a trainee can do: choose a call, prepare it, talk, write the follow-up, read the score.

Used by the pages and by the command line alike. Knows the store and the clock it is given, and no screen.
"""

import datetime
import secrets
from collections.abc import Callable
from datetime import date
from uuid import uuid4

from scenarios.dials import Dial, turned
from scenarios.generation import generate_case
from scenarios.load import list_scenarios
from scenarios.values import Country, Language
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from scoring.scoring import score
from scoring.transcript import FollowUp
from simulator import catalogue, typed
from simulator.accounts import Action, Actor, require
from simulator.assigned import Done, Given
from simulator.attempt_refusals import LARGEST_SEED, BadSeed, ChangedMeanwhile, NotNow
from simulator.audited import Deed
from simulator.contacts import Contacts, set_out
from simulator.contesting import Contesting
from simulator.conversation import opening, respond
from simulator.forking import Forks
from simulator.guided import GUIDED
from simulator.hinting import Hinting
from simulator.kept import Attempt, AttemptSummary, KeptScorecard, Mode, Stage, StoredTurn
from simulator.lexicon_in_use import pin, reader_of
from simulator.logs import logger
from simulator.on_offer import OnOffer
from simulator.own_attempts import OwnAttempts
from simulator.own_record import OwnRecord
from simulator.own_time import own_time
from simulator.person_data import PersonData
from simulator.pinned import rubric_of
from simulator.rubric_shelf import RubricShelf
from simulator.rules_in_force import in_force
from simulator.sealing import is_sealed, kept_without_wording
from simulator.sharing import Sharing
from simulator.state import Said
from simulator.store import Conflict, Store
from simulator.suggestion import Suggestion, suggest
from simulator.techniques import Practised, practised
from simulator.thread import weeks_after
from simulator.view import AttemptView, view_of

LONGEST_KEY = 64
UNFINISHED: tuple[Stage, ...] = ("prepare", "talk", "wrap_up")
OPENING_KEY, END_KEY = "acuerdo:opening", "acuerdo:end"
_log = logger("practice")


class Practice:
    """A trainee's attempts. ``clock`` gives the present instant with its zone; where the person's
    cohorts name none, its day is the default ``on``."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        library: catalogue.Library = list_scenarios,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._attempts = OwnAttempts(store, clock)
        self.contacts = Contacts(store, clock)
        self.hinting = Hinting(store, clock)
        self.forks = Forks(store, clock)
        self.sharing = Sharing(store, clock)
        self.contests = Contesting(store, clock)
        self.person_data = PersonData(store, clock)
        self.rubrics = RubricShelf(store)
        self._on_offer = OnOffer(store, clock, library)

    def scenarios(self, language: Language, actor: Actor | None = None) -> tuple[catalogue.ScenarioCard, ...]:
        """What can be practised in the language, by difficulty; without the scenarios of the ``actor``'s exams."""
        return tuple(catalogue.card(s, language) for s in self._on_offer.practised(language, actor))

    def start(  # noqa: PLR0913, PLR0917 - these are all that a call depends on
        self,
        actor: Actor,
        scenario_id: str,
        country: Country,
        language: Language,
        seed: int | None = None,
        on: date | None = None,
        mode: Mode = "practice",
        rubric: str | None = None,
        dial: Dial = "as_written",
        given: Given | None = None,
    ) -> AttemptView:
        """A new attempt, in preparation. Without a seed, one is drawn and stored; without a ``rubric``, the scenario's.
        ``dial`` makes the debtor easier or harder than written. ``given`` is what it is made for, if assigned.

        Raises ``NoSuchScenario``, ``NotOnTheShelf``, ``BadSeed``, ``RubricError``, ``UnderExam``, what
        ``generate_case`` raises for a country or language not offered, and ``Conflict`` where the same try was begun
        in another window.
        """
        require(actor, Action.START_PRACTICE if mode == "practice" else Action.START_ASSESSED)
        seed = secrets.randbelow(LARGEST_SEED + 1) if seed is None else seed
        if not 0 <= seed <= LARGEST_SEED:
            raise BadSeed
        now, scenario = self._clock(), turned(catalogue.find(self._library, scenario_id), dial)
        self._on_offer.refuse(scenario, country, actor, assigned=given is not None)
        case = generate_case(scenario, country, seed, on or own_time(self._store, actor.id, now).date(), language)
        judged_by = self.rubrics.load(rubric or scenario.rubric)
        attempt = Attempt(
            id=str(uuid4()), owner_id=actor.id, mode=mode, country=case.country, language=case.language, seed=seed,
            on=case.on, case=case.model_dump(mode="json"), created_at=now, updated_at=now, reader=pin(self._store),
            rubric=judged_by.id, rubric_version=judged_by.version, **catalogue.as_it_is_today(scenario),
            rules=in_force(case.country, case.creditor.name, judged_by) if mode == "assessed" else "",
            **(given.model_dump() if given else {}),
        )  # fmt: skip
        with self._store.acting(Deed.ATTEMPT_STARTED, now, actor.id, attempt.id, {"mode": mode}):
            self._store.attempts.add(attempt)
        _log.info("attempt_started", attempt=attempt.id, scenario=scenario.id, country=country, mode=mode)
        return view_of(attempt, (), None)

    def open(self, actor: Actor, attempt_id: str) -> AttemptView:
        """The attempt as it stands. Raises ``NotAllowed`` where it is not the actor's to read."""
        return self._attempts.open(actor, attempt_id)

    def save_plan(self, actor: Actor, attempt_id: str, plan: dict[str, str]) -> AttemptView:
        """Keep the preparation plan. Raises ``NotNow`` once the talk has begun."""
        attempt = self._attempts.own(actor, attempt_id)
        if attempt.phase != "prepare":
            raise NotNow(attempt.phase, kept="\n".join(plan.values()))
        return view_of(self._attempts.save(attempt.model_copy(update={"plan": typed.plan(plan)})), (), None)

    def begin_talk(self, actor: Actor, attempt_id: str) -> AttemptView:
        """The debtor picks up, or whoever does. A second time, the talk that stands."""
        attempt = self._attempts.own(actor, attempt_id)
        if attempt.phase != "prepare":
            return self.open(actor, attempt_id)
        attempt, now = set_out(view_of(attempt, (), None), attempt), self._clock()
        view = view_of(attempt, (), None)
        turn = StoredTurn(step=opening(view.played, view.case, view.earlier), client_key=OPENING_KEY, saved_at=now)
        began = attempt.model_copy(update={"phase": "talk", "talk_began_at": now})
        return view_of(self._attempts.save(began, turn), (turn,), None)

    def say(  # noqa: PLR0913, PLR0917 - all that a reply is
        self, actor: Actor, attempt_id: str, said: Said, client_key: str, expected_number: int, pasted: int = 0
    ) -> AttemptView:
        """One reply, saved before it is shown. The same ``client_key`` again changes nothing. ``pasted`` is how many of
        its characters the browser saw pasted; it is kept of assessed calls alone.

        Raises ``NothingSaid``, ``ReplyTooLong``, ``NotNow``, and ``ChangedMeanwhile`` where another window spoke
        first; what was typed is in the refusal's ``kept``.
        """
        attempt, heard = self._attempts.own(actor, attempt_id), typed.reply(said)
        if not 0 < len(client_key) <= LONGEST_KEY:
            raise ValueError(f"a client key has 1 to {LONGEST_KEY} characters")
        turns = self._store.attempts.turns(attempt_id)
        if any(turn.client_key == client_key for turn in turns):
            return self.open(actor, attempt_id)
        if attempt.phase != "talk":
            raise NotNow(attempt.phase, kept=said.text)
        if expected_number != len(turns):
            raise ChangedMeanwhile(kept=said.text)
        view = view_of(attempt, turns, None)
        step = respond(view.played, view.case, turns[-1].step.state, heard, reader_of(self._store, attempt.reader))
        seen = min(max(pasted, 0), len(heard.text)) if attempt.mode == "assessed" else 0
        turn = StoredTurn(step=step, client_key=client_key, saved_at=self._clock(), pasted=seen)
        try:
            saved = self._attempts.save(_after(attempt, view, turn), turn, kept=said.text)
        except ChangedMeanwhile:
            if not self._stands(attempt_id, client_key):
                raise
            return self.open(actor, attempt_id)  # the same reply came twice at once: it is saved
        _log.info("turn_saved", attempt=attempt_id, number=step.number, characters=len(heard.text))
        return self._attempts.view(actor, saved, (*turns, turn), None)

    def end_talk(self, actor: Actor, attempt_id: str) -> AttemptView:
        """The trainee hangs up. Once the talk is over, nothing more happens."""
        attempt = self._attempts.own(actor, attempt_id)
        if attempt.phase == "talk":
            number = len(self._store.attempts.turns(attempt_id))
            return self.say(actor, attempt_id, Said(event="end"), END_KEY, number)
        if attempt.phase == "prepare":
            raise NotNow(attempt.phase)
        return self.open(actor, attempt_id)

    def save_draft(self, actor: Actor, attempt_id: str, draft: FollowUp) -> None:
        """Keep the follow-up as it is being typed. Raises ``NotNow`` once the attempt is closed."""
        self._attempts.own(actor, attempt_id)
        self._keep_draft(attempt_id, typed.follow_up(draft))

    def finish(self, actor: Actor, attempt_id: str, follow_up: FollowUp) -> AttemptView:
        """Score the call with its follow-up and close it. The same follow-up again gives the score that stands."""
        attempt, given = self._attempts.own(actor, attempt_id), typed.follow_up(follow_up)
        if attempt.phase == "closed" and attempt.follow_up == given.model_dump(mode="json"):
            return self.open(actor, attempt_id)
        if attempt.phase != "wrap_up":
            raise NotNow(attempt.phase, kept=follow_up.note)
        self._keep_draft(attempt_id, given)  # so that nothing is lost should scoring fail
        turns = self._store.attempts.turns(attempt_id)
        view = view_of(attempt, turns, None)
        rubric = self.rubrics.load(attempt.rubric, attempt.rubric_version)
        card = score(view.record(given), rubric, reader=reader_of(self._store, attempt.reader))
        self._store.rubrics.keep(rubric)
        form, told = given.model_dump(mode="json"), weeks_after(view, given)
        closed = {
            "phase": "closed", "draft": form, "follow_up": form, "rubric_version": card.rubric_version,
            "closed_at": self._clock(), "aftermath": told.model_dump(mode="json"),
        }  # fmt: skip
        with self._store.acting(Deed.ATTEMPT_CLOSED, self._clock(), actor.id, attempt_id, {"mode": attempt.mode}):
            saved = self._attempts.save(attempt.model_copy(update=closed), card=card, kept=given.note)
            self._task_done(saved)
            self._store.outbox.tell(attempt_id, saved.updated_at)
        _log.info("attempt_closed", attempt=attempt_id, total=card.total, result=card.result)
        return self._attempts.view(actor, saved, turns, card)

    def scorecards(self, actor: Actor, attempt_id: str) -> tuple[KeptScorecard, ...]:
        """Every scorecard of an attempt, the newest first; one's own in an open exam without model wordings.

        Raises ``NotAllowed``.
        """
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.READ_SCORE, attempt)
        assert attempt is not None
        kept = self._store.scorecards.all(attempt_id)
        sealed = attempt.owner_id == actor.id and is_sealed(self._store, attempt, self._clock())
        return tuple(kept_without_wording(one) for one in kept) if sealed else kept

    def rubric_of(self, card: Scorecard) -> Rubric | None:
        """The rubric that a scorecard is pinned to, as it stood; that of the same name where none was kept."""
        return rubric_of(self._store, card)

    def unfinished(self, actor: Actor) -> tuple[AttemptSummary, ...]:
        """The actor's attempts that wait to be gone on with, the latest touched first; calls tried differently too."""
        return self._store.attempts.of(actor.id, UNFINISHED, forks=True)

    def recent(self, actor: Actor, limit: int = 20, *, forks: bool = False) -> tuple[AttemptSummary, ...]:
        """The actor's finished attempts, the last finished first; calls tried differently only with ``forks``."""
        return self._store.attempts.of(actor.id, ("closed",), limit, forks=forks)

    def delete_practice(self, actor: Actor, attempt_id: str) -> None:
        """Delete a practice attempt of one's own, with all that was typed in it, what of it was shared, and the calls
        that were tried differently from it. An assessed one stays.
        """
        attempt = self._store.attempts.get(attempt_id)
        require(actor, Action.DELETE_PRACTICE, attempt)
        with self._store.acting(Deed.ATTEMPT_DELETED, self._clock(), actor.id, attempt_id):
            self._store.attempts.delete(attempt_id)
        _log.info("practice_deleted", attempt=attempt_id)

    def record(self, actor: Actor) -> OwnRecord:
        """What the actor's own scorecards tell."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return OwnRecord(self._store.scorecards.of(actor.id))

    def techniques(self, actor: Actor) -> tuple[Practised, ...]:
        """Every technique, with the calls in which it was shown and those in which it was missed."""
        require(actor, Action.SEE_OWN_PROGRESS)
        return practised(self._store.scorecards.met_in(actor.id))

    def suggestion(
        self, actor: Actor, language: Language, country: Country | None = None, record: OwnRecord | None = None
    ) -> Suggestion | None:
        """What to play next, and why; ``None`` where the library has nothing in the language.

        What takes place in the person's own ``country`` comes first. The guided call is offered apart. The ``record``
        is the actor's own where it was read already.
        """
        require(actor, Action.SEE_OWN_PROGRESS)
        known = self.record(actor) if record is None else record
        offered = [s for s in self._on_offer.practised(language, actor) if s.id != GUIDED]
        today = own_time(self._store, actor.id, self._clock()).date()
        return suggest(known.scored, offered, today, country)

    def _task_done(self, attempt: Attempt) -> None:
        if attempt.assignment_id is not None and attempt.task is not None:
            at = attempt.closed_at or self._clock()
            done = Done(assignment_id=attempt.assignment_id, profile_id=attempt.owner_id, task=attempt.task, done_at=at)
            self._store.assignments.finish(done)

    def _stands(self, attempt_id: str, client_key: str) -> bool:
        return any(turn.client_key == client_key for turn in self._store.attempts.turns(attempt_id))

    def _keep_draft(self, attempt_id: str, draft: FollowUp) -> None:
        try:
            self._store.attempts.save_draft(attempt_id, draft.model_dump(mode="json"), self._clock())
        except Conflict:
            raise NotNow("closed", kept=draft.note) from None


def _after(attempt: Attempt, view: AttemptView, turn: StoredTurn) -> Attempt:
    """The attempt after a turn: who read it, and, where the call ended, what came of it."""
    step = turn.step
    reader = (step.reading or {}).get("reader") or attempt.reader
    if not (step.state.ended or step.said.event == "end"):
        return attempt.model_copy(update={"reader": reader})
    outcome = view.record(None, step).outcome
    over = {
        "reader": reader, "phase": "wrap_up", "talk_ended_at": turn.saved_at, "ending": step.state.ended,
        "disposition": step.state.disposition, "outcome": outcome and outcome.model_dump(mode="json"),
    }  # fmt: skip
    return attempt.model_copy(update=over)
