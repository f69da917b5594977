"""The good player and the bad one; the middling one has a room of its own. Their success measures difficulty."""

from collections.abc import Iterator

from simulator.trials.bank import phrases
from simulator.trials.hearing import heard
from simulator.trials.move import Move, says
from simulator.trials.terms import Terms, equal_payments, like, within_policy
from simulator.trials.view import View

_PATIENT = 24
_ENOUGH_OFFERS = 7


def good(view: View) -> Move:
    """Verifies, listens, asks, fits the offer to what was said, closes with everything in writing."""
    if view.turn > _PATIENT:
        return Move(event="end")
    return next(_good(view))


def _good(view: View) -> Iterator[Move]:
    state, asks = view.state, "ask_capacity" if view.case.country == "CO" else "ask_reason"
    if state.settled:
        yield from _wrapped_up(view)
    if state.asked and state.asked not in state.acts and state.asked in phrases(view.case.language):
        yield says(state.asked)
    if "identify_self" not in state.acts:
        yield says("greet", "identify_self", "verify_identity")
    if "third_party" in heard(view) and "state_debt" not in state.acts:
        yield from _with_somebody_else(view)
    if state.acts.get("verify_identity", 0) < 2:
        yield says("thank", "verify_identity")
    yield from _reacted(view)
    if "state_debt" not in state.acts:
        legal = ("give_disclosure",) if view.case.country == "US" else ()
        yield says(*legal, "state_purpose", "state_debt", asks)
    yield from _listened(view)
    yield from _negotiated(view)


def _with_somebody_else(view: View) -> Iterator[Move]:
    acts = view.state.acts
    if "protect_privacy" not in acts:
        yield says("protect_privacy")
    if "schedule_followup" not in acts:
        yield says("thank", "schedule_followup")
    yield says("thank", "close")


_CARE: dict[str, tuple[tuple[str, ...], ...]] = {
    "despair": (("acknowledge_emotion", "hold_contact"), ("acknowledge_situation",), ("ask_consent",),
                ("paraphrase",), ("refer_support", "ask_consent"), ("thank", "close")),
    "bereaved": (("acknowledge_emotion", "acknowledge_situation"), ("hold_contact", "request_evidence"),
                 ("refer_support", "send_document"), ("schedule_followup", "check_understanding"), ("thank", "close")),
    "vulnerable": (("acknowledge_emotion", "acknowledge_situation"), ("ask_consent",),
                   ("refer_support", "hold_contact"), ("send_document", "schedule_followup"), ("thank", "close")),
    "dispute": (("acknowledge_emotion", "apologise"), ("offer_review", "request_evidence"),
                ("register_dispute", "hold_contact"), ("send_document", "schedule_followup"),
                ("check_understanding",), ("thank", "close")),
    "lawyer": (("acknowledge_situation", "ask_consent"), ("hold_contact", "send_document"),
               ("schedule_followup",), ("thank", "close")),
}  # fmt: skip
"""What a good agent does when the talk is of another kind, turn by turn."""


_PARTS = frozenset({"schedule_followup", "close"})


def _reacted(view: View) -> Iterator[Move]:
    """The next step of what the debtor's news asks for; who offers to pay is answered before any goodbye."""
    acts, offers = view.state.acts, standing_offer(view)
    for kind in (kind for kind in _CARE if kind in heard(view)):
        undone = [step for step in _CARE[kind] if any(key not in acts for key in step)]
        if undone and not (offers and _PARTS & set(undone[0])):
            yield says(*undone[0])


def _listened(view: View) -> Iterator[Move]:
    state = view.state
    kind = sum(state.acts.get(key, 0) for key in ("acknowledge_emotion", "acknowledge_situation", "paraphrase"))
    if kind < 1 or (state.anger >= 45 and kind < 4):
        yield says(("acknowledge_emotion", "acknowledge_situation")[kind % 2])
    if "paraphrase" not in state.acts and kind < 4:
        yield says("paraphrase", "ask_capacity")
    if state.trust < 40 and kind < 5 and state.turn < _PATIENT / 2:
        warm = ("acknowledge_situation", "paraphrase", "appeal_relationship")
        yield says(next((key for key in warm if key not in state.acts), "acknowledge_situation"))
    if state.acts.get("ask_capacity", 0) < 2 and not standing_offer(view):
        yield says("ask_capacity")


_WINS_OVER = (
    ("send_document", "offer_review"), ("appeal_interest",), ("ask_reason", "ask_consent"), ("educate",),
    ("appeal_relationship",), ("conditional_offer",), ("offer_discount",),
)  # fmt: skip
"""What a good agent tries, once each, where the debtor could pay and will not yet."""


def standing_offer(view: View) -> Terms | None:
    """What the debtor has proposed, while it stands."""
    standing = view.state.standing
    return like(standing, view.case) if standing and standing.by == "debtor" else None


def _negotiated(view: View) -> Iterator[Move]:
    state, theirs = view.state, standing_offer(view)
    if theirs and within_policy(view.case, theirs, raised=state.authority_raised):
        same, part = equal_payments(view.case, theirs.count), "dispute" in heard(view)
        as_asked = part or state.offers % 2 == 0
        yield says("accept_proposal", terms=theirs) if as_asked else says("offer_instalments", terms=same)
    if theirs and not state.authority_raised:
        yield Move(event="supervisor")
    if view.steps[-1].negotiation == "refuse_will":
        yield from (says(*keys) for keys in _WINS_OVER if not any(key in state.acts for key in keys))
    if state.offers < _ENOUGH_OFFERS:
        yield says("offer_instalments", terms=next_plan(view))
    if "schedule_followup" not in state.acts:
        yield says("acknowledge_situation", "schedule_followup")
    yield says("thank", "close")


def next_plan(view: View) -> Terms:
    """More and smaller payments with each refusal, up to what may be granted."""
    most = view.case.policy.max_instalments
    count = min(max(round(most * (view.state.refusals + 2) / 4), 1), most)
    return equal_payments(view.case, count)


def _wrapped_up(view: View) -> Iterator[Move]:
    """After an outcome: what was agreed, in writing, when one speaks again, and goodbye."""
    acts, agreed = view.state.acts, view.state.agreement
    if agreed and "recap" not in acts:
        yield says("recap", "send_document", terms=like(agreed, view.case))
    if "send_document" not in acts:
        yield says("send_document")
    if "schedule_followup" not in acts or "check_understanding" not in acts:
        yield says("schedule_followup", "check_understanding")
    yield says("thank", "close")


_HARSH = ("pressure", "pressure", "dismiss", "blame", "threaten", "sarcasm", "state_debt")


def bad(view: View) -> Move:
    """Neither says who calls nor listens: pushes, blames, threatens, and demands it all."""
    if view.turn > 12:
        return Move(event="end")
    if view.state.settled:
        return says("close")
    if view.turn == 1:
        return says("verify_identity")
    if view.turn == 2:
        return says("state_debt", "ask_commitment")
    if view.turn % 3 == 0:
        return says(view.rng.choice(("pressure", "dismiss")), "lump_sum")
    return says(view.rng.choice(_HARSH))
