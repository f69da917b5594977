"""An account over several contacts: when it is due again, what is remembered, who answers what was chosen."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

import pytest

from scenarios.case import Case, Channel
from scenarios.load import load_scenario
from scenarios.scenario import ContactSpec, Scenario
from scoring.transcript import Contact, FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import NotNow, NotOffered
from simulator.contacts import offers
from simulator.playthrough import script_of
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.reaching import chance, reached
from simulator.state import Said
from simulator.store import Store
from simulator.thread import coming_of, next_of
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.engine import ON, case

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
EVENING = Contact(on=ON + timedelta(days=1), at=time(18, 30))
BUZZ = Said(text="Buenas tardes, habla Laura Gómez con un mensaje para usted. Devuélvame la llamada, por favor.")


@cache
def library() -> tuple[Scenario, ...]:
    return tuple(load_scenario(name) for name in ("job_loss", "promise_breaker", "payables_gatekeeper"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture
def person(store: Store) -> Callable[[str], Actor]:
    profiles = Profiles(store, lambda: NOW)
    return lambda name: profiles.actor(profiles.create(name, "trainee").id)


@pytest.fixture
def ana(person: Callable[[str], Actor]) -> Actor:
    return person("Ana")


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, lambda: NOW, library=library)


def played(practice: Practice, actor: Actor, view: AttemptView, name: str = "good_mx") -> AttemptView:
    """The contact held as a playthrough of its scenario says, and closed."""
    scenario = load_scenario(view.scenario.id)
    script = script_of(next(p for p in scenario.playthroughs if p.name == name))
    view = practice.begin_talk(actor, view.id)
    for reply in script.replies:
        if view.phase == "talk":
            view = practice.say(actor, view.id, reply.said, f"k{view.next_number}", view.next_number)
    view = practice.end_talk(actor, view.id)
    return practice.finish(actor, view.id, script.follow_up or FollowUp(note="Sin acuerdo."))


def left_at_once(practice: Practice, actor: Actor, view: AttemptView, note: str = "Colgué.") -> AttemptView:
    view = practice.begin_talk(actor, view.id)
    return practice.finish(actor, practice.end_talk(actor, view.id).id, FollowUp(note=note))


def begun(
    practice: Practice, actor: Actor, scenario: str = "job_loss", country: str = "MX", seed: int = 7
) -> AttemptView:
    language = "en" if country in ("US", "GB") else "es"
    return practice.start(actor, scenario, country, language, seed=seed, on=ON)  # type: ignore[arg-type]


def test_a_thread_has_four_contacts_at_most_and_their_days_ascend(practice: Practice, ana: Actor) -> None:
    view, days = begun(practice, ana, country="CL"), list[date]()
    while True:
        view = left_at_once(practice, ana, view)
        days.append(view.on)
        if practice.contacts.next(ana, view.id).on is None:
            break
        view = practice.contacts.go_on(ana, view.id)
    assert practice.contacts.next(ana, view.id).why == "enough"
    assert len(days) == 4
    assert days == sorted(set(days))
    assert all((b - a).days >= 7 for a, b in pairwise(days)), "one call a week in Chile"
    assert view.earlier is not None
    assert [c.on for c in view.earlier.contacts] == days[:3]


def test_the_debtor_and_the_file_remember_what_was_said_and_promised(practice: Practice, ana: Actor) -> None:
    first = played(practice, ana, begun(practice, ana))
    then = practice.contacts.next(ana, first.id)
    assert (then.why, then.promise) == ("reminder", "due"), "the note names a day before the payment"
    second = practice.contacts.go_on(ana, first.id)
    assert second.earlier is not None
    assert (second.contact, second.on, second.thread) == (2, then.on, first.id)
    assert second.case.debtor.full_name == first.case.debtor.full_name
    assert second.earlier.contacts[0].note == first.follow_up.note  # type: ignore[union-attr]
    assert first.state is not None
    assert set(second.earlier.facts) == set(first.state.facts)
    talking = practice.begin_talk(ana, second.id)
    assert talking.state is not None
    assert (talking.state.contact, talking.state.promise) == (2, "due")


def test_a_later_contact_speaks_with_memory_in_a_scenario_that_knows_nothing_of_it(
    practice: Practice, ana: Actor
) -> None:
    first = left_at_once(practice, ana, begun(practice, ana, "payables_gatekeeper", "ES"))
    second = practice.begin_talk(ana, practice.contacts.go_on(ana, first.id).id)
    assert second.state is not None
    assert second.state.beats[0] in {"picks_up_again", "you_again"}


def test_going_on_twice_opens_the_contact_that_stands(
    practice: Practice, ana: Actor, person: Callable[[str], Actor]
) -> None:
    first = left_at_once(practice, ana, begun(practice, ana))
    assert practice.contacts.made(ana, first.id) is None
    assert [w.last.id for w in practice.contacts.waiting(ana)] == [first.id]
    second = practice.contacts.go_on(ana, first.id)
    assert practice.contacts.go_on(ana, first.id).id == second.id
    assert practice.contacts.made(ana, first.id) == second.id
    assert practice.contacts.waiting(ana) == ()
    with pytest.raises(NotNow):
        practice.contacts.go_on(ana, second.id)
    with pytest.raises(NotAllowed):
        practice.contacts.go_on(person("Bruno"), first.id)


def test_equal_contacts_lead_to_equal_ones(practice: Practice, ana: Actor, person: Callable[[str], Actor]) -> None:
    def second(actor: Actor) -> AttemptView:
        return practice.contacts.go_on(actor, left_at_once(practice, actor, begun(practice, actor)).id)

    one, other = second(ana), second(person("Otra"))
    assert (one.case, one.earlier, one.on) == (other.case, other.earlier, other.on)


def test_what_was_promised_and_kept_to_the_end_settles_the_account(practice: Practice, ana: Actor) -> None:
    for seed in range(3, 40):
        view = played(practice, ana, begun(practice, ana, "promise_breaker", seed=seed))
        if view.state and view.state.agreement and all(c.came >= c.amount for c in coming_of(view)):
            then = next_of(view)
            assert then.on is None or then.why in ("reminder", "kept")
            return
    pytest.fail("no such story among these seeds")


def test_a_chosen_contact_must_be_one_that_is_offered(practice: Practice, ana: Actor) -> None:
    view = begun(practice, ana, "promise_breaker")
    with pytest.raises(NotOffered):
        practice.contacts.choose(ana, view.id, EVENING.model_copy(update={"channel": "email"}))
    with pytest.raises(NotOffered):
        practice.contacts.choose(ana, begun(practice, ana).id, EVENING)
    chosen = practice.contacts.choose(ana, view.id, EVENING.model_copy(update={"answered": "voicemail"}))
    assert chosen.approach == EVENING, "who answers is not the sender's to say"
    moved = practice.begin_talk(ana, view.id)
    assert moved.on == moved.case.on == EVENING.on
    assert practice.open(ana, view.id).approach == moved.approach
    with pytest.raises(NotNow):
        practice.contacts.choose(ana, view.id, EVENING)


@pytest.mark.parametrize(
    "different",
    [{"on": ON - timedelta(days=1)}, {"on": ON + timedelta(days=9)}, {"at": time(18, 31)}, {"who": "reference"}],
)
def test_days_hours_and_people_not_offered_are_refused(different: dict[str, object]) -> None:
    spec = ContactSpec(who=("debtor", "relative"))
    assert offers(spec, EVENING, ON)
    assert not offers(spec, EVENING.model_copy(update=different), ON)


def seeded(seed: int, country: str = "MX") -> Case:
    """One case under another seed: what is drawn after it depends on the seed alone."""
    return case(country=country).model_copy(update={"seed": seed})


@pytest.mark.parametrize("country", ["MX", "US"])
def test_a_better_moment_never_reaches_less(country: str) -> None:
    for seed in range(60):
        known = seeded(seed, country)
        poor, good = EVENING.model_copy(update={"at": time(7, 30)}), EVENING
        assert chance(known, poor) < chance(known, good)
        if reached(known, poor, 1).answered == "debtor":
            assert reached(known, good, 1).answered == "debtor"


def test_who_answers_is_the_same_again_and_all_three_come_about() -> None:
    seen = [reached(seeded(seed), EVENING.model_copy(update={"at": time(7, 30)}), 1) for seed in range(60)]
    assert seen == [reached(seeded(seed), EVENING.model_copy(update={"at": time(7, 30)}), 1) for seed in range(60)]
    assert {c.answered for c in seen} == {"debtor", "somebody_else", "voicemail"}
    at_work = EVENING.model_copy(update={"who": "employer"})
    assert {reached(seeded(seed), at_work, 1).answered for seed in range(60)} == {"somebody_else", "voicemail"}


def reaching(practice: Practice, actor: Actor, answered: str, contact: Contact, country: str = "MX") -> AttemptView:
    for seed in range(100):
        if reached(seeded(seed, country), contact, 1).answered == answered:
            view = begun(practice, actor, "promise_breaker", country, seed)
            practice.contacts.choose(actor, view.id, contact)
            return practice.begin_talk(actor, view.id)
    raise AssertionError


def test_a_machine_takes_one_message_and_the_account_goes_on(practice: Practice, ana: Actor) -> None:
    view = reaching(practice, ana, "voicemail", EVENING)
    assert view.steps[0].words.startswith("(Buzón")
    view = practice.say(ana, view.id, BUZZ, "one", 1)
    assert (view.phase, view.disposition) == ("wrap_up", "no_contact")
    view = practice.finish(ana, view.id, FollowUp(note="Dejé mensaje sin decir el asunto."))
    assert practice.contacts.next(ana, view.id).why == "nobody"
    assert view.scorecard is not None
    assert not [g for g in view.scorecard.gates if g.id == "third_party_disclosure"]
    again = practice.contacts.go_on(ana, view.id)
    assert again.earlier is not None
    assert again.earlier.contacts[0].answered == "voicemail"
    assert again.earlier.anger == view.scenario.debtor.anger, "who was not reached is in no other mood"


def test_a_message_that_tells_the_debt_is_a_possible_disclosure(practice: Practice, ana: Actor) -> None:
    view = reaching(practice, ana, "voicemail", EVENING)
    told = Said(text="Buenas tardes, usted debe $4,500 de su tarjeta y tiene 51 días de atraso.")
    view = practice.say(ana, view.id, told, "one", 1)
    view = practice.finish(ana, view.id, FollowUp(note="Dejé mensaje."))
    assert view.scorecard is not None
    assert "third_party_disclosure" in {g.id for g in view.scorecard.gates}
    assert view.scorecard.result != "passed"


def test_somebody_else_takes_a_message_and_agrees_to_nothing(practice: Practice, ana: Actor) -> None:
    view = reaching(practice, ana, "somebody_else", EVENING.model_copy(update={"who": "relative"}))
    for n, text in enumerate(("Buenas tardes, ¿hablo con el titular?", "Le ofrezco tres pagos de 500."), start=1):
        view = practice.say(ana, view.id, Said(text=text), str(n), n)
    view = practice.end_talk(ana, view.id)
    assert view.disposition == "third_party"
    assert view.state is not None
    assert view.state.agreement is None


def test_an_unlawful_hour_waits_for_a_person_to_decide(practice: Practice, ana: Actor) -> None:
    late = EVENING.model_copy(update={"at": time(7, 30)})
    view = reaching(practice, ana, "voicemail", late, "CL")
    view = practice.end_talk(ana, view.id)
    view = practice.finish(ana, view.id, FollowUp(note="No dejé mensaje."))
    assert view.scorecard is not None
    gate = next(g for g in view.scorecard.gates if g.id == "unlawful_time")
    assert gate.status == "possible_breach"
    assert "sin verificar" in gate.source


def test_the_channel_that_was_chosen_is_that_of_the_call(practice: Practice, ana: Actor) -> None:
    written: Channel = "whatsapp"
    view = reaching(practice, ana, "debtor", EVENING.model_copy(update={"channel": written}))
    assert view.case.channel == written
