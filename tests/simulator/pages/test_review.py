"""The list of scorecards and the review of one, as the framework runs them; and what the trainee reads of it."""

import pytest
from streamlit.testing.v1 import AppTest

from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor
from simulator.contesting import About
from simulator.practice import Practice
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.branches import NOTE, NOW, Clock, said, somebody
from tests.simulator.pages.conftest import Visit, shown

TOLD_EARLY = ("Su deuda es de $4,500 y está vencida desde hace 40 días.",)
XSS = '<img src=x onerror="alert(1)">'


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, Clock())


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana Ruiz")


@pytest.fixture
def eva(store: Store) -> Actor:
    return somebody(store, "Eva", "trainer")


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    view = practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date(), mode="assessed")
    view = said(practice, ana, practice.begin_talk(ana, view.id), TOLD_EARLY)
    practice.end_talk(ana, view.id)
    return practice.finish(ana, view.id, NOTE)


def clean(tab: AppTest) -> str:
    assert not tab.exception
    text = shown(tab)
    assert "no se puede mostrar" not in text, text
    assert "<img src=x" not in text
    return text


def labels(tab: AppTest) -> str:
    return str([link.proto.label for link in tab.get("page_link")])


def test_what_waits_comes_first_and_is_decided_with_its_evidence_in_view(
    visit: Visit, practice: Practice, ana: Actor, eva: Actor, call: AttemptView
) -> None:
    assert call.scorecard is not None
    assert call.scorecard.result == "review"
    listed = visit(eva.id, "scorecards")
    assert "Por decidir: 1 llamada con una posible falta" in clean(listed)
    assert "Ana Ruiz" in labels(listed)
    tab = visit(eva.id, "scorecards", attempt=call.id)
    assert TOLD_EARLY[0] in clean(tab)
    gate = call.scorecard.gates[0].id
    tab.button(key=f"keep_gate_{gate}").click().run()
    assert "Diga si hubo falta o no" in clean(tab)
    tab.radio(key=f"breach_gate_{gate}").set_value(False)
    tab.text_area(key=f"reason_gate_{gate}").set_value(f"Ya había preguntado. {XSS}")
    tab.button(key=f"keep_gate_{gate}").click().run()
    assert "No hubo falta" in clean(tab)
    assert "Nada espera una decisión" in clean(visit(eva.id, "scorecards"))
    own = clean(visit(ana.id, "attempt", attempt=call.id))
    assert "Ya había preguntado." in own
    assert "Posible falta" not in own


def test_a_contest_is_answered_and_the_trainee_reads_the_answer(
    visit: Visit, practice: Practice, ana: Actor, eva: Actor, call: AttemptView
) -> None:
    contest = practice.contests.contest(ana, call.id, About(kind="criterion", about="calm"), f"No grité {XSS}", 4)
    assert call.scorecard is not None
    machine = call.scorecard.judgement("calm").level
    assert machine is not None
    new = 4 if machine < 4 else 3
    waits = clean(visit(ana.id, "attempt", attempt=call.id))
    assert "Pendiente de revisión, se contesta a más tardar" in waits
    tab = visit(eva.id, "scorecards", attempt=call.id)
    assert "No grité" in clean(tab)
    tab.radio(key="level_criterion_calm").set_value(new)
    tab.text_area(key="reason_criterion_calm").set_value("Tiene razón: el tono fue sereno.")
    tab.button(key="keep_criterion_calm").click().run()
    assert "Diga si la persona tiene razón o no" in clean(tab)
    assert tab.text_area(key="reason_criterion_calm").value == "Tiene razón: el tono fue sereno.", "nothing is lost"
    tab.radio(key="upheld_criterion_calm").set_value(True)
    tab.button(key="keep_criterion_calm").click().run()
    assert "Contestado: tenía usted razón" in clean(tab)
    home = visit(ana.id)
    assert "Una persona le contestó: Calma" in clean(home)
    home.button(key=f"read_answer_{call.id}").click().run()
    read = clean(home)
    assert "Contestado: tenía usted razón" in read
    assert "Tiene razón: el tono fue sereno." in read
    assert f"El programa había dado el nivel {machine}" in read
    assert "Una persona le contestó" not in clean(visit(ana.id))
    assert "★" in clean(visit(ana.id, "progress"))
    assert practice.contests.of(ana, call.id) == (contest,)


def test_to_agree_is_one_act_and_another_level_is_another_so_that_no_slip_agrees(
    visit: Visit, store: Store, eva: Actor, call: AttemptView
) -> None:
    assert call.scorecard is not None
    machine = call.scorecard.judgement("calm").level
    assert machine is not None
    tab = visit(eva.id, "scorecards", attempt=call.id)
    tab.text_area(key="reason_criterion_calm").set_value("Lo oí dos veces.")
    tab.button(key="keep_criterion_calm").click().run()
    assert "Elija un nivel de 0 a 4" in clean(tab)
    assert store.reviews.of_attempt(call.id) == ()
    assert str(machine) not in tab.radio(key="other_criterion_calm").options
    tab.button(key="agree_criterion_calm").click().run()
    (agreed,) = store.reviews.of_attempt(call.id)
    assert (agreed.verdict, agreed.level, agreed.reason) == ("agree", machine, "Lo oí dos veces.")
    other = (machine + 1) % 5
    tab.radio(key="other_criterion_calm").set_value(other)
    tab.text_area(key="reason_criterion_calm").set_value("Mejor pensado.")
    tab.button(key="keep_criterion_calm").click().run()
    assert f"El programa había dado el nivel {machine}" in clean(tab)
    assert [one.verdict for one in store.reviews.of_attempt(call.id)] == ["agree", "override"]


def test_the_list_is_narrowed_by_what_stands_in_the_address(
    visit: Visit, practice: Practice, ana: Actor, eva: Actor, call: AttemptView
) -> None:
    for query, found in (
        ({"person": ana.id}, True), ({"person": "nobody"}, False), ({"scenario": "job_loss"}, True),
        ({"result": "passed"}, False), ({"gate": "insult"}, False), ({"contested": "true"}, False),
        ({"reviewed": "no"}, True), ({"weeks": "zz", "level": "99", "reviewed": XSS}, True),
        ({"after": "0~nonsense~x"}, True),
    ):  # fmt: skip
        tab = visit(eva.id, "scorecards", **query)
        clean(tab)
        assert ("Ana Ruiz" in labels(tab)) == found, query
    tab = visit(eva.id, "scorecards")
    tab.selectbox(key="filter_result_es").set_value("passed").run()
    assert tab.query_params["result"] in ("passed", ["passed"])
    assert "Ana Ruiz" not in labels(tab)
    tab.button(key="show_all").click().run()
    assert "Ana Ruiz" in labels(tab)


def test_a_manager_sees_the_own_cohort_and_a_trainee_nothing(
    visit: Visit, store: Store, ana: Actor, call: AttemptView
) -> None:
    luz = somebody(store, "Luz", "manager")
    assert "Ana Ruiz" not in labels(visit(luz.id, "scorecards"))
    assert "no se puede mostrar" in shown(visit(luz.id, "scorecards", attempt=call.id))
    store.cohorts.add(Cohort(id="c1", name="Norte"))
    for one, place in ((luz, "manager"), (ana, "trainee")):
        member = Membership.model_validate({"cohort_id": "c1", "profile_id": one.id, "place": place})
        store.cohorts.place(one.id, (member,))
    assert "Ana Ruiz" in labels(visit(luz.id, "scorecards", cohort="c1"))
    assert TOLD_EARLY[0] in clean(visit(luz.id, "scorecards", attempt=call.id))
    assert "no se puede mostrar" in shown(visit(ana.id, "scorecards"))
