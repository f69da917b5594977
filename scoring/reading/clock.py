"""Times of day as people say them: "a las seis y media", "10:30 hrs", "between 3 and 5", "half past five".

A time without morning or afternoon is read as the hour or hours at which people are called: between seven and
twenty-one; where both halves of the day fit, both readings are kept.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scoring.reading.normalise import Folded
from scoring.reading.values import ClockTime

Readings = tuple[str, ...]
EARLIEST, LATEST = 7, 21
_WORDS = {
    "es": ("una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
_NAMED = {
    "es": {"mediodia": 12, "medio dia": 12, "medianoche": 0},
    "en": {"noon": 12, "midday": 12, "midnight": 0},
}
_PARTS = {"y cuarto": 15, "y media": 30, "y diez": 10, "y veinte": 20, "menos cuarto": -15, "menos diez": -10}
_PAST = {
    "half past": 30, "half": 30, "quarter past": 15, "quarter to": -15,
    "ten past": 10, "ten to": -10, "twenty past": 20,
}  # fmt: skip
_ONE_OF = {name: "|".join(words) for name, words in (*_WORDS.items(), ("parts", _PARTS), ("past", _PAST))}
_PLAIN = r"""
    | \b (?P<bare>\d{1,2}) (?: [:.] (?P<sixty>[0-5]\d) )? \s* (?P<sure> SURE )
    | \b (?P<colon> [01]?\d | 2[0-3] ) : (?P<after>[0-5]\d) \b
"""
_ES = re.compile(
    rf"""
    \b (?: (?: a | de | desde | hasta | antes\ de | despues\ de | sobre | tipo | como\ a | entre | y ) \s+ )?
        (?: las? | tipo ) \s+
        (?P<hour> \d{{1,2}} (?! \d | [.,]\d{{3}} ) | {_ONE_OF["es"]} ) \b (?: [:.h] (?P<minute>[0-5]\d) (?!\d) )?
        (?P<part> \s+ (?: {_ONE_OF["parts"].replace(" ", r"[ ]")} ) )?
        (?: \s* (?P<half> a\.?\s?m\b | p\.?\s?m\b | de\ la\ (?: manana | tarde | noche ) | hrs?\b | horas\b | h\b ) )?
        (?! \s* (?:
            cuotas? | pagos? | semanas? | veces | dias? | meses | por\ ciento | % | de\ (?: ellas | las | los )
        ) )
    | \b (?P<named> mediodia | medio\ dia | medianoche ) \b
    """
    + _PLAIN.replace("SURE", r"a\.?\s?m\b\.? | p\.?\s?m\b\.? | hrs?\b | hs\b"),
    re.VERBOSE,
)
_EN = re.compile(
    rf"""
    \b (?: at | by | before | after | until | till | around | about | between | and | from ) \s+
        (?: (?P<past> {_ONE_OF["past"].replace(" ", r"[ ]")} ) \s+ )?
        (?P<hour> \d{{1,2}} (?! \d | [.,]\d{{3}} ) | {_ONE_OF["en"]} ) \b (?: [:.h] (?P<minute>[0-5]\d) (?!\d) )?
        (?: \s* (?P<half>
            a\.?m\b | p\.?m\b | o'?clock | tonight | (?: in\ the | this ) \ (?: morning | afternoon | evening )
        ) )?
        (?! \s* (?:
            [%,]\d | months? | weeks? | days? | payments? | instal | hundred | thousand | grand | times | percent
            | pounds? | dollars? | quid | bucks | a\ (?: month | week ) | per\b
        ) )
    | \b (?P<halfhour>half) \s+ (?P<of> {_ONE_OF["en"]} ) \b (?! \s* (?: hundred | thousand | of ) )
    | \b (?P<word> {_ONE_OF["en"]} ) \s+ (?P<ends> o'?clock | [ap]\.?m\b )
    | \b (?P<named> noon | midday | midnight ) \b
    """
    + _PLAIN.replace("SURE", r"a\.?m\b\.? | p\.?m\b\.? | o'?clock"),
    re.VERBOSE,
)
_BETWEEN = re.compile(
    r"\b(?:entre|de|between|from)\s+(?:las?\s+)?(?P<first>\d{1,2})\s+(?:y|a|and|to|-)\s+(?:las?\s+)?$"
)
"""The first of two hours, right before the second: "between 3 and 5 pm", "entre las 3 y las 5"."""
_LEADING = re.compile(r"(?:a\s+)?(?:y|a|and|to|hasta)?\s*(?:las?\s+)?")
_NO_CLOCK = frozenset(["by", "before", "after", "until", "till", "around", "about", "between", "and", "from"])
"""After these a bare hour is a time only where something says so: "by six pm", not "by two"."""


class Found(NamedTuple):
    """A time at a place of the folded text."""

    readings: Readings
    start: int
    end: int


def find_times(folded: Folded, language: str) -> tuple[ClockTime, ...]:
    """The times of a folded text, in order; places are those of the original."""
    found = _spanish(folded.text) if language == "es" else _english(folded.text)
    times = [Found(*one) for one in found if one[0]]
    all_times = sorted([*times, *_first_of_two(folded.text, times)], key=lambda t: t.start)
    return tuple(ClockTime(t.readings, *folded.span(t.start, t.end)) for t in all_times)


def _first_of_two(text: str, times: list["Found"]) -> Iterator["Found"]:
    """The bare hour before each time that ends a stretch; it lies before it on the same day."""
    for time in times:
        before = _BETWEEN.search(text, max(0, time.start - 30), time.start + _led(text, time))
        if not before or any(t.start <= before.start("first") < t.end for t in times):
            continue
        readings = tuple(r for r in _readings(int(before["first"]), 0, "") if r < time.readings[-1])
        if readings:
            yield Found(readings[-1:], before.start("first"), before.end("first"))


def _led(text: str, time: "Found") -> int:
    """How far into the time its own leading words ("and", "y las") reach."""
    led = _LEADING.match(text, time.start, time.end)
    return led.end() - led.start() if led else 0


def _spanish(text: str) -> Iterator[tuple[Readings, int, int]]:
    for m in _ES.finditer(text):
        if m["hour"]:
            hour = _number(m["hour"], "es")
            minute = int(m["minute"] or 0) + _PARTS.get((m["part"] or "").strip(), 0)
            yield _readings(hour, minute, m["half"] or ""), m.start(), m.end()
        else:
            yield _plain(m, "es"), m.start(), m.end()


def _english(text: str) -> Iterator[tuple[Readings, int, int]]:
    for m in _EN.finditer(text):
        if m["hour"]:
            led = m.group().split()[0]
            if led in _NO_CLOCK and not (m["minute"] or m["half"] or m["past"]):
                continue
            minute = int(m["minute"] or 0) + _PAST.get(m["past"] or "", 0)
            yield _readings(_number(m["hour"], "en"), minute, m["half"] or ""), m.start(), m.end()
        elif m["halfhour"]:
            yield _readings(_number(m["of"], "en"), 30, ""), m.start(), m.end()
        elif m["word"]:
            yield _readings(_number(m["word"], "en"), 0, m["ends"]), m.start(), m.end()
        else:
            yield _plain(m, "en"), m.start(), m.end()


def _plain(m: re.Match[str], language: str) -> Readings:
    if m["named"]:
        return (f"{_NAMED[language][m['named']]:02d}:00",)
    if m["colon"]:
        return _readings(int(m["colon"]), int(m["after"]), "")
    return _readings(int(m["bare"]), int(m["sixty"] or 0), m["sure"])


def _number(word: str, language: str) -> int:
    return int(word) if word.isdigit() else _WORDS[language].index(word) + 1


def _readings(hour: int, minute: int, half: str) -> Readings:
    """The hours of the day, ``HH:MM``, that an hour can mean; none where it is no hour."""
    minutes = hour * 60 + minute
    if not 0 <= minutes < 24 * 60 or hour > 23:
        return ()
    if hour > 12 or hour == 0 or half.startswith("h"):
        return (_shown(minutes),)
    if half[:1] == "a" or "manana" in half or "morning" in half:
        return (_shown(minutes % (12 * 60)),)
    if half[:1] == "p" or any(w in half for w in ("tarde", "noche", "mediodia", "afternoon", "evening", "tonight")):
        return (_shown(minutes % (12 * 60) + 12 * 60),)
    both = [minutes % (12 * 60), minutes % (12 * 60) + 12 * 60]
    return tuple(_shown(m) for m in both if EARLIEST * 60 <= m < LATEST * 60)


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
