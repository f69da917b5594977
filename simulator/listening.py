"""How a debtor listens: cuts a speech short, notices another balance than before, and an unanswered question."""

from dataclasses import replace

from rapidfuzz import fuzz

from scoring.reading.values import Reading
from simulator.balance_told import balance_told, same_sum
from simulator.turn import Talk

PATIENCE, LEAST_PATIENCE = 120, 40
"""Words that a calm debtor hears out on the telephone; and the angriest."""
LISTENS_BELOW = 50
"""Below this anger nobody is cut short."""
REPETITION_FROM = 15
"""A repetition is a reply of at least so many characters, nearly equal to one before."""


def listen(talk: Talk) -> Talk:
    """The turn with what the debtor lets through, and what they notice: ``interrupted``, ``contradicted``,
    ``unanswered``, ``repeated``."""
    for notice in (_cut_short, _hear_the_same_again, _remember_balance, _mind_own_question):
        talk = notice(talk)
    return talk


def _cut_short(talk: Talk) -> Talk:
    """An angry debtor on the telephone does not hear a speech out: what comes after is lost."""
    reading = talk.reading
    if reading is None or talk.case.channel != "call" or talk.state.anger < LISTENS_BELOW:
        return talk
    cut = _where_cut(talk.said.text, patience(talk.state.anger, talk.scenario.debtor.irritability))
    if cut is None:
        return talk
    return replace(talk, reading=heard_until(reading, cut), noticed=talk.noticed | {"interrupted"})


def _hear_the_same_again(talk: Talk) -> Talk:
    text = talk.said.text.strip()
    again = len(text) >= REPETITION_FROM and any(fuzz.ratio(text, earlier) >= 92 for earlier in talk.state.texts)
    return replace(talk, noticed=talk.noticed | {"repeated"}) if again else talk


def patience(anger: int, irritability: float) -> int:
    """Words that are heard out at this anger (0 to 100) by a debtor of this irritability (0 to 1)."""
    return max(LEAST_PATIENCE, round(PATIENCE - 0.8 * anger * (0.5 + irritability)))


def _where_cut(text: str, words: int) -> int | None:
    at = 0
    for _ in range(words):
        space = text.find(" ", at)
        if space < 0:
            return None
        at = space + 1
    return at if len(text) - at > 20 else None


def heard_until(reading: Reading, cut: int) -> Reading:
    """The reading of what stands before a place of the text."""
    return replace(
        reading,
        clauses=tuple(c for c in reading.clauses if c.start < cut),
        acts=tuple(a for a in reading.acts if a.start < cut),
        amounts=tuple(a for a in reading.amounts if a.start < cut),
        dates=tuple(d for d in reading.dates if d.start < cut),
        offers=tuple(o for o in reading.offers if o.end <= cut),
    )


def _remember_balance(talk: Talk) -> Talk:
    """The balance as the agent tells it; told otherwise than before, the debtor hears it."""
    reading, case = talk.reading, talk.case
    told = balance_told(reading, talk.said.text, case.account, case.language) if reading else None
    if told is None:
        return talk
    before = talk.state.told_balance
    talk = talk.update(told_balance=told)
    if before is None or same_sum(before, told):
        return talk
    return replace(talk, noticed=talk.noticed | {"contradicted"}, told_before=before)


def _mind_own_question(talk: Talk) -> Talk:
    """What the debtor asked is answered, or passed over: then they ask once more."""
    asked = talk.state.asked
    if asked is None or talk.reading is None or talk.reading.unsure:
        return talk
    answered = asked in {a.value for a in talk.scene.acts}
    noticed = talk.noticed if answered or talk.state.settled else talk.noticed | {"unanswered"}
    return replace(talk.update(asked=None), noticed=noticed)
