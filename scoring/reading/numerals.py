"""What a number can be: digits with separators, read whatever the country, and rows of small words."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Style = Literal["plain", "grouped", "cents", "decimal", "words", "scaled", "lone", "pair", "spelled"]

_MAX_DIGITS = 15
_MILLION = 1_000_000


def parse_numeral(text: str) -> tuple[Decimal, Style] | None:
    """Read digits with separators, whatever the country; ``None`` where they are no number ("23.11.2026").

    Both separators: the last is the decimal. One, repeated, or with exactly three digits behind: thousands.
    """
    if "'" in text:
        text = _apostrophes(text)
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


def _apostrophes(text: str) -> str:
    """ "3'200.000" and "1'250,000.50": the millions' apostrophe, with whatever separates the thousands behind it."""
    whole, _, behind = text.rpartition("'")
    groups = behind.replace(".", ",").split(",")
    cents = groups.pop() if len(groups) > 1 and len(groups[-1]) < 3 else ""
    return ",".join((*whole.replace(".", ",").split("'"), *groups)) + (f".{cents}" if cents else "")


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


@dataclass(frozen=True, slots=True)
class Number:
    """A number at pieces ``first`` to ``last`` (exclusive).

    ``money``: a money word is part of it ("lucas", "grand"). ``readings`` are further values it can have
    ("twelve-sixty" is 1260 or 12.60). ``lone``: nothing but "mil", "cien", "a hundred". ``typed``: in digits.
    """

    value: Decimal
    first: int
    last: int
    style: Style
    money: bool = False
    readings: tuple[Decimal, ...] = ()
    typed: bool = False


_STYLES: dict[str, Style] = {
    "plain": "plain", "grouped": "grouped", "cents": "cents", "decimal": "decimal", "lone": "lone",
    "hundreds": "scaled",
}  # fmt: skip


def style_of(style: str) -> Style:
    """The style of a number made of one group."""
    return _STYLES.get(style, "words")


def grown(total: Decimal, part: Decimal, group: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    """Add a group of a scale to what was read."""
    if scale >= _MILLION:
        return total + (part + group) * scale, Decimal(0)
    return total, part + group * scale


def paired(parts: list[int], first: int, ends: list[int], english: bool) -> Number | None:
    """What a row of small numbers can mean as one amount."""
    if len(parts) >= 3 and all(p <= 9 for p in parts) and english:
        return Number(Decimal("".join(map(str, parts))), first, ends[len(parts) - 1], "spelled")
    if len(parts) < 2 or parts[1] < 10:
        return None
    head, second = parts[0], parts[1]
    if second >= 100:
        return Number(Decimal(head * 1000 + second), first, ends[1], "pair")
    whole = head * 100 + second
    if len(parts) > 2 and parts[2] >= 10 and parts[2] < 100:
        return Number(Decimal(whole * 100 + parts[2]) / 100, first, ends[2], "pair")
    other = [Decimal(whole) / 100] if english else [Decimal(head * 1000 + second * 10), Decimal(whole * 1000)]
    return Number(Decimal(whole), first, ends[1], "pair", readings=tuple(other))


def loose_millions(value: Decimal, english: bool) -> tuple[Decimal, ...]:
    """ "un millón doscientos" is meant as 1,200,000 far more often than as 1,000,200."""
    low = value % _MILLION
    if english or value < _MILLION or not 10 <= low < 1000:
        return ()
    return (value - low + low * 1000,)
