"""The pages of assignments: making one, doing it, following it, sitting beside it."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from simulator import programmes
from simulator.access.kept import Cohort, Membership
from simulator.accounts import Actor
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.assignment_new import CODE
from simulator.assignment_view import Wanted
from simulator.kept import Role
from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import attempt_of

XSS = '<img src=x onerror="alert(1)">'
REPLY = "Buenas tardes, le llama Laura Gómez de Gestoría Puente. ¿Hablo con el titular?"


def now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def somebody(store: Store, name: str, role: Role = "trainee") -> Actor:
    profiles = Profiles(store, now)
    return profiles.actor(profiles.create(name, role).id)


@pytest.fixture
def eva(store: Store) -> Actor:
    return somebody(store, "Eva Sol", "trainer")


@pytest.fixture
def ana(store: Store, eva: Actor) -> Actor:
    store.cohorts.add(Cohort(id="early", name="Mañana"))
    ana = somebody(store, "Ana Ruiz")
    store.cohorts.place(ana.id, (Membership(cohort_id="early", profile_id=ana.id, place="trainee"),))
    return ana


def assign(by: Actor, to: Actor, **more: object) -> str:
    """The id of one that was assigned behind the pages."""
    due = now().date() + datetime.timedelta(days=1)
    same = {
        "scenarios": ("job_loss",), "people": frozenset({to.id}), "country": "MX", "language": "es",
        "opens_on": now().date(), "due_on": due,
    }  # fmt: skip
    return assign_desk().assigning.assign(by, Wanted.model_validate(same | more))[0].id


def test_a_trainer_assigns_a_call_to_a_cohort_after_seeing_who_gets_what(visit: Visit, eva: Actor, ana: Actor) -> None:
    tab = visit(eva.id, "assignments", new="1")
    assert tab.button(key="assign_go").disabled
    tab.selectbox(key="assign_country").set_value("MX").run()
    tab.multiselect(key="assign_scenarios").set_value(["job_loss"]).run()
    tab.segmented_control(key="assign_mode").set_value("assessed").run()
    tab.multiselect(key="assign_cohorts").set_value(["early"]).run()
    assert "1 persona: Ana Ruiz" in shown(tab)
    assert "evaluada" in shown(tab)
    tab.checkbox(key="assign_code").check().run()
    tab.button(key="assign_go").click().run()
    assert not tab.exception
    made = tab.session_state[CODE][0]
    assert tab.code[0].value == tab.session_state[CODE][1]
    assert "Ana Ruiz" in shown(tab)
    (mine,) = assign_desk().todo.mine(ana)
    assert (mine.assignment.id, mine.assignment.tasks[0].mode) == (made, "assessed")


def test_it_takes_place_where_the_cohort_works_until_another_country_is_chosen(
    visit: Visit, store: Store, eva: Actor
) -> None:
    store.cohorts.add(Cohort(id="leeds", name="Leeds", time_zone="Europe/London"))
    tab = visit(eva.id, "assignments", new="1", cohort="leeds", mode="assessed")
    assert tab.selectbox(key="assign_country").value == "GB"
    assert tab.multiselect(key="assign_cohorts").value == ["leeds"]
    assert tab.segmented_control(key="assign_mode").value == "assessed"
    tab.selectbox(key="assign_country").set_value("CL").run()
    tab.multiselect(key="assign_cohorts").set_value([]).run()
    assert tab.selectbox(key="assign_country").value == "CL"


def test_what_stands_in_the_way_is_said_beside_the_button(visit: Visit, eva: Actor, ana: Actor) -> None:
    tab = visit(eva.id, "assignments", new="1")
    tab.selectbox(key="assign_country").set_value("MX").run()
    tab.multiselect(key="assign_scenarios").set_value(["job_loss"]).run()
    assert "Elija a quién" in shown(tab)
    tab.multiselect(key="assign_people").set_value([ana.id]).run()
    assert not tab.button(key="assign_go").disabled
    tab.date_input(key="assign_due").set_value(datetime.date(2020, 1, 1)).run()
    assert "La fecha límite" in shown(tab)
    assert tab.button(key="assign_go").disabled


def test_a_programme_is_shown_by_day(visit: Visit, eva: Actor, ana: Actor) -> None:
    tab = visit(eva.id, "assignments", new="1")
    tab.segmented_control(key="assign_what").set_value("programme").run()
    tab.multiselect(key="assign_people").set_value([ana.id]).run()
    tab.date_input(key="assign_due").set_value(None).run()
    assert "día 12" in shown(tab)
    tab.button(key="assign_go").click().run()
    assert not tab.exception
    home = visit(ana.id)
    assert "Las dos primeras semanas" in shown(home)
    assert "Día 1: Llegar" in shown(home)
    (mine,) = assign_desk().todo.mine(ana)
    whole = visit(ana.id, "assigned", assignment=mine.assignment.id)
    assert "Día 12: Las otras dos" in shown(whole)
    begins = [b.key for b in whole.button if b.key and b.key.startswith("do_")]
    assert begins == [f"do_{mine.assignment.id}_0"]


def test_the_last_day_follows_the_programme_until_one_chooses_another(visit: Visit, eva: Actor, ana: Actor) -> None:
    tab, today = visit(eva.id, "assignments", new="1"), now().date()
    assert tab.date_input(key="assign_due").value == today + datetime.timedelta(days=7)
    tab.segmented_control(key="assign_what").set_value("programme").run()
    length = programmes.find("first_two_weeks").last_day
    assert tab.date_input(key="assign_due").value == today + datetime.timedelta(days=length)
    monday = today + datetime.timedelta(days=4)
    tab.date_input(key="assign_opens").set_value(monday).run()
    assert tab.date_input(key="assign_due").value == monday + datetime.timedelta(days=length)
    own = monday + datetime.timedelta(days=30)
    tab.date_input(key="assign_due").set_value(own).run()
    tab.segmented_control(key="assign_what").set_value("calls").run()
    assert tab.date_input(key="assign_due").value == own


def test_a_scenario_that_the_address_names_is_chosen_where_it_takes_place(visit: Visit, eva: Actor, ana: Actor) -> None:
    tab = visit(eva.id, "assignments", new="1", scenario="small_invoice")
    assert tab.multiselect(key="assign_scenarios").value == ["small_invoice"]
    tab.multiselect(key="assign_scenarios").set_value([]).run()
    assert tab.multiselect(key="assign_scenarios").value == []


def test_the_start_page_begins_with_what_is_assigned(visit: Visit, eva: Actor, ana: Actor) -> None:
    one = assign(eva, ana, mode="assessed", title=XSS)
    home = visit(ana.id)
    assert "<img" not in shown(home)
    assert "Vence mañana" in shown(home)
    assert "Evaluada: la ve usted" in shown(home)
    primary = [b.key for b in home.button if b.proto.type == "primary"]
    assert primary == [f"do_{one}_0"]
    home.button(key=f"do_{one}_0").click().run()
    assert not home.exception
    view = attempt_of(home)
    again = visit(ana.id)
    assert "resume" not in [b.key for b in again.button], "the open call stands where it was assigned"
    again.button(key=f"do_{one}_0").click().run()
    assert attempt_of(again) == view


def test_the_code_is_asked_and_a_wrong_one_refused_in_words(visit: Visit, eva: Actor, ana: Actor) -> None:
    due = now().date() + datetime.timedelta(days=2)
    wanted = Wanted(
        scenarios=("job_loss",), people=frozenset({ana.id}), country="MX", language="es", opens_on=now().date(),
        due_on=due, mode="assessed", code=True,
    )  # fmt: skip
    made, code = assign_desk().assigning.assign(eva, wanted)
    home = visit(ana.id)
    home.text_input(key=f"code_{made.id}_0").set_value("XXXXXX").run()
    home.button(key=f"do_{made.id}_0").click().run()
    assert "Ese no es el código" in shown(home) or "El código no es ese" in shown(home)
    home.text_input(key=f"code_{made.id}_0").set_value(code).run()
    home.button(key=f"do_{made.id}_0").click().run()
    assert attempt_of(home)


def test_of_practice_the_list_says_only_that_it_was_done(visit: Visit, eva: Actor, ana: Actor, store: Store) -> None:
    one = assign(eva, ana)
    home = visit(ana.id)
    home.button(key=f"do_{one}_0").click().run()
    made = attempt_of(home)
    assert "Práctica: quien la asignó ve que la hizo" in shown(home)
    seen = visit(eva.id, "assignments", assignment=one)
    assert "Ana Ruiz" in shown(seen)
    assert made not in str(seen.main)
    assert made not in shown(seen)


def talk(ana: Actor, assignment: str, visit: Visit) -> str:
    """A running assessed call."""
    home = visit(ana.id)
    home.button(key=f"do_{assignment}_0").click().run()
    home.button(key="call").click().run()
    home.chat_input[0].set_value(REPLY).run()
    assert not home.exception
    return attempt_of(home)


def test_a_coach_sits_beside_an_assessed_call_and_both_see_it(visit: Visit, eva: Actor, ana: Actor) -> None:
    one = assign(eva, ana, mode="assessed")
    call = talk(ana, one, visit)
    assert "La anotación" not in shown(visit(ana.id, "attempt", attempt=call))
    listed = visit(eva.id, "assignments", assignment=one)
    assert not listed.exception
    silent = visit(eva.id, "attempt", attempt=call)
    assert REPLY not in shown(silent)
    assert "Llamadas evaluadas en curso" in shown(visit(eva.id, "beside"))
    before = visit(eva.id, "beside", attempt=call)
    assert REPLY not in shown(before)
    before.button(key="beside_sit").click().run()
    assert REPLY in shown(before)
    caller = visit(ana.id, "attempt", attempt=call)
    assert "Escucha ahora: Eva Sol" in shown(caller)
    before.button(key="beside_leave").click().run()
    assert REPLY not in shown(before)
    assert "Eva Sol" not in shown(visit(ana.id, "attempt", attempt=call))


def test_a_trainee_asks_a_coach_into_practice_and_ends_it(visit: Visit, eva: Actor, ana: Actor) -> None:
    one = assign(eva, ana)
    call = talk(ana, one, visit)
    tab = visit(ana.id, "attempt", attempt=call)
    tab.button(key="beside_ask_go").click().run()
    assert "Invitación enviada a: Eva Sol" in shown(tab)
    coach = visit(eva.id, "beside")
    coach.button(key=f"sit_{call}").click().run()
    assert REPLY in shown(coach)
    visit(ana.id, "attempt", attempt=call).button(key="beside_end").click().run()
    assert REPLY not in shown(visit(eva.id, "beside", attempt=call))
    assert "Ana Ruiz" not in shown(visit(eva.id, "beside"))


def test_an_exam_shows_levels_and_no_number_and_no_wording(visit: Visit, eva: Actor, ana: Actor, store: Store) -> None:
    one = assign(eva, ana, mode="assessed", exam=True)
    call = talk(ana, one, visit)
    seed = store.attempts.get(call).seed  # type: ignore[union-attr]
    tab = visit(ana.id, "attempt", attempt=call)
    tab.button(key="deed_end").click().run().button(key="end_yes").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area(key=f"note_{call}").set_value("Se habló con el titular. Se le llama el lunes.").run()
    tab.button(key="finish").click().run()
    assert not tab.exception
    assert "Mientras este examen esté abierto" in shown(tab)
    assert "Podría decir:" not in shown(tab)
    assert str(seed) not in shown(tab)
    shelf = visit(ana.id, "practise")
    assert "choose_job_loss" not in [b.key for b in shelf.button]
    seen = visit(eva.id, "assignments", assignment=one)
    assert "Ana Ruiz" in shown(seen)


@pytest.mark.parametrize("page", ["assignments", "beside"])
def test_a_trainee_meets_none_of_it(visit: Visit, eva: Actor, ana: Actor, page: str) -> None:
    one = assign(eva, ana)
    for query in ({}, {"assignment": one}, {"new": "1"}):
        tab = visit(ana.id, page, **query)
        assert 'role="alert"' in shown(tab)
    home = visit(ana.id)
    assert "assignments" not in [link.proto.page for link in links(home)]


def links(tab: AppTest) -> list[object]:
    return list(tab.get("page_link"))


def test_pasting_is_counted_for_the_reply_it_belongs_to(visit: Visit, eva: Actor, ana: Actor, store: Store) -> None:
    call = talk(ana, assign(eva, ana, mode="assessed"), visit)
    tab = visit(ana.id, "attempt", attempt=call)
    for number, counted in ((2, "2:30"), (3, "2:30"), (4, "nonsense")):
        tab.text_input(key=f"pasted_{call}").set_value(counted).run()
        tab.chat_input[0].set_value(f"Dígame {number}, ¿qué día cobra y cuánto le queda libre al mes?").run()
    assert [turn.pasted for turn in store.attempts.turns(call)][2:] == [30, 0, 0]


def test_who_works_elsewhere_is_told_the_hour_at_which_the_last_day_ends_there(
    visit: Visit, eva: Actor, ana: Actor, store: Store
) -> None:
    one = assign(eva, ana, due_on=now().date() + datetime.timedelta(days=5))
    assert "hora local" not in shown(visit(ana.id, "assigned", assignment=one))
    store.cohorts.add(Cohort(id="far", name="Katmandú", time_zone="Asia/Kathmandu"))
    store.cohorts.place(ana.id, (Membership(cohort_id="far", profile_id=ana.id, place="trainee"),))
    kept = store.assignments.get(one)
    assert kept is not None
    assert kept.due_at is not None
    ends = kept.due_at.astimezone(ZoneInfo("Asia/Kathmandu"))
    assert f"a las {ends:%H:%M} en su hora local" in shown(visit(ana.id, "assigned", assignment=one))


def test_a_due_date_is_moved_and_it_is_withdrawn(visit: Visit, eva: Actor, ana: Actor) -> None:
    one = assign(eva, ana)
    tab = visit(eva.id, "assignments", assignment=one)
    tab.date_input(key="assign_due_new").set_value(now().date() + datetime.timedelta(days=9)).run()
    tab.button(key="assign_due_go").click().run()
    assert assign_desk().assigning.open(eva, one).assignment.due_at > now() + datetime.timedelta(days=8)  # type: ignore[operator]
    assert tab.button(key="assign_withdraw").disabled
    tab.checkbox(key="assign_withdraw_sure").check().run()
    tab.button(key="assign_withdraw").click().run()
    assert assign_desk().todo.mine(ana) == ()
    again = visit(eva.id, "assignments", new="1", again=one)
    assert again.multiselect(key="assign_people").value == [ana.id]
    assert again.multiselect(key="assign_scenarios").value == ["job_loss"]


def test_anothers_assignment_is_not_opened_by_its_address(visit: Visit, eva: Actor, ana: Actor, store: Store) -> None:
    tab = visit(somebody(store, "Luis Gil").id, "assigned", assignment=assign(eva, ana))
    assert 'role="alert"' in shown(tab)
    assert "Perdió el empleo" not in shown(tab)
