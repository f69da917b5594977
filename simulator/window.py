"""The window of a messenger: a day after the debtor last wrote, only an approved template is delivered. Pure.

A simplification, ours: the window stands open in the first contact until the agent lets a day pass in silence, and is
closed where a later contact begins. It opens when the debtor answers.
"""

from dataclasses import replace

from rapidfuzz import fuzz

from scenarios.case import Case
from simulator.turn import Talk

SAME = 92
"""How alike (0 to 100) a message and a template are that count as one: a template is sent as it stands."""


def closed_at_first(case: Case, contact: int) -> bool:
    """Whether a contact, counted from 1, begins with the window closed."""
    return _guarded(case) and contact > 1


def kept_back(talk: Talk) -> bool:
    """Whether the message is not delivered: the window is closed, and this is no template."""
    words = talk.said.text.strip()
    return talk.state.window_closed and _guarded(talk.case) and bool(words) and not is_template(words, talk.case)


def is_template(words: str, case: Case) -> bool:
    """Whether these are the words of one of the approved messages; case, spaces and a slip of the finger aside."""
    said = " ".join(words.casefold().split())
    return any(fuzz.ratio(said, " ".join(line.casefold().split())) >= SAME for line in case.templates)


def moved(talk: Talk) -> Talk:
    """The window after a turn: a day of silence closes it, a word of the debtor's opens it."""
    if not _guarded(talk.case) or "undelivered" in talk.noticed:
        return talk
    return talk.update(window_closed=talk.said.event == "wait" or (talk.state.window_closed and not talk.words))


def undelivered(talk: Talk) -> Talk:
    """The turn of a message that was kept back: time passes, and the debtor knows nothing of it."""
    return replace(talk.update(turn=talk.state.turn + 1), noticed=talk.noticed | {"undelivered"})


def _guarded(case: Case) -> bool:
    return case.channel == "whatsapp" and bool(case.templates)
