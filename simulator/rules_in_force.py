"""The rules that an assessed call is held to: country pack, creditor's script and rubric, as one fingerprint."""

import hashlib
from functools import lru_cache

from scenarios.country import load_country
from scenarios.creditor import creditors
from scenarios.values import Country
from scoring.rubric import Rubric


def creditor_of(name: str, country: Country) -> str:
    """The id of the creditor that bears this name in the country; empty where none does."""
    found = (c.id for c in creditors() if country in c.offices and c.offices[country].name == name)
    return next(found, "")


@lru_cache(maxsize=256)
def rules_of(country: Country, creditor: str, rubric_hash: str) -> str:
    """64 hexadecimal digits (SHA-256): another whenever the country's rules, the creditor or the rubric change."""
    scripts = [c.model_dump_json() for c in creditors() if c.id == creditor]
    parts = (load_country(country).model_dump_json(), *scripts, rubric_hash)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def in_force(country: Country, creditor_name: str, rubric: Rubric) -> str:
    """The fingerprint for a call begun now."""
    return rules_of(country, creditor_of(creditor_name, country), rubric.content_hash)
