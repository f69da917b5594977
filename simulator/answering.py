"""What the debtor says: a reaction, at most one fact, the negotiation's words; or what the moment asks for."""

import re
from dataclasses import replace

from scenarios.acts import COSTLY, DialogueAct
from scenarios.case import Case
from scenarios.country import format_money
from scenarios.scenario import Ending, Moment
from scenarios.text import OF_THE_TALK, format_day, placeholders, render
from scenarios.values import localized
from scoring.criteria.cues import fold
from simulator import debtor, negotiation
from simulator.rhythm import WRITTEN, left_on_read
from simulator.state import Proposal
from simulator.turn import Talk

MOST_LINES = 3


def answer(talk: Talk) -> Talk:
    """After an ending only its own words; else a reaction, a fact, the negotiation's words, as the moment asks."""
    if talk.state.ended:
        return talk
    if left_on_read(talk):
        return replace(talk, noticed=talk.noticed | {"left_on_read"})
    if talk.said.event:
        return speak(talk, _MOMENT_OF_EVENT[talk.said.event])
    if talk.case.channel in WRITTEN and talk.state.turn == 1 and not talk.scene.acts & _ANSWERED_AT_ONCE:
        return speak(talk, "opening")  # an unknown number writes: who is it?
    if "interrupted" in talk.noticed:
        return speak(talk, "interrupt")
    if "repeated" in talk.noticed and not (talk.verdict and talk.verdict.answer == "accept"):
        return speak(talk, "repeated")
    if talk.reading is None or (talk.reading.unsure and not talk.verdict):
        return speak(talk, "closing" if talk.state.settled and talk.reading else "unclear")
    if "contradicted" in talk.noticed:
        talk = speak(talk, "contradicted")
    talk = _told(talk if talk.words else _reacted(talk))
    if "unanswered" in talk.noticed and not talk.revealed and not talk.verdict:
        talk = speak(talk, "insist")
    if talk.verdict:
        talk = speak(talk, talk.verdict.answer)
    elif talk.state.settled and not talk.words:
        talk = speak(talk, "closing")
    return talk if talk.words else speak(talk, "reply")


_ANSWERED_AT_ONCE = COSTLY | {DialogueAct.IDENTIFY_SELF}
"""A stranger's first message is answered for what it does where it says who writes, or hurts."""

_MOMENT_OF_EVENT: dict[str, Moment] = {
    "hold": "hold",
    "supervisor": "supervisor",
    "wait": "silence",
    "end": "closing",
    "send_document": "reply",
}


def _reacted(talk: Talk) -> Talk:
    """A reaction, unless a fact or the negotiation answers the same acts."""
    ignoring: frozenset[DialogueAct] = frozenset()
    if talk.verdict:
        ignoring |= debtor.SPOKEN_TO_BY_NEGOTIATION
    if talk.revealed:
        fact = next(f for f in talk.scenario.facts if f.id == talk.revealed[0])
        ignoring |= frozenset(fact.reveal.acts_any)
    if talk.state.settled and not _speaks_to_an_act(talk, ignoring):
        return talk  # the words of winding down belong here
    if _asks_what_is_not_known(talk, ignoring):
        return speak(talk, "unknown")
    return speak(talk, "reply", ignoring)


def _asks_what_is_not_known(talk: Talk, ignoring: frozenset[DialogueAct]) -> bool:
    """A question to which nothing answers: no fact, no offer, no beat that waits for what the agent does."""
    if talk.reading is None or talk.verdict or talk.revealed or talk.state.settled:
        return False
    if not any(clause.question for clause in talk.reading.clauses[-1:]):
        return False
    if _speaks_to_an_act(talk, ignoring):
        return False
    does_not_know = debtor.choose_beat(talk.scenario, "unknown", talk.scene)
    return does_not_know is not None and does_not_know[1] not in talk.state.lines


def _speaks_to_an_act(talk: Talk, ignoring: frozenset[DialogueAct]) -> bool:
    """Whether the reaction that would be spoken answers something the agent does, and is no mere filler."""
    chosen = debtor.choose_beat(talk.scenario, "reply", talk.scene, ignoring)
    return chosen is not None and bool(chosen[0].acts_any)


def _told(talk: Talk) -> Talk:
    for fact in talk.scenario.facts:
        lines = localized(fact.say, talk.case.language, talk.case.country) if fact.id in talk.revealed else None
        if lines:
            talk = _say(talk, debtor.choose_line(lines, fact.id, talk.scene))
    return talk


def speak(talk: Talk, moment: Moment, ignoring: frozenset[DialogueAct] = frozenset()) -> Talk:
    """The same turn with the beat of the moment spoken, where there is one."""
    known = _extra(talk)

    def sayable(line: str) -> bool:
        return not _lacks(line, known)

    chosen = debtor.choose_beat(
        talk.scenario, moment, talk.scene, ignoring,
        lambda line: sayable(line) and ("{debtor.full_name}" in line or not _asks_for_a_name(talk)),
    ) or debtor.choose_beat(talk.scenario, moment, talk.scene, ignoring, sayable)  # fmt: skip
    if chosen is None:
        return talk
    beat, line = chosen
    asked = beat.ask.value if beat.ask else talk.state.asked
    return _say(talk.update(beats=(*talk.state.beats, beat.id), asked=asked), line)


_WHO = re.compile(r"con quien (?:tengo el gusto|hablo|estoy hablando|me comunico)|who am i (?:speaking|talking)")


def _asks_for_a_name(talk: Talk) -> bool:
    """Whether the agent asks, for the first time, whom they speak to: "yes, that's me" would answer nothing."""
    first = talk.state.acts.get(DialogueAct.VERIFY_IDENTITY.value, 0) == 1
    return first and DialogueAct.VERIFY_IDENTITY in talk.scene.acts and bool(_WHO.search(fold(talk.said.text)))


def _lacks(line: str, known: dict[str, str]) -> bool:
    """Whether the line names something that the talk has not come to: an offer, an earlier promise."""
    return any(name in OF_THE_TALK and name not in known for name in placeholders(line))


def _say(talk: Talk, line: str) -> Talk:
    if len(talk.words) >= MOST_LINES:
        return talk
    spoken = render(line, talk.case, _extra(talk))
    return replace(talk, lines=(*talk.lines, line), words=(*talk.words, spoken))


def _extra(talk: Talk) -> dict[str, str]:
    """Values for placeholders that only the talk knows: the offer and the counter-offer in words."""
    verdict = talk.verdict
    proposals = {
        "offer": verdict.proposal if verdict else talk.state.agreement,
        "counter": (verdict.counter if verdict else None) or talk.state.standing,
    }
    return {
        f"{name}.{key}": value
        for name, proposal in proposals.items()
        if proposal and proposal.instalments
        for key, value in _in_words(proposal, talk.case).items()
    } | _remembered(talk)


def _remembered(talk: Talk) -> dict[str, str]:
    """What the debtor remembers: the balance told before and now, and what was promised in an earlier contact."""
    country, promised = talk.case.country, talk.state.promised
    told = {"told.before": talk.told_before, "told.now": talk.state.told_balance}
    words = {name: format_money(value, country) for name, value in told.items() if value is not None}
    if promised and promised.amount is not None and promised.date is not None:
        words["promised.amount"] = format_money(promised.amount, country)
        words["promised.date"] = format_day(promised.date, talk.case.language, country)
    return words


def _in_words(proposal: Proposal, case: Case) -> dict[str, str]:
    first = proposal.instalments[0]
    amount = format_money(first.amount, case.country) if first.amount is not None else ""
    return {
        "amount": amount,
        "date": format_day(first.date, case.language, case.country) if first.date else "",
        "count": str(len(proposal.instalments)),
        "total": format_money(negotiation.total(proposal.instalments), case.country),
    }


def last_words(talk: Talk, ending: Ending) -> Talk:
    """The words of an ending."""
    lines = localized(ending.say, talk.case.language, talk.case.country)
    return _say(talk, debtor.choose_line(lines, ending.id, talk.scene)) if lines else talk
