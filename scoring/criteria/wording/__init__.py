"""The words of a finding: why it counts and what would have helped, in the call's language, with the case's facts."""

from functools import lru_cache
from pathlib import Path

from scenarios.case import Case
from scenarios.country import format_money
from scenarios.text import polite_name
from scoring.address import addressed
from scoring.criteria.cues import Span
from scoring.criteria.moment import CallView, Heard
from scoring.criterion import Evidence, Finding
from scoring.reading.values import Address
from scoring.yaml_data import load_yaml

HERE = Path(__file__).parent


def met(indicator: str, heard: Heard, span: Span | None, call: CallView) -> Finding:
    """A finding in the trainee's favour, with its evidence."""
    return _finding(indicator, heard.evidence(span), call, good=True)


def missed(indicator: str, heard: Heard, span: Span | None, call: CallView) -> Finding:
    """A finding against, with its evidence and a wording that would have helped."""
    return _finding(indicator, heard.evidence(span), call, good=False)


@lru_cache(maxsize=4)
def entries(language: str) -> dict[str, dict[str, str]]:
    """By indicator: ``criterion``, ``met`` or ``missed`` (the reason), ``better`` and ``better_in_case``."""
    found: dict[str, dict[str, str]] = load_yaml(HERE / f"{language}.yaml")
    return found


def _finding(indicator: str, evidence: Evidence, call: CallView, *, good: bool) -> Finding:
    entry = entries(call.language)[indicator]
    return Finding(
        criterion=entry["criterion"],
        indicator=indicator,
        met=good,
        evidence=evidence,
        reason=entry["met" if good else "missed"],
        better="" if good else _better(entry, call),
    )


def _better(entry: dict[str, str], call: CallView) -> str:
    """As one would say it to this debtor: in the call's address, with the case's facts where there are any."""
    if call.case is None or "better_in_case" not in entry:
        return addressed(entry.get("better", ""), call.address)
    return addressed(entry["better_in_case"], call.address).format_map(_facts(call.case, call.address))


def _facts(case: Case, address: Address) -> dict[str, str]:
    account, formal = case.account, address in ("usted", "sumerce")
    return {
        "name": polite_name(case) if formal else case.debtor.first_name,
        "balance": format_money(account.balance, case.country),
        "instalment": format_money(account.instalment, case.country),
        "creditor": case.creditor.name,
        "channel": case.creditor.channels[0] if case.creditor.channels else "",
        "product": account.product_name,
    }
