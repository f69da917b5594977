"""From the findings of a whole call to its level: a short sum of weights, every addend shown."""

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from scoring.criterion import Finding, Judgement, Term
from scoring.yaml_data import load_yaml

WEIGHTS = Path(__file__).parent / "weights.yaml"
COUNTED = 2
"""How often the same fault counts; something well done counts once."""


@lru_cache(maxsize=1)
def weights() -> dict[str, Any]:
    """By criterion: ``base``, ``shared``, ``caps`` and ``weights``, as the file explains them."""
    found: dict[str, Any] = load_yaml(WEIGHTS)
    return found


def weighed(criterion: str, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each with what it adds to or takes from the level."""
    table = weights()[criterion]
    return tuple(f.model_copy(update={"weight": _weight(f, found, table)}) for f in found)


def judgement_of(criterion: str, found: Sequence[Finding]) -> Judgement:
    """The level of a criterion of whole calls, 0 to 4, with its terms; caps and limits are terms too."""
    table, found = weights()[criterion], weighed(criterion, found)
    terms = [Term(name="base", value=float(table["base"]))]
    for name in dict.fromkeys(f.indicator for f in found):
        value = round(sum(f.weight for f in found if f.indicator == name), 2)
        terms += [Term(name=name, value=value)] if value else []
    raw = sum(t.value for t in terms)
    value = min(4.0, max(0.0, raw))
    if abs(value - raw) > 1e-9:
        terms.append(Term(name="fit", value=round(value - raw, 2)))
    limits = [(limit, name) for name, limit in table["caps"].items() if _is_missed(name, found)]
    capped_by = None
    if limits and value > min(limits)[0]:
        terms.append(Term(name="cap", value=round(min(limits)[0] - value, 2)))
        value, capped_by = min(limits)
    value = round(value, 3)
    return Judgement(
        criterion=criterion, level=min(4, math.floor(value + 0.5)), score=value,
        findings=found, terms=tuple(terms), capped_by=capped_by,
    )  # fmt: skip


def _weight(finding: Finding, found: Sequence[Finding], table: dict[str, Any]) -> float:
    whole = _of_table(finding, table["weights"][finding.indicator])
    same = [f for f in found if f.indicator == finding.indicator]
    if finding.indicator in table["shared"]:
        return round(whole / len(same), 3)
    alike = [f for f in same if f.met == finding.met]
    counts = any(f is finding for f in alike[: 1 if finding.met else COUNTED])
    return whole if counts else 0.0


def _of_table(finding: Finding, row: dict[str, float]) -> float:
    """What was merely left out weighs as ``left_out`` where the row says so."""
    if finding.met:
        return float(row["met"])
    return float(row.get("left_out", row["missed"]) if finding.evidence is None else row["missed"])


def _is_missed(name: str, found: Sequence[Finding]) -> bool:
    """A fault that cannot be quoted caps nothing."""
    return any(f.indicator == name and not f.met and f.evidence for f in found)
