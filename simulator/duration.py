"""How long a call takes: what a good agent types and reads in the recorded call, at a thoughtful pace. Pure."""

from math import ceil

from scenarios.scenario import Scenario
from scenarios.values import Language

WORDS_A_MINUTE = 22
"""Typed by somebody who thinks about each reply."""

MINUTES_A_REPLY = 0.3
"""Reading what the debtor answered, and the mood."""

AROUND = 3
"""Minutes for the case file and the follow-up."""


def minutes(scenario: Scenario, language: Language) -> int:
    """Whole minutes of a good call in the language with all that belongs to it; as declared where none is recorded."""
    recorded = [p for p in scenario.playthroughs if p.name.startswith("good")]
    spoken = [p for p in recorded if p.language == language] or recorded
    if not spoken:
        return scenario.minutes
    words = [sum(len((turn.say or "").split()) for turn in p.turns) for p in spoken]
    replies = [len(p.turns) for p in spoken]
    calls = len(spoken)
    return ceil(sum(words) / calls / WORDS_A_MINUTE + sum(replies) / calls * MINUTES_A_REPLY + AROUND)
