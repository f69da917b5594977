"""What a note states that was neither said in the call nor stands in the case."""

from decimal import Decimal

from scoring.followup.figure_checks import alike, explained
from scoring.followup.noted import Noted
from scoring.reading.amounts import find_amounts
from scoring.reading.values import ReadingContext
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, Outcome


def invented(call: CallRecord, outcome: Outcome, noted: Noted) -> tuple[FieldCheck, ...]:
    """Amounts of the note that nobody named. Only where the talk is there to be compared."""
    if not call.transcript.turns:
        return ()
    spoken = _spoken(call)
    found = []
    for figure in noted.figures:
        if explained(figure.value, call, outcome) or any(alike(figure.value, s) for s in spoken):
            continue
        found.append(
            FieldCheck(
                field="invented", status="invented", noted=str(figure.value), evidence=noted.evidence(figure.span)
            )
        )
    return tuple(found[:3])


def _spoken(call: CallRecord) -> list[Decimal]:
    context = ReadingContext(
        language=call.language, country=call.country, on=call.on, balance=call.balance, currency=call.currency
    )  # fmt: skip
    said = [a.value for t in call.transcript.turns for a in find_amounts(t.text, context)]
    return [*said, *(abs(a - b) for a in said for b in said if a != b)][:4000]
