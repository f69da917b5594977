"""Players whose job is to reach the corners: each says what it likes, for a while, and then leaves."""

from collections.abc import Callable, Mapping

from simulator.state import Event
from simulator.trials.bank import phrases
from simulator.trials.move import Move, says
from simulator.trials.terms import affordable, at_once, equal_payments
from simulator.trials.view import View

Player = Callable[[View], Move]
_EVENTS: tuple[Event, ...] = ("hold", "supervisor", "wait", "send_document")
_STARTS = ("greet", "identify_self", "verify_identity", "state_purpose", "state_debt")


def anything(view: View) -> Move:
    """One to three acts at random, now and then an event."""
    if view.rng.random() < 0.1:
        return Move(event=view.rng.choice(_EVENTS))
    keys = [key for key in phrases(view.case.language) if key != "close" or view.turn > 6]
    return says(*view.rng.sample(keys, view.rng.choice((1, 1, 2, 3))))


def eventful(view: View) -> Move:
    """Holds, waits and fetches the supervisor, with a few words between."""
    if view.rng.random() < 0.6:
        return Move(event=view.rng.choice(_EVENTS))
    return says(view.rng.choice((*_STARTS, "ask_capacity", "offer_vague", "lump_sum")))


def silent(view: View) -> Move:
    """Says nothing, or nothing that can be understood."""
    return view.rng.choice((Move(event="wait"), Move(event="wait"), says("unclear"), says("greet")))


def _of(*keys: str) -> Player:
    def player(view: View) -> Move:
        return says(view.rng.choice(keys))

    return player


def generous(view: View) -> Move:
    """Gives away more than it may."""
    case = view.case
    many = equal_payments(case, 36)
    fits = affordable(case, view.rng.uniform(0.3, 1.0)) or many
    return view.rng.choice((
        says("offer_discount"), says("offer_instalments", terms=many), says("offer_instalments", terms=fits),
        says("offer_extension"), says("offer_restructure"), says("conditional_offer"), says("accept_proposal"),
        says("ask_capacity"), says("thank", "close") if view.turn > 5 else says("state_debt"),
    ))  # fmt: skip


def repeating(view: View) -> Move:
    """Reads from a script, and says it again."""
    if view.state.texts and view.rng.random() < 0.4:
        return Move(again=True)
    return says(view.rng.choice((*_STARTS, "ask_commitment", "ask_capacity")))


def long_winded(view: View) -> Move:
    """Never comes to the point."""
    lines = view.rng.sample(("chatter",) * 6 + ("educate", "state_consequence", "appeal_interest"), 6)
    return says(*lines, view.rng.choice((*_STARTS, "ask_capacity", "ask_reason")))


def demanding(view: View) -> Move:
    """Politely wants everything at once, again and again."""
    if view.rng.random() < 0.5:
        return Move(("lump_sum",), terms=at_once(view.case, view.rng.choice((1, 3, 7))))
    return says(view.rng.choice((*_STARTS, "ask_commitment", "decline_proposal", "ask_reason")))


EXPLORERS: Mapping[str, Player] = {
    "anything": anything,
    "eventful": eventful,
    "silent": silent,
    "hostile": _of("threaten", "insult", "blame", "sarcasm", "pressure", "dismiss", "apologise"),
    "disputing": _of("register_dispute", "offer_review", "request_evidence", "apologise", "hold_contact",
                     "ask_reason", "acknowledge_emotion", "send_document", "state_debt", "verify_identity", "close"),
    "generous": generous,
    "repeating": repeating,
    "long_winded": long_winded,
    "discloser": _of("disclose_to_third_party", "state_debt", "protect_privacy", "identify_self", "verify_identity"),
    "escalator": _of("escalate", "set_limit", "state_consequence", "ask_capacity", "schedule_followup", "state_debt"),
    "demanding": demanding,
    "caring": _of("acknowledge_emotion", "acknowledge_situation", "refer_support", "ask_consent", "hold_contact",
                  "paraphrase", "ask_reason", "thank", "protect_privacy", "check_understanding", "ask_capacity"),
}  # fmt: skip
