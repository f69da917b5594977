"""The follow-up against the call in words: fields by name, amounts and days as they are written there. Pure."""

from datetime import date
from decimal import Decimal, InvalidOperation

from scenarios.country import format_date, format_money
from scenarios.disposition import Disposition
from scoring.scorecard import FieldCheck, Scorecard
from simulator.app_pages import names
from simulator.i18n import Translator
from simulator.view import AttemptView

FACT = "fact:"


def rows(_: Translator, view: AttemptView, card: Scorecard) -> list[list[str]]:
    """Field, result, what was said, what was noted: what needs mending first; what was not needed is left out."""
    checks = [check for check in card.note_checks if check.status != "not_required"]
    return [_row(_, view, check) for check in sorted(checks, key=lambda check: check.status == "present")]


def _row(_: Translator, view: AttemptView, check: FieldCheck) -> list[str]:
    noted = check.noted or (check.evidence.quote if check.evidence else "")
    shown = [read(_, view, check.field, value) or "–" for value in (check.agreed, noted)]
    return [name(_, view, check.field), names.check(_, check.status), *shown]


def name(_: Translator, view: AttemptView, field: str) -> str:
    """A field of the follow-up, or a fact to note, in words."""
    if not field.startswith(FACT):
        return names.field(_, field)
    label = next((fact.label for fact in view.scenario.facts if fact.id == field.removeprefix(FACT)), {})
    return label.get(_.language) or label.get(view.language) or names.spoken(field.removeprefix(FACT))


def read(_: Translator, view: AttemptView, field: str, value: str) -> str:
    """A value as a person of the country reads it; what is no figure, day or key stays as it is."""
    if field.startswith(FACT):
        return ""
    if field == "disposition":
        return names.disposition(_, Disposition(value)) if value in set(Disposition) else value
    return ", ".join(_part(_, view, field, part) for part in value.split(", "))


def _part(_: Translator, view: AttemptView, field: str, part: str) -> str:
    try:
        if field in ("amounts", "invented"):
            return format_money(Decimal(part), view.country)
        if field in ("dates", "next_date"):
            return format_date(date.fromisoformat(part), _.language, view.country)
    except (ValueError, InvalidOperation):
        return part
    return part
