"""Fair assessment: what stays hidden while an exam is open, and what a person is shown of pasted and copied replies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.load import list_scenarios
from scoring.rubrics import parse_rubric
from scoring.rubrics.writing import as_yaml
from simulator.accounts import NotAllowed
from simulator.assign_refusals import CannotBegin
from simulator.assigned import Done
from simulator.attempt_refusals import NotNow
from simulator.clearing import Clearing, cleared, definition
from simulator.reviewing import Given, Reviewing
from simulator.rubric_studio import RubricStudio
from simulator.rules_in_force import creditor_of
from simulator.sealing import UnderExam
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.assigned_calls import Floor

TOLD_EARLY = ("Su deuda es de $4,500 y está vencida desde hace 40 días.",)
LONG = "Entiendo que este mes no le alcanza; dígame con calma qué gastos no pueden esperar y vemos qué sí se puede."


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with Store.open(fresh(tmp_path)) as store:
        yield Floor(store)


def test_nobody_practises_the_scenario_of_an_exam_until_its_window_closes(floor: Floor) -> None:
    floor.exam(floor.ana)
    with pytest.raises(UnderExam):
        floor.practice.start(floor.ana, "short_call", "MX", "es")
    assert [card.id for card in floor.practice.scenarios("es", floor.ana)] == ["other_call"]
    suggested = floor.practice.suggestion(floor.ana, "es")
    assert suggested is not None
    assert suggested.scenario_id == "other_call"
    assert floor.practice.start(floor.luis, "short_call", "MX", "es").mode == "practice", "it is not assigned to him"
    floor.clock.pass_(days=4)
    assert floor.practice.start(floor.ana, "short_call", "MX", "es").mode == "practice"


def test_a_scenario_kept_for_exams_is_on_no_shelf(floor: Floor) -> None:
    floor.shelf = (floor.shelf[0].model_copy(update={"exam_only": True}), floor.shelf[1])
    assert [card.id for card in floor.practice.scenarios("es")] == ["other_call"]
    with pytest.raises(UnderExam):
        floor.practice.start(floor.ana, "short_call", "MX", "es")
    assert "short_call" in {s.id for s in floor.assigning.scenarios(floor.eva)}
    assert floor.do(floor.ana, floor.exam(floor.ana)).phase == "closed"


def test_while_the_window_is_open_one_sees_levels_and_no_model_wording(floor: Floor) -> None:
    made = floor.do(floor.ana, floor.exam(floor.ana))
    whole = floor.store.scorecards.latest(made.id)
    assert whole is not None
    assert whole.coaching or any(f.better for j in whole.judgements for f in j.findings), "there is something to hide"
    (kept,) = floor.practice.scorecards(floor.ana, made.id)
    shown = (made.scorecard, floor.practice.open(floor.ana, made.id).scorecard, kept.scorecard, kept.in_force)
    for card in shown:
        assert card is not None
        assert [j.level for j in card.judgements] == [j.level for j in whole.judgements]
        assert card.coaching is None
        assert not any(f.better for j in card.judgements for f in j.findings)
    assert made.sealed
    assert floor.practice.open(floor.eva, made.id).scorecard == whole, "those who assess see all"
    kept = floor.practice.person_data.copy(floor.ana, floor.ana.id)["kept"]
    (own,), (card,) = kept["attempt"], kept["scorecard"]
    assert (own["seed"], own["case_file"]["seed"], card["content"]["coaching"]) == (None, None, None)
    floor.clock.pass_(days=4)
    later = floor.practice.open(floor.ana, made.id)
    assert (later.scorecard, later.sealed) == (whole, False)


def test_after_the_window_nothing_is_begun_and_what_was_begun_is_finished(floor: Floor) -> None:
    one = floor.exam(floor.ana, floor.luis)
    begun = floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0))
    floor.clock.pass_(days=4)
    with pytest.raises(CannotBegin, match="has closed"):
        floor.todo.start(floor.luis, one, 0)
    assert floor.close(floor.ana, begun).phase == "closed"


def test_an_assessed_call_that_was_assigned_is_one_call_and_does_not_go_on(floor: Floor) -> None:
    made = floor.do(floor.ana, floor.assign(floor.eva, floor.ana, mode="assessed"))
    assert floor.practice.contacts.waiting(floor.ana) == ()
    with pytest.raises(NotNow):
        floor.practice.contacts.go_on(floor.ana, made.id)


def test_pasted_and_copied_replies_are_told_and_change_no_score(floor: Floor) -> None:
    one = floor.exam(floor.ana, floor.luis, same_case=True)
    plain = floor.close(floor.ana, floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0), (LONG,)))
    copied = floor.close(
        floor.luis, floor.talk(floor.luis, floor.todo.start(floor.luis, one, 0), (LONG,), pasted=10**9)
    )
    assert plain.scorecard is not None
    assert copied.scorecard is not None
    assert copied.scorecard.judgements == plain.scorecard.judgements
    flags = floor.fairness.flags(floor.eva, one)
    assert {(f.kind, f.name, f.other_name) for f in flags} == {("pasted", "Luis", ""), ("peer", "Luis", "Ana")}
    assert next(f.characters for f in flags if f.kind == "pasted") == len(LONG), "never more than there is"


def test_nothing_is_told_of_a_call_that_is_still_running(floor: Floor) -> None:
    one = floor.exam(floor.luis)
    view = floor.talk(floor.luis, floor.todo.start(floor.luis, one, 0), (LONG,), pasted=99)
    assert floor.fairness.flags(floor.eva, one) == ()
    floor.close(floor.luis, view)
    assert [flag.kind for flag in floor.fairness.flags(floor.eva, one)] == ["pasted"]


def test_of_practice_no_pasting_is_kept_and_none_is_told(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana)
    view = floor.talk(floor.ana, floor.todo.start(floor.ana, one, 0), (LONG,), pasted=99)
    assert [turn.pasted for turn in floor.store.attempts.turns(view.id)] == [0, 0]
    assert floor.fairness.flags(floor.eva, one) == ()


def test_a_manager_is_shown_flags_of_those_they_lead_alone(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.olga, cohorts=frozenset({"early"}), mode="assessed")
    for who in (floor.olga, floor.luis):
        floor.close(who, floor.talk(who, floor.todo.start(who, one, 0), (LONG,), pasted=60))
    assert {f.name for f in floor.fairness.flags(floor.eva, one)} == {"Luis", "Olga"}
    assert [(f.kind, f.name) for f in floor.fairness.flags(floor.marta, one)] == [("pasted", "Luis")]


def test_certificates_rest_on_assessed_calls_of_the_creditor(floor: Floor) -> None:
    one = floor.assign(floor.eva, floor.ana, mode="assessed")
    made = floor.do(floor.ana, one)
    creditor = creditor_of(made.case.creditor.name, "MX")
    assert creditor == "bank"
    now = floor.clock()
    found = cleared(floor.store, floor.ana.id, "MX", creditor, now)
    passed = made.scorecard is not None and made.scorecard.result == "passed"
    assert (found.cleared, found.have, found.cases) == (False, int(passed), definition().cases)
    assert cleared(floor.store, floor.ana.id, "MX", "retailer", now).missing == "none_yet"
    (held,) = Clearing(floor.store, floor.clock).mine(floor.ana)
    assert (held.country, held.creditor, held.creditor_name) == ("MX", "bank", made.case.creditor.name)
    assert Clearing(floor.store, floor.clock).of(floor.marta, [floor.ana.id]) == (held,)
    assert Clearing(floor.store, floor.clock).of(floor.marta, [floor.olga.id]) == ()
    with pytest.raises(NotAllowed):
        Clearing(floor.store, floor.clock).of(floor.luis, [floor.ana.id])


def test_what_a_person_decides_about_a_possible_breach_counts_for_the_certificate(floor: Floor) -> None:
    made = floor.do(floor.ana, floor.assign(floor.eva, floor.ana, mode="assessed"), replies=TOLD_EARLY)
    reviewing = Reviewing(floor.store, floor.clock)

    def missing_after(breach: bool) -> str:
        shown = reviewing.call(floor.eva, made.id)
        (gate,) = shown.kept.scorecard.gates
        given = Given(
            kind="gate", about=gate.id, breach=breach, reason="Lo oí dos veces.", card=shown.kept.id,
            seen=len(shown.about("gate", gate.id)),
        )  # fmt: skip
        reviewing.review(floor.eva, made.id, given)
        return cleared(floor.store, floor.ana.id, "MX", "bank", floor.clock()).missing

    assert cleared(floor.store, floor.ana.id, "MX", "bank", floor.clock()).missing == "waits"
    assert missing_after(breach=True) == "gate", "however few points the call has"
    assert missing_after(breach=False) != "gate", "nobody is accused against a person's word"


def test_calls_under_a_trainers_own_rubric_count_until_its_next_version(floor: Floor) -> None:
    studio = RubricStudio(floor.store, floor.clock)

    def published(source: str, pass_mark: int) -> str:
        draft = studio.copy(floor.eva, source)
        rubric = parse_rubric(draft.text, "draft").model_copy(update={"pass_mark": pass_mark})
        saved = studio.save(floor.eva, draft.id, as_yaml(rubric), draft.edits)
        return studio.publish(floor.eva, saved.id, saved.edits).rubric.id

    own = published("default", 1)
    floor.shelf = tuple(scenario.model_copy(update={"rubric": own}) for scenario in floor.shelf)
    made = floor.do(floor.ana, floor.assign(floor.eva, floor.ana, mode="assessed"))
    assert made.scorecard is not None
    assert made.scorecard.result == "passed"
    assert cleared(floor.store, floor.ana.id, "MX", "bank", floor.clock()).have == 1
    published(own, 2)
    assert cleared(floor.store, floor.ana.id, "MX", "bank", floor.clock()).missing == "rules_changed"
    studio.withdraw(floor.eva, own)
    assert cleared(floor.store, floor.ana.id, "MX", "bank", floor.clock()).have == 0


def test_a_programme_is_done_day_by_day(floor: Floor) -> None:
    floor.shelf = list_scenarios()
    one = floor.assign(floor.eva, floor.ana, scenarios=(), programme="first_two_weeks")
    (mine,) = floor.todo.mine(floor.ana)
    ready = [state.task.scenario for state in mine.standing.tasks if not state.why]
    assert ready == ["first_call"]
    with pytest.raises(CannotBegin, match="24/11/2026"):
        floor.todo.start(floor.ana, one, 1)
    floor.clock.pass_(days=1)
    with pytest.raises(CannotBegin, match="what comes before"):
        floor.todo.start(floor.ana, one, 1)
    floor.store.assignments.finish(Done(assignment_id=one, profile_id=floor.ana.id, task=0, done_at=floor.clock()))
    assert floor.todo.start(floor.ana, one, 1).scenario.id == mine.assignment.tasks[1].scenario
