"""One amount while it is read, and the value that a number most plausibly has as money."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.reading.numerals import Number
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import word_set

_LARGE = Decimal(20_000)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount at pieces ``first`` to ``last`` (exclusive); ``bare`` where no sign or word says that it is money."""

    value: Decimal
    currency: str | None
    first: int
    last: int
    bare: bool


def tidy(value: Decimal) -> Decimal:
    """Whole units without decimals, everything else with two."""
    return value.quantize(Decimal(1) if value % 1 == 0 else Decimal("0.01"))


def plausible(number: Number, context: ReadingContext, bare: bool = False) -> Decimal:
    """The reading of a number that fits the balance best; without one, the most usual."""
    readings = (number.value, *number.readings)
    habit = context.country in word_set("thousands_by_habit")
    short = number.style in ("plain", "pair", "words", "scaled")
    small = short and number.value % 1 == 0 and 1 <= number.value < 1000
    if bare and habit and small:
        readings = (number.value * 1000, *readings)
    balance = context.balance
    if balance is not None and balance in readings:
        return balance
    if number.style == "scaled" and number.readings:
        return number.readings[0]
    if balance is None or len(readings) == 1:
        return readings[0]
    if bare and habit and small and balance < _LARGE:
        readings = readings[1:]
    likely = [r for r in readings if balance / 50 <= r <= balance * Decimal("1.2")]
    return likely[0] if likely else readings[0]


def priced(number: Number, context: ReadingContext, said: frozenset[Decimal]) -> Decimal | None:
    """A pair as units and cents, where nothing but the words can tell: "sixty-four ninety-five" is 64.95.

    So say the British what ends like a price, and anybody beside sums that are smaller by far ("twenty-two fifty"
    beside "fifteen dollars"). ``None`` where the figure is the ordinary one.
    """
    cents = next((reading for reading in number.readings if reading % 1), None)
    if number.style != "pair" or cents is None or context.balance is not None:
        return None
    ends = number.value % 100 in (45, 49, 95, 97, 98, 99)
    near = bool(said) and number.value > 50 * max(said) and cents <= 10 * max(said)
    return cents if near or (context.country == "GB" and ends) else None
