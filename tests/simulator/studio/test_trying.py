"""Playing a text that may still change, and keeping what was played."""

import datetime

import pytest

from scenarios.acts import DialogueAct
from scoring.reading.taught import NOTHING, Phrase, Taught
from simulator.studio import checking
from simulator.studio.kept import StateSet, Tried, TriedMove
from simulator.studio.recording import kind_of, recorded, without_recording
from simulator.studio.templates import templates
from simulator.studio.trying import Played, played

TEXT = next(t.text for t in templates() if t.name == "forgot")
DAY = datetime.date(2026, 11, 23)
GREETS = TriedMove(say="Buenas tardes, soy Laura Gómez, de Servicios Puente.")
ENDS = TriedMove(event="end")


def trying(*moves: TriedMove) -> Tried:
    return Tried(country="MX", language="es", on=DAY, moves=moves)


def talk(*moves: TriedMove, text: str = TEXT) -> Played:
    found = played(text, trying(*moves))
    assert found is not None
    return found


def test_what_was_done_is_played_again_when_the_text_changes() -> None:
    before = talk(GREETS)
    after = talk(GREETS, text=TEXT.replace("anger: 12", "anger: 80"))
    assert before.steps[1].said == after.steps[1].said
    assert after.state.anger > before.state.anger + 40


def test_the_state_is_set_by_hand_and_what_was_not_set_stays() -> None:
    here = talk(TriedMove(set=StateSet(anger=60, phase="talk", facts=("new_card",))))
    assert (here.state.anger, here.state.trust, here.state.phase, here.state.facts) == (60, 42, "talk", ("new_card",))
    assert not talk(TriedMove(set=StateSet(trust=90)), ENDS).recordable


def test_what_the_reader_was_taught_is_heard() -> None:
    odd = TriedMove(say="Aflójele tantito al asunto")
    means = Taught(1, (Phrase(odd.say, "es", DialogueAct.ASK_COMMITMENT),))
    for also, acts in ((NOTHING, []), (means, ["ask_commitment"])):
        heard = played(TEXT, trying(odd), also)
        assert heard is not None
        assert heard.steps[1].reading is not None
        assert [act["act"] for act in heard.steps[1].reading["acts"]] == acts


def test_a_recorded_call_stands_in_the_text_and_holds() -> None:
    moves = (GREETS, TriedMove(say='Dijo: "no", #1 {y} \\ ¿qué pasó?'), ENDS)
    before, call = checking.verdict(TEXT), talk(*moves)
    assert call.recordable
    text = recorded(TEXT, trying(*moves), call, kind_of(call))
    verdict = checking.verdict(text)
    assert len(verdict.replayed) == len(before.replayed) + 1
    assert verdict.ready
    assert without_recording(text, verdict.replayed[-1].name) == TEXT


def test_a_call_that_goes_on_or_was_steered_is_no_recording() -> None:
    for moves in ((GREETS,), (TriedMove(set=StateSet(anger=1)), GREETS, ENDS)):
        with pytest.raises(ValueError, match="to its end"):
            recorded(TEXT, trying(*moves), talk(*moves), "good")


def test_a_text_that_cannot_be_played_gives_no_call() -> None:
    assert played("format: 1\n", trying(GREETS)) is None
    assert played(TEXT, Tried(country="ES", language="es", on=DAY, moves=(GREETS,))) is None


def test_an_ended_call_takes_no_further_move() -> None:
    assert talk(GREETS, ENDS, GREETS) == talk(GREETS, ENDS)
