"""Practice: from the list of calls to the scorecard; what an attempt keeps, and what is refused."""

from collections.abc import Callable

import pytest

from scenarios.load import ScenarioError
from scenarios.scenario import Scenario
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import BadSeed, NotNow
from simulator.catalogue import NoSuchScenario
from simulator.conversation import opening, respond
from simulator.practice import Practice
from simulator.profiles import NameNeeded, Profiles
from simulator.refusals import Refusal
from simulator.state import Said
from simulator.store import Store
from simulator.typed import MAX_PLAN_FIELDS, NotAForm
from simulator.view import AttemptView, Unreadable
from tests.simulator.one_call import GREETING, NOTE, NOW, Clock, ana, person, practice, scenario, store, talk

__all__ = ["ana", "person", "practice", "scenario", "store", "talk"]


def test_the_list_shows_nothing_hidden(practice: Practice) -> None:
    (card,) = practice.scenarios("es")
    assert (card.id, card.title, card.difficulty) == ("short_call", "Una llamada corta", 1)
    assert not {"facts", "budget", "debtor", "endings"} & set(card.model_dump())


def test_a_call_from_start_to_score(practice: Practice, ana: Actor) -> None:
    view = practice.start(ana, "short_call", "MX", "es", seed=7)
    assert (view.phase, view.steps, view.on, view.case.seed) == ("prepare", (), NOW.date(), 7)
    view = practice.save_plan(ana, view.id, {"goal": "una fecha"})
    view = practice.begin_talk(ana, view.id)
    assert (view.phase, view.next_number, view.plan) == ("talk", 1, {"goal": "una fecha"})
    view = practice.say(ana, view.id, GREETING, "k1", 1)
    assert (view.next_number, view.steps[1].said) == (2, GREETING)
    assert view.steps[1].words
    view = practice.end_talk(ana, view.id)
    assert view.phase == "wrap_up"
    assert view.outcome is not None
    assert view.ending is not None
    view = practice.finish(ana, view.id, NOTE)
    assert (view.phase, view.follow_up) == ("closed", NOTE)
    assert view.scorecard is not None
    assert view.created_at < view.talk_began_at < view.talk_ended_at < view.closed_at  # type: ignore[operator]
    assert [(a.id, a.total) for a in practice.recent(ana)] == [(view.id, view.scorecard.total)]
    assert practice.unfinished(ana) == ()


def test_what_is_shown_at_each_step_is_what_opening_again_gives(practice: Practice, ana: Actor) -> None:
    view = practice.start(ana, "short_call", "MX", "es", seed=7)
    assert practice.open(ana, view.id) == view
    for go_on in (
        lambda: practice.save_plan(ana, view.id, {"goal": "oír"}),
        lambda: practice.begin_talk(ana, view.id),
        lambda: practice.say(ana, view.id, GREETING, "k1", 1),
        lambda: practice.say(ana, view.id, Said(event="wait"), "k2", 2),
        lambda: practice.end_talk(ana, view.id),
        lambda: practice.finish(ana, view.id, NOTE),
    ):
        shown = go_on()
        assert practice.open(ana, view.id) == shown


def test_the_stored_talk_is_what_the_engine_says_from_the_same_seed(practice: Practice, ana: Actor) -> None:
    replies = (GREETING, Said(text="¿Qué día le queda bien?"), Said(event="wait"))
    talks = []
    for _ in range(2):
        view = practice.begin_talk(ana, practice.start(ana, "short_call", "MX", "es", seed=7, on=NOW.date()).id)
        for number, said in enumerate(replies, start=1):
            view = practice.say(ana, view.id, said, f"k{number}", number)
        talks.append(view.steps)
    assert talks[0] == talks[1]
    step = opening(view.scenario, view.case)
    for number, said in enumerate(replies, start=1):
        step = respond(view.scenario, view.case, step.state, said)
        assert step == talks[0][number]


def test_the_call_ends_by_itself_when_the_debtor_ends_it(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    for number in range(1, 5):
        talk = practice.say(ana, talk.id, GREETING, f"k{number}", number)
    assert (talk.phase, talk.ending) == ("wrap_up", "patience")
    with pytest.raises(NotNow) as refusal:
        practice.say(ana, talk.id, Said(text="¿Sigue ahí?"), "late", 5)
    assert refusal.value.kept == "¿Sigue ahí?"


def test_each_step_has_its_time(practice: Practice, ana: Actor) -> None:
    view = practice.start(ana, "short_call", "MX", "es", seed=7)
    with pytest.raises(NotNow):
        practice.say(ana, view.id, GREETING, "k1", 0)
    with pytest.raises(NotNow):
        practice.end_talk(ana, view.id)
    with pytest.raises(NotNow):
        practice.finish(ana, view.id, NOTE)
    began = practice.begin_talk(ana, view.id)
    assert practice.begin_talk(ana, view.id) == began
    with pytest.raises(NotNow):
        practice.save_plan(ana, view.id, {"goal": "tarde"})
    over = practice.end_talk(ana, view.id)
    assert practice.end_talk(ana, view.id) == over


def test_a_deleted_practice_is_gone(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    practice.delete_practice(ana, talk.id)
    assert practice.unfinished(ana) == ()
    with pytest.raises(NotAllowed):
        practice.open(ana, talk.id)


def test_an_attempt_keeps_the_scenario_of_its_day(
    store: Store, ana: Actor, talk: AttemptView, scenario: Scenario
) -> None:
    newer = scenario.model_copy(update={"version": 3, "title": {"es": "Otra", "en": "Other"}})
    later = Practice(store, Clock(), library=lambda: (newer,))
    assert later.open(ana, talk.id).scenario == scenario
    assert later.say(ana, talk.id, GREETING, "k1", 1).scenario.version == 2


def test_without_a_seed_one_is_drawn_and_kept(practice: Practice, ana: Actor) -> None:
    views = [practice.start(ana, "short_call", "MX", "es") for _ in range(4)]
    assert len({view.seed for view in views}) > 1
    assert all(view.case.seed == view.seed for view in views)


@pytest.mark.parametrize("seed", [-1, 2**31])
def test_a_seed_has_bounds(practice: Practice, ana: Actor, seed: int) -> None:
    with pytest.raises(BadSeed):
        practice.start(ana, "short_call", "MX", "es", seed=seed)


def test_an_unknown_scenario_or_country_is_refused_with_the_choices(practice: Practice, ana: Actor) -> None:
    with pytest.raises(NoSuchScenario, match="short_call"):
        practice.start(ana, "shrot_call", "MX", "es")
    with pytest.raises(ScenarioError, match="MX"):
        practice.start(ana, "short_call", "CL", "es")
    assert practice.unfinished(ana) == ()


def test_an_attempt_of_an_unknown_form_says_so_and_leaves_the_lists_alone(
    practice: Practice, store: Store, ana: Actor, talk: AttemptView
) -> None:
    stored = store.attempts.get(talk.id)
    assert stored is not None
    store.attempts.add(stored.model_copy(update={"id": "odd", "case": {"format": 9}}))
    with pytest.raises(Unreadable):
        practice.open(ana, "odd")
    assert {a.id for a in practice.unfinished(ana)} == {"odd", talk.id}


def test_figures_and_a_suggestion_follow_the_attempts(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    practice.say(ana, talk.id, GREETING, "k1", 1)
    practice.end_talk(ana, talk.id)
    closed = practice.finish(ana, talk.id, NOTE)
    assert closed.scorecard is not None
    figures = practice.record(ana).progress
    assert figures.attempts == 1
    assert {s.criterion for s in figures.series} == {j.criterion for j in closed.scorecard.judgements}
    suggested = practice.suggestion(ana, "es")
    assert suggested is not None
    assert suggested.scenario_id == "short_call"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_profile_needs_a_name(store: Store, name: str) -> None:
    with pytest.raises(NameNeeded) as refusal:
        Profiles(store, Clock()).create(name)
    assert refusal.value.kept == name


def test_one_saves_ones_own_profile_and_not_anothers(store: Store, ana: Actor, person: Callable[..., Actor]) -> None:
    profiles = Profiles(store, Clock())
    mine = next(p for p in profiles.all() if p.id == ana.id)
    assert profiles.save(ana, mine.model_copy(update={"language": "en", "name": " Ana  María "})).name == "Ana María"
    assert profiles.actor(ana.id).name == "Ana María"
    with pytest.raises(NotAllowed):
        profiles.save(person("Luis"), mine)
    with pytest.raises(NotAllowed):
        profiles.actor("nobody")


def test_every_refusal_speaks_both_languages(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    with pytest.raises(Refusal) as refusal:
        practice.say(ana, talk.id, Said(), "k1", 1)
    assert refusal.value.in_language("es") != refusal.value.in_language("en") == str(refusal.value)
    assert refusal.value.in_language("pt") == refusal.value.in_language("en")


def test_a_plan_has_so_many_fields_and_no_more(practice: Practice, ana: Actor) -> None:
    view = practice.start(ana, "short_call", "MX", "es", seed=7)
    with pytest.raises(NotAForm):
        practice.save_plan(ana, view.id, {f"field {n}": "" for n in range(MAX_PLAN_FIELDS + 1)})
