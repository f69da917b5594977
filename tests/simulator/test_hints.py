"""Hints: what is going on, what would help, an example; from what the agent can see, and counted."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from scenarios.load import load_scenario
from scoring.coaching.practise import techniques
from scoring.coaching.wordings import situations
from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.app_pages.hint_words import observed
from simulator.attempt_refusals import NotNow
from simulator.hinting import NoHints, taken
from simulator.hints import HELPS, Hint, hint_of
from simulator.i18n import translator
from simulator.kept import Mode
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView
from tests.fresh import fresh

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
REPLIES = (
    "Buenas tardes, soy Laura Gómez, de Gestoría Puente. ¿Hablo con el titular?",
    "Le llamo por su préstamo personal, trae atraso.",
    "Antes de hablar de pagos quiero escucharle: ¿qué pasó en estos meses?",
    "Siento mucho lo del trabajo, con razón está así. ¿Cuánto podría pagar al mes sin descuidar su casa?",
    "¿Le parece en tres pagos iguales?",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(fresh(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, lambda: NOW, library=lambda: (load_scenario("job_loss"),))


@pytest.fixture
def ana(store: Store) -> Actor:
    profiles = Profiles(store, lambda: NOW)
    return profiles.actor(profiles.create("Ana").id)


@pytest.fixture
def start(practice: Practice, ana: Actor) -> Callable[[Mode], AttemptView]:
    def begun(mode: Mode) -> AttemptView:
        attempt = practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date(), mode=mode)
        return practice.begin_talk(ana, attempt.id)

    return begun


@pytest.fixture
def talk(start: Callable[[Mode], AttemptView]) -> AttemptView:
    return start("practice")


def after(practice: Practice, ana: Actor, view: AttemptView, replies: int) -> AttemptView:
    for text in REPLIES[:replies]:
        view = practice.say(ana, view.id, Said(text=text), f"k{view.next_number}", view.next_number)
    return view


def going_on(hint: Hint) -> list[str]:
    return [one.what for one in hint.going_on]


def test_before_anything_is_said_one_does_not_know_who_is_there(talk: AttemptView) -> None:
    hint = hint_of(talk)
    assert going_on(hint) == ["who_is_there"]
    assert hint.helps == "know_who_is_there"
    assert "11,010" not in hint.example


def test_what_the_debtor_tells_is_quoted(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    hint = hint_of(after(practice, ana, talk, 3))
    assert hint.going_on[0].what == "situation_job_loss"
    assert hint.going_on[0].quote in talk_words(practice, ana, talk)
    assert hint.helps == "listen_first"


def talk_words(practice: Practice, ana: Actor, talk: AttemptView) -> str:
    return " ".join(step.words for step in practice.open(ana, talk.id).steps)


def test_a_proposal_of_theirs_waits_for_an_answer(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    hint = hint_of(after(practice, ana, talk, 4))
    assert "they_propose" in going_on(hint)
    assert hint.helps == "be_concrete"
    assert "1,800" in hint.example


def test_an_offer_that_lacks_days_is_said_to_lack_them(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    hint = hint_of(after(practice, ana, talk, 5))
    assert "lacks_date" in going_on(hint)


def test_the_same_talk_gives_the_same_hint(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    view = after(practice, ana, talk, 2)
    assert hint_of(view) == hint_of(practice.open(ana, view.id))


def test_no_hint_knows_the_hidden_budget(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    view, changed = talk, {"income": "999999", "savings": "888888"}
    poorer = view.case.model_copy(update={"budget": view.case.budget.model_copy(update=changed)})
    assert hint_of(view) == hint_of(view.model_copy(update={"case": poorer}))


def test_every_situation_of_the_coaching_has_a_technique_that_helps() -> None:
    assert set(situations("es")) | set(situations("en")) == set(HELPS)
    assert set(HELPS.values()) <= set(techniques())


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_going_on_is_said_in_words(practice: Practice, ana: Actor, talk: AttemptView, language: str) -> None:
    view = after(practice, ana, talk, 5)
    for number in range(1, len(view.steps) + 1):
        for one in hint_of(view.model_copy(update={"steps": view.steps[:number]})).going_on:
            assert observed(translator(language), one).endswith((".", "!"))
            assert "_" not in observed(translator(language), one)


def test_three_steps_are_counted_once_each_and_kept(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    for step in (1, 2, 3, 3):
        assert taken(practice.hinting.take(ana, talk.id, 1), 1) == step
    kept = practice.open(ana, talk.id)
    assert [(hint.turn, hint.step) for hint in kept.hints] == [(1, 1), (1, 2), (1, 3)]
    assert kept.record(None).hints == 3


def test_the_next_reply_begins_anew(practice: Practice, ana: Actor, talk: AttemptView) -> None:
    practice.hinting.take(ana, talk.id, 1)
    view = after(practice, ana, talk, 1)
    assert taken(view, view.next_number) == 0
    assert len(practice.hinting.take(ana, view.id, view.next_number).hints) == 2


def test_a_hint_for_a_reply_that_was_given_meanwhile_is_not_taken(
    practice: Practice, ana: Actor, talk: AttemptView
) -> None:
    after(practice, ana, talk, 1)
    assert practice.hinting.take(ana, talk.id, 1).hints == ()


def test_an_assessed_call_has_no_hints(practice: Practice, ana: Actor, start: Callable[[Mode], AttemptView]) -> None:
    view = start("assessed")
    with pytest.raises(NoHints):
        practice.hinting.take(ana, view.id, 1)
    assert practice.open(ana, view.id).hints == ()


def test_nobody_takes_hints_in_anothers_talk_nor_once_it_is_over(
    practice: Practice, ana: Actor, talk: AttemptView, store: Store
) -> None:
    profiles = Profiles(store, lambda: NOW)
    with pytest.raises(NotAllowed):
        practice.hinting.take(profiles.actor(profiles.create("Otra").id), talk.id, 1)
    practice.end_talk(ana, talk.id)
    with pytest.raises(NotNow):
        practice.hinting.take(ana, talk.id, 2)


def test_hints_change_no_score(practice: Practice, ana: Actor, start: Callable[[Mode], AttemptView]) -> None:
    note = FollowUp(note="Sin acuerdo. Llamo el 30 de noviembre.", next_date=date(2026, 11, 30))
    cards = []
    for hints in (0, 2):
        view = start("practice")
        for _ in range(hints):
            practice.hinting.take(ana, view.id, 1)
        after(practice, ana, view, 2)
        practice.end_talk(ana, view.id)
        cards.append(practice.finish(ana, view.id, note).scorecard)
    assert cards[0] == cards[1]
