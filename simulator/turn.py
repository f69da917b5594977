"""One turn being worked out: the state so far, what is known of the reply, what is said in answer."""

from dataclasses import dataclass, replace
from decimal import Decimal

from scenarios.acts import COSTLY, DialogueAct
from scenarios.case import Case
from scenarios.disposition import Disposition
from scenarios.scenario import Scenario
from scoring.reading.thresholds import CERTAIN
from scoring.reading.values import Reading
from simulator.debtor import Scene
from simulator.negotiation import Verdict
from simulator.state import Change, Said, State


@dataclass(frozen=True, slots=True)
class Talk:
    """A turn in the making. ``lines`` are the words before their placeholders are filled, ``words`` after.

    ``reading`` is of what the debtor heard, ``whole`` of all that was said; ``noticed`` what struck the debtor.
    """

    scenario: Scenario
    case: Case
    state: State
    said: Said
    reading: Reading | None = None
    whole: Reading | None = None
    noticed: frozenset[str] = frozenset()
    told_before: Decimal | None = None
    changes: tuple[Change, ...] = ()
    revealed: tuple[str, ...] = ()
    verdict: Verdict | None = None
    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def scene(self) -> Scene:
        """What conditions are asked of, as the turn stands now."""
        acts = _heard(self.reading, known=self._known)
        if self.said.event == "send_document":
            acts |= {DialogueAct.SEND_DOCUMENT}
        return Scene(
            self.state, self.case, acts, _last_acts(self.reading), self.said.event,
            self.noticed, self.scenario.debtor.irritability, self.revealed,
        )  # fmt: skip

    @property
    def _known(self) -> bool:
        """Whether the debtor was asked for before this reply and answers: no scenario in which somebody else may."""
        asked = DialogueAct.VERIFY_IDENTITY in self.state.acts
        asks = self.reading is not None and any(a.act is DialogueAct.VERIFY_IDENTITY for a in self.reading.acts)
        return asked and not asks and not another_may_speak(self.scenario)

    def update(self, **fields: object) -> "Talk":
        """The same turn with the state's fields set."""
        return replace(self, state=self.state.model_copy(update=fields))

    def changed(self, change: Change) -> "Talk":
        """The same turn with one more change logged."""
        return replace(self, changes=(*self.changes, change))


KIND = frozenset({
    DialogueAct.ACKNOWLEDGE_EMOTION, DialogueAct.ACKNOWLEDGE_SITUATION, DialogueAct.PARAPHRASE, DialogueAct.APOLOGISE,
    DialogueAct.THANK, DialogueAct.ASK_REASON, DialogueAct.APPEAL_RELATIONSHIP, DialogueAct.CHECK_UNDERSTANDING,
    DialogueAct.VERIFY_IDENTITY, DialogueAct.OFFER_REVIEW, DialogueAct.IDENTIFY_SELF, DialogueAct.PROTECT_PRIVACY,
    DialogueAct.HOLD_CONTACT, DialogueAct.REFER_SUPPORT, DialogueAct.SEND_DOCUMENT, DialogueAct.REGISTER_DISPUTE,
})  # fmt: skip
PLAIN, LIKELY = 0.95, 0.6
"""Confidence from which an offence is heard beside a kindness; and at all: who barely suspects one lets it pass."""


_LEAST = {DialogueAct.DISCLOSE_TO_THIRD_PARTY: 0.86}
"""Told of one's own debt, one does not hear that others were told, unless it is plain."""
_LEAST_KNOWN = {DialogueAct.DISCLOSE_TO_THIRD_PARTY: CERTAIN[DialogueAct.DISCLOSE_TO_THIRD_PARTY]}
"""The same once the debtor has said who they are: then only what is beyond doubt ("I told your brother")."""
SOMEBODY_ELSE = frozenset({
    Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER, Disposition.REPRESENTATIVE, Disposition.DECEASED,
})  # fmt: skip
"""Endings of scenarios in which another than the debtor may be speaking."""


def another_may_speak(scenario: Scenario) -> bool:
    """Whether the one who answers may be another than the debtor: a spouse, an adviser, a stranger."""
    return any(ending.disposition in SOMEBODY_ELSE for ending in scenario.endings)


def _heard(reading: Reading | None, *, known: bool = False) -> frozenset[DialogueAct]:
    """The acts that the debtor answers to: a doubtful offence beside a kindness passes; who asks is not leaving."""
    if reading is None:
        return frozenset()
    kind = any(a.act in KIND for a in reading.acts)
    asks = any(clause.question for clause in reading.clauses)
    least, of_act = (PLAIN if kind else LIKELY), (_LEAST_KNOWN if known else _LEAST)
    return frozenset(
        a.act
        for a in reading.acts
        if not (a.act in COSTLY and a.confidence < max(least, of_act.get(a.act, 0)))
        and not (asks and a.act is DialogueAct.CLOSE)
    )


def _last_acts(reading: Reading | None) -> frozenset[DialogueAct]:
    """What the reply does in its last clause: people answer what was said last."""
    if not reading or not reading.clauses:
        return frozenset()
    return frozenset(a.act for a in reading.acts if a.end > reading.clauses[-1].start)
