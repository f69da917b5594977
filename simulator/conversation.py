"""A conversation: the debtor's opening, then one step a reply, until an ending. Pure: no clock, no store, no screen."""

from dataclasses import replace

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.scenario import Scenario
from scenarios.values import localized
from scoring.reading.reader import Reader, read
from scoring.reading.values import ReadingContext, reading_as_dict
from simulator import debtor
from simulator.answering import answer, speak
from simulator.bargaining import negotiate
from simulator.earlier import Earlier, begun
from simulator.ending import end
from simulator.listening import listen
from simulator.rhythm import WRITTEN, answered_after, bubbles
from simulator.state import Change, Said, State, Step
from simulator.turn import Talk
from simulator.window import closed_at_first, kept_back, moved, undelivered


def opening(scenario: Scenario, case: Case, earlier: Earlier | None = None) -> Step:
    """Step 0: the debtor picks up, with ``earlier`` contacts in mind, if any. In writing the agent begins."""
    talk = Talk(scenario, case, begun(scenario.debtor, earlier), Said())
    talk = talk.update(window_closed=closed_at_first(case, talk.state.contact))
    return _step(talk if case.channel in WRITTEN else speak(talk, "opening"))


def respond(scenario: Scenario, case: Case, state: State, said: Said, reader: Reader = read) -> Step:
    """The next step: reads what the agent said, moves the debtor, answers. Same inputs, same step."""
    talk = Talk(scenario, case, state, said)
    if kept_back(talk):
        talk = end(undelivered(talk))
        return _step(talk if talk.state.ended else speak(talk, "undelivered"))
    talk = _heard(talk, reader)
    for stage in (_feel, _reveal, negotiate, _phase, end, answer):
        talk = stage(talk)
    return _step(talk)


def _step(talk: Talk) -> Step:
    talk = moved(talk)
    held = "undelivered" in talk.noticed
    words = bubbles(talk)
    texts = talk.state.texts + ((talk.said.text,) if talk.said.text and not held else ())
    seen = "left_on_read" in talk.noticed
    last_words = talk.state.last_words if seen or held else words
    lines = talk.state.lines + talk.lines
    state = talk.update(
        lines=lines, texts=texts, last_words=last_words, left_on_read=seen, after_minutes=answered_after(talk)
    ).state
    return Step(
        number=state.turn,
        said=talk.said,
        reading=reading_as_dict(talk.whole) if talk.whole else None,
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


def _heard(talk: Talk, reader: Reader) -> Talk:
    """The reply is read, as far as the debtor lets the agent speak, and what the agent has done is counted."""
    state, text = talk.state, talk.said.text
    reading = reader(text, reading_context(talk.case, state.last_words)) if text.strip() else None
    talk = listen(replace(talk, reading=reading, whole=reading))
    done = {act.value: state.acts.get(act.value, 0) + 1 for act in sorted(talk.scene.acts)}
    heard = talk.reading
    puzzled = heard is not None and heard.unsure and not heard.offers and not state.settled
    return talk.update(
        turn=state.turn + 1,
        acts=state.acts | done,
        unclear=state.unclear + 1 if puzzled else 0,
        silences=state.silences + 1 if talk.said.event == "wait" else 0,
    )


def _feel(talk: Talk) -> Talk:
    state, changes = debtor.feel(talk.scenario, talk.scene)
    return replace(talk, state=state, changes=talk.changes + changes)


def _reveal(talk: Talk) -> Talk:
    """A fact comes out, unless all that is said is that one has heard enough."""
    if talk.noticed & {"interrupted", "repeated"}:
        return talk
    fact = debtor.revealed_fact(talk.scenario.facts, talk.scene)
    if fact is None:
        return talk
    label = localized(fact.label, talk.case.language, talk.case.country) or fact.id
    change = Change(what="fact", by=fact.id, cause=label)
    talk = replace(talk, changes=(*talk.changes, change), revealed=(fact.id,))
    return talk.update(facts=(*talk.state.facts, fact.id))


STARTS_THE_TALK = (
    DialogueAct.STATE_PURPOSE, DialogueAct.STATE_DEBT, DialogueAct.ASK_REASON, DialogueAct.ASK_CAPACITY,
    DialogueAct.OFFER_INSTALMENTS,
)  # fmt: skip


def _phase(talk: Talk) -> Talk:
    state = talk.state
    if state.phase == "open" and (state.turn >= 2 or any(act in state.acts for act in STARTS_THE_TALK)):
        return talk.update(phase="talk")
    return talk
