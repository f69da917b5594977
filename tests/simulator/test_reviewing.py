"""Reviews: a person's level beside the program's, possible breaches decided, contests answered; nothing is lost."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from scenarios.load import parse_scenario
from scoring.rubrics import HERE, parse_rubric
from scoring.scorecard import Scorecard
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import ChangedMeanwhile
from simulator.contesting import About, NotOnTheCard
from simulator.kept import Role
from simulator.practice import Practice
from simulator.refusals import Refusal
from simulator.rescoring import rescore
from simulator.review_refusals import (
    AlreadyAnswered,
    AnswerNeeded,
    NoLevel,
    NoVerdict,
    ReasonNeeded,
    RubricGone,
    UpheldChangesNothing,
)
from simulator.reviewing import Given, Reviewing
from simulator.store import Store
from simulator.typed import MAX_REPLY, ReplyTooLong
from simulator.view import AttemptView
from tests.simulator.branches import NOW, Clock, closed, somebody
from tests.simulator.one_call import store

__all__ = ["store"]
from tests.simulator.exports.outbox import told_of

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
TEXT = (HERE / "default.yaml").read_text(encoding="utf-8")
THREAT = ("Eso no es mi problema. Pague hoy o va a ir a la cárcel.",)
TOLD_EARLY = ("Su deuda es de $4,500 y está vencida desde hace 40 días.",)
CALM = About(kind="criterion", about="calm")


@pytest.fixture(scope="module")
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def reviewing(store: Store) -> Reviewing:
    return Reviewing(store, Clock())


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@pytest.fixture
def eva(store: Store) -> Actor:
    return somebody(store, "Eva", "trainer")


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    return closed(practice, ana, mode="assessed")


@pytest.fixture
def level(reviewing: Reviewing, eva: Actor) -> Callable[..., Given]:
    """A level for calm, as typed on a page that shows what stands now."""

    def given(view: AttemptView, level: int | None, reason: str = "Se nota serena.", **more: object) -> Given:
        shown = reviewing.call(eva, view.id)
        about = str(more.pop("about", "calm"))
        seen = len(shown.about("criterion", about))
        return Given.model_validate(
            {"kind": "criterion", "about": about, "level": level, "reason": reason, "card": shown.kept.id, "seen": seen}
            | more
        )

    return given


def machine_level(card: Scorecard | None, criterion: str = "calm") -> int:
    assert card is not None
    level = card.judgement(criterion).level
    assert level is not None
    return level


def other(level: int) -> int:
    return level - 1 if level else 1


def test_without_a_review_what_is_in_force_is_the_program_s(
    store: Store, practice: Practice, ana: Actor, call: AttemptView
) -> None:
    (kept,) = practice.scorecards(ana, call.id)
    assert kept.in_force == kept.scorecard
    (scored,) = store.scorecards.of(ana.id)
    assert {(m.level, m.by_person) for m in scored.marks} == {(j.level, False) for j in kept.scorecard.judgements}


def test_another_level_counts_everywhere_and_the_program_s_stays_beside_it(
    *,
    store: Store, practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor, call: AttemptView,
    level: Callable[..., Given],
) -> None:  # fmt: skip
    before = machine_level(call.scorecard)
    review = reviewing.review(eva, call.id, level(call, other(before)))
    assert (review.verdict, review.level, review.machine, review.by_id) == ("override", other(before), before, eva.id)
    (kept,) = practice.scorecards(ana, call.id)
    assert kept.scorecard == call.scorecard
    assert kept.in_force.judgement("calm").level == other(before)
    assert kept.in_force.total != kept.scorecard.total
    assert practice.open(ana, call.id).scorecard == kept.in_force
    (scored,) = practice.record(ana).scored
    calm = next(m for m in scored.marks if m.criterion == "calm")
    assert (calm.level, calm.machine, calm.by_person) == (other(before), before, True)
    assert scored.total == kept.in_force.total == practice.recent(ana)[0].total
    assert [one.by for one in reviewing.of(ana, call.id)] == ["Eva"]


def test_the_record_store_is_told_when_what_is_in_force_changes_and_not_when_it_stays(
    *, store: Store, reviewing: Reviewing, eva: Actor, call: AttemptView, level: Callable[..., Given]
) -> None:
    before = told_of(store, call.id)
    reviewing.review(eva, call.id, level(call, machine_level(call.scorecard)))
    assert told_of(store, call.id) == before
    reviewing.review(eva, call.id, level(call, other(machine_level(call.scorecard))))
    anew = told_of(store, call.id)[len(before) :]
    assert anew[0].verb == "scored"
    assert anew[0].figures is not None
    assert anew[0].figures.effective_total == reviewing.call(eva, call.id).kept.in_force.total


def test_of_several_decisions_the_last_stands_and_all_are_kept(
    *,
    store: Store,
    practice: Practice,
    reviewing: Reviewing,
    eva: Actor,
    call: AttemptView,
    level: Callable[..., Given],
) -> None:
    luz, before = somebody(store, "Luz", "trainer"), machine_level(call.scorecard)
    reviewing.review(eva, call.id, level(call, other(before)))
    reviewing.review(luz, call.id, level(call, before, "El programa acertó."))
    assert [(t.by, t.review.verdict) for t in reviewing.of(eva, call.id)] == [("Eva", "override"), ("Luz", "agree")]
    shown = reviewing.call(eva, call.id)
    assert shown.kept.in_force == shown.kept.scorecard == call.scorecard


def test_of_two_who_decide_at_once_the_second_is_told_and_keeps_the_words(
    reviewing: Reviewing, eva: Actor, call: AttemptView, level: Callable[..., Given]
) -> None:
    first, second = level(call, 0, "uno"), level(call, 4, "dos")
    reviewing.review(eva, call.id, first)
    with pytest.raises(ChangedMeanwhile) as refusal:
        reviewing.review(eva, call.id, second)
    assert refusal.value.kept == "dos"
    assert len(reviewing.of(eva, call.id)) == 1


@pytest.mark.parametrize(
    ("about", "change", "refused"),
    [
        ("calm", {"level": None}, NoLevel),
        ("calm", {"level": 5}, NoLevel),
        ("calm", {"level": -1}, NoLevel),
        ("calm", {"reason": " \n"}, ReasonNeeded),
        ("calm", {"reason": "a" * (MAX_REPLY + 1)}, ReplyTooLong),
        ("nothing", {}, NotOnTheCard),
        ("calm", {"kind": "gate", "breach": True}, NotOnTheCard),
        ("calm", {"card": "another"}, ChangedMeanwhile),
        ("calm", {"contest_id": "gone"}, ChangedMeanwhile),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_changes(
    *,
    reviewing: Reviewing, practice: Practice, ana: Actor, eva: Actor, call: AttemptView, level: Callable[..., Given],
    about: str, change: dict[str, object], refused: type[Refusal],
) -> None:  # fmt: skip
    given = level(call, other(machine_level(call.scorecard)), about=about).model_copy(update=change)
    with pytest.raises(refused):
        reviewing.review(eva, call.id, given)
    assert reviewing.of(eva, call.id) == ()
    assert practice.open(ana, call.id).scorecard == call.scorecard


@pytest.mark.parametrize("role", get_args(Role))
def test_who_may_review_whose_calls(
    *,
    store: Store, practice: Practice, reviewing: Reviewing, ana: Actor, call: AttemptView, role: Role,
    level: Callable[..., Given],
) -> None:  # fmt: skip
    someone, given = somebody(store, "Luis", role), level(call, 0, "motivo")
    leads = someone.model_copy(update={"leads": frozenset({ana.id})})
    own = closed(practice, someone, mode="assessed")
    exercise = closed(practice, ana)
    for attempt in (own, exercise):
        with pytest.raises(NotAllowed):
            reviewing.review(leads, attempt.id, given)
        with pytest.raises(NotAllowed):
            reviewing.call(leads, attempt.id)
    if role == "manager":
        with pytest.raises(NotAllowed):
            reviewing.review(someone, call.id, given)  # no cohort of theirs, or no longer
        assert reviewing.review(leads, call.id, given).by_id == someone.id
    elif role == "trainer":
        assert reviewing.review(someone, call.id, given).by_id == someone.id
    else:
        with pytest.raises(NotAllowed):
            reviewing.review(leads, call.id, given)


def gate_of(reviewing: Reviewing, eva: Actor, view: AttemptView, breach: bool | None, **more: object) -> Given:
    shown = reviewing.call(eva, view.id)
    gate = shown.kept.scorecard.gates[0].id
    seen = len(shown.about("gate", gate))
    said = {"kind": "gate", "about": gate, "breach": breach, "reason": "Lo dijo antes de preguntar.", "seen": seen}
    return Given.model_validate(said | {"card": shown.kept.id} | more)


def test_a_possible_breach_is_decided_either_way(
    practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor
) -> None:
    call = closed(practice, ana, TOLD_EARLY, mode="assessed")
    assert call.scorecard is not None
    assert call.scorecard.result == "review"
    with pytest.raises(NoVerdict):
        reviewing.review(eva, call.id, gate_of(reviewing, eva, call, None))
    reviewing.review(eva, call.id, gate_of(reviewing, eva, call, False))
    cleared = practice.open(ana, call.id).scorecard
    assert cleared is not None
    assert cleared.gates == ()
    assert cleared.result in ("passed", "failed")
    assert cleared.total == call.scorecard.total
    reviewing.review(eva, call.id, gate_of(reviewing, eva, call, True))
    held = practice.open(ana, call.id).scorecard
    assert held is not None
    assert [gate.status for gate in held.gates] == ["breach"]
    assert held.result == "failed"


def test_a_contest_is_answered_in_words_and_the_trainee_hears_of_it_once(
    *, practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor, call: AttemptView, level: Callable[..., Given]
) -> None:
    contest = practice.contests.contest(ana, call.id, CALM, "Fui cortés.", 4)
    before = machine_level(call.scorecard)
    with pytest.raises(AnswerNeeded):
        reviewing.review(eva, call.id, level(call, 0, contest_id=contest.id))
    with pytest.raises(UpheldChangesNothing):
        reviewing.review(eva, call.id, level(call, before, contest_id=contest.id, upheld=True))
    with pytest.raises(ReasonNeeded):
        reviewing.review(eva, call.id, level(call, before, "", contest_id=contest.id, upheld=False))
    assert reviewing.call(eva, call.id).open_about("criterion", "calm") == (contest,)
    reviewing.review(eva, call.id, level(call, other(before), "Tiene razón.", contest_id=contest.id, upheld=True))
    assert reviewing.call(eva, call.id).open_about("criterion", "calm") == ()
    assert contest not in practice.contests.waiting(eva)
    (answer,) = reviewing.answers(ana)
    assert (answer.review.reason, answer.review.upheld, answer.by) == ("Tiene razón.", True, "Eva")
    for _ in range(2):
        reviewing.read_answers(ana, call.id)
    assert reviewing.answers(ana) == ()
    with pytest.raises(AlreadyAnswered):
        practice.contests.withdraw(ana, contest.id)
    with pytest.raises(AlreadyAnswered):
        practice.contests.contest(ana, call.id, CALM, "otra vez")


def test_a_finding_s_contest_is_answered_with_its_criterion_and_another_s_is_not_its_answer(
    practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor, level: Callable[..., Given]
) -> None:
    call = closed(practice, ana, THREAT, mode="assessed")
    assert call.scorecard is not None
    found = next(j for j in call.scorecard.judgements if j.findings)
    finding = found.findings[0]
    about = About(
        kind="finding", about=f"{found.criterion}/{finding.indicator}",
        place=finding.evidence.turn if finding.evidence else 0,
    )  # fmt: skip
    contest = practice.contests.contest(ana, call.id, about, "No dije eso.")
    elsewhere = next(j.criterion for j in call.scorecard.judgements if j.criterion != found.criterion)
    with pytest.raises(NotOnTheCard):
        reviewing.review(eva, call.id, level(call, 2, about=elsewhere, contest_id=contest.id, upheld=False))
    given = level(call, found.level, "Sí lo dijo.", about=found.criterion, contest_id=contest.id, upheld=False)
    assert reviewing.review(eva, call.id, given).upheld is False


def test_an_answer_is_due_within_the_window_and_late_after_it(
    store: Store, practice: Practice, ana: Actor, eva: Actor, call: AttemptView
) -> None:
    contest = practice.contests.contest(ana, call.id, CALM, "Fui cortés.")
    soon = Reviewing(store, lambda: contest.created_at + timedelta(days=2), days=3)
    assert soon.due(contest) == contest.created_at + timedelta(days=3)
    assert not soon.late(contest)
    assert Reviewing(store, lambda: contest.created_at + timedelta(days=4), days=3).late(contest)


def test_scored_again_what_persons_decided_is_in_force_on_the_new_scorecard_too(
    *,
    store: Store, practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor, call: AttemptView,
    level: Callable[..., Given],
) -> None:  # fmt: skip
    given = level(call, other(machine_level(call.scorecard)))
    reviewing.review(eva, call.id, given)
    strict = parse_rubric(
        TEXT.replace("id: default", "id: strict")
        .replace("weight: 25", "weight: 40", 1)
        .replace("weight: 25", "weight: 10", 1),
        "strict.yaml",
    )
    found = rescore(store, call.id, strict, NOW + timedelta(days=7))
    newest, earlier = practice.scorecards(ana, call.id)
    assert newest.scorecard == found.later
    assert newest.in_force.judgement("calm").level == given.level
    assert newest.in_force.total != newest.scorecard.total
    assert earlier.in_force.judgement("calm").level == given.level
    with pytest.raises(ChangedMeanwhile):
        reviewing.review(eva, call.id, given.model_copy(update={"seen": 1}))  # read on the scorecard of before


def test_a_rubric_that_is_gone_is_said_in_words(
    *,
    store: Store, practice: Practice, reviewing: Reviewing, ana: Actor, eva: Actor, call: AttemptView,
    level: Callable[..., Given],
) -> None:  # fmt: skip
    assert call.scorecard is not None
    lost = call.scorecard.model_copy(update={"rubric": "lost", "rubric_hash": ""})
    store.scorecards.add(call.id, lost, NOW + timedelta(days=1))
    assert reviewing.call(eva, call.id).rubric is None
    with pytest.raises(RubricGone, match="lost"):
        reviewing.review(eva, call.id, level(call, 0))
    assert reviewing.of(eva, call.id) == ()


def test_a_reviewer_who_is_erased_leaves_the_decision_without_a_name(
    *,
    store: Store,
    reviewing: Reviewing,
    practice: Practice,
    ana: Actor,
    call: AttemptView,
    level: Callable[..., Given],
) -> None:
    luz = somebody(store, "Luz", "trainer")
    reviewing.review(luz, call.id, level(call, 0))
    store.people.erase(luz.id)
    (told,) = reviewing.of(ana, call.id)
    assert (told.by, told.review.by_id) == ("", None)
    assert practice.open(ana, call.id).scorecard != call.scorecard
    assert any(rows for name, rows in store.people.rows_of(ana.id, practice=False).items() if name == "review")


def test_every_review_leaves_a_line_in_the_log_without_its_words(
    store: Store, reviewing: Reviewing, eva: Actor, call: AttemptView, level: Callable[..., Given]
) -> None:
    reviewing.review(eva, call.id, level(call, 0, "palabras de la revisora"))
    line = list(store.audit.lines())[-1]
    assert (line.deed, line.actor, line.target) == ("attempt_reviewed", eva.id, call.id)
    assert line.details == {"kind": "criterion", "about": "calm", "level": 0}
