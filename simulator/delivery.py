"""How the debtor's words are delivered: how long they think before them, how fast they speak. Pure.

The browser does the waiting and the speaking. The figures are ours, so that a talk feels natural; nothing here measures
real people.
"""

from simulator.state import Step

SHORTEST, LONGEST = 600, 2500
"""Milliseconds of thought, at least and at most."""
A_WORD = 35
"""Milliseconds that each word of the answer adds."""
SLOW, FAST = 0.85, 1.2
"""Bounds of the rate of speech; 1 is the voice's own."""


def thinking_ms(step: Step) -> int:
    """Milliseconds until the answer shows: longer words take longer, distrust hesitates, anger answers at once.

    0 where nothing is answered, and for who picks up.
    """
    if not step.words or step.number == 0:
        return 0
    state = step.state
    mood = 1.0 + (40 - state.trust) / 200 - max(state.anger - 50, 0) / 80
    wanted = (SHORTEST + A_WORD * len(step.words.split())) * mood
    return round(min(max(wanted, SHORTEST), LONGEST))


def speaking_rate(step: Step) -> float:
    """The rate of speech: anger hurries, lost heart slows down."""
    state = step.state
    rate = 1.0 + max(state.anger - 40, 0) / 300 - max(35 - state.commitment, 0) / 250
    return round(min(max(rate, SLOW), FAST), 2)


def voice_tag(language: str, country: str) -> str:
    """The language tag of a voice of the country, such as ``es-MX``."""
    return f"{language}-{country}"
