"""What a moment calls for: what the debtor had just voiced, else where the call stood."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.disposition import Disposition
from scoring.criteria.cues import find_cue
from scoring.criteria.moment import DebtorTurn
from scoring.moments import Moment

CUES = Path(__file__).parent / "cues"
Phase = Literal["opening", "debt", "finding_out", "offering", "closing"]

BEFORE_KNOWING = frozenset({
    "crisis", "third_party", "insult", "anger", "distrust", "opening", "not_yet_known", "unintroduced", "voicemail",
    "business_opening", "business_elsewhere",
})  # fmt: skip
"""Situations whose wordings name neither debt nor amount: all that may be said before it is known who is there."""
TO_ANYBODY = frozenset({"third_party", "business_elsewhere"})
"""Situations in which somebody else is there: not even the creditor is named."""
WELL_UNDER_WAY = 2
"""From this reply on, nobody starts again by asking who is there; what may be told is decided by ``is_known``."""
_OTHERS = frozenset({Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER})
_SITUATIONS = {"death": "death", "illness": "illness", "job_loss": "job_loss"}
_DIVIDES = frozenset({"offering", "how_much", "refusal", "finding_out", "debt", "question"})
"""Situations whose wordings speak of the whole, or split it."""
IN_BUSINESS = {
    "opening": "business_opening", "not_yet_known": "business_opening", "unintroduced": "business_opening",
    "third_party": "business_elsewhere",
    "debt": "business_status", "finding_out": "business_status", "silence": "business_status",
    "hardship": "business_status", "job_loss": "business_status", "shame": "business_status",
    "fear": "business_status", "despair": "business_status", "confusion": "business_status",
    "offering": "business_terms", "how_much": "business_terms", "question": "business_terms",
    "refusal": "business_terms",
    "proposal": "business_closing", "closing": "business_closing",
}  # fmt: skip
"""Situation → what it is in a call to a firm."""
_EMOTIONS = {
    "shame": "shame", "fear": "fear", "despair": "despair", "sadness": "despair",
    "distrust": "distrust", "anger": "anger", "confusion": "confusion",
}  # fmt: skip
"""Topic → situation, in the order in which they are answered."""
_ASKED = (DialogueAct.ASK_CAPACITY, DialogueAct.ASK_COMMITMENT)
_TOLD = (DialogueAct.STATE_DEBT, DialogueAct.ASK_REASON)
_ENDS = (DialogueAct.RECAP, DialogueAct.CLOSE)


def situation_of(seen: Sequence[Moment], at: int, lacking: str, outcome: Disposition | None) -> str:
    """The situation of moment ``at``; ``lacking`` decides what comes first where the debtor voiced several things.

    In a business call the person speaks for a firm: it is asked for its process, never for what is left at home.
    """
    found = _situation(seen, at, lacking, outcome)
    case = seen[at].call.case
    return IN_BUSINESS.get(found, found) if case is not None and case.market == "business" else found


def _situation(seen: Sequence[Moment], at: int, lacking: str, outcome: Disposition | None) -> str:
    heard = seen[at].before
    called = voiced(heard, lacking)
    if "crisis" in called:
        return "crisis"
    if is_someone_else(seen, at, outcome):
        return "insult" if "insult" in called else "third_party"
    if at and _cue("unintroduced", heard):
        return "unintroduced"
    known = is_known(seen, at)
    for situation in called:
        if known or at >= WELL_UNDER_WAY or situation in BEFORE_KNOWING:
            return _apart_from_disputed(situation, seen, at)
    if not known and at < WELL_UNDER_WAY:
        return "not_yet_known" if at else "opening"
    return _apart_from_disputed(phase_of(seen, at), seen, at) if heard.text.strip() else "silence"


def is_disputed(seen: Sequence[Moment], at: int) -> bool:
    """Whether the debtor has disputed something up to this moment: what is disputed is neither asked for nor split."""
    return any(_cue("dispute", m.before) for m in seen[: at + 1])


def _apart_from_disputed(situation: str, seen: Sequence[Moment], at: int) -> str:
    return "part_disputed" if situation in _DIVIDES and is_disputed(seen, at) else situation


def is_known(seen: Sequence[Moment], at: int) -> bool:
    """Whether the debtor had spoken of the debt, or it was asked who is there, and they did not ask it back."""
    if any(m.before.reading.amounts or m.before.has("debtor_raises_it") for m in seen[: at + 1]):
        return True
    asked = any(
        m.turn.has("asks_who") or m.turn.act(DialogueAct.VERIFY_IDENTITY) or m.turn.act(DialogueAct.PROTECT_PRIVACY)
        for m in seen[:at]
    )
    return asked and not _cue("who_asks", seen[at].before)


def is_someone_else(seen: Sequence[Moment], at: int, outcome: Disposition | None) -> bool:
    """Whether it is not the debtor who is there: so the call ended, or so they said and nobody came to the phone."""
    if outcome in _OTHERS and at:
        return True
    said_so = False
    for moment in seen[: at + 1]:
        said_so = (said_so or _cue("third_party", moment.before)) and not _cue("is_me", moment.before)
    if not said_so:
        return False
    now = _cue("third_party", seen[at].before)
    return now and not _raised(seen[:at]) if outcome is not None else True


def _raised(seen: Sequence[Moment]) -> bool:
    return any(m.before.has("debtor_raises_it") for m in seen)


def phase_of(seen: Sequence[Moment], at: int) -> Phase:
    """Where the call stands once it is known who is there."""
    said, now = [m.turn for m in seen[:at]], seen[at]
    offered = any(t.reading.offers or t.act(*OFFERS) for t in said)
    agreed = offered and (_cue("agrees", now.before) or any(m.value == "yes" for m in now.before.reading.mentions))
    ends = offered and now.turn.act(*_ENDS) is not None and not _cue("declines", now.before)
    if agreed or ends:
        return "closing"
    if offered or any(t.act(*_ASKED) for t in said):
        return "offering"
    told = any(t.act(*_TOLD) or t.reading.amounts for t in said)
    waits = not now.before.text or any(_cue(name, now.before) for name in ("agrees", "is_me", "asks_the_reason"))
    return "debt" if waits and not told else "finding_out"


def voiced(heard: DebtorTurn, lacking: str) -> Sequence[str]:
    """The situations that the debtor's words call up, the first to be answered first."""
    if not heard.text.strip():
        return ()
    first = ["crisis"] if _cue("crisis", heard) else []
    fight = [name for name in ("dispute", "insult") if _cue(name, heard)]
    matter, personal = _matter(heard), _personal(heard)
    if lacking == "calm":
        fight.reverse()
    ordered = (*matter, *personal) if lacking == "clarity" else (*personal, *matter)
    return (*first, *fight, *ordered)


def _matter(heard: DebtorTurn) -> list[str]:
    """What is on the table: a proposal, a refusal, a question."""
    found = []
    if any(i.amount is not None for o in heard.reading.offers for i in o.instalments):
        found.append("proposal")
    if _cue("refusal", heard):
        found.append("refusal")
    if "?" in heard.text and _cue("how_much", heard):
        found.append("how_much")
    elif "?" in heard.text and not _cue("asks_the_reason", heard):
        found.append("question")
    return found


def _personal(heard: DebtorTurn) -> list[str]:
    """What happened to them, then what they feel; plain anger comes before all but a death or a lost job."""
    topics = {v.topic for v in heard.reading.voiced if v.kind == "situation"}
    topics |= {"death"} if _cue("death", heard) else set()
    if _cue("money_to_come", heard) and not _felt(heard):
        return []
    found = [name for topic, name in _SITUATIONS.items() if topic in topics]
    if not found and _cue("debt_stands_still", heard):
        return ["confusion"]
    found += ["hardship"] if topics and not found else []
    if _cue("anger", heard) and not {"death", "job_loss"} & set(found):
        found.insert(0, "anger")
    felt = _felt(heard)
    found += [name for topic, name in _EMOTIONS.items() if topic in felt]
    if not found and heard.hardship() is not None:
        found.append("hardship")
    if not found and heard.has("debtor_emotion"):
        found.append("anger" if heard.has("debtor_insult") else "despair")
    return found


def _felt(heard: DebtorTurn) -> set[str]:
    return {v.topic for v in heard.reading.voiced if v.kind == "emotion"}


def _cue(name: str, heard: DebtorTurn) -> bool:
    return bool(find_cue(name, heard.text, heard.language, CUES))
