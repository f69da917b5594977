"""A conversation: the debtor's opening, then one step a reply, until an ending. Pure: no clock, no store, no screen."""

from dataclasses import replace
from decimal import Decimal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.case import Case
from scenarios.country import format_money
from scenarios.disposition import Disposition
from scenarios.expressions import Condition
from scenarios.scenario import Ending, Scenario
from scenarios.values import localized
from scoring.reading.date_page import Every
from scoring.reading.periods import period_named
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext, reading_as_dict
from simulator import debtor, negotiation
from simulator.answering import answer, last_words, speak
from simulator.negotiation import Verdict, Willingness
from simulator.state import Change, Proposal, Said, State, Step
from simulator.turn import Talk

CLOSING_TURNS = 2
WINDS_UP = frozenset({
    DialogueAct.RECAP, DialogueAct.CHECK_UNDERSTANDING, DialogueAct.SEND_DOCUMENT, DialogueAct.SCHEDULE_FOLLOWUP,
    DialogueAct.EDUCATE, DialogueAct.ASK_CONSENT, DialogueAct.GIVE_DISCLOSURE,
})  # fmt: skip
"""What belongs between an agreement and a goodbye: a turn of it does not count as idle."""
LAST_TURN = 40
"""A call that has gone on for so many replies is ended; nobody practises longer than that."""


def opening(scenario: Scenario, case: Case) -> Step:
    """Step 0: the debtor picks up."""
    spec = scenario.debtor
    state = State(anger=spec.anger, trust=spec.trust, commitment=spec.commitment)
    talk = speak(Talk(scenario, case, state, Said()), "opening")
    return _step(talk)


def respond(scenario: Scenario, case: Case, state: State, said: Said) -> Step:
    """The next step: reads what the agent said, moves the debtor, answers. Same inputs, same step."""
    talk = _heard(Talk(scenario, case, state, said))
    for stage in (_feel, _reveal, _negotiate, _phase, _end, answer):
        talk = stage(talk)
    return _step(talk)


def _step(talk: Talk) -> Step:
    words, texts = " ".join(talk.words), talk.state.texts + ((talk.said.text,) if talk.said.text else ())
    state = talk.update(lines=talk.state.lines + talk.lines, texts=texts, last_words=words).state
    return Step(
        number=state.turn,
        said=talk.said,
        reading=reading_as_dict(talk.reading) if talk.reading else None,
        words=words,
        state=state,
        changes=talk.changes,
        revealed=talk.revealed,
        negotiation=talk.verdict.answer if talk.verdict else None,
    )


def reading_context(case: Case, before: str) -> ReadingContext:
    """What the reader may know of a reply in this case."""
    return ReadingContext(
        language=case.language, country=case.country, on=case.on, by="agent",
        balance=case.account.balance, currency=case.account.currency, before=before,
    )  # fmt: skip


def _heard(talk: Talk) -> Talk:
    """The reply is read, and what the agent has done is counted."""
    state, text = talk.state, talk.said.text
    reading = read(text, reading_context(talk.case, state.last_words)) if text.strip() else None
    talk = replace(talk, reading=reading)
    done = {act.value: state.acts.get(act.value, 0) + 1 for act in sorted(talk.scene.acts)}
    puzzled = reading is not None and reading.unsure and not reading.offers and not state.settled
    return talk.update(turn=state.turn + 1, acts=state.acts | done, unclear=state.unclear + 1 if puzzled else 0)


def _feel(talk: Talk) -> Talk:
    state, changes = debtor.feel(talk.scenario, talk.scene)
    return replace(talk, state=state, changes=talk.changes + changes)


def _reveal(talk: Talk) -> Talk:
    fact = debtor.revealed_fact(talk.scenario.facts, talk.scene)
    if fact is None:
        return talk
    label = localized(fact.label, talk.case.language, talk.case.country) or fact.id
    change = Change(what="fact", by=fact.id, cause=label)
    talk = replace(talk, changes=(*talk.changes, change), revealed=(fact.id,))
    return talk.update(facts=(*talk.state.facts, fact.id))


def _negotiate(talk: Talk) -> Talk:
    if talk.said.event == "supervisor":
        return talk.update(authority_raised=True)
    proposal = _proposed(talk)
    agreed = talk.state.agreement
    if proposal is None and agreed is None and _asks_what_is_possible(talk):
        return _volunteered(talk)
    if proposal is None or (agreed is not None and not _changes_terms(talk, proposal, agreed)):
        return talk
    policy = negotiation.raised(talk.case.policy) if talk.state.authority_raised else talk.case.policy
    verdict = negotiation.weigh(proposal, talk.case, policy, _will(talk))
    standing = talk.state.standing
    own = standing is not None and standing.by == "debtor" and negotiation.same_terms(proposal, standing)
    if own and verdict.answer != "accept":
        verdict = replace(verdict, answer="accept")
    return _settled(replace(talk, verdict=verdict), verdict)


PUTS_TERMS = (OFFERS - {DialogueAct.OFFER_RESTRUCTURE}) | {
    DialogueAct.ASK_COMMITMENT, DialogueAct.RECAP, DialogueAct.ACCEPT_PROPOSAL, DialogueAct.PRESSURE,
    DialogueAct.ASK_CONSENT, DialogueAct.DECLINE_PROPOSAL,
}  # fmt: skip
ASKS_WHAT_IS_POSSIBLE = frozenset({DialogueAct.ASK_CAPACITY, DialogueAct.ASK_COMMITMENT})


def _asks_what_is_possible(talk: Talk) -> bool:
    acts = talk.scene.acts
    return bool(acts & ASKS_WHAT_IS_POSSIBLE) and DialogueAct.VERIFY_IDENTITY not in acts


def _volunteered(talk: Talk) -> Talk:
    """Asked what they can pay, the debtor says it where they trust enough; it stands until it is answered."""
    verdict = negotiation.volunteered(talk.case, _will(talk))
    if verdict is None:
        return talk
    return replace(talk, verdict=verdict).update(standing=verdict.counter or talk.state.standing)


def _changes_terms(talk: Talk, proposal: Proposal, agreement: Proposal) -> bool:
    """A recap repeats what was agreed; an offer of a full set of other terms opens the matter again."""
    offers = bool(talk.scene.acts & OFFERS) and DialogueAct.RECAP not in talk.scene.acts
    return offers and not proposal.open and not negotiation.same_terms(proposal, agreement)


def _proposed(talk: Talk) -> Proposal | None:
    """What the agent puts on the table: an offer in words, or a yes to what the debtor proposed."""
    standing = talk.state.standing
    offers = [o for o in talk.reading.offers if o.by == "agent"] if talk.reading else []
    if talk.scene.acts and not talk.scene.acts & PUTS_TERMS:  # a balance told, a sum in dispute: figures, and no offer
        offers = [o for o in offers if o.kind != "lump_sum"]
    if offers:
        best = max(offers, key=lambda o: (len(o.open) == 0, len(o.instalments), o.end))
        every = _period(talk)
        return negotiation.proposal_from(best, talk.case, standing, every)
    if standing and standing.by == "debtor" and _says_yes(talk, standing):
        return standing.model_copy(update={"by": "agent"})
    return None


def _period(talk: Talk) -> Every | None:
    """The period that the reply names, by a recurring day or in a word such as "mensuales"."""
    dated = next((d.every for d in talk.reading.dates if d.every), None) if talk.reading else None
    return dated or period_named(talk.said.text)


def _says_yes(talk: Talk, standing: Proposal) -> bool:
    """A plain yes, or the debtor's own figures given back."""
    acts, named = talk.scene.acts, {a.value for a in talk.reading.amounts} if talk.reading else set()
    sums_up = DialogueAct.RECAP in acts and any(i.amount in named for i in standing.instalments)
    return (DialogueAct.ACCEPT_PROPOSAL in acts or sums_up) and DialogueAct.DECLINE_PROPOSAL not in acts


def _will(talk: Talk) -> Willingness:
    spec = talk.scenario.debtor
    return Willingness(
        accepts=spec.accepts_when.holds(talk.scene),
        counters=spec.counters_when.holds(talk.scene),
        reservation=Decimal(str(spec.reservation)),
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


STARTS_THE_TALK = (
    DialogueAct.STATE_PURPOSE, DialogueAct.STATE_DEBT, DialogueAct.ASK_REASON, DialogueAct.ASK_CAPACITY,
    DialogueAct.OFFER_INSTALMENTS,
)  # fmt: skip


def _phase(talk: Talk) -> Talk:
    state = talk.state
    if state.phase == "open" and (state.turn >= 2 or any(act in state.acts for act in STARTS_THE_TALK)):
        return talk.update(phase="talk")
    return talk


def _end(talk: Talk) -> Talk:
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
    """Ends on a goodbye, the end button, or after a few turns in which nothing more is negotiated or told."""
    busy = talk.verdict or talk.revealed or talk.scene.acts & WINDS_UP
    idle = 0 if busy else 1
    talk = talk.update(closing_turns=talk.state.closing_turns + idle)
    says_goodbye = DialogueAct.CLOSE in talk.scene.acts
    if not (says_goodbye or _over(talk) or talk.state.closing_turns >= CLOSING_TURNS):
        return talk
    settled = next(e for e in talk.scenario.endings if e.id == talk.state.settled)
    return _ended(talk, settled)


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
