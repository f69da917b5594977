"""The stage of a turn that ends a call: at once, or settled first and wound down."""

from dataclasses import replace

from scenarios.acts import DialogueAct
from scenarios.disposition import Disposition
from scenarios.expressions import Condition
from scenarios.scenario import Ending
from simulator.answering import last_words
from simulator.state import Change
from simulator.turn import Talk

CLOSING_TURNS, ASKING_TURNS = 2, 2
"""Idle turns after which a settled call ends; and how many more where it is a question that would be left."""
WINDS_UP = frozenset({
    DialogueAct.RECAP, DialogueAct.CHECK_UNDERSTANDING, DialogueAct.SEND_DOCUMENT, DialogueAct.SCHEDULE_FOLLOWUP,
    DialogueAct.EDUCATE, DialogueAct.ASK_CONSENT, DialogueAct.GIVE_DISCLOSURE,
})  # fmt: skip
"""What belongs between an agreement and a goodbye: a turn of it does not count as idle."""
PAUSES = frozenset({"hold", "supervisor", "wait"})
LAST_TURN = 40
"""A call that has gone on for so many replies is ended; nobody practises longer than that."""


def end(talk: Talk) -> Talk:
    """The first ending that holds: an immediate one ends the call, another settles it and lets it wind down."""
    ending = next((e for e in talk.scenario.endings if e.when.holds(talk.scene)), None)
    if ending is not None and ending.immediate and not (talk.said.event == "end" and talk.state.settled):
        return _ended(talk, ending)
    if ending is not None and not ending.immediate and ending.id != talk.state.settled:
        change = Change(what="ending", by=ending.id, cause=ending.when.text)
        talk = talk.changed(change)
        return talk.update(settled=ending.id, phase="closing", closing_turns=0, disposition=ending.disposition)
    if talk.state.settled:
        return _winding_down(talk)
    return _ended(talk, _without_ending(talk)) if _over(talk) else talk


def _over(talk: Talk) -> bool:
    return talk.said.event == "end" or talk.state.turn >= LAST_TURN


def _winding_down(talk: Talk) -> Talk:
    """Ends on a goodbye, the end button, or after a few turns in which nothing more is negotiated or told.

    A pause is no turn of it: who holds, waits or asks a supervisor comes back with something to say.
    """
    busy = talk.verdict or talk.revealed or talk.scene.acts & WINDS_UP or talk.said.event in PAUSES
    idle = 0 if busy else 1
    talk = talk.update(closing_turns=talk.state.closing_turns + idle)
    says_goodbye = DialogueAct.CLOSE in talk.scene.acts
    patience = CLOSING_TURNS + ASKING_TURNS if _asks(talk) else CLOSING_TURNS
    if not (says_goodbye or _over(talk) or talk.state.closing_turns >= patience):
        return talk
    settled = next(e for e in talk.scenario.endings if e.id == talk.state.settled)
    return _ended(talk, settled)


def _asks(talk: Talk) -> bool:
    """Whether the reply ends on a question: nobody says goodbye to one."""
    return talk.reading is not None and any(clause.question for clause in talk.reading.clauses[-1:])


def _without_ending(talk: Talk) -> Ending:
    """The agent ended the call with nothing settled."""
    return Ending(id="ended_by_agent", when=Condition("true"), disposition=Disposition.NO_AGREEMENT, say={})


def _untold(talk: Talk) -> Talk:
    """A fact that would have come out in the turn that ends the call was never said, and is not known."""
    facts = tuple(fact for fact in talk.state.facts if fact not in talk.revealed)
    changes = tuple(change for change in talk.changes if change.what != "fact")
    return replace(talk, revealed=(), changes=changes).update(facts=facts)


def _ended(talk: Talk, ending: Ending) -> Talk:
    change = Change(what="ended", by=ending.id, cause=ending.when.text)
    talk = _untold(talk).changed(change).update(ended=ending.id, disposition=ending.disposition)
    return last_words(talk, ending)
