"""What is in force: a scorecard with a person's decisions in the place of the program's. Pure; the program's stays."""

from collections.abc import Mapping
from typing import Literal

from scoring.criterion import Gate, Judgement
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from scoring.scoring import result_of, total_of

Decision = Literal["breach", "no_breach"]
"""What a person says of a gate."""


def in_force(
    card: Scorecard, rubric: Rubric, levels: Mapping[str, int], gates: Mapping[str, Decision] | None = None
) -> Scorecard:
    """The scorecard as it counts: each criterion in ``levels`` (0 to 4) at that level, each gate as decided.

    A criterion that the scorecard does not judge is passed over. A breach that a person saw stands also where the
    program saw nothing, if the rubric has that gate. Without decisions, the total and the result are the program's.
    """
    judgements = tuple(_decided(judgement, levels.get(judgement.criterion)) for judgement in card.judgements)
    standing = _standing(card, rubric, gates or {})
    total = total_of({j.criterion: j.level for j in judgements}, rubric)
    return Scorecard.model_validate({
        **dict(card), "judgements": judgements, "gates": standing, "total": total,
        "not_assessed": tuple(j.criterion for j in judgements if j.level is None),
        "result": result_of(total, standing, rubric),
    })  # fmt: skip


def _decided(judgement: Judgement, level: int | None) -> Judgement:
    """At the person's level. Where that is the program's own, the finer score stays."""
    if level is None or level == judgement.level:
        return judgement
    return Judgement.model_validate(
        {**dict(judgement), "level": level, "score": float(level), "capped_by": None, "why_not": None}
    )


def _standing(card: Scorecard, rubric: Rubric, gates: Mapping[str, Decision]) -> tuple[Gate, ...]:
    kept = [
        gate.model_copy(update={"status": "breach"}) if gates.get(gate.id) == "breach" else gate
        for gate in card.gates
        if gates.get(gate.id) != "no_breach"
    ]
    seen = {gate.id for gate in card.gates}
    added = [name for name, said in gates.items() if said == "breach" and name not in seen and name in rubric.gates]
    return (*kept, *(Gate(id=name, status="breach", evidence=None, reason="") for name in added))
