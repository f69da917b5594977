"""One thing to practise next: the technique that would have won back most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from scoring.coaching.values import ToPractise
from scoring.criterion import Finding, Judgement
from scoring.yaml_data import load_yaml

TECHNIQUES = Path(__file__).parent / "techniques.yaml"
WORTH_IT = 2.0
"""Points of the total that must have been lost before a technique is named."""
GATES = {
    "threat": "stay_steady", "insult": "stay_steady",
    "disclosure_before_verification": "know_who_is_there", "third_party_disclosure": "know_who_is_there",
    "life_at_risk": "take_it_seriously", "forbidden_phrase": "keep_to_the_rules",
    "unlawful_time": "keep_to_the_rules", "unlawful_question": "keep_to_the_rules",
}  # fmt: skip
"""What a gate points to: it outweighs all points."""


@lru_cache(maxsize=1)
def techniques() -> Mapping[str, dict[str, Any]]:
    """All techniques by id, as the file has them."""
    found: dict[str, dict[str, Any]] = load_yaml(TECHNIQUES)
    return found


def technique(name: str, language: str) -> ToPractise:
    """A technique in a language. ``KeyError`` for one that is not in the file."""
    entry = techniques()[name]
    scenarios = entry["scenarios"]
    return ToPractise(
        technique=name, name=entry["name"][language], why=entry["why"][language],
        scenario=scenarios[0] if scenarios else None,
    )  # fmt: skip


def to_practise(
    judgements: Sequence[Judgement], weights: Mapping[str, int], gates: Sequence[str], language: str
) -> ToPractise | None:
    """The technique behind most of what was lost; ``None`` where too little was.

    What a criterion lost (its rubric weight times what is missing to level 4) is shared among its missed findings by
    their weight. A gate comes before points.
    """
    pointed = next((GATES[gate] for gate in gates if gate in GATES), None)
    if pointed:
        return technique(pointed, language)
    lost: Counter[str] = Counter()
    for judgement in judgements:
        if judgement.score is not None:
            points = weights.get(judgement.criterion, 0) * (4 - judgement.score) / 4
            for name, share in _shares(judgement).items():
                lost[name] += points * share  # type: ignore[assignment]  # points are no whole numbers
    if not lost:
        return None
    name, points = max(lost.items(), key=lambda item: (item[1], item[0]))
    return technique(name, language) if points >= WORTH_IT else None


def technique_of(finding: Finding) -> str:
    """The technique that a missed finding points to."""
    by_indicator, by_criterion = _tables()
    return by_indicator.get(finding.indicator.partition(":")[0], by_criterion[finding.criterion])


def _shares(judgement: Judgement) -> dict[str, float]:
    """Technique → its share of what the criterion lost; the shares sum to 1."""
    missed = [f for f in judgement.findings if not f.met]
    _, by_criterion = _tables()
    if not missed:
        return {by_criterion[judgement.criterion]: 1.0}
    weighed = [abs(f.weight) if any(m.weight for m in missed) else 1.0 for f in missed]
    whole, shares = sum(weighed), dict[str, float]()
    for finding, weight in zip(missed, weighed, strict=True):
        name = technique_of(finding)
        shares[name] = shares.get(name, 0.0) + weight / whole
    return shares


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    by_indicator = {i: name for name, entry in techniques().items() for i in entry.get("indicators", ())}
    by_criterion = {entry["rest"]: name for name, entry in techniques().items() if "rest" in entry}
    return by_indicator, by_criterion
