"""The rhythm of a written channel: how long an answer takes, and when a message is seen and left unanswered.

The minutes are ours, so that a trainee waits as one does in practice; nothing here forecasts real people.
"""

from scenarios.case import Channel
from simulator.debtor import stream
from simulator.turn import Talk

WRITTEN: frozenset[Channel] = frozenset({"whatsapp", "email", "sms"})
SEEN: frozenset[Channel] = frozenset({"whatsapp", "sms"})
"""Channels in which a message may be seen and left without an answer."""
_MINUTES: dict[Channel, tuple[int, int]] = {"whatsapp": (1, 25), "sms": (2, 70), "email": (6, 40)}
"""Between so many minutes an answer comes, by channel; distrust makes it twice as long.

The whole exchange stays within the case's day, on which "today" and "Friday" are read.
"""
LEFT_BELOW = 22
"""Below this trust (0 to 100) a message that asks nothing is left on read, never two in a row."""


def bubbles(talk: Talk) -> str:
    """The debtor's lines as they come: one utterance on the telephone, bubbles or paragraphs in writing."""
    joint = {"call": " ", "email": "\n\n"}.get(talk.case.channel, "\n")
    return joint.join(talk.words)


def answered_after(talk: Talk) -> int:
    """Minutes until the debtor's answer; 0 on the telephone and where nothing was said."""
    bounds = _MINUTES.get(talk.case.channel)
    if bounds is None or not talk.words or talk.state.turn == 0 or "undelivered" in talk.noticed:
        return 0
    minutes = stream(talk.case.seed, "rhythm", talk.state.turn).randint(*bounds)
    return minutes * 2 if talk.state.trust < LEFT_BELOW else minutes


def left_on_read(talk: Talk) -> bool:
    """Whether the debtor sees the message and does not answer: little trust, nothing asked, nothing at stake."""
    if talk.case.channel not in SEEN or talk.state.trust >= LEFT_BELOW or talk.said.event or talk.state.settled:
        return False
    asks = talk.reading is not None and any(clause.question for clause in talk.reading.clauses)
    return not (asks or talk.verdict or talk.revealed or talk.state.left_on_read or talk.state.turn <= 1)
