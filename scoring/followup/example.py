"""The note that the call would have made: its outcome, payments, facts and next step as they are known."""

from scenarios.country import format_date, format_money
from scenarios.disposition import AGREEMENTS, DISPUTES
from scenarios.problem import ScenarioError
from scoring.followup.findings import as_written, entries
from scoring.followup.paying import chosen
from scoring.transcript import AgreedInstalment, CallRecord, Outcome


def example_note(call: CallRecord) -> str:
    """A note in the call's language from what came of the talk; empty where nothing is known of that."""
    if call.outcome is None:
        return ""
    try:
        told = _told(call, call.outcome)
    except ScenarioError:  # a country of rated material that has no pack: its money and days cannot be written
        return ""
    lines = entries(f"example.{call.language}")["lines"]
    said = [line.format_map(told) for name, line in lines.items() if name != "each" and _fits(name, told)]
    return " ".join(line[:1].upper() + line[1:] for line in said).replace("..", ".")


_NEEDS = {
    "outcome": ("outcome",), "one": ("amount",), "several": ("payments",), "method": ("method",), "facts": ("facts",),
    "reason": ("reason",), "hold": ("hold",), "next_on": ("next_day",), "if_not": ("day",),
}  # fmt: skip
"""Line → what must be known for it."""


def _fits(line: str, told: dict[str, str]) -> bool:
    return all(told.get(name) for name in _NEEDS[line])


def _told(call: CallRecord, outcome: Outcome) -> dict[str, str]:
    agreed = outcome.type in AGREEMENTS
    dated = [i for i in outcome.instalments if i.amount is not None and i.date is not None] if agreed else []
    facts = "; ".join(fact.label for fact in call.must_record)
    return {
        "outcome": as_written("disposition", outcome.type.value, call),
        "facts": facts,
        "reason": "" if facts else outcome.reason or "",
        "method": outcome.method if agreed and outcome.method and chosen(outcome.method, call) else "",
        "hold": "yes" if outcome.type in DISPUTES else "",
        "next_day": format_date(outcome.next_date, call.language, call.country) if outcome.next_date else "",
        **_payments(call, dated),
    }


def _payments(call: CallRecord, dated: list[AgreedInstalment]) -> dict[str, str]:
    each = entries(f"example.{call.language}")["lines"]["each"]
    shown = [
        {"amount": format_money(i.amount, call.country), "day": format_date(i.date, call.language, call.country)}
        for i in dated
        if i.amount is not None and i.date is not None
    ]
    first = shown[0] if shown else {"amount": "", "day": ""}
    if len(shown) < 2:
        return {**first, "payments": ""}
    return {"amount": "", "day": first["day"], "n": str(len(shown)), "payments": ", ".join(map(each.format_map, shown))}
