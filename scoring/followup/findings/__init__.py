"""The findings of the follow-up: the checks in words."""

from functools import lru_cache
from pathlib import Path

from scoring.criterion import Evidence, Finding
from scoring.scorecard import FieldCheck
from scoring.yaml_data import load_yaml

HERE = Path(__file__).parent
NAME = "documented_follow_up"


@lru_cache(maxsize=4)
def entries(language: str) -> dict[str, dict[str, str]]:
    """By field: ``missing``, ``contradicted`` and ``better``."""
    found: dict[str, dict[str, str]] = load_yaml(HERE / f"{language}.yaml")
    return found


def finding(check: FieldCheck, language: str, weight: float = 0.0) -> Finding | None:
    """The finding for a check; ``None`` where the field was not required."""
    if check.status == "not_required":
        return None
    if check.status == "present":
        return said(check.field, True, check.evidence, "", "", weight)
    entry = entries(language)[check.field.partition(":")[0]]
    told = {"agreed": check.agreed or "…", "noted": check.noted}
    key = "missing" if check.status == "missing" else "contradicted"
    reason = _filled(entry[key], told)
    return said(check.field, False, check.evidence, reason, _filled(entry["better"], told), weight)


def said(  # noqa: PLR0913, PLR0917  (the parts of a finding)
    field: str, met: bool, evidence: Evidence | None, reason: str, better: str, weight: float
) -> Finding:
    """A finding of this criterion."""
    return Finding(
        criterion=NAME, indicator=field, met=met, evidence=evidence, reason=reason, better=better, weight=weight
    )  # fmt: skip


def _filled(text: str, told: dict[str, str]) -> str:
    for name, value in told.items():
        text = text.replace(f"{{{name}}}", value)
    return text
