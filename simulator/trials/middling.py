"""The middling player: correct and polite, asks and offers by the book; seldom a word for the feeling, no recap."""

from collections.abc import Iterator

from simulator.trials.agents import next_plan, standing_offer
from simulator.trials.bank import phrases
from simulator.trials.hearing import heard
from simulator.trials.move import Move, says
from simulator.trials.terms import within_policy
from simulator.trials.view import View

PATIENT = 16
OFFERS = 3
_FEELING = "acknowledge_emotion"
_BY_THE_BOOK: dict[str, tuple[tuple[str, ...], ...]] = {
    "third_party": (("protect_privacy",), ("schedule_followup",), ("thank", "close")),
    "bereaved": (("acknowledge_situation",), ("request_evidence",), ("schedule_followup",), ("thank", "close")),
    "dispute": (("request_evidence",), ("offer_review",), ("register_dispute",), ("thank", "close")),
    "lawyer": (("ask_consent",), ("schedule_followup",), ("thank", "close")),
}  # fmt: skip
"""What the procedure says for a talk of another kind; the illness of a vulnerable person passes unnoticed."""


def middling(view: View) -> Move:
    """Works through the procedure; what the person feels gets a word in one call of three, once."""
    if view.turn > PATIENT:
        return Move(event="end")
    return next(_middling(view))


def _middling(view: View) -> Iterator[Move]:
    state, acts = view.state, view.state.acts
    if state.settled:
        yield from _ended(view)
    if "identify_self" not in acts:
        yield says("greet", "identify_self", "verify_identity")
    if state.asked and state.asked not in acts and state.asked in phrases(view.case.language):
        yield says(state.asked)
    if acts.get("verify_identity", 0) < 2:
        yield says("verify_identity")
    yield from _procedure(view)
    if "state_debt" not in acts:
        legal = ("give_disclosure",) if view.case.country == "US" else ()
        yield says(*legal, "state_purpose", "state_debt")
    if view.case.seed % 3 == 0 and state.anger >= 50 and _FEELING not in acts:
        yield says(_FEELING)
    yield from _asked(view)
    yield from _bargained(view)


def _procedure(view: View) -> Iterator[Move]:
    """The next step of what the procedure asks for; half of the time it is not remembered."""
    kinds = heard(view)
    for kind, steps in _BY_THE_BOOK.items():
        if kind in kinds and (kind == "third_party" or view.case.seed % 2):
            known = steps if view.case.seed % 2 else steps[::2]
            undone = [step for step in known if any(key not in view.state.acts for key in step)]
            if undone:
                yield says(*undone[0])


def _asked(view: View) -> Iterator[Move]:
    """What happened and what is possible, once each; where the reason may not be asked, what is possible twice."""
    acts = view.state.acts
    if "ask_reason" not in acts and view.case.country != "CO":
        yield says("ask_reason")
    if "ask_capacity" not in acts:
        yield says("ask_capacity")


def _bargained(view: View) -> Iterator[Move]:
    state, theirs = view.state, standing_offer(view)
    if theirs and within_policy(view.case, theirs, raised=state.authority_raised):
        yield says("accept_proposal", terms=theirs)
    if theirs and not state.authority_raised and view.case.seed % 2:
        yield Move(event="supervisor")
    if view.steps[-1].negotiation == "refuse_will" and "appeal_interest" not in state.acts:
        yield says("appeal_interest")
    if state.offers < OFFERS:
        yield says("offer_instalments", terms=next_plan(view))
    if "schedule_followup" not in state.acts and view.case.seed % 2:
        yield says("schedule_followup")
    yield says("thank", "close")


def _ended(view: View) -> Iterator[Move]:
    """After an outcome: where to pay, in one call of two; thanks and goodbye, and nothing said back."""
    if "send_document" not in view.state.acts and view.case.seed % 2:
        yield says("send_document")
    yield says("thank", "close")
