"""The list of assessed calls on both engines: what waits comes first, pages meet without a gap, choices narrow it."""

from datetime import timedelta

import pytest
from stored_examples import NOW, a_scorecard, an_attempt

from scoring.criterion import Gate
from scoring.scorecard import Scorecard
from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor, NotAllowed
from simulator.kept import Contest, Profile
from simulator.review_list import ReviewList
from simulator.review_listed import After, Wanted
from simulator.reviews import Review
from simulator.store import Store

EVA = Actor(id="eva", role="trainer", name="Eva")
LUZ = Actor(id="luz", role="manager", name="Luz", leads=frozenset({"luis"}))
POSSIBLE = Gate(id="threat", status="possible_breach", evidence=None, reason="r")


def scored(level: int, result: str, *gates: Gate) -> Scorecard:
    return Scorecard.model_validate({**dict(a_scorecard(level)), "result": result, "gates": gates})


@pytest.fixture
def floor(store: Store, ana: Profile) -> Store:
    """Nine assessed calls of Ana's and Luis's, one of Eva's own, one of practice; a breach, a contest, reviews."""
    for name, role in (("luis", "trainee"), ("eva", "trainer"), ("luz", "manager")):
        store.profiles.add(ana.model_copy(update={"id": name, "name": name.title(), "role": role}))
    store.cohorts.add(Cohort(id="north", name="North"))
    store.cohorts.place("luis", (Membership(cohort_id="north", profile_id="luis", place="trainee"),))
    for n in range(9):
        owner = ("ana", "luis")[n % 2]
        card = scored(n % 4, "passed") if n else scored(1, "review", POSSIBLE)
        _closed(store, f"a{n}", owner, n, card, scenario_id=("job_loss", "illness")[n % 3 == 0])
    _closed(store, "own", "eva", 20, scored(2, "passed"))
    store.attempts.add(an_attempt("play", "luis", mode="practice", phase="closed", closed_at=NOW))
    store.scorecards.add("play", scored(2, "passed"), NOW)
    for n, at in ((1, NOW), (2, NOW - timedelta(days=30))):
        store.contests.put(_contest(f"c{n}", f"a{n}", at))
    store.reviews.add(_review(store, "r1", "a2", 1, 3, contest_id="c2"))
    store.reviews.add(_review(store, "r2", "a2", 2, 1))
    store.reviews.add(_review(store, "r3", "a3", 1, 3))
    return store


def _closed(store: Store, name: str, owner: str, days: int, card: Scorecard, **more: object) -> None:
    at = NOW - timedelta(days=days)
    store.attempts.add(an_attempt(name, owner, mode="assessed", phase="closed", closed_at=at, **more))
    store.scorecards.add(name, a_scorecard(3), at - timedelta(hours=1))  # an earlier one, which is not current
    store.scorecards.add(name, card, at)


def _contest(name: str, attempt: str, at: object) -> Contest:
    return Contest.model_validate(
        {"id": name, "attempt_id": attempt, "kind": "criterion", "about": "calm", "text": "x", "created_at": at}
    )


def _review(store: Store, name: str, attempt: str, number: int, level: int, **more: object) -> Review:
    card = store.scorecards.all(attempt)[0].id
    return Review.model_validate({
        "id": name, "attempt_id": attempt, "scorecard_id": card, "kind": "criterion", "about": "calm", "number": number,
        "verdict": "override", "level": level, "reason": "r", "by_id": "eva", "created_at": NOW, **more,
    })  # fmt: skip


@pytest.fixture
def listed(floor: Store) -> ReviewList:
    return ReviewList(floor, lambda: NOW + timedelta(hours=1), days=14)


def ids(listed: ReviewList, actor: Actor = EVA, **wanted: object) -> list[str]:
    return [line.attempt_id for line in listed.page(actor, Wanted.model_validate(wanted)).lines]


ALL = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"]


def test_breaches_first_then_contests_without_an_answer_then_the_latest(listed: ReviewList) -> None:
    page = listed.page(EVA, Wanted())
    assert [line.attempt_id for line in page.lines] == ALL
    assert [line.rank for line in page.lines] == [0, 1, *[2] * 7]
    assert page.after is None
    first, second, third, *_ = page.lines
    assert (first.gates, first.result, first.owner) == (("threat",), "review", "Ana")
    assert (second.waiting, second.contested, second.late) == (1, 1, False)
    assert (third.waiting, third.contested, third.reviewed, third.late) == (0, 1, 2, False), "answered is not late"
    assert listed.waiting(EVA) == (1, 1)


@pytest.mark.parametrize("size", [1, 2, 4, 9])
def test_pages_meet_without_a_gap_or_a_repetition(listed: ReviewList, size: int) -> None:
    found: list[str] = []
    after: After | None = None
    for _ in range(12):
        page = listed.page(EVA, Wanted(), after, limit=size)
        found += [line.attempt_id for line in page.lines]
        after = page.after and After.read(str(page.after))
        if after is None:
            break
    assert found == ALL


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"person": "luis"}, ["a1", "a3", "a5", "a7"]),
        ({"cohort": "north", "weeks": 1}, ["a1", "a3", "a5"]),
        ({"scenario": "illness"}, ["a0", "a3", "a6"]),
        ({"criterion": "empathy", "level": 2}, ["a2", "a6"]),
        ({"level": 3, "criterion": "calm"}, []),
        ({"level": 3}, ["a3", "a7"]),
        ({"gate": "threat"}, ["a0"]),
        ({"gate": "insult"}, []),
        ({"result": "review"}, ["a0"]),
        ({"contested": True}, ["a1", "a2"]),
        ({"reviewed": "yes"}, ["a2", "a3"]),
        ({"reviewed": "no", "person": "luis"}, ["a1", "a5", "a7"]),
        ({"reviewed": "differ"}, ["a2"]),
        ({"weeks": 1}, ["a0", "a1", "a2", "a3", "a4", "a5", "a6"]),
        ({"person": "eva"}, []),
        ({"cohort": "nothing"}, []),
    ],
)
def test_each_choice_narrows_to_what_it_says(listed: ReviewList, wanted: dict[str, object], found: list[str]) -> None:
    assert ids(listed, **wanted) == found


def test_a_manager_sees_those_they_lead_and_nobody_else(listed: ReviewList) -> None:
    assert ids(listed, LUZ) == ["a1", "a3", "a5", "a7"]
    assert ids(listed, LUZ, person="ana") == []
    assert listed.waiting(LUZ) == (0, 1)
    assert listed.choices(LUZ).people == {"luis": "Luis"}
    assert listed.choices(EVA).cohorts == {"north": "North"}
    assert ids(listed, LUZ.model_copy(update={"leads": frozenset()})) == []
    for role in ("trainee", "administrator"):
        with pytest.raises(NotAllowed):
            listed.page(Actor.model_validate({"id": "x", "role": role, "name": "X"}), Wanted())


@pytest.mark.parametrize(
    "text", ["", "0~~", "3~2026-11-23T15:00:00~a", "0~2026-99-23T15:00:00~a", "0~2026-11-23T15:00:00~"]
)
def test_a_place_in_the_list_that_is_none_is_the_beginning(text: str) -> None:
    assert After.read(text) is None
