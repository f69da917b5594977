"""A moment of a call: the agent's reply, what the debtor said just before, and what the call is about."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scoring.criteria.cues import Span, clause_around, find_cue, only_denied, trimmed
from scoring.criterion import Evidence
from scoring.reading.values import Address, Reading


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of one speaker, with their reading. ``number`` is the utterance's, from 1."""

    number: int
    text: str
    language: str
    reading: Reading

    def cue(self, *names: str) -> Span | None:
        """The clause of the first of these cues that is heard, in the order named."""
        for name in names:
            found = find_cue(name, self.text, self.language)
            if found:
                return clause_around(self.text, found[0])
        return None

    def has(self, *names: str) -> bool:
        """Whether any of these cues is heard."""
        return any(find_cue(name, self.text, self.language) for name in names)

    def denies(self, *names: str) -> bool:
        """Whether words of these cues are there only to be denied or quoted: "nobody is going to jail"."""
        return any(only_denied(name, self.text, self.language) for name in names)

    def act(self, *acts: DialogueAct, least: float = 0.5) -> Span | None:
        """Where the surest of these acts stands, if it is at least this sure."""
        found = [a for a in self.reading.of(*acts) if a.confidence >= least]
        if not found:
            return None
        best = max(found, key=lambda a: (a.confidence, -a.start))
        return trimmed(self.text, Span(best.start, best.end))

    def evidence(self, span: Span | None = None) -> Evidence:
        """The span as evidence; the whole utterance where there is none."""
        start, end = span or (0, len(self.text))
        return Evidence(turn=self.number, start=start, end=end, quote=self.text[start:end])


@dataclass(frozen=True, slots=True)
class AgentTurn(Heard):
    """A reply of the trainee."""


@dataclass(frozen=True, slots=True)
class DebtorTurn(Heard):
    """What the debtor said just before; empty text where nobody had spoken."""

    def feeling(self) -> Span | None:
        """Where an emotion is voiced."""
        return self._voiced("emotion") or self.cue("debtor_emotion", "debtor_insult")

    def hardship(self) -> Span | None:
        """Where something that happened to the person is told."""
        return self._voiced("situation") or self.cue("debtor_situation")

    def personal(self) -> Span | None:
        """Where something personal is voiced at all."""
        return self.hardship() or self.feeling()

    def _voiced(self, kind: str) -> Span | None:
        found = next((v for v in self.reading.voiced if v.kind == kind), None)
        return clause_around(self.text, Span(found.start, found.end)) if found else None


@dataclass(frozen=True, slots=True)
class CallView:
    """What an indicator may know of the call beside the two utterances."""

    language: str
    country: str
    on: date
    situation: str = ""
    case: Case | None = None
    balance: Decimal | None = None
    currency: str | None = None
    first: bool = False
    said: tuple[str, ...] = ()
    address: Address = "usted"
