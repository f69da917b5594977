"""Difficulty dials: the same scenario with a debtor who is easier, or harder, than written. Pure."""

from typing import Literal

from scenarios.scenario import DebtorSpec, Scenario

Dial = Literal["easier", "as_written", "harder"]
_STEP: dict[Dial, int] = {"easier": -1, "as_written": 0, "harder": 1}
ANGER, TRUST, COMMITMENT, IRRITABILITY = 14, -8, -8, 0.2
"""How far one step moves the debtor's beginnings, in points; irritability in shares."""


def turned(scenario: Scenario, dial: Dial) -> Scenario:
    """The scenario with its debtor turned; its declared difficulty moves by one, within 1 to 5."""
    step = _STEP[dial]
    if step == 0:
        return scenario
    return scenario.model_copy(
        update={"debtor": _moved(scenario.debtor, step), "difficulty": min(max(scenario.difficulty + step, 1), 5)}
    )


def _moved(spec: DebtorSpec, step: int) -> DebtorSpec:
    """Never so angry that the first word ends the call, never past the ends of a scale."""
    return spec.model_copy(
        update={
            "anger": max(spec.anger - ANGER, 0) if step < 0 else max(spec.anger, min(spec.anger + ANGER, 84)),
            "trust": min(max(spec.trust + step * TRUST, 0), 100),
            "commitment": min(max(spec.commitment + step * COMMITMENT, 0), 100),
            "irritability": round(min(max(spec.irritability + step * IRRITABILITY, 0.0), 1.0), 3),
        }
    )
