"""A call as a whole: what the indicators of preparation, negotiation and compliance look at, and how they are run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scoring.criteria.cues import HERE, Span, clause_around, find_cue
from scoring.criteria.moment import AgentTurn, CallView, Heard
from scoring.criterion import Finding
from scoring.levels.caps import is_word_list
from scoring.moments import Moment
from scoring.transcript import CallRecord

CUES = HERE / "call"
"""Cues of whole calls. They stand apart from those of single replies, which the level model counts."""
ROOMS = ("negotiation", "preparation", "compliance")
"""The criteria of whole calls; each has a room of its name."""
MORE_ROOMS = ("account_facts", "script_kept", "written_channels", "health")
"""Rooms of a part of a criterion above, or of one kind of call."""
PLAIN = 0.95
"""Confidence from which a threat or an insult is no doubtful one."""


@dataclass(frozen=True, slots=True)
class WholeCall:
    """A call with its moments: every agent turn that says something, in order, with the words before it."""

    record: CallRecord
    moments: tuple[Moment, ...]

    @property
    def case(self) -> Case | None:
        """The case, where there is one."""
        return self.record.case

    @property
    def turns(self) -> tuple[AgentTurn, ...]:
        """The agent's turns."""
        return tuple(m.turn for m in self.moments)

    @property
    def view(self) -> CallView:
        """The call as the wording of a finding knows it."""
        if self.moments:
            return self.moments[-1].call
        return CallView(self.record.language, self.record.country, self.record.on, case=self.record.case)


Look = Callable[[WholeCall], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class CallIndicator:
    """One thing to look for over a call. ``id`` is unique over all criteria; its cards stand beside the others."""

    criterion: str
    id: str
    look: Look


_REGISTERED: dict[str, CallIndicator] = {}


def call_indicator(criterion: str) -> Callable[[Look], Look]:
    """Register a function as an indicator of the criterion, under the function's own name."""

    def registered(look: Look) -> Look:
        _REGISTERED[look.__name__] = CallIndicator(criterion, look.__name__, look)
        return look

    return registered


@lru_cache(maxsize=1)
def call_indicators() -> tuple[CallIndicator, ...]:
    """All indicators of whole calls, by criterion and then as they stand in their room."""
    for room in (*ROOMS, *MORE_ROOMS):
        import_module(f"scoring.criteria.{room}")
    return tuple(sorted(_REGISTERED.values(), key=lambda i: ROOMS.index(i.criterion)))


def found_in(criterion: str, whole: WholeCall) -> tuple[Finding, ...]:
    """Everything that the criterion's indicators find in the call.

    Nothing is well done in a turn that threatens or insults, or that only strings words together.
    """
    void = {t.number for t in whole.turns if is_word_list(t.text) or _harms(t)}
    found = (f for i in call_indicators() if i.criterion == criterion for f in i.look(whole))
    return tuple(f for f in found if not (f.met and f.evidence and f.evidence.turn in void))


def _harms(turn: AgentTurn) -> bool:
    plain = turn.cue("threat_beyond_doubt", "insult_beyond_doubt", "menace", "demeaning")
    return plain is not None or turn.act(DialogueAct.THREATEN, DialogueAct.INSULT, least=PLAIN) is not None


def heard(words: Heard, *names: str, folder: Path = CUES) -> Span | None:
    """The clause of the first of these cues of whole calls that is heard, in the order named."""
    for name in names:
        found = find_cue(name, words.text, words.language, folder)
        if found:
            start, end = clause_around(words.text, found[0])
            return Span(start - (words.text[max(start - 1, 0) : start] == "¿"), end)
    return None


def filled(finding: Finding, **values: str) -> Finding:
    """The finding with ``<name>`` in its reason and its better wording replaced by the value."""
    reason, better = finding.reason, finding.better
    for name, value in values.items():
        reason, better = reason.replace(f"<{name}>", value), better.replace(f"<{name}>", value)
    return finding.model_copy(update={"reason": reason, "better": better})


def unquoted(finding: Finding) -> Finding:
    """The finding without evidence: something was left out, and silence cannot be quoted."""
    return finding.model_copy(update={"evidence": None})
