"""How many payments a reply says: lengths of time, "each of the four Fridays", "six of those"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from scoring.reading import days
from scoring.reading.numbers import numbers_at
from scoring.reading.schedule import MOST
from scoring.reading.term_stretches import counted_later, paced
from scoring.reading.term_words import PERIODS
from scoring.reading.terms import Mentions, Term, says, term_at, weekday_names
from scoring.reading.tokens import Tokens
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import unit_words


def lengths(tokens: Tokens, found: list[Term], said: Mentions) -> list[Term]:
    """ "20 a week clears it in nine weeks": beside a period, "in nine weeks" says how many payments, and no day."""
    counts = {tokens.at(c.start): c for c in said.counts if c.unit in ("week", "month", "fortnight")}
    if not counts:
        return found
    turned = []
    for term in found:
        count = counts.get(term.first + 1) if term.kind == "day" and not term.every else None
        led = (
            tokens.text(term.first) in ("in", "en", "over", "within") and count and tokens.at(count.end - 1) < term.last
        )
        if count and led and (_parts(tokens, term, found) or any(t.every or _per(tokens, t) for t in found)):
            counted = term_at(tokens, "count", term.first + 1, term.last)
            turned.append(counted._replace(value=Decimal(count.n), unit=count.unit))
        else:
            turned.append(term)
    return turned


def _parts(tokens: Tokens, term: Term, found: Sequence[Term]) -> bool:
    """ "en seis quincenas de 600", "lo partimos en seis quincenas", "en cuatro quincenas iguales"."""
    behind = tokens.text(term.last)
    told = behind in ("de", "of", "a", "at") and any(t.kind == "sum" and 0 < t.first - term.last <= 2 for t in found)
    return told or behind in _EQUAL or says(tokens, term.first - 5, term.first, "parts")


_EQUAL = frozenset({"iguales", "fijas", "equal", "parejas", "seguidas", "exactas"})


def _per(tokens: Tokens, term: Term) -> bool:
    """Whether "a week" or "a month" stands behind a sum."""
    led = tokens.text(term.last) in ("a", "per", "por", "al", "/", "each", "cada")
    return (led and tokens.text(term.last + 1) in PERIODS) or (tokens.text(term.last) in PERIODS and term.kind == "sum")


def counts_turned(tokens: Tokens, found: Sequence[Term]) -> list[Term]:
    """Counts that are periods or distances become so; "in nine weeks" beside a period is a count and no day."""
    turned: list[Term] = []
    for term in found:
        if term.kind == "count":
            turned.append(paced(tokens, term) or counted_later(tokens, term) or term)
        else:
            turned.append(term)
    return turned


def weekdays(tokens: Tokens, context: ReadingContext) -> list[Term]:
    """ "each of the four Fridays after that", "los tres próximos sábados": as many payments, on that weekday."""
    several = _several()
    found: list[Term] = []
    for at, token in enumerate(tokens.items):
        weekday = several.get(token.text)
        before = (tokens.text(at - 1), tokens.text(at - 2)) if weekday is not None else ("", "")
        if weekday is None or not _AHEAD.intersection(before):
            continue
        where = at - 1 if before[1] in _AHEAD else at - 2
        number = numbers_at(tokens.folded.original, context.language, context.country).get(where)
        if number and number.last == where + 1 and 1 < number.value <= MOST and number.value % 1 == 0:
            named = days.weekday_after(context.on, weekday)
            term = term_at(tokens, "count", where, at + 1)
            found.append(term._replace(value=number.value, unit="week", days=(named,)))
    return found


@cache
def _several() -> dict[str, int]:
    """ "viernes", "sábados", "Fridays"."""
    names = weekday_names()
    plain = {name: weekday for name, weekday in names.items() if name.endswith("s")}
    return plain | {name + "s": weekday for name, weekday in names.items() if not name.endswith("s")}


_AHEAD = frozenset({"the", "next", "following", "first", "those", "proximos", "siguientes", "primeros"})


def times_of(tokens: Tokens, context: ReadingContext, found: Sequence[Term]) -> list[Term]:
    """ "six of those", "four in total", "seis en total", "thirteen in all": how many payments."""
    taken = {at for term in found for at in range(term.first, term.last)}
    times = []
    for at, number in numbers_at(tokens.folded.original, context.language, context.country).items():
        behind = (tokens.text(number.last), tokens.text(number.last + 1))
        whole = 2 <= number.value <= 120 and number.value % 1 == 0 and not number.money and at not in taken
        others = tokens.text(at - 1) in ("otras", "otros", "other") and behind[0] in (",", "de", "of", "at", *_EQUAL)
        if whole and behind[0] in ("veces", "times"):
            times.append(term_at(tokens, "count", at, number.last + 1)._replace(value=number.value, unit="times"))
        elif whole and behind in _MORE:
            times.append(term_at(tokens, "count", at, number.last + 1)._replace(value=number.value, unit="instalment"))
        elif whole and (others or behind in _TIMES or _multiplied(tokens, at) or _summed_up(tokens, at, number.last)):
            unit = "instalment" if others else "times"
            times.append(term_at(tokens, "count", at, number.last)._replace(value=number.value, unit=unit))
    return times


def _multiplied(tokens: Tokens, at: int) -> bool:
    """ "130 a month x 6": the length of what was named before."""
    return tokens.text(at - 1) in ("x", "×") and tokens.text(at - 2) in PERIODS


def _summed_up(tokens: Tokens, at: int, last: int) -> bool:
    """ "35 lucas mensuales, primera el 5 de diciembre, son 6": said last of several payments, how many they are."""
    ends = tokens.kind(last) in ("punct", "") or tokens.text(last) in ("y", "nomas", "no")
    if tokens.text(at - 1) not in ("son", "serian") or not ends:
        return False
    before = {tokens.text(step) for step in range(max(at - 25, 0), at)}
    weekly = bool(before & {"cada", "todos"}) and bool(before & weekday_names().keys())
    paced = weekly or before & PERIODS.keys() or any(unit_words().get(word) == "instalment" for word in before)
    return bool(paced) and tokens.text(at - 2) in (",", "y", ";", "que")


_MORE = frozenset({("more", "of"), ("more", "at"), ("mas", "de"), ("further", "of")})
_TIMES = frozenset({
    ("of", "those"), ("of", "them"), ("of", "these"), ("in", "total"), ("in", "all"), ("en", "total"), ("de", "esos"),
    ("de", "esas"), ("de", "estos"), ("de", "estas"),
})  # fmt: skip
