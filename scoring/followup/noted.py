"""What the follow-up holds: figures and days of the note, with the form's fields beside them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from scoring.criteria.cues import Span, clause_around, find_cue
from scoring.criterion import Evidence
from scoring.followup.counted import counts_payments, payments_counted
from scoring.followup.options import not_of_the_terms
from scoring.reading.amounts import find_amounts
from scoring.reading.dates import find_dates
from scoring.reading.days import valid
from scoring.reading.values import DateMention, ReadingContext
from scoring.transcript import CallRecord, FollowUp

WORDS = Path(__file__).parent / "words"
_NUMERIC_DAY = re.compile(r"(?<![\d/.,-])(\d{1,2})[-/](\d{1,2})(?:[-/](?:20)?\d{2})?(?![\d/]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d{2}|[/.-]\d{2}$")
_HALF_A_YEAR = 183
_LONG_AGO = 120
"""Days back beyond which a day without its year is one of the next."""
_FEW = 2
"""Readings that one day may have; more of them are a week."""
_SENTENCE = re.compile(r"[.;!?\n]+(?!\d)")
_BARE = re.compile(r"(?<![\d.,/-])\d[\d.,]*(?<![.,])")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in the note."""

    value: Decimal
    span: Span
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the note: of several ``readings`` the one to come; ``recurring`` where it is said to come again."""

    day: date
    span: Span
    recurring: bool = False
    readings: tuple[date, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether it is a week rather than a day: "la próxima semana"."""
        return len(self.readings) > _FEW


@dataclass(frozen=True, slots=True)
class Noted:
    """The follow-up as read. Spans are of the note."""

    text: str
    language: str
    form: FollowUp
    figures: tuple[Figure, ...]
    numbers: tuple[Figure, ...]
    days: tuple[Day, ...]
    counts: tuple[tuple[int, Span], ...]
    recurs: bool
    turns: int
    """Where it turns to what happens if the agreement fails: what is dated and counted from there on was not agreed."""

    def cue(self, name: str, *but: str, last: bool = False) -> Span | None:
        """The clause in which the note first says this, leaving out where it says what one of ``but`` stands for.

        The ``last`` one where a note comes to it at its end: what is to be done, and by whom.
        """
        found = find_cue(name, self.text, self.language, WORDS)
        apart = [span for other in but for span in find_cue(other, self.text, self.language, WORDS)]
        heard = [s for s in found if not any(overlap(s, a) for a in apart)]
        return clause_around(self.text, heard[-1 if last else 0]) if heard else None

    def cue_with_figures(self, name: str) -> Span | None:
        """The clause in which the note says this beside an amount or a day; the first that says it where none does."""
        told = [clause_around(self.text, s) for s in find_cue(name, self.text, self.language, WORDS)]
        placed = [figure.span for figure in self.figures] + [day.span for day in self.days]
        return next((c for c in told if any(overlap(c, p) for p in placed)), told[0] if told else None)

    @property
    def binding_counts(self) -> tuple[tuple[int, Span], ...]:
        """The counts but those of a mere option: "the 4-payment option"."""
        return tuple(c for c in self.counts if not not_of_the_terms(self.text, c[1]))

    def counts_payments(self, span: Span) -> bool:
        """Whether a number counts payments in so many words: "two payments", not "two of them"."""
        return counts_payments(self.text, span)

    def sentence(self, span: Span) -> Span:
        """The sentence that the span stands in."""
        edges = [m.span() for m in _SENTENCE.finditer(self.text)]
        start = max((end for _, end in edges if end <= span.start), default=0)
        return Span(start, min((begin for begin, _ in edges if begin >= span.end), default=len(self.text)))

    def evidence(self, span: Span | None) -> Evidence | None:
        """The span as evidence from the note (turn 0)."""
        if span is None:
            return None
        return Evidence(turn=0, start=span.start, end=span.end, quote=self.text[span.start : span.end])


def read_note(call: CallRecord) -> Noted:
    """The note and form of a call, read with the reader's own grammar."""
    form = call.follow_up or FollowUp()
    text = form.note
    balance = call.balance if call.balance is not None or call.case is None else call.case.account.balance
    context = ReadingContext(
        language=call.language, country=call.country, on=call.on, balance=balance, currency=call.currency
    )  # fmt: skip
    mentions = find_dates(text, context)
    figures = tuple(Figure(a.value, Span(a.start, a.end), a.currency) for a in find_amounts(text, context))
    limit = _contingency(text, call.language)
    days = [_day(m, call.on, bool(_YEAR.search(text, m.start, m.end))) for m in mentions if m.iso]
    days += [d for d in _numeric_days(text, call) if not any(overlap(d.span, o.span) for o in days)]
    return Noted(
        text=text,
        language=call.language,
        form=form,
        figures=figures,
        numbers=tuple(_bare_numbers(text)),
        days=tuple(sorted(days, key=lambda d: d.span)),
        counts=tuple(c for c in payments_counted(text, context, limit) if not any(overlap(c[1], d.span) for d in days)),
        recurs=any(m.every for m in mentions) or bool(find_cue("recurs", text[:limit], call.language, WORDS)),
        turns=limit,
    )


def _day(mention: DateMention, on: date, year_written: bool) -> Day:
    coming = next((day for day in mention.iso if 0 <= (day - on).days <= _HALF_A_YEAR), mention.iso[0])
    if (on - coming).days > _LONG_AGO and not year_written:
        coming = valid(coming.year + 1, coming.month, coming.day) or coming
    return Day(coming, Span(mention.start, mention.end), mention.every is not None, mention.iso)


def _contingency(text: str, language: str) -> int:
    """The beginning of the first contingency; the note's end where there is none."""
    after = find_cue("contingency", text, language, WORDS)
    return after[0].start if after else len(text)


def _numeric_days(text: str, call: CallRecord) -> list[Day]:
    found = []
    for match in _NUMERIC_DAY.finditer(text):
        first, second = int(match[1]), int(match[2])
        month, day = (first, second) if call.country == "US" else (second, first)
        years = (call.on.year, call.on.year + 1)
        dated = [d for year in years if (d := valid(year, month, day)) and (call.on - d).days <= _LONG_AGO]
        if not dated:
            continue
        written = dated[0]
        found.append(Day(written, Span(*match.span())))
    return found


def _bare_numbers(text: str) -> list[Figure]:
    found = []
    for match in _BARE.finditer(text):
        for value in _values(match.group()):
            found.append(Figure(value, Span(*match.span())))
    return found


def _values(written: str) -> list[Decimal]:
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", written).replace(",", ".")
    try:
        return [Decimal(digits)]
    except InvalidOperation:
        return []


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def on_day(day: date | None, noted: Noted) -> Span | None:
    """Where the note names the day; any year."""
    if day is None:
        return None
    return next((d.span for d in noted.days if any(same_day(day, r) for r in (d.day, *d.readings))), None)


def same_day(day: date, other: date) -> bool:
    """Whether two days are the same but for the year."""
    return (day.month, day.day) == (other.month, other.day)
