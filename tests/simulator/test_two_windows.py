"""What is typed is kept: two windows, replies sent twice, texts too long, empty or of no alphabet, drafts."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from scoring.transcript import AgreedInstalment, FollowUp
from simulator.accounts import Actor
from simulator.attempt_refusals import ChangedMeanwhile, NotNow
from simulator.practice import Practice
from simulator.state import Said
from simulator.typed import MAX_REPLY, NotAForm, NothingSaid, ReplyTooLong
from simulator.view import AttemptView
from tests.simulator.one_call import GREETING, NOTE, ana, person, practice, scenario, store, talk

__all__ = ["ana", "person", "practice", "scenario", "store", "talk"]


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
