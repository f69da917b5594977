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

BEFORE_KNOWING = frozenset({"crisis", "third_party", "insult", "anger", "distrust", "opening", "not_yet_known"})
"""Situations whose wordings name neither debt nor amount: all that may be said before it is known who is there."""
WELL_UNDER_WAY = 2
"""From this reply on, nobody starts again by asking who is there; what may be told is decided by ``is_known``."""
_OTHERS = frozenset({Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER})
_SITUATIONS = {"death": "death", "illness": "illness", "job_loss": "job_loss"}
_EMOTIONS = {
    "shame": "shame", "fear": "fear", "despair": "despair", "sadness": "despair",
    "distrust": "distrust", "anger": "anger", "confusion": "confusion",
}  # fmt: skip
"""Topic → situation, in the order in which they are answered."""
_ASKED = (DialogueAct.ASK_CAPACITY, DialogueAct.ASK_COMMITMENT)
_TOLD = (DialogueAct.STATE_DEBT, DialogueAct.ASK_REASON)
_ENDS = (DialogueAct.RECAP, DialogueAct.CLOSE)


def situation_of(seen: Sequence[Moment], at: int, lacking: str, outcome: Disposition | None) -> str:
    """The situation of moment ``at``; ``lacking`` decides what comes first where the debtor voiced several things."""
    heard = seen[at].before
    voiced = _voiced(heard, lacking)
    if "crisis" in voiced:
        return "crisis"
    if is_someone_else(seen, at, outcome):
        return "insult" if "insult" in voiced else "third_party"
    known = is_known(seen, at)
    for situation in voiced:
        if known or at >= WELL_UNDER_WAY or situation in BEFORE_KNOWING:
            return situation
    if not known and at < WELL_UNDER_WAY:
        return "not_yet_known" if at else "opening"
    return phase_of(seen, at) if heard.text.strip() else "silence"


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


def _voiced(heard: DebtorTurn, lacking: str) -> Sequence[str]:
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
    found = [name for topic, name in _SITUATIONS.items() if topic in topics]
    found += ["hardship"] if topics and not found else []
    if _cue("anger", heard) and not {"death", "job_loss"} & set(found):
        found.insert(0, "anger")
    felt = {v.topic for v in heard.reading.voiced if v.kind == "emotion"}
    found += [name for topic, name in _EMOTIONS.items() if topic in felt]
    if not found and heard.hardship() is not None:
        found.append("hardship")
    if not found and heard.has("debtor_emotion"):
        found.append("anger" if heard.has("debtor_insult") else "despair")
    return found


def _cue(name: str, heard: DebtorTurn) -> bool:
    return bool(find_cue(name, heard.text, heard.language, CUES))
