"""Digits with separators, read whatever the country."""

from decimal import Decimal
from typing import Literal

Style = Literal["plain", "grouped", "cents", "decimal", "words", "scaled", "lone", "pair", "spelled"]

_MAX_DIGITS = 15


def parse_numeral(text: str) -> tuple[Decimal, Style] | None:
    """Read digits with separators, whatever the country; ``None`` where they are no number ("23.11.2026").

    Both separators: the last is the decimal. One, repeated, or with exactly three digits behind: thousands.
    """
    text = text.replace("'", ",") if "'" in text else text
    if len(text) > 2 * _MAX_DIGITS or sum(c.isdigit() for c in text) > _MAX_DIGITS:
        return None
    if " " in text:
        whole, decimal, cents = text.replace(",", ".").partition(".")
        return Decimal(whole.replace(" ", "") + decimal + cents), "cents" if decimal else "grouped"
    if text.isdigit():
        return Decimal(text), "plain"
    if "." in text and "," in text:
        return _both_separators(text)
    separator = "." if "." in text else ","
    groups = text.split(separator)
    if _thousands(groups):
        return Decimal("".join(groups)), "grouped"
    if len(groups) > 2:
        return None
    return Decimal(f"{groups[0]}.{groups[1]}"), "cents" if len(groups[1]) == 2 else "decimal"


def _both_separators(text: str) -> tuple[Decimal, Style] | None:
    decimal = "." if text.rindex(".") > text.rindex(",") else ","
    whole, _, cents = text.rpartition(decimal)
    groups = whole.split("," if decimal == "." else ".")
    if decimal in whole or not _thousands(groups):
        return None
    return Decimal(f"{''.join(groups)}.{cents}"), "cents" if len(cents) <= 2 else "decimal"


def _thousands(groups: list[str]) -> bool:
    """Whether digits are grouped as thousands: "1" "250", and not "0" "125"."""
    head = groups[0]
    return len(groups) > 1 and len(head) <= 3 and head[0] != "0" and all(len(g) == 3 for g in groups[1:])
