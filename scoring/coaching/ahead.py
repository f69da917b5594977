"""The reply that comes next, before it is written: what the moment calls for, and how it might sound.

Nothing is known here but what the agent may know: the case file and what has been said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scoring.coaching.coach import model_replies
from scoring.coaching.situations import IN_BUSINESS, situation_of
from scoring.coaching.wordings import Group
from scoring.criteria.moment import AgentTurn, DebtorTurn
from scoring.moments import Moment, moments
from scoring.reading.values import Reading
from scoring.transcript import CallRecord, Turn

Table = Literal["", "proposal", "terms", "agreed"]
_WAITS = {"terms": "offering", "agreed": "closing"}
_GIVES_WAY = frozenset(
    {"question", "how_much", "debt", "finding_out", "offering", "hardship", "not_yet_known", "opening"}
)
"""What is less urgent than to finish what is on the table."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the debtor's last words call for. ``situation`` is one of the coaching's; ``heard`` are those words, read.

    ``model`` is a reply that would help, in the case's language.
    """

    situation: str
    heard: DebtorTurn
    model: str


def ahead(call: CallRecord, table: Table = "") -> Ahead:
    """The moment that comes after everything said so far. The same call gives the same words.

    ``table`` is what the negotiation waits for: an answer to the debtor's ``proposal``, the ``terms`` of an offer that
    still lacks some, or, once something is ``agreed``, its recap.
    """
    seen = _with_the_next(call)
    heard, at = seen[-1].before, len(seen) - 1
    situation = _in(call, _situation(call, seen, at, table))
    group: Group = "warm" if heard.personal() and not table else "plain"
    return Ahead(situation, heard, model_replies(call, seen, at, situation, group)[0])


def _situation(call: CallRecord, seen: Sequence[Moment], at: int, table: Table) -> str:
    if call.answered == "voicemail":
        return "voicemail"
    if call.answered == "somebody_else":
        return "third_party"
    found = situation_of(seen, at, "clarity" if table == "proposal" else "empathy", None)
    return _WAITS.get(table, found) if found in _GIVES_WAY else found


def _in(call: CallRecord, situation: str) -> str:
    business = call.case is not None and call.case.market == "business"
    return IN_BUSINESS.get(situation, situation) if business else situation


def _with_the_next(call: CallRecord) -> tuple[Moment, ...]:
    """The moments so far, and the one in which nothing is said yet."""
    turns = call.transcript.turns
    number = turns[-1].number + 1 if turns else 1
    spoken = call.transcript.model_copy(update={"turns": (*turns, Turn(number=number, who="agent", text="…"))})
    *said, last = moments(call.model_copy(update={"transcript": spoken}))
    unsaid = AgentTurn(number, "", call.language, Reading(text="", language=call.language))
    return (*said, Moment(unsaid, last.before, last.call))
