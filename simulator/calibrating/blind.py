"""What a rater reads of a call: what was said and noted, and nothing of whose it is or how the program scored it."""

import re

from scenarios.values import Country, Frozen, Language
from simulator.record import transcript
from simulator.view import AttemptView

HIDDEN = "▒▒▒"
SHORTEST = 3
"""Letters of a name's part from which it is hidden; shorter ones are words like any other."""


class Spoken(Frozen):
    """One utterance, by its number from 1."""

    number: int
    agent: bool
    text: str


class Blind(Frozen):
    """A call without names or levels. ``situation`` is the scenario's briefing."""

    language: Language
    country: Country
    situation: str
    product: str
    balance: str
    spoken: tuple[Spoken, ...]
    note: str


def blind(view: AttemptView, name: str, balance: str) -> Blind:
    """The call as a rater reads it; wherever the trainee's name was said or written it is hidden."""
    note = view.follow_up.note if view.follow_up else ""
    return Blind(
        language=view.language, country=view.country, balance=balance, product=view.case.account.product_name,
        situation=view.scenario.title.get(view.language, ""), note=masked(note, name),
        spoken=tuple(
            Spoken(number=turn.number, agent=turn.who == "agent", text=masked(turn.text, name))
            for turn in transcript(view.steps).turns
        ),
    )  # fmt: skip


def masked(text: str, name: str) -> str:
    """The text with every part of a name hidden, however it is capitalised."""
    parts = sorted({part for part in re.findall(r"\w+", name) if len(part) >= SHORTEST}, key=len, reverse=True)
    if not parts:
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, parts))})\b", HIDDEN, text, flags=re.IGNORECASE)
