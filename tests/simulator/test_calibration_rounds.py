"""Calibration rounds: drawn by seed, rated blind, closed, talked over, taken away as files; on a real database."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.load import parse_scenario
from scoring.rated import RATED_ON, read_rated
from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor, NotAllowed
from simulator.calibrating import exporting
from simulator.calibrating.blind import HIDDEN, masked
from simulator.calibrating.kept import Plan, Round
from simulator.calibrating.refusals import BadPlan, NotAllRated, NothingToRate, RoundClosed, StillOpen, TooFewRaters
from simulator.calibrating.rounds import Rounds, drawn_from
from simulator.kept import Role
from simulator.practice import Practice
from simulator.profiles import NameNeeded
from simulator.refusals import Refusal
from simulator.store import Store
from tests.simulator.branches import Clock, closed, somebody
from tests.simulator.one_call import store

__all__ = ["store"]

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
CRITERIA = ("calm", "empathy")


@pytest.fixture(scope="module")
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture(scope="module")
def calls(store: Store, practice: Practice) -> Actor:
    """Three assessed calls, and one of practice, of a trainee in a cohort."""
    ana = somebody(store, "Ana Ruiz")
    for reply in ("Buenas tardes, soy Ana Ruiz.", "Entiendo que le pesa.", "Pague hoy."):
        closed(practice, ana, (reply,), mode="assessed")
    closed(practice, ana, ("esto es práctica",))
    store.cohorts.add(Cohort(id="c1", name="Norte"))
    store.cohorts.place(ana.id, (Membership(cohort_id="c1", profile_id=ana.id, place="trainee"),))
    return ana


@pytest.fixture
def rounds(store: Store) -> Rounds:
    return Rounds(store, Clock())


@pytest.fixture(scope="module")
def eva(store: Store) -> Actor:
    return somebody(store, "Eva", "trainer")


@pytest.fixture(scope="module")
def luz(store: Store) -> Actor:
    return somebody(store, "Luz", "manager")


@pytest.fixture
def plan(calls: Actor, eva: Actor, luz: Actor) -> Plan:
    return Plan(name="Noviembre", language="es", criteria=CRITERIA, raters=(eva.id, luz.id), n=3, cohort="c1")


@pytest.fixture
def made(rounds: Rounds, eva: Actor, plan: Plan) -> Round:
    return rounds.make(eva, plan)


def rate_all(rounds: Rounds, actor: Actor, made: Round, levels: dict[int, int | None]) -> None:
    while (sheet := rounds.sheet(actor, made.id)) is not None:
        rounds.rate(actor, sheet.item.id, dict.fromkeys(CRITERIA, levels[sheet.item.number]))


def test_a_sheet_shows_what_was_said_and_no_name_and_no_level(rounds: Rounds, eva: Actor, made: Round) -> None:
    texts = ""
    for number in (1, 2, 3):
        sheet = rounds.sheet(eva, made.id, number)
        assert sheet is not None
        texts += sheet.call.model_dump_json()
    assert "Buenas tardes, soy" in texts
    assert f"soy {HIDDEN} {HIDDEN}" in texts
    assert "Ruiz" not in texts
    assert "práctica" not in texts
    assert set(sheet.guide.criteria[0].levels) == {"es", "en"} if sheet else False


def test_the_same_plan_draws_the_same_calls_in_the_same_order(
    rounds: Rounds, store: Store, eva: Actor, plan: Plan
) -> None:
    drawn = [
        [item.attempt_id for item in store.calibration.items(rounds.make(eva, plan.model_copy(update={"n": 2})).id)]
        for _ in range(2)
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 2


@given(st.sets(st.text("abc", min_size=1), max_size=30), st.integers(1, 40), st.integers(0, 2**31 - 1))
def test_a_draw_is_of_the_calls_once_each_whatever_their_order(ids: set[str], n: int, seed: int) -> None:
    drawn = drawn_from(tuple(ids), n, seed)
    assert len(drawn) == len(set(drawn)) == min(n, len(ids))
    assert set(drawn) <= ids
    assert drawn == drawn_from(tuple(sorted(ids, reverse=True)), n, seed)


def test_rated_call_by_call_resumed_closed_and_measured(
    rounds: Rounds, calls: Actor, eva: Actor, luz: Actor, made: Round
) -> None:
    first = rounds.sheet(eva, made.id)
    assert first is not None
    assert (first.item.number, first.done, first.of, first.given) == (1, 0, 3, {})
    with pytest.raises(NotAllRated):
        rounds.rate(eva, first.item.id, {"calm": 3})
    again = rounds.sheet(eva, made.id)
    assert again is not None
    assert (again.item.id, again.given) == (first.item.id, {}), "what is half rated is not passed over"
    rounds.rate(eva, first.item.id, {"calm": 3, "empathy": None, "unknown": 4})
    again, following = rounds.sheet(eva, made.id, 1), rounds.sheet(eva, made.id)
    assert again is not None
    assert following is not None
    assert again.given == {"calm": 3, "empathy": None}
    assert (following.item.number, following.done) == (2, 1)
    with pytest.raises(StillOpen):
        rounds.judged(luz, made.id)
    assert (made, 1, 3) in rounds.waiting(eva)
    assert rounds.waiting(calls) == ()
    rate_all(rounds, eva, made, {2: 2, 3: 1})
    rate_all(rounds, luz, made, {1: 4, 2: 2, 3: 1})
    assert dict(rounds.one(eva, made.id).raters) == {"Eva": 3, "Luz": 3}
    ended = rounds.close(eva, made.id)
    calm = next(one for one in ended.figures if one.criterion == "calm")
    assert (calm.raters, calm.people.n, calm.people.exact) == (2, 3, pytest.approx(0.6667))
    assert next(one for one in ended.figures if one.criterion == "empathy").people.n == 2, "one could not tell"
    assert rounds.figures("es")["calm"] == calm
    assert rounds.close(eva, made.id) == ended, "a second time changes nothing"
    for deed in (lambda: rounds.sheet(luz, made.id), lambda: rounds.rate(luz, first.item.id, {"calm": 0})):
        with pytest.raises(RoundClosed):
            deed()
    worst = rounds.judged(luz, made.id)[0]
    assert (worst.item.number, worst.criterion, worst.apart, worst.given) == (1, "calm", 1, (3, 4))


def test_what_is_settled_on_counts_for_the_program_and_is_kept_with_its_words(
    rounds: Rounds, store: Store, eva: Actor, luz: Actor, made: Round
) -> None:
    rate_all(rounds, eva, made, {1: 0, 2: 2, 3: 4})
    rate_all(rounds, luz, made, {1: 4, 2: 2, 3: 4})
    rounds.close(eva, made.id)
    worst = rounds.judged(eva, made.id)[0]
    assert worst.machine is not None
    rounds.settle(luz, worst.item.id, worst.criterion, worst.machine, " <b>lo oímos otra vez</b> ")
    rounds.keep_note(luz, made.id, "Calma: nos falta la guía.")
    kept = rounds.one(eva, made.id).round
    assert kept.note == "Calma: nos falta la guía."
    after = next(one for one in rounds.judged(eva, made.id) if one.apart == 4 and one.criterion == worst.criterion)
    assert after.agreed is not None
    assert (after.agreed.level, after.agreed.note) == (worst.machine, "<b>lo oímos otra vez</b>")
    with pytest.raises(BadPlan):
        rounds.settle(luz, worst.item.id, "clarity", 2, "")
    with pytest.raises(BadPlan):
        rounds.settle(luz, worst.item.id, worst.criterion, 5, "")


def test_the_files_hold_no_names_and_the_lines_are_read_as_rated_material(
    rounds: Rounds, eva: Actor, luz: Actor, made: Round, tmp_path: Path
) -> None:
    rate_all(rounds, eva, made, {1: 3, 2: 2, 3: None})
    rate_all(rounds, luz, made, {1: 4, 2: 2, 3: None})
    rounds.close(eva, made.id)
    judged, standing = rounds.judged(eva, made.id), rounds.one(eva, made.id)
    whole = exporting.as_json(standing, judged)
    assert json.loads(whole)["raters"] == 2
    lines = exporting.as_lines(judged, {one.item.id: rounds.read(eva, one.item.id) for one in judged})
    for name in ("Eva", "Luz", "Ruiz", eva.id, luz.id):
        assert name not in whole + lines
    file = tmp_path / "calls.jsonl"
    file.write_text(lines, encoding="utf-8")
    read = read_rated(file, RATED_ON)
    assert [item.marks["calm"] for item in read] == [(3.0, 4.0), (2.0, 2.0)]


@pytest.mark.parametrize("role", get_args(Role))
def test_who_makes_rounds_and_who_rates(
    *, rounds: Rounds, store: Store, plan: Plan, eva: Actor, made: Round, role: Role
) -> None:
    someone = somebody(store, "Luis", role)
    if role == "trainer":
        assert rounds.make(someone, plan).by_id == someone.id
        assert rounds.one(someone, made.id).of == 3
    else:
        for deed in (
            lambda: rounds.make(someone, plan), lambda: rounds.close(someone, made.id),
            lambda: rounds.invitable(someone), lambda: rounds.one(someone, made.id),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                deed()
    with pytest.raises(NotAllowed):
        rounds.sheet(someone, made.id)
    if role == "manager":
        invited = rounds.make(eva, plan.model_copy(update={"raters": (eva.id, someone.id)}))
        assert rounds.sheet(someone, invited.id) is not None
        assert [one.round.id for one in rounds.all(someone)] == [invited.id]


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"name": "  "}, NameNeeded), ({"n": 0}, BadPlan), ({"n": 201}, BadPlan), ({"criteria": ()}, BadPlan),
        ({"criteria": ("nothing",)}, BadPlan), ({"raters": ()}, TooFewRaters), ({"raters": ("x", "y")}, TooFewRaters),
        ({"language": "en"}, NothingToRate), ({"scenario": "other"}, NothingToRate), ({"cohort": "zz"}, NothingToRate),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_refused(
    rounds: Rounds, eva: Actor, plan: Plan, change: dict[str, object], refused: type[Refusal]
) -> None:
    with pytest.raises(refused):
        rounds.make(eva, plan.model_copy(update=change))


def test_a_deleted_trainee_s_calls_leave_the_round_and_an_erased_rater_leaves_levels_without_a_name(
    rounds: Rounds, store: Store, practice: Practice, eva: Actor
) -> None:
    gone, stays, rater = somebody(store, "Iván"), somebody(store, "Olga"), somebody(store, "Paz", "trainer")
    store.cohorts.add(Cohort(id="c2", name="Sur"))
    for one in (gone, stays):
        closed(practice, one, mode="assessed")
        store.cohorts.place(one.id, (Membership(cohort_id="c2", profile_id=one.id, place="trainee"),))
    plan = Plan(name="Sur", language="es", criteria=CRITERIA, raters=(eva.id, rater.id), cohort="c2")
    made = rounds.make(eva, plan)
    for one in (eva, rater):
        rate_all(rounds, one, made, {1: 2, 2: 3})
    store.people.erase(gone.id)
    store.people.erase(rater.id)
    rounds.close(eva, made.id)
    judged = rounds.judged(eva, made.id)
    assert len(judged) == len(CRITERIA)
    assert all(len(one.given) == 2 for one in judged)
    assert [name for name, _ in rounds.one(eva, made.id).raters] == ["Eva", "R2"]


def test_a_name_is_hidden_however_it_is_written_and_short_words_stay() -> None:
    assert masked("Soy ANA RUIZ, analista.", "Ana Ruiz") == f"Soy {HIDDEN} {HIDDEN}, analista."
    assert masked("Le da lo de Li.", "Li Da") == "Le da lo de Li."
    assert masked("(.*) [x]", ".* [x]") == "(.*) [x]"
