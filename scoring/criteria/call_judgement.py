"""Preparation, negotiation and compliance of one call: whether there is something to judge, what is found, how high."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scenarios.disposition import Disposition
from scoring.criteria.weighing import judgement_of
from scoring.criteria.whole_call import ROOMS, WholeCall, found_in
from scoring.criterion import Judgement

__all__ = ["ROOMS", "judge_call"]

_WHY_NOT: Mapping[str, dict[str, str]] = MappingProxyType({
    "silence": {"es": "no hubo respuesta del agente", "en": "the agent said nothing"},
    "no_plan": {"es": "no se escribió un plan antes de la llamada", "en": "no plan was written before the call"},
    "no_case": {
        "es": "sin el expediente del caso no hay con qué comparar lo dicho",
        "en": "without the case there is nothing to compare the words with",
    },
    "nothing_to_negotiate": {
        "es": "en esta llamada no había nada que negociar",
        "en": "there was nothing to negotiate in this call",
    },
})  # fmt: skip
_NOTHING_TO_NEGOTIATE = frozenset({
    Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER, Disposition.DECEASED, Disposition.REPRESENTATIVE,
    Disposition.NO_CONTACT, Disposition.DISPUTE, Disposition.FRAUD_CLAIM, Disposition.ALREADY_PAID,
    Disposition.VULNERABLE,
})  # fmt: skip


def judge_call(criterion: str, whole: WholeCall, counts: Callable[[str], bool]) -> Judgement:
    """The judgement of one of ``ROOMS``; not assessed, with the reason, where there is nothing to judge.

    ``counts`` says which indicators do: the others are neither found nor weighed.
    """
    why = _why_not(criterion, whole)
    if why is None:
        found = tuple(f for f in found_in(criterion, whole) if counts(f.indicator))
        if criterion != "negotiation" or found:
            return judgement_of(criterion, found)
        why = "nothing_to_negotiate"
    return Judgement(criterion=criterion, why_not=_WHY_NOT[why][whole.record.language])


def _why_not(criterion: str, whole: WholeCall) -> str | None:
    if criterion == "preparation":
        written = any(text.strip() for text in whole.record.plan.values())
        return "no_case" if written and whole.case is None else None if written else "no_plan"
    if not whole.moments:
        return "silence"
    if criterion == "compliance" and whole.case is None:
        return "no_case"
    outcome = whole.record.outcome
    if criterion == "negotiation" and outcome is not None and outcome.type in _NOTHING_TO_NEGOTIATE:
        offered = any(t.reading.offers for t in whole.turns)
        return None if offered else "nothing_to_negotiate"
    return None
