"""Practice: from the list of calls to the scorecard, with two windows, resends, and other people's attempts."""

import io
import json
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from scenarios.load import ScenarioError, parse_scenario
from scenarios.scenario import Scenario
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import BadSeed, ChangedMeanwhile, NotNow
from simulator.catalogue import NoSuchScenario
from simulator.conversation import opening, respond
from simulator.kept import Role
from simulator.logs import ROOT, configure
from simulator.practice import Practice
from simulator.profiles import NameNeeded, Profiles
from simulator.refusals import Refusal
from simulator.state import Said
from simulator.store import Store
from simulator.typed import MAX_PLAN_FIELDS, MAX_REPLY, NotAForm, NothingSaid, ReplyTooLong
from simulator.view import AttemptView, Unreadable

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
GREETING = Said(text="Buenas tardes, le llamo por su préstamo.")
NOTE = FollowUp(note="Se habló con la titular. No hubo acuerdo.", next_date=date(2026, 11, 30))


class Clock:
    """A minute passes at every look."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    file = Path(__file__).parent / "data" / "short_call.yaml"
    return parse_scenario(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Store]:
    """One for all tests on each engine: each has people of its own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'acuerdo.sqlite3'}"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        url = server.url(server.empty())
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def person(store: Store) -> Callable[..., Actor]:
    profiles = Profiles(store, Clock())
    return lambda name="Ana", role="trainee": profiles.actor(profiles.create(name, role).id)


@pytest.fixture
def ana(person: Callable[..., Actor]) -> Actor:
    return person("Ana")


@pytest.fixture
def practice(store: Store, scenario: Scenario) -> Practice:
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def talk(practice: Practice, ana: Actor) -> AttemptView:
    started = practice.start(ana, "short_call", "MX", "es", seed=7, on=NOW.date())
    return practice.begin_talk(ana, started.id)


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


def test_the_same_reply_sent_again_is_kept_once(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    once = practice.say(ana, talk.id, GREETING, "k1", 1)
    assert practice.say(ana, talk.id, GREETING, "k1", 1) == once
    assert practice.say(ana, talk.id, GREETING, "k1", 2) == once


def test_a_reply_from_a_stale_window_is_told_and_its_text_kept(
    practice: Practice, ana: Actor, talk: AttemptView
) -> None:
    practice.say(ana, talk.id, GREETING, "left", 1)
    with pytest.raises(ChangedMeanwhile) as refusal:
        practice.say(ana, talk.id, Said(text="¿Cuánto puede pagar?"), "right", 1)
    assert refusal.value.kept == "¿Cuánto puede pagar?"
    assert "otra ventana" in refusal.value.in_language("es")
    assert practice.open(ana, talk.id).next_number == 2


def test_of_two_windows_that_speak_at_once_one_is_heard(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    both = threading.Barrier(2)

    def speak(window: str) -> str:
        both.wait(timeout=60)
        try:
            practice.say(ana, talk.id, Said(text=f"Buenas tardes, {window}."), window, 1)
        except ChangedMeanwhile as refusal:
            return refusal.kept
        return ""

    with ThreadPoolExecutor(2) as pool:
        kept = [text for text in pool.map(speak, ("izquierda", "derecha")) if text]
    heard = practice.open(ana, talk.id)
    assert heard.next_number == 2
    assert len(kept) == 1
    assert kept[0] != heard.steps[1].said.text


def test_the_same_reply_sent_twice_at_once_is_kept_once(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    both = threading.Barrier(2)

    def send(_: int) -> int:
        both.wait(timeout=60)
        return practice.say(ana, talk.id, GREETING, "same", 1).next_number

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(send, range(2))) == [2, 2]


@pytest.mark.parametrize("text", ["", "   \n\t", "\u200b\u200e", "\u00a0"])
def test_nothing_is_no_reply(practice: Practice, ana: Actor, talk: AttemptView, text: str) -> None:
    with pytest.raises(NothingSaid):
        practice.say(ana, talk.id, Said(text=text), "k1", 1)
    assert practice.open(ana, talk.id).next_number == 1


def test_a_reply_that_is_too_long_is_given_back_whole(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    text = "a" * (MAX_REPLY + 1)
    with pytest.raises(ReplyTooLong) as refusal:
        practice.say(ana, talk.id, Said(text=text), "k1", 1)
    assert refusal.value.kept == text
    assert practice.say(ana, talk.id, Said(text="Hola. " * (MAX_REPLY // 6)), "k1", 1).next_number == 2


def test_text_that_no_database_holds_is_replaced_letter_for_letter(
    practice: Practice, ana: Actor, talk: AttemptView
) -> None:
    view = practice.say(ana, talk.id, Said(text="Hola\x00 \ud83d don Luis"), "k1", 1)
    assert view.steps[1].said.text == "Hola\ufffd \ufffd don Luis"
    assert practice.open(ana, talk.id) == view


def test_a_draft_survives_and_the_follow_up_is_not_lost_when_another_window_closed(
    practice: Practice, ana: Actor, talk: AttemptView
) -> None:
    practice.end_talk(ana, talk.id)
    practice.save_draft(ana, talk.id, FollowUp(note="Prome"))
    assert practice.open(ana, talk.id).draft == FollowUp(note="Prome")
    closed = practice.finish(ana, talk.id, NOTE)
    assert practice.finish(ana, talk.id, NOTE) == closed
    with pytest.raises(NotNow) as refusal:
        practice.finish(ana, talk.id, FollowUp(note="Otra cosa"))
    assert refusal.value.kept == "Otra cosa"
    with pytest.raises(NotNow):
        practice.save_draft(ana, talk.id, FollowUp(note="tarde"))


def test_a_follow_up_comes_back_as_it_was_written(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    practice.end_talk(ana, talk.id)
    instalment = AgreedInstalment(amount=Decimal("1250.50"), date=date(2026, 12, 15))
    written = NOTE.model_copy(update={"instalments": (instalment, AgreedInstalment()), "method": "SPEI"})
    assert practice.finish(ana, talk.id, written).follow_up == written


def test_an_amount_beyond_reason_is_refused(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    practice.end_talk(ana, talk.id)
    with pytest.raises(NotAForm):
        practice.save_draft(ana, talk.id, FollowUp(instalments=(AgreedInstalment(amount=Decimal("1e400")),)))


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


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager", "administrator"])
def test_anothers_practice_can_be_neither_read_nor_touched(
    practice: Practice, talk: AttemptView, person: Callable[..., Actor], role: Role
) -> None:
    other = person("Luis", role)
    for attempt in (
        lambda: practice.open(other, talk.id),
        lambda: practice.save_plan(other, talk.id, {}),
        lambda: practice.begin_talk(other, talk.id),
        lambda: practice.say(other, talk.id, GREETING, "k1", 1),
        lambda: practice.end_talk(other, talk.id),
        lambda: practice.save_draft(other, talk.id, NOTE),
        lambda: practice.finish(other, talk.id, NOTE),
        lambda: practice.delete_practice(other, talk.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert practice.unfinished(other) == ()
    assert practice.recent(other) == ()
    assert practice.record(other).progress.attempts == 0


def test_an_assessed_attempt_is_read_by_a_trainer_and_played_only_by_its_owner(
    practice: Practice, ana: Actor, person: Callable[..., Actor]
) -> None:
    view = practice.start(ana, "short_call", "MX", "es", mode="assessed")
    trainer = person("Eva", "trainer")
    assert practice.open(trainer, view.id) == view
    with pytest.raises(NotAllowed):
        practice.begin_talk(trainer, view.id)
    with pytest.raises(NotAllowed):
        practice.open(person("Luis"), view.id)
    with pytest.raises(NotAllowed):
        practice.delete_practice(ana, view.id)


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


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    root = logging.getLogger(ROOT)
    before = (list(root.handlers), root.level, root.propagate)
    stream = io.StringIO()
    configure("info", stream)
    yield stream
    root.handlers[:], root.level, root.propagate = before


def test_the_log_of_a_call_holds_nothing_that_was_typed(practice: Practice, ana: Actor, logged: io.StringIO) -> None:
    view = practice.start(ana, "short_call", "MX", "es", seed=7)
    practice.save_plan(ana, view.id, {"goal": "secreto"})
    practice.begin_talk(ana, view.id)
    practice.say(ana, view.id, Said(text="Buenas tardes, secreto."), "k1", 1)
    practice.end_talk(ana, view.id)
    practice.finish(ana, view.id, FollowUp(note="Nota: secreto."))
    events = [json.loads(line)["event"] for line in logged.getvalue().splitlines()]
    assert events == ["attempt_started", "turn_saved", "turn_saved", "attempt_closed"]
    assert "secreto" not in logged.getvalue()


def test_the_audit_log_tells_what_was_done_and_nothing_that_was_said(
    store: Store, practice: Practice, ana: Actor
) -> None:
    before = store.audit.head().number
    attempt = practice.start(ana, "short_call", "MX", "es", seed=7).id
    practice.save_plan(ana, attempt, {"goal": "un secreto del plan"})
    practice.begin_talk(ana, attempt)
    practice.say(ana, attempt, Said(text="un secreto dicho"), "k1", 1)
    practice.end_talk(ana, attempt)
    practice.finish(ana, attempt, FollowUp(disposition="no_agreement", note="un secreto de la nota"))
    practice.delete_practice(ana, attempt)
    lines = list(store.audit.lines(after=before))
    assert [(line.deed, line.actor, line.target) for line in lines] == [
        ("attempt_started", ana.id, attempt),
        ("attempt_closed", ana.id, attempt),
        ("attempt_deleted", ana.id, attempt),
    ]
    assert "secreto" not in str(lines)
    assert ana.name not in str(lines)
    assert store.audit.verify().fault == ""
