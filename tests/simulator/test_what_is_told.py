"""Who may see a call, and what the logs tell of it: deeds, never words."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest

from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.kept import Role
from simulator.logs import ROOT, configure
from simulator.practice import Practice
from simulator.state import Said
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.one_call import GREETING, NOTE, ana, person, practice, scenario, store, talk

__all__ = ["ana", "person", "practice", "scenario", "store", "talk"]


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
