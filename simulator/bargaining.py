"""The stage of a turn in which money is negotiated: what the agent puts on the table, and what comes of it."""

import re
from dataclasses import replace
from decimal import Decimal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.case import Case
from scenarios.country import format_money
from scoring.criteria.cues import fold
from scoring.reading.date_page import Every
from scoring.reading.periods import period_named
from simulator import negotiation
from simulator.moving import moved
from simulator.negotiation import Verdict, Willingness
from simulator.state import Change, Proposal
from simulator.taking import takes
from simulator.turn import Talk
from simulator.waiving import waives_fees


def negotiate(talk: Talk) -> Talk:
    """The turn with what comes of the agent's proposal, of a yes to the debtor's, or of asking what is possible."""
    if talk.said.event == "supervisor":
        return talk.update(authority_raised=True)
    talk = _let_go(talk)
    another_day = moved(talk)
    proposal = another_day or _proposed(talk)
    agreed = talk.state.agreement
    if proposal is None and agreed is None and _asks_what_is_possible(talk):
        return _volunteered(talk)
    if proposal is None and _offers_without_terms(talk):
        proposal = Proposal(by="agent", kind="plan", instalments=(), open=("amount", "date"))
    if proposal is None or (agreed is not None and not another_day and not _changes_terms(talk, proposal, agreed)):
        return talk
    talk = _noted(talk, proposal)
    policy = negotiation.raised(talk.case.policy) if talk.state.authority_raised else talk.case.policy
    verdict = negotiation.weigh(proposal, talk.case, policy, _will(talk))
    standing = talk.state.standing
    own = standing is not None and standing.by == "debtor" and negotiation.same_terms(proposal, standing)
    if own and verdict.answer != "accept":
        verdict = replace(verdict, answer="accept")
    return _settled(replace(talk, verdict=verdict), verdict)


def _let_go(talk: Talk) -> Talk:
    """The turn with the late fees let go, in what stands and what was agreed too, where the reply says so."""
    if talk.state.fees_waived or not waives_fees(talk.said.text, talk.case.language):
        return talk
    standing, agreed = talk.state.standing, talk.state.agreement
    return talk.update(
        fees_waived=True,
        standing=standing and negotiation.waived(standing, talk.case),
        agreement=agreed and negotiation.waived(agreed, talk.case),
    )


def _noted(talk: Talk, proposal: Proposal) -> Talk:
    """The offer is remembered, and counted where it concedes something."""
    before = talk.state.last_offer
    conceded = before is not None and negotiation.eased(proposal, before)
    return talk.update(last_offer=proposal, concessions=talk.state.concessions + conceded)


PUTS_TERMS = (OFFERS - {DialogueAct.OFFER_RESTRUCTURE}) | {
    DialogueAct.ASK_COMMITMENT, DialogueAct.RECAP, DialogueAct.ACCEPT_PROPOSAL, DialogueAct.PRESSURE,
    DialogueAct.ASK_CONSENT, DialogueAct.DECLINE_PROPOSAL,
}  # fmt: skip
LOOKS_INTO = frozenset({DialogueAct.REGISTER_DISPUTE, DialogueAct.OFFER_REVIEW})
ASKS_WHAT_IS_POSSIBLE = frozenset({DialogueAct.ASK_CAPACITY, DialogueAct.ASK_COMMITMENT})


def _asks_what_is_possible(talk: Talk) -> bool:
    acts = talk.scene.acts
    return bool(acts & ASKS_WHAT_IS_POSSIBLE) and DialogueAct.VERIFY_IDENTITY not in acts


def _offers_without_terms(talk: Talk) -> bool:
    """A plan without a figure ("I can offer you a payment plan"): who would deal asks how much and when, once."""
    new = talk.state.agreement is None and talk.state.standing is None
    will = _will(talk)
    return new and DialogueAct.OFFER_INSTALMENTS in talk.scene.acts and (will.accepts or will.counters)


def _volunteered(talk: Talk) -> Talk:
    """Asked what they can pay, the debtor says it where they trust enough; it stands until it is answered."""
    verdict = negotiation.volunteered(talk.case, _will(talk), talk.state.fees_waived)
    if verdict is None:
        return talk
    return replace(talk, verdict=verdict).update(standing=verdict.counter or talk.state.standing)


def _changes_terms(talk: Talk, proposal: Proposal, agreement: Proposal) -> bool:
    """A recap repeats what was agreed, unless it names as many payments and others; so does an offer of other terms.

    One that adds the rest to a part agreed before says more than was agreed, and is heard as an offer.
    """
    if proposal.open or negotiation.same_terms(proposal, agreement):
        return False
    if negotiation.completes(proposal, agreement, talk.case):
        return True
    whole = len(proposal.instalments) == len(agreement.instalments) > 1
    recap = DialogueAct.RECAP in talk.scene.acts
    return (bool(talk.scene.acts & OFFERS) and not recap) or (recap and whole)


def _proposed(talk: Talk) -> Proposal | None:
    """What the agent puts on the table: an offer in words, or a yes to what the debtor proposed."""
    standing = talk.state.standing
    offers = [o for o in talk.reading.offers if o.by == "agent" and o.kind != "pause"] if talk.reading else []
    if talk.scene.acts and not talk.scene.acts & PUTS_TERMS:  # a balance told, a sum in dispute: figures, and no offer
        offers = [o for o in offers if o.kind != "lump_sum"]
    if talk.scene.acts & LOOKS_INTO and not talk.scene.acts & OFFERS:
        offers = [o for o in offers if not o.open and o.kind != "extension"]  # what is set apart is no offer for later
    if offers and _asks_when(talk):
        offers = [o for o in offers if "date" not in o.open]
    if offers:
        best = max(offers, key=lambda o: (len(o.open) == 0, len(o.instalments), o.end))
        every = _period(talk)
        proposal = negotiation.proposal_from(best, talk.case, standing, every, talk.state.fees_waived)
        return negotiation.with_discount_of(proposal, talk.state.last_offer, talk.case)
    if standing and standing.by == "debtor" and takes(talk, standing):
        return standing.model_copy(update={"by": "agent"})
    return None


_WHEN = re.compile(r"\b(when|what day|which day|cuando|que dia|que fecha)\b")


def _asks_when(talk: Talk) -> bool:
    """Whether the day is asked for: "when can you pay the 300?" puts no terms on the table."""
    asks = bool(talk.scene.acts & ASKS_WHAT_IS_POSSIBLE) and not talk.scene.acts & OFFERS
    return asks and "?" in talk.said.text and bool(_WHEN.search(fold(talk.said.text)))


def _period(talk: Talk) -> Every | None:
    """The period that the reply names, by a recurring day or in a word such as "mensuales"."""
    dated = next((d.every for d in talk.reading.dates if d.every), None) if talk.reading else None
    return dated or period_named(talk.said.text)


FULLY_MET = 3
"""After so many concessions of the agent's a bargainer names all that they would pay."""


def _will(talk: Talk) -> Willingness:
    """How far the debtor would go now: what counts beside money stretches them, each concession moves their own."""
    spec, scene = talk.scenario.debtor, talk.scene
    moved = sum(want.gives for want in spec.moved_by if want.when.holds(scene))
    reservation = min(spec.reservation + moved, 1.0)
    first = min(spec.aspiration if spec.aspiration is not None else reservation, reservation)
    asks = first + (reservation - first) * min(talk.state.concessions / FULLY_MET, 1)
    return Willingness(
        accepts=spec.accepts_when.holds(scene),
        counters=spec.counters_when.holds(scene),
        reservation=Decimal(str(round(reservation, 4))),
        asks=Decimal(str(round(asks, 4))),
    )


def _settled(talk: Talk, verdict: Verdict) -> Talk:
    """The state after the verdict, and the change that says so."""
    refused = verdict.answer in ("counter", "refuse_means", "refuse_will")
    standing = verdict.counter or (verdict.proposal if verdict.answer == "ask_terms" else None)
    talk = talk.update(
        offers=talk.state.offers + 1, refusals=talk.state.refusals + refused, standing=standing,
        agreement=verdict.proposal if verdict.answer == "accept" else talk.state.agreement,
        beyond_authority=verdict.beyond if verdict.answer == "accept" else talk.state.beyond_authority,
    )  # fmt: skip
    change = Change(what="negotiation", by=verdict.answer, cause=_terms_in_brief(verdict.proposal, talk.case))
    return talk.changed(change)


def _terms_in_brief(proposal: Proposal, case: Case) -> str:
    """The proposal as a line of dated amounts."""
    shown = (
        f"{format_money(i.amount, case.country) if i.amount is not None else '?'}"
        f" ({i.date.isoformat() if i.date else '?'})"
        for i in proposal.instalments
    )
    return "; ".join(shown) or proposal.kind
