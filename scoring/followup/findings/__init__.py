"""The findings of the follow-up: the checks in words."""

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

from scenarios.country import format_date, format_money
from scoring.criterion import Evidence, Finding
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord
from scoring.yaml_data import load_yaml

HERE = Path(__file__).parent
NAME = "documented_follow_up"


@lru_cache(maxsize=4)
def entries(language: str) -> dict[str, dict[str, str]]:
    """By field: ``missing``, ``contradicted`` and ``better``."""
    found: dict[str, dict[str, str]] = load_yaml(HERE / f"{language}.yaml")
    return found


def finding(check: FieldCheck, call: CallRecord, weight: float = 0.0) -> Finding | None:
    """The finding for a check; ``None`` where the field was not required."""
    if check.status == "not_required":
        return None
    if check.status == "present":
        noted = entries(call.language)["fact"]["present"] if check.field.startswith("fact:") else ""
        return said(check.field, True, check.evidence, _filled(noted, {"agreed": check.agreed}), "", weight)
    entry = entries(call.language)[check.field.partition(":")[0]]
    told = {"agreed": as_written(check.field, check.agreed, call), "noted": as_written(check.field, check.noted, call)}
    key = "missing" if check.status == "missing" else "contradicted"
    better = _filled(entry["better"], told) if told["agreed"] or "{agreed}" not in entry["better"] else ""
    return said(check.field, False, check.evidence, _filled(entry[key], told), better, weight)


def as_written(field: str, value: str, call: CallRecord) -> str:
    """A check's value as a person of the country writes it: money, days in words, the outcome by its name."""
    if field == "disposition":
        return entries(f"dispositions.{call.language}")["names"].get(value, value)
    return ", ".join(_part(field, part, call) for part in value.split(", "))


def _part(field: str, part: str, call: CallRecord) -> str:
    try:
        if field in ("amounts", "invented"):
            return format_money(Decimal(part), call.country)
        if field in ("dates", "next_date"):
            return format_date(date.fromisoformat(part), call.language, call.country)
    except (ValueError, InvalidOperation):
        return part
    return part


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
